// The edges of what a field can hold, in every field of every table: the file and the JSON give them back.
#include "domain/json.h"
#include "unit/store/sample.h"

#include <limits>

using namespace testing;
using domain::Kind;
using domain::Value;

namespace
{

constexpr int edges = 6;

QString textEdge(int which)
{
    const QString texts[edges] = {
        u"'; DROP TABLE personne; --"_s,        u" \u00A0bords\u202F "_s, u"\\\"{null}\"\\n"_s,
        u"𝒜 e\u0301 \u200F\u05D0 \uFEFF|**_"_s, QString(5000, u'œ'),      u"1e9"_s};
    return texts[which];
}

Value edgeOf(const domain::FieldDescription &field, int which)
{
    const qint64 integers[edges] = {
        0, -1, 1, std::numeric_limits<qint64>::max(), std::numeric_limits<qint64>::min(), 9'007'199'254'740'993};
    const double decimals[edges] = {0, -1.0 / 3, 0.1, 1e300, 5e-324, -9'007'199'254'740'993.0};
    const QDate dates[edges] = {QDate(1900, 1, 1),  QDate(2024, 2, 29),  QDate(9999, 12, 31),
                                QDate(2000, 2, 29), QDate(1582, 10, 15), QDate(2038, 1, 20)};
    switch (field.kind) {
    case Kind::Text:
    case Kind::LongText:
        return textEdge(which);
    case Kind::Flag:
        return which % 2 == 0;
    case Kind::Answer:
        return which % 3 == 0 ? Value() : Value(which % 3 == 1);
    case Kind::Integer:
        return integers[which];
    case Kind::Decimal:
        return decimals[which];
    case Kind::Date:
        return dates[which];
    case Kind::Choice:
        return field.choices[size_t(which) % field.choices.size()].code;
    case Kind::Reference:
        return {}; // none
    case Kind::References:
        return base::IdList{};
    }
    return {};
}

// One record of every table, filled with the edge of that number.
store::Contents edgeContents(int which)
{
    store::Contents contents;
    contents.project = base::Id::fromKey(u"test:bords"_s);
    for (const domain::TableDescription &table : domain::tables()) {
        const QString key = u"cle é'%1"_s.arg(which);
        const base::Id id = table.unique               ? base::Id()
                            : table.keyField.isEmpty() ? base::Id::fromKey(u"test:"_s + table.name)
                                                       : base::Id::fromKey(table.name + u':' + key);
        if (!table.unique)
            REQUIRE(table.insert(contents.projet, id));
        void *record = table.findForEdit(contents.projet, id);
        for (const domain::FieldDescription &field : table.fields) {
            INFO(table.name.toStdString() << "." << field.name.toStdString());
            REQUIRE(field.set(record, field.name == table.keyField ? Value(key) : edgeOf(field, which)));
        }
    }
    return contents;
}

void checkSame(const domain::Projet &wanted, const domain::Projet &found)
{
    for (const domain::Change &change : domain::diff(wanted, found))
        FAIL_CHECK(change.at.toString().toStdString() << " has changed");
}

} // namespace

TEST_CASE("the edges of every kind of field are written in the file and read again")
{
    for (int which = 0; which < edges; ++which) {
        INFO(which);
        const store::Contents contents = edgeContents(which);
        const auto opened = store::fromBytes(bytesOf(contents));
        REQUIRE(opened.ok());
        checkSame(contents.projet, opened.value().contents.projet);
        CHECK(store::factsHash(opened.value().contents) == store::factsHash(contents));
    }
}

TEST_CASE("the edges of every kind of field go through JSON, alone and in the changes of the journal")
{
    for (int which = 0; which < edges; ++which) {
        INFO(which);
        const store::Contents contents = edgeContents(which);
        const auto read = domain::projetFromJson(domain::projetToJson(contents.projet, contents.project));
        REQUIRE(read.ok());
        checkSame(contents.projet, read.value().projet);
        const domain::ChangeList changes = domain::diff({}, contents.projet);
        const auto again = domain::changesFromJson(domain::toJson(changes));
        REQUIRE(again.ok());
        CHECK(again.value() == changes);
    }
}
