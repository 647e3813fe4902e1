// Lists of changes that do not fit, at any place; and what edits leave behind whatever they were.
#include "domain/changes.h"
#include "support/catch.h"
#include "support/random_edits.h"

#include <set>

using namespace domain;
using namespace Qt::Literals::StringLiterals;
using support::factsOf;

namespace
{

Projet start()
{
    return nouveauProjet(u"CPTS d’essai"_s, u"paca-2022"_s, u"2026"_s, QDate(2026, 11, 23));
}

// Changes that fit no project, one for each way of being wrong.
ChangeList misfits()
{
    const Id nobody = Id::fromKey(u"personne d’autre"_s);
    return {{Change::Type::Set, {u"personne"_s, nobody, u"nom"_s}, QString(), u"x"_s},
            {Change::Type::Set, {u"structure"_s, nobody, u"nom"_s}, QString(), u"x"_s},
            {Change::Type::Set, {u"structure"_s, Id(), u"nom"_s}, u"jamais écrit"_s, u"x"_s},
            {Change::Type::Set, {u"structure"_s, Id(), QString()}, QString(), u"x"_s},
            {Change::Type::Remove, {u"personne"_s, nobody, {}}, {}, {}},
            {Change::Type::Remove, {u"identite"_s, Id(), {}}, {}, {}},
            {Change::Type::Insert, {u"identite"_s, Id(), {}}, {}, {}},
            {Change::Type::Insert, {u"personne"_s, Id(), {}}, {}, {}},
            {Change::Type::Insert, {QString(), nobody, {}}, {}, {}}};
}

} // namespace

TEST_CASE("a change that does not fit, at any place of a long list, takes back everything before it")
{
    support::RandomEdits edits(31);
    const Projet from = edits.edited(start(), 60);
    const ChangeList good = diff(from, edits.edited(from, 25));
    const QByteArray before = factsOf(from);
    const ChangeList bad = misfits();
    for (size_t at = 0; at <= good.size(); ++at) {
        ChangeList changes = good;
        changes.insert(changes.begin() + std::ptrdiff_t(at), bad[at % bad.size()]);
        Projet projet = from;
        const auto refused = applyChanges(projet, changes);
        INFO(at);
        REQUIRE_FALSE(refused.ok());
        CHECK(refused.error().code == base::ErrorCode::Invalid);
        CHECK(refused.error().message == u"Une modification n’a pas pu être appliquée. Rien n’a été changé ; rouvrez "
                                         u"le projet et réessayez."_s);
        CHECK(refused.error().detail.startsWith(bad[at % bad.size()].at.toString()));
        REQUIRE(factsOf(projet) == before);
    }
}

TEST_CASE("the same list twice is refused the second time")
{
    support::RandomEdits edits(32);
    for (int round = 0; round < 40; ++round) {
        const Projet from = edits.edited(start(), 30);
        Projet projet = from;
        const ChangeList changes = edits.next(projet);
        REQUIRE(applyChanges(projet, changes).ok());
        const QByteArray after = factsOf(projet);
        CHECK_FALSE(applyChanges(projet, changes).ok());
        CHECK(factsOf(projet) == after);
    }
}

TEST_CASE("a difference names each field once, and only what differs")
{
    support::RandomEdits edits(33);
    for (int round = 0; round < 30; ++round) {
        const Projet from = edits.edited(start(), 40);
        const Projet to = edits.edited(from, 20);
        std::set<std::pair<FieldAddress, int>> seen;
        for (const Change &change : diff(from, to)) {
            INFO(change.at.toString().toStdString());
            REQUIRE(seen.insert({change.at, int(change.type)}).second);
            const TableDescription &described = *table(change.at.table);
            switch (change.type) {
            case Change::Type::Set:
                CHECK(change.before != change.after);
                CHECK(change.before == valueAt(from, change.at));
                CHECK(change.after == valueAt(to, change.at));
                break;
            case Change::Type::Insert:
                CHECK((!described.find(from, change.at.id) && described.find(to, change.at.id)));
                break;
            case Change::Type::Remove:
                CHECK((described.find(from, change.at.id) && !described.find(to, change.at.id)));
                break;
            }
        }
        CHECK(diff(from, from).empty());
    }
}

TEST_CASE("going by a third project leads to the same place")
{
    support::RandomEdits edits(34);
    for (int round = 0; round < 20; ++round) {
        const Projet a = edits.edited(start(), 40);
        const Projet b = edits.edited(a, 15);
        const Projet c = edits.edited(b, 15);
        ChangeList way = diff(a, b);
        const ChangeList second = diff(b, c);
        way.insert(way.end(), second.begin(), second.end());
        Projet walked = a;
        REQUIRE(applyChanges(walked, way).ok());
        CHECK(factsOf(walked) == factsOf(c));
        REQUIRE(applyChanges(walked, diff(c, a)).ok());
        CHECK(factsOf(walked) == factsOf(a));
    }
}

