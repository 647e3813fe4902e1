#include "store/schema.h"

#include "domain/description.h"
#include "store/schema_v1.h"
#include "store/schema_v2.h"
#include "store/schema_v3.h"

namespace store
{

using domain::FieldDescription;
using domain::Kind;

namespace
{

QByteArray column(const FieldDescription &field)
{
    const QByteArray name = " \"" + field.name.toUtf8() + "\" ";
    switch (field.kind) {
    case Kind::Text:
    case Kind::LongText:
    case Kind::Choice:
    case Kind::References:
        return name + "TEXT NOT NULL";
    case Kind::Flag:
        return name + "INTEGER NOT NULL";
    case Kind::Answer:
    case Kind::Integer:
        return name + "INTEGER";
    case Kind::Decimal:
        return name + "REAL";
    case Kind::Date:
        return name + "TEXT";
    case Kind::Reference:
        break;
    }
    return name + "TEXT REFERENCES \"" + field.target.toUtf8() + "\" (\"id\") DEFERRABLE INITIALLY DEFERRED";
}

std::vector<QByteArray> ownTables()
{
    return {
        R"(CREATE TABLE "meta" ("cle" TEXT NOT NULL PRIMARY KEY, "valeur" TEXT NOT NULL) STRICT)",
        R"(CREATE TABLE "resume" ("cle" TEXT NOT NULL PRIMARY KEY, "valeur" TEXT NOT NULL) STRICT)",
        R"(CREATE TABLE "journal" ("seq" INTEGER PRIMARY KEY, "uid" TEXT NOT NULL, "groupe" INTEGER NOT NULL, )"
        R"("libelle" TEXT NOT NULL, "le" TEXT NOT NULL, "changements" TEXT NOT NULL, "annule" INTEGER NOT NULL) STRICT)",
        R"(CREATE TABLE "contenu" ("empreinte" TEXT NOT NULL, "partie" INTEGER NOT NULL, "octets" BLOB NOT NULL, )"
        R"(PRIMARY KEY ("empreinte", "partie")) STRICT)"};
}

} // namespace

std::vector<QByteArray> generatedSchema()
{
    std::vector<QByteArray> statements = ownTables();
    for (const domain::TableDescription &table : domain::tables()) {
        QByteArray sql = "CREATE TABLE \"" + table.name.toUtf8() + "\" (\"id\" TEXT NOT NULL PRIMARY KEY";
        for (const FieldDescription &field : table.fields)
            sql += ',' + column(field);
        statements.push_back(sql + ") STRICT");
    }
    return statements;
}

const Formats &knownFormats()
{
    static const Formats formats{
        {1, schemaV1(), {}}, {2, schemaV2(), migrationToV2()}, {3, schemaV3(), migrationToV3()}};
    return formats;
}

base::Result<void> createSchema(Connection &connection, const Format &format)
{
    for (const QByteArray &statement : format.schema)
        if (auto done = connection.execute(statement); !done)
            return done;
    return connection.execute("PRAGMA application_id = " + QByteArray::number(applicationId) +
                              "; PRAGMA user_version = " + QByteArray::number(format.version));
}

base::Result<std::vector<QByteArray>> schemaOf(Connection &connection)
{
    const auto prepared = connection.prepare("SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name");
    if (!prepared)
        return prepared.error();
    Statement &statement = *prepared.value();
    std::vector<QByteArray> lines;
    for (;;) {
        const auto row = statement.step();
        if (!row) {
            statement.reset();
            return row.error();
        }
        if (!row.value())
            break;
        lines.push_back(statement.bytes(0) + '|' + statement.bytes(1) + '|' + statement.bytes(2) + '|' +
                        statement.bytes(3));
    }
    statement.reset();
    return lines;
}

} // namespace store
