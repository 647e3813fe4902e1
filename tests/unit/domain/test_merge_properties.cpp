// What a merge promises whatever two people did: every disagreement is told once, can be settled the other way, and
// what belongs to a kept record stays with it.
#include "domain/merge.h"
#include "support/catch.h"
#include "support/random_edits.h"
#include "support/thread.h"

#include <algorithm>
#include <set>

using namespace domain;
using namespace Qt::Literals::StringLiterals;

namespace
{

Projet ancestor(support::RandomEdits &edits)
{
    return edits.edited(nouveauProjet(u"CPTS"_s, u"paca-2022"_s, u"2026"_s, QDate(2026, 11, 23)), 80);
}

IdList targetsOf(const Value &value)
{
    if (const auto *one = std::get_if<Id>(&value))
        return {*one};
    const auto *many = std::get_if<IdList>(&value);
    return many ? *many : IdList();
}

// The first name of a record that is not there; empty when every reference leads somewhere.
QString dangling(const Projet &projet)
{
    for (const TableDescription &each : tables())
        for (const FieldDescription &field : each.fields)
            for (const Id &id : each.ids(projet))
                for (const Id &target : targetsOf(field.get(each.find(projet, id))))
                    if (!table(field.target)->find(projet, target))
                        return FieldAddress{each.name, id, field.name}.toString();
    return {};
}

// The fields that both sides changed, each its own way, told without the merge.
std::set<FieldAddress> changedTwice(const Projet &origin, const Projet &mine, const Projet &theirs)
{
    std::set<FieldAddress> all;
    for (const TableDescription &each : tables())
        for (const Id &id : each.ids(mine)) {
            if (!each.find(theirs, id))
                continue;
            for (const FieldDescription &field : each.fields) {
                const FieldAddress at{each.name, id, field.name};
                const Value before = *valueAt(origin, at);
                const Value a = *valueAt(mine, at);
                const Value b = *valueAt(theirs, at);
                if (field.kind != Kind::References && a != before && b != before && a != b)
                    all.insert(at);
            }
        }
    return all;
}

// A fiche with one of everything that belongs to it.
struct WholeFiche {
    Projet projet;
    Id fiche;

    WholeFiche()
    {
        fiche = support::addFiche(projet, u"a"_s, u"Consultations avancées"_s);
        const Id objectif = support::addObjectif(projet, u"a"_s, fiche, u"Ouvrir deux lieux"_s);
        const Id indicateur = support::addIndicateur(projet, u"a"_s, fiche, u"Lieux ouverts"_s, objectif);
        projet.releves.insert(Id::fromKey(u"releve:a"_s)).indicateur = indicateur;
        projet.etapesAction.insert(Id::fromKey(u"etape:a"_s)).fiche = fiche;
        support::addDepense(projet, u"a"_s, fiche, u"Location"_s);
    }
    [[nodiscard]] Projet without() const
    {
        Projet removed = projet;
        REQUIRE(applyChanges(removed, removing(removed, u"fiche"_s, fiche)).ok());
        return removed;
    }
};

void checkWhole(const Projet &projet)
{
    CHECK(projet.fiches.size() == 1);
    CHECK(projet.objectifs.size() == 1);
    CHECK(projet.indicateursAction.size() == 1);
    CHECK(projet.releves.size() == 1);
    CHECK(projet.etapesAction.size() == 1);
    CHECK(projet.budget.size() == 1);
    CHECK(dangling(projet).isEmpty());
}

// Two copies of a random project edited apart, `rounds` times.
template <class Visit>
void eachMerge(unsigned seed, int rounds, int edited, Visit visit)
{
    support::RandomEdits edits(seed);
    for (int round = 0; round < rounds; ++round) {
        const Projet origin = ancestor(edits);
        const Projet mine = edits.edited(origin, edited);
        const Projet theirs = edits.edited(origin, edited);
        visit(origin, mine, theirs, round);
    }
}

} // namespace