TEST_CASE("a record is removed with what it owns and nothing else, and an edit list says so in full")
{
    support::RandomEdits edits(35);
    const Projet projet = edits.edited(start(), 300);
    int removals = 0;
    for (const TableDescription &each : tables())
        for (const Id &id : each.unique ? std::vector<Id>() : each.ids(projet)) {
            Projet after = projet;
            REQUIRE(applyChanges(after, removing(projet, each.name, id)).ok());
            CHECK_FALSE(each.find(after, id));
            // Everything that went either is the record or belonged to something that went.
            for (const Change &change : diff(projet, after)) {
                if (change.type != Change::Type::Remove || change.at == FieldAddress{each.name, id, {}})
                    continue;
                const TableDescription &gone = *table(change.at.table);
                const bool owned = std::any_of(gone.fields.begin(), gone.fields.end(), [&](const auto &field) {
                    const Value owner = field.owner ? field.get(gone.find(projet, change.at.id)) : Value();
                    const auto *parent = std::get_if<Id>(&owner);
                    return parent && !table(field.target)->find(after, *parent);
                });
                INFO(change.at.toString().toStdString());
                CHECK(owned);
            }
            ++removals;
        }
    CHECK(removals > 60);
}

TEST_CASE("removing one record after the other, in any order, ends with none")
{
    support::RandomEdits edits(36);
    for (int round = 0; round < 3; ++round) {
        Projet projet = edits.edited(start(), 200);
        const Projet full = projet;
        std::vector<ChangeList> history;
        for (;;) {
            std::vector<std::pair<QString, Id>> left;
            for (const TableDescription &each : tables())
                for (const Id &id : each.unique ? std::vector<Id>() : each.ids(projet))
                    left.emplace_back(each.name, id);
            if (left.empty())
                break;
            const auto &[name, id] = left[edits.below(left.size())];
            history.push_back(removing(projet, name, id));
            REQUIRE(applyChanges(projet, history.back()).ok());
        }
        for (auto each = history.rbegin(); each != history.rend(); ++each)
            REQUIRE(applyChanges(projet, invert(*each)).ok());
        CHECK(factsOf(projet) == factsOf(full));
    }
}

TEST_CASE("a setting on a record that is not there makes it, keyed or not, and its undoing takes it away")
{
    const struct {
        QString table;
        QString field;
        QString key;
        Value value;
    } cases[] = {{u"rubrique"_s, u"texte"_s, u"gouvernance"_s, u"Un bureau"_s},
                 {u"effectif"_s, u"adherents"_s, u"infirmier"_s, qint64(12)},
                 {u"contact"_s, u"pris"_s, u"autres"_s, false},
                 {u"tranche"_s, u"femmes"_s, u"15"_s, qint64(0)},
                 {u"partenaire"_s, u"convention"_s, QString(), true}};
    for (const auto &each : cases) {
        INFO(each.table.toStdString());
        Projet projet = start();
        const QByteArray before = factsOf(projet);
        const Id id = each.key.isEmpty() ? Id::create() : Id::fromKey(each.table + u':' + each.key);
        const FieldAddress at{each.table, id, each.field};
        const ChangeList changes = setting(projet, at, each.value, each.key);
        REQUIRE(applyChanges(projet, changes).ok());
        CHECK(valueAt(projet, at) == each.value);
        const TableDescription &described = *table(each.table);
        if (!described.keyField.isEmpty())
            CHECK(valueAt(projet, {each.table, id, described.keyField}) == Value(each.key));
        REQUIRE(applyChanges(projet, invert(changes)).ok());
        CHECK(factsOf(projet) == before);
    }
}

TEST_CASE("initial values need no record: nothing is made to hold nothing")
{
    const Projet projet = start();
    for (const TableDescription &each : tables()) {
        if (each.unique)
            continue;
        for (const FieldDescription &field : each.fields) {
            INFO(each.name.toStdString() << '.' << field.name.toStdString());
            CHECK(setting(projet, {each.name, Id::fromKey(u"x"_s), field.name}, field.initial, u"x"_s).empty());
        }
    }
    CHECK(setting(projet, {u"inconnue"_s, Id(), u"nom"_s}, u"x"_s).empty());
    CHECK(setting(projet, {u"structure"_s, Id(), u"inconnu"_s}, u"x"_s).empty());
}
