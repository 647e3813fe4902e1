#include "domain/json.h"
#include "store/rows.h"
#include "store/schema.h"

namespace store
{

using domain::Change;
using domain::FieldDescription;
using domain::TableDescription;
using domain::Value;
using namespace Qt::Literals::StringLiterals;

namespace
{

// Unique tables have one row, "-", as in FieldAddress::toString().
QString rowId(const Id &id)
{
    return id.isNull() ? u"-"_s : id.toString();
}

void bindValue(Statement &statement, int at, const Value &value)
{
    struct Visitor {
        Statement &statement;
        int at;
        void operator()(std::monostate) const { statement.bindNull(at); }
        void operator()(bool flag) const { statement.bindInteger(at, flag ? 1 : 0); }
        void operator()(qint64 number) const { statement.bindInteger(at, number); }
        void operator()(double number) const { statement.bindReal(at, number); }
        void operator()(const QString &text) const { statement.bindText(at, text); }
        void operator()(const QDate &date) const { statement.bindText(at, date.toString(Qt::ISODate)); }
        void operator()(const Id &id) const { statement.bindText(at, id.toString()); }
        void operator()(const base::IdList &ids) const
        {
            QStringList texts;
            for (const Id &id : ids)
                texts.push_back(id.toString());
            statement.bindText(at, texts.join(u' '));
        }
    };
    std::visit(Visitor{statement, at}, value);
}

// `record`: nullptr for initial values.
base::Result<void> insertRecord(Connection &connection, const TableDescription &table, const Id &id, const void *record)
{
    QByteArray sql = "INSERT INTO \"" + table.name.toUtf8() + "\" VALUES (?";
    for (size_t count = 0; count < table.fields.size(); ++count)
        sql += ",?";
    const auto statement = connection.prepare(sql + ')');
    if (!statement)
        return statement.error();
    int at = 1;
    statement.value()->bindText(at, rowId(id));
    for (const FieldDescription &field : table.fields)
        bindValue(*statement.value(), ++at, record ? field.get(record) : field.initial);
    return statement.value()->run();
}

base::Result<void> setField(Connection &connection, const Change &change)
{
    const auto statement = connection.prepare("UPDATE \"" + change.at.table.toUtf8() + "\" SET \"" +
                                              change.at.field.toUtf8() + "\" = ? WHERE \"id\" = ?");
    if (!statement)
        return statement.error();
    bindValue(*statement.value(), 1, change.after);
    statement.value()->bindText(2, rowId(change.at.id));
    return statement.value()->run();
}

base::Result<void> removeRecord(Connection &connection, const Change &change)
{
    const auto statement = connection.prepare("DELETE FROM \"" + change.at.table.toUtf8() + "\" WHERE \"id\" = ?");
    if (!statement)
        return statement.error();
    statement.value()->bindText(1, rowId(change.at.id));
    return statement.value()->run();
}

base::Result<void> writeEntry(Connection &connection, const QByteArray &table, const QString &key, const QString &value)
{
    const auto statement = connection.prepare("INSERT OR REPLACE INTO \"" + table + "\" VALUES (?,?)");
    if (!statement)
        return statement.error();
    statement.value()->bindText(1, key);
    statement.value()->bindText(2, value);
    return statement.value()->run();
}

base::Result<void> writeEntries(Connection &connection, const QByteArray &table,
                                const std::vector<std::pair<QString, QString>> &entries)
{
    for (const auto &[key, value] : entries)
        if (auto written = writeEntry(connection, table, key, value); !written)
            return written;
    return {};
}

template <class T>
QString number(const std::optional<T> &value)
{
    return value ? QString::number(*value) : QString();
}

base::Result<void> writeResume(Connection &connection, const Resume &resume)
{
    return writeEntries(connection, "resume",
                        {{u"nom"_s, resume.name},
                         {u"trame"_s, resume.trame},
                         {u"phase"_s, resume.phase},
                         {u"communes"_s, QString::number(resume.communes)},
                         {u"departements"_s, resume.departements},
                         {u"population"_s, number(resume.population)},
                         {u"completude"_s, number(resume.complete)},
                         {u"cree_le"_s, resume.createdOn.toString(Qt::ISODate)}});
}

} // namespace

base::Result<void> writeChanges(Connection &connection, const domain::ChangeList &changes)
{
    for (const Change &change : changes) {
        const TableDescription *table = domain::table(change.at.table);
        auto written = change.type == Change::Type::Set      ? setField(connection, change)
                       : change.type == Change::Type::Remove ? removeRecord(connection, change)
                                                             : insertRecord(connection, *table, change.at.id, nullptr);
        if (!written)
            return written;
    }
    return {};
}

base::Result<void> writeJournalRow(Connection &connection, const JournalRow &row)
{
    const auto prepared = connection.prepare("INSERT OR REPLACE INTO \"journal\" VALUES (?,?,?,?,?,?,?)");
    if (!prepared)
        return prepared.error();
    Statement &statement = *prepared.value();
    statement.bindInteger(1, row.sequence);
    statement.bindText(2, row.uid);
    statement.bindInteger(3, row.group);
    statement.bindText(4, row.label);
    statement.bindText(5, row.at.toString(Qt::ISODate));
    statement.bindText(6, QString::fromStdString(domain::toJson(row.changes).dump()));
    statement.bindInteger(7, row.undone ? 1 : 0);
    return statement.run();
}

base::Result<void> writeMeta(Connection &connection, const Contents &contents)
{
    return writeEntries(connection, "meta",
                        {{u"projet"_s, contents.project.toString()},
                         {u"min_lecture"_s, QString::number(minimumReader)},
                         {u"min_ecriture"_s, QString::number(minimumWriter)},
                         {u"publie_par"_s, contents.publishedBy},
                         {u"publie_le"_s, contents.publishedAt.toString(Qt::ISODate)},
                         {u"recupere"_s, contents.salvaged ? u"oui"_s : u"non"_s},
                         {u"copie"_s, contents.copy ? contents.copy->toString() : QString()},
                         {u"empreinte"_s, QString::fromLatin1(factsHash(contents))}});
}

base::Result<void> writeContents(Connection &connection, const Contents &contents)
{
    for (const TableDescription &table : domain::tables())
        for (const Id &id : table.ids(contents.projet))
            if (auto done = insertRecord(connection, table, id, table.find(contents.projet, id)); !done)
                return done;
    for (const JournalRow &row : contents.journal)
        if (auto done = writeJournalRow(connection, row); !done)
            return done;
    for (const auto &[empreinte, octets] : keptContenus(contents))
        if (auto done = writeContenu(connection, octets); !done)
            return done;
    if (auto done = writeMeta(connection, contents); !done)
        return done;
    return writeResume(connection, resumeOf(contents));
}

} // namespace store