TEST_CASE("a conflict is told for every field that both changed, once, and for no other")
{
    size_t told = 0;
    eachMerge(101, 30, 40, [&](const Projet &origin, const Projet &mine, const Projet &theirs, int) {
        std::set<FieldAddress> listed;
        for (const MergeConflict &conflict : merge(origin, mine, theirs).conflicts) {
            if (conflict.type != MergeConflict::Type::BothChanged)
                continue;
            INFO(conflict.at.toString().toStdString());
            REQUIRE(listed.insert(conflict.at).second);
            CHECK(conflict.base == valueAt(origin, conflict.at));
            CHECK(conflict.mine == valueAt(mine, conflict.at));
            CHECK(conflict.theirs == valueAt(theirs, conflict.at));
        }
        REQUIRE(listed == changedTwice(origin, mine, theirs));
        told += listed.size();
    });
    CHECK(told > 10); // else nothing was tested
}

TEST_CASE("what was merged, merged again with the same copy, stays as it is")
{
    eachMerge(102, 40, 20, [&](const Projet &origin, const Projet &mine, const Projet &theirs, int) {
        const Projet once = merge(origin, mine, theirs).merged;
        const MergeResult twice = merge(origin, once, theirs);
        for (const Change &change : diff(once, twice.merged))
            FAIL(change.at.toString().toStdString() << " changed again");
    });
}

TEST_CASE("every field in conflict can be settled the other way, whatever it refers to")
{
    int settled = 0;
    eachMerge(103, 40, 50, [&](const Projet &origin, const Projet &mine, const Projet &theirs, int) {
        MergeResult result = merge(origin, mine, theirs);
        for (const MergeConflict &conflict : result.conflicts) {
            if (conflict.type != MergeConflict::Type::BothChanged)
                continue;
            INFO(conflict.at.toString().toStdString());
            REQUIRE(applyChanges(result.merged, takeTheirs(result.merged, conflict)).ok());
            CHECK(valueAt(result.merged, conflict.at) == conflict.theirs);
            REQUIRE(dangling(result.merged).toStdString().empty());
            ++settled;
        }
    });
    CHECK(settled > 15);
}

TEST_CASE("every removal in conflict can be carried out, in any order, and leaves nothing that leads nowhere")
{
    int carried = 0;
    eachMerge(104, 30, 40, [&](const Projet &origin, const Projet &mine, const Projet &theirs, int round) {
        MergeResult result = merge(origin, mine, theirs);
        if (round % 2 == 1)
            std::reverse(result.conflicts.begin(), result.conflicts.end());
        for (const MergeConflict &conflict : result.conflicts) {
            if (conflict.type == MergeConflict::Type::BothChanged)
                continue;
            REQUIRE(applyChanges(result.merged, takeTheirs(result.merged, conflict)).ok());
            CHECK_FALSE(table(conflict.at.table)->find(result.merged, conflict.at.id));
            REQUIRE(dangling(result.merged).toStdString().empty());
            ++carried;
        }
    });
    CHECK(carried > 5);
}

TEST_CASE("the person they put in charge and I removed is there to be chosen")
{
    Projet origin;
    const Id kept = Id::create();
    const Id removed = Id::create();
    origin.personnes.insert(kept).nom = u"Gardée"_s;
    origin.personnes.insert(removed).nom = u"Retirée"_s;
    Projet mine = origin;
    REQUIRE(applyChanges(mine, removing(mine, u"personne"_s, removed)).ok());
    mine.identite.porteur = kept;
    Projet theirs = origin;
    theirs.identite.porteur = removed;

    MergeResult result = merge(origin, mine, theirs);
    CHECK(result.merged.identite.porteur == kept);
    const auto both = std::find_if(result.conflicts.begin(), result.conflicts.end(), [](const MergeConflict &each) {
        return each.type == MergeConflict::Type::BothChanged;
    });
    REQUIRE(both != result.conflicts.end());
    REQUIRE(applyChanges(result.merged, takeTheirs(result.merged, *both)).ok());
    REQUIRE(porteur(result.merged));
    CHECK(porteur(result.merged)->nom == u"Retirée"_s);
}

