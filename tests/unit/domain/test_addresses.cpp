// Where a fact is, for every field of every table: names, addresses, edits and their undoing.
#include "domain/champ.h"
#include "support/catch.h"
#include "support/random_edits.h"

#include <random>

using namespace domain;
using namespace Qt::Literals::StringLiterals;
using support::factsOf;

namespace
{

// A value of the kind of a field that a new record has not.
Value another(const FieldDescription &field)
{
    switch (field.kind) {
    case Kind::Text:
    case Kind::LongText:
        return u"Écrit « ici »"_s;
    case Kind::Flag:
    case Kind::Answer:
        return field.initial != Value(true);
    case Kind::Integer:
        return qint64(12);
    case Kind::Decimal:
        return 12.5;
    case Kind::Date:
        return QDate(2027, 3, 12);
    case Kind::Choice:
        return field.choices.back().code;
    case Kind::Reference:
        return Id::fromKey(u"essai"_s);
    case Kind::References:
        return base::IdList{Id::fromKey(u"essai"_s)};
    }
    return {};
}

// A value of another kind altogether.
Value foreign(const FieldDescription &field)
{
    const bool number = field.kind == Kind::Integer;
    return number ? Value(u"douze"_s) : Value(qint64(12));
}

Id recordOf(Projet &projet, const TableDescription &table, const QString &key)
{
    if (table.unique)
        return {};
    const Id id = table.keyField.isEmpty() ? Id::create() : Id::fromKey(table.name + u':' + key);
    std::vector<std::pair<QString, Value>> fields;
    if (!table.keyField.isEmpty())
        fields.emplace_back(table.keyField, key);
    REQUIRE(applyChanges(projet, inserting(projet, table.name, id, fields)).ok());
    return id;
}

// Every reference of a project to that record.
int namings(const Projet &projet, const Id &id)
{
    int count = 0;
    for (const TableDescription &table : tables())
        for (const Id &record : table.unique ? std::vector<Id>{Id()} : table.ids(projet))
            for (const FieldDescription &field : table.fields) {
                const Value value = field.get(table.find(projet, record));
                if (const auto *one = std::get_if<Id>(&value))
                    count += *one == id;
                if (const auto *several = std::get_if<base::IdList>(&value))
                    count += int(std::count(several->begin(), several->end(), id));
            }
    return count;
}

} // namespace

TEST_CASE("every field takes a value of its kind, gives it back, and its undoing leaves no trace")
{
    int fields = 0;
    for (const TableDescription &table : tables())
        for (const FieldDescription &field : table.fields) {
            if (field.name == table.keyField)
                continue;
            INFO(table.name.toStdString() << "." << field.name.toStdString());
            Projet projet;
            const Id id = recordOf(projet, table, u"essai"_s);
            const QByteArray before = factsOf(projet);
            const FieldAddress at{table.name, id, field.name};
            CHECK(valueAt(projet, at) == field.initial);
            CHECK(setting(projet, at, field.initial).empty());
            const ChangeList changes = setting(projet, at, another(field));
            REQUIRE(changes.size() == 1);
            REQUIRE(applyChanges(projet, changes).ok());
            CHECK(valueAt(projet, at) == another(field));
            CHECK(setting(projet, at, another(field)).empty());
            REQUIRE(applyChanges(projet, invert(changes)).ok());
            CHECK(factsOf(projet) == before);
            ++fields;
        }
    CHECK(fields > 150);
}

TEST_CASE("no field takes a value of another kind, nor a code that it does not know")
{
    for (const TableDescription &table : tables())
        for (const FieldDescription &field : table.fields) {
            INFO(table.name.toStdString() << "." << field.name.toStdString());
            Projet projet;
            const Id id = recordOf(projet, table, u"essai"_s);
            const QByteArray before = factsOf(projet);
            Change change{Change::Type::Set,
                          {table.name, id, field.name},
                          *valueAt(projet, {table.name, id, field.name}),
                          foreign(field)};
            const auto refused = applyChanges(projet, {change});
            CHECK_FALSE(refused.ok());
            if (field.kind == Kind::Choice) {
                change.after = u"code-inconnu"_s;
                CHECK_FALSE(applyChanges(projet, {change}).ok());
            }
            CHECK(factsOf(projet) == before);
        }
}

TEST_CASE("an address is read as it is written, for every field, and junk is no address")
{
    for (const TableDescription &table : tables())
        for (const FieldDescription &field : table.fields) {
            const FieldAddress at{table.name, table.unique ? Id() : Id::fromKey(u"x"_s), field.name};
            INFO(at.toString().toStdString());
            CHECK(FieldAddress::parse(at.toString()) == at);
        }
    std::mt19937 random(5);
    const QString letters = u"abc/-:.é 0123"_s;
    for (int turn = 0; turn < 2000; ++turn) {
        QString junk;
        for (int left = int(random() % 24); left > 0; --left)
            junk += letters[qsizetype(random() % size_t(letters.size()))];
        if (const auto read = FieldAddress::parse(junk))
            CHECK(read->toString() == junk);
        if (const auto champ = parseChamp(junk))
            CHECK(champ->toString() == junk);
    }
}

TEST_CASE("a form's name leads to every field of the tables that have one record, or one for each code")
{
    int names = 0;
    for (const TableDescription &table : tables()) {
        if (!table.unique && table.keyField.isEmpty())
            continue;
        for (const FieldDescription &field : table.fields) {
            if (field.name == table.keyField)
                continue;
            const QString name = table.name + (table.unique ? QString() : u":essai"_s) + u'.' + field.name;
            INFO(name.toStdString());
            const auto champ = parseChamp(name);
            REQUIRE(champ);
            CHECK(champ->toString() == name);
            CHECK(describe(*champ) == table.field(field.name));
            Projet projet;
            CHECK(valueOf(projet, *champ) == field.initial);
            CHECK(settingChamp(projet, *champ, field.initial).empty());
            const ChangeList changes = settingChamp(projet, *champ, another(field));
            REQUIRE(applyChanges(projet, changes).ok());
            CHECK(valueOf(projet, *champ) == another(field));
            REQUIRE(applyChanges(projet, invert(changes)).ok());
            CHECK(factsOf(projet) == factsOf(Projet()));
            ++names;
        }
    }
    CHECK(names > 50);
}

TEST_CASE("whatever record goes, nothing names it any more, and undo brings back every name")
{
    support::RandomEdits edits(21);
    Projet projet = edits.edited({}, 600);
    int removed = 0;
    int named = 0;
    for (const TableDescription &table : tables()) {
        if (table.unique)
            continue;
        for (const Id &id : table.ids(projet)) {
            INFO(table.name.toStdString());
            Projet without = projet;
            named += namings(projet, id);
            const ChangeList changes = removing(projet, table.name, id);
            REQUIRE(applyChanges(without, changes).ok());
            CHECK(table.find(without, id) == nullptr);
            CHECK(namings(without, id) == 0);
            CHECK(removing(without, table.name, id).empty());
            REQUIRE(applyChanges(without, invert(changes)).ok());
            CHECK(factsOf(without) == factsOf(projet));
            ++removed;
        }
    }
    CHECK(removed > 30);
    CHECK(named > 20);
}
