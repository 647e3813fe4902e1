// docs/format-json.md and its schema say what the program does. After a change of the records, run this program once
// with ATELIER_REGENERER=1 and commit what it wrote.
#include "base/file.h"
#include "fixtures.h"
#include "format_json.h"
#include "imports/json_import.h"
#include "support/source.h"

using namespace Qt::Literals::StringLiterals;
using Json = nlohmann::ordered_json;

namespace
{

const QString docs = support::source(QStringLiteral("docs/"));

QByteArray read(const QString &name)
{
    const auto bytes = base::readFile(docs + name);
    return bytes.ok() ? bytes.value() : QByteArray();
}

bool regenerating()
{
    return qEnvironmentVariableIsSet("ATELIER_REGENERER");
}

// The document with what stands between its two marks replaced.
QString withPart(const QString &document, const QString &part, const QString &content)
{
    const QString start = u"<!-- %1 : début -->\n\n"_s.arg(part);
    const qsizetype from = document.indexOf(start);
    const qsizetype to = document.indexOf(u"<!-- %1 : fin -->"_s.arg(part));
    REQUIRE(from >= 0);
    REQUIRE(to > from);
    return document.left(from + start.size()) + content + document.mid(to);
}

// Every key of `value` is a property of `schema`, all the way down: enough to see that the example is of the schema.
void checkKeys(const Json &value, const Json &schema, const std::string &where)
{
    if (value.is_array() && schema.contains("items"))
        for (const Json &item : value)
            checkKeys(item, schema["items"], where + "[]");
    if (!value.is_object())
        return;
    for (const auto &[key, content] : value.items()) {
        INFO(where << '.' << key);
        if (!schema.contains("properties") && schema.contains("additionalProperties"))
            continue; // free keys
        REQUIRE(schema["properties"].contains(key));
        checkKeys(content, schema["properties"][key], where + '.' + key);
    }
}

} // namespace

TEST_CASE("The documentation of the JSON format is that of the records")
{
    const QString document = QString::fromUtf8(read(u"format-json.md"_s));
    const QString expected =
        withPart(withPart(document, u"tables"_s, format_json::tables()), u"codes"_s, format_json::codes());
    if (regenerating())
        REQUIRE(base::writeFile(docs + u"format-json.md"_s, expected.toUtf8()).ok());
    else
        CHECK(document == expected);
}

TEST_CASE("The JSON Schema is that of the records")
{
    const QByteArray expected = QByteArray::fromStdString(format_json::schema().dump(2)) + '\n';
    if (regenerating())
        REQUIRE(base::writeFile(docs + u"format-json.schema.json"_s, expected).ok());
    else
        CHECK(read(u"format-json.schema.json"_s) == expected);
}

TEST_CASE("The example of the documentation can be read, and shows every table")
{
    const QByteArray bytes = read(u"exemple-projet.json"_s);
    const auto read = domain::projetFromJson(bytes);
    if (!read.ok())
        FAIL(read.error().message.toStdString());
    const Json example = Json::parse(bytes.toStdString());
    checkKeys(example, format_json::schema(), {});
    for (const domain::TableDescription &table : domain::tables()) {
        INFO(table.name.toStdString());
        CHECK(example["contenu"].contains(table.name.toStdString()));
        CHECK_FALSE(table.ids(read.value().projet).empty());
    }
    CHECK(domain::porteur(read.value().projet) != nullptr);
}

TEST_CASE("The example gives the same records each time: importing it twice doubles nothing")
{
    const QByteArray bytes = read(u"exemple-projet.json"_s);
    const auto first = imports::proposeJson(bytes, {}, {}, imports::JsonMode::Complete);
    REQUIRE(first.ok());
    const domain::Projet once = fixtures::applied({}, first.value().changes);
    CHECK(imports::proposeJson(bytes, once, {}, imports::JsonMode::Complete).value().changes.empty());
}

TEST_CASE("The identity of a keyed record is computed as documented")
{
    // docs/format-json.md gives this one, for other programs to check theirs.
    const QString document = QString::fromUtf8(read(u"format-json.md"_s));
    CHECK(document.contains(u"`%1`"_s.arg(fixtures::communeId(u"04039"_s).toString())));
}
