#include "domain/merge.h"
#include "support/catch.h"
#include "support/random_edits.h"

#include <map>

using namespace domain;
using namespace Qt::Literals::StringLiterals;

namespace
{

using Facts = std::map<FieldAddress, Value>;

// Every non-initial field, and every record, of a project.
Facts facts(const Projet &projet)
{
    Facts all;
    for (const TableDescription &each : tables())
        for (const Id &id : each.ids(projet)) {
            all[{each.name, id, {}}] = true;
            for (const FieldDescription &field : each.fields)
                all[{each.name, id, field.name}] = field.get(each.find(projet, id));
        }
    return all;
}

Value fact(const Facts &all, const FieldAddress &at)
{
    const auto found = all.find(at);
    return found == all.end() ? Value() : found->second;
}

bool isListed(const MergeResult &result, const FieldAddress &at)
{
    return std::any_of(result.conflicts.begin(), result.conflicts.end(), [&](const MergeConflict &conflict) {
        return conflict.at.table == at.table && conflict.at.id == at.id &&
               (conflict.at.field.isEmpty() || conflict.at.field == at.field);
    });
}

bool referencesHold(const Projet &projet)
{
    for (const TableDescription &each : tables())
        for (const FieldDescription &field : each.fields)
            for (const Id &id : each.ids(projet)) {
                const Value value = field.get(each.find(projet, id));
                IdList targets;
                if (const auto *one = std::get_if<Id>(&value))
                    targets = {*one};
                else if (const auto *many = std::get_if<IdList>(&value))
                    targets = *many;
                for (const Id &target : targets)
                    if (!table(field.target)->find(projet, target))
                        return false;
            }
    return true;
}

Projet ancestor()
{
    support::RandomEdits edits(7);
    return edits.edited(nouveauProjet(u"CPTS"_s, u"paca-2022"_s, u"2026"_s, QDate(2026, 11, 23)), 60);
}

} // namespace

TEST_CASE("merging loses nothing: each change of either side is in the result or in a listed conflict")
{
    support::RandomEdits edits(11);
    for (int round = 0; round < 150; ++round) {
        const Projet origin = edits.edited(ancestor(), 5);
        const Projet mine = edits.edited(origin, 15);
        const Projet theirs = edits.edited(origin, 15);
        const MergeResult result = merge(origin, mine, theirs);
        REQUIRE(referencesHold(result.merged));
        Projet walked = mine;
        REQUIRE(applyChanges(walked, result.fromTheirs).ok());
        REQUIRE(diff(walked, result.merged).empty());
        const Facts merged = facts(result.merged);
        for (const Projet *side : {&mine, &theirs})
            for (const Change &change : diff(origin, *side)) {
                const auto *described = table(change.at.table);
                const auto *field = described->field(change.at.field);
                if (change.type == Change::Type::Remove || (field && field->kind == Kind::References) ||
                    !described->find(*side, change.at.id))
                    continue;
                const Value wanted = change.type == Change::Type::Insert ? Value(true) : change.after;
                INFO(change.at.toString().toStdString());
                REQUIRE((fact(merged, change.at) == wanted || isListed(result, change.at)));
            }
    }
}

TEST_CASE("merging does not depend on who merges, but for which side a conflict keeps")
{
    support::RandomEdits edits(12);
    for (int round = 0; round < 100; ++round) {
        const Projet origin = ancestor();
        const Projet a = edits.edited(origin, 12);
        const Projet b = edits.edited(origin, 12);
        const MergeResult ab = merge(origin, a, b);
        const MergeResult ba = merge(origin, b, a);
        REQUIRE(ab.conflicts.size() == ba.conflicts.size());
        for (const Change &change : diff(ab.merged, ba.merged)) {
            INFO(change.at.toString().toStdString());
            REQUIRE(isListed(ab, change.at));
        }
    }
}

TEST_CASE("merging with oneself or with the origin changes nothing")
{
    support::RandomEdits edits(13);
    const Projet origin = ancestor();
    const Projet mine = edits.edited(origin, 40);
    for (const Projet *theirs : {&mine, &origin}) {
        const MergeResult result = merge(origin, mine, *theirs);
        CHECK(result.conflicts.empty());
        CHECK(result.fromTheirs.empty());
    }
    const MergeResult taken = merge(origin, origin, mine);
    CHECK(taken.conflicts.empty());
    CHECK(diff(taken.merged, mine).empty());
}