TEST_CASE("a fiche that I worked on and they removed keeps all that belongs to it")
{
    const WholeFiche origin;
    Projet mine = origin.projet;
    mine.fiches.find(origin.fiche)->intitule = u"Consultations avancées à Annot"_s;
    MergeResult result = merge(origin.projet, mine, origin.without());
    checkWhole(result.merged);
    CHECK(result.fromTheirs.empty());
    REQUIRE(result.conflicts.size() == 1);
    CHECK(result.conflicts.front().type == MergeConflict::Type::RemovedByTheirs);
    CHECK(result.conflicts.front().at == FieldAddress{u"fiche"_s, origin.fiche, {}});

    // Removed in the end: the children go with it.
    REQUIRE(applyChanges(result.merged, takeTheirs(result.merged, result.conflicts.front())).ok());
    CHECK(diff(result.merged, Projet()).empty());
}

TEST_CASE("a fiche that I removed and they worked on comes back with all that belongs to it")
{
    const WholeFiche origin;
    Projet theirs = origin.projet;
    theirs.fiches.find(origin.fiche)->intitule = u"Consultations avancées à Annot"_s;
    const MergeResult result = merge(origin.projet, origin.without(), theirs);
    checkWhole(result.merged);
    CHECK(result.merged.fiches.find(origin.fiche)->intitule == u"Consultations avancées à Annot"_s);
    CHECK(result.conflicts.size() == 1);
}

TEST_CASE(
    "one line added to a fiche that somebody removed brings the whole fiche back, without what its author removed")
{
    const WholeFiche origin;
    Projet theirs = origin.projet;
    support::addDepense(theirs, u"b"_s, origin.fiche, u"Déplacements"_s);
    REQUIRE(applyChanges(theirs, removing(theirs, u"etapeAction"_s, Id::fromKey(u"etape:a"_s))).ok());
    for (const bool mineRemoved : {true, false}) {
        const MergeResult result = mineRemoved ? merge(origin.projet, origin.without(), theirs)
                                               : merge(origin.projet, theirs, origin.without());
        CHECK(result.merged.fiches.size() == 1);
        CHECK(result.merged.budget.size() == 2);
        CHECK(result.merged.objectifs.size() == 1);
        CHECK(result.merged.releves.size() == 1);
        CHECK(result.merged.etapesAction.empty());
        CHECK(dangling(result.merged).isEmpty());
    }
}

TEST_CASE("a fiche removed by both, or untouched by the other, is gone with all that belongs to it")
{
    const WholeFiche origin;
    for (const Projet &theirs : {origin.without(), origin.projet}) {
        const MergeResult result = merge(origin.projet, origin.without(), theirs);
        CHECK(diff(result.merged, Projet()).empty());
        CHECK(result.conflicts.empty());
    }
}

TEST_CASE("two people who range the same list and add to it get every line, each rank as one of them gave it")
{
    Projet origin;
    for (const QString &key : {u"D"_s, u"M"_s, u"V"_s})
        support::addBesoin(origin, key, u"Besoin "_s + key);
    Projet mine = origin;
    mine.besoins.find(Id::fromKey(u"besoin:V"_s))->rang = u"5"_s;
    support::addBesoin(mine, u"n"_s, u"Ajouté ici"_s);
    Projet theirs = origin;
    theirs.besoins.find(Id::fromKey(u"besoin:D"_s))->rang = u"z"_s;
    support::addBesoin(theirs, u"nV"_s, u"Ajouté là-bas"_s);
    const MergeResult result = merge(origin, mine, theirs);
    CHECK(result.conflicts.empty());
    QStringList order;
    for (const auto &[id, besoin] : inOrder(result.merged.besoins))
        order << besoin->enonce;
    CHECK(order == QStringList{u"Besoin V"_s, u"Besoin M"_s, u"Ajouté ici"_s, u"Ajouté là-bas"_s, u"Besoin D"_s});
}