TEST_CASE("the same field changed twice is one conflict, and theirs can be taken")
{
    const Projet origin = nouveauProjet(u"CPTS"_s, u"paca-2022"_s, u"2026"_s, QDate(2026, 11, 23));
    Projet mine = origin;
    Projet theirs = origin;
    mine.structure.nom = u"Association A"_s;
    theirs.structure.nom = u"Association B"_s;
    MergeResult result = merge(origin, mine, theirs);
    REQUIRE(result.conflicts.size() == 1);
    CHECK(result.conflicts.front().type == MergeConflict::Type::BothChanged);
    CHECK(result.merged.structure.nom == u"Association A"_s);
    REQUIRE(applyChanges(result.merged, takeTheirs(result.merged, result.conflicts.front())).ok());
    CHECK(result.merged.structure.nom == u"Association B"_s);
    theirs.structure.nom = u"Association A"_s;
    CHECK(merge(origin, mine, theirs).conflicts.empty());
}

TEST_CASE("the same commune added by two people is one commune")
{
    const Projet origin = nouveauProjet(u"CPTS"_s, u"paca-2022"_s, u"2026"_s, QDate(2026, 11, 23));
    const FieldAddress at{u"commune"_s, Id::fromKey(u"commune:04039"_s), u"nom"_s};
    Projet mine = origin;
    Projet theirs = origin;
    for (Projet *side : {&mine, &theirs})
        REQUIRE(applyChanges(*side, setting(*side, at, u"Castellane"_s, u"04039"_s)).ok());
    theirs.communes.find(at.id)->zonage = Zonage::Zip;
    const MergeResult result = merge(origin, mine, theirs);
    CHECK(result.conflicts.empty());
    CHECK(result.merged.communes.size() == 1);
    CHECK(result.merged.communes.find(at.id)->zonage == Zonage::Zip);
}

TEST_CASE("a record removed here and edited there is kept and told, either way round")
{
    Projet origin = nouveauProjet(u"CPTS"_s, u"paca-2022"_s, u"2026"_s, QDate(2026, 11, 23));
    const Id id = Id::create();
    origin.partenaires.insert(id).service = u"EHPAD"_s;
    Projet removed = origin;
    REQUIRE(applyChanges(removed, removing(removed, u"partenaire"_s, id)).ok());
    Projet edited = origin;
    edited.partenaires.find(id)->localisation = u"Annot"_s;
    for (const bool mineRemoved : {true, false}) {
        MergeResult result = mineRemoved ? merge(origin, removed, edited) : merge(origin, edited, removed);
        REQUIRE(result.conflicts.size() == 1);
        REQUIRE(result.merged.partenaires.find(id));
        CHECK(result.merged.partenaires.find(id)->localisation == u"Annot"_s);
        REQUIRE(applyChanges(result.merged, takeTheirs(result.merged, result.conflicts.front())).ok());
        CHECK(result.merged.partenaires.empty());
    }
    CHECK(merge(origin, removed, origin).merged.partenaires.empty());
    CHECK(merge(origin, origin, removed).merged.partenaires.empty());
}

TEST_CASE("a person removed here and put in charge there comes back")
{
    Projet origin = nouveauProjet(u"CPTS"_s, u"paca-2022"_s, u"2026"_s, QDate(2026, 11, 23));
    const Id id = Id::create();
    origin.personnes.insert(id).nom = u"Exemple"_s;
    Projet removed = origin;
    REQUIRE(applyChanges(removed, removing(removed, u"personne"_s, id)).ok());
    Projet referring = origin;
    referring.identite.porteur = id;
    const MergeResult result = merge(origin, removed, referring);
    REQUIRE(porteur(result.merged));
    CHECK(porteur(result.merged)->nom == u"Exemple"_s);
    CHECK(result.conflicts.size() == 1);
}

TEST_CASE("lists of references are merged as sets")
{
    Projet origin = nouveauProjet(u"CPTS"_s, u"paca-2022"_s, u"2026"_s, QDate(2026, 11, 23));
    IdList ids;
    for (const QString &code : {u"1"_s, u"2"_s, u"3"_s}) {
        ids.push_back(Id::fromKey(u"commune:"_s + code));
        origin.communes.insert(ids.back()).code = code;
    }
    const Id quarter = Id::create();
    origin.qpv.insert(quarter).communes = {ids[0]};
    Projet mine = origin;
    Projet theirs = origin;
    mine.qpv.find(quarter)->communes = {ids[0], ids[1]};
    theirs.qpv.find(quarter)->communes = {ids[2]};
    const MergeResult result = merge(origin, mine, theirs);
    CHECK(result.conflicts.empty());
    IdList expected{ids[1], ids[2]};
    std::sort(expected.begin(), expected.end());
    CHECK(result.merged.qpv.find(quarter)->communes == expected);
}
