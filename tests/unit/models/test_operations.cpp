#include "models/operations.h"
#include "models/tables.h"
#include "open_project.h"

using namespace models;
using namespace Qt::Literals::StringLiterals;
using domain::Value;

namespace
{

std::vector<Id> threePartners(Projet &projet)
{
    std::vector<Id> ids;
    for (const QString &name : {u"Un"_s, u"Deux"_s, u"Trois"_s}) {
        ids.push_back(Id::create());
        REQUIRE(domain::applyChanges(projet, appending(projet, u"partenaire"_s, ids.back(), {{u"service"_s, name}})));
    }
    return ids;
}

} // namespace

TEST_CASE("A new record comes last")
{
    Projet projet = emptyProject();
    const std::vector<Id> ids = threePartners(projet);
    CHECK(ranged(projet, u"partenaire"_s) == ids);
    CHECK(projet.partenaires.find(ids[1])->service == u"Deux"_s);
    CHECK(ranged(projet, u"inconnue"_s).empty());
}

TEST_CASE("Several new records come last, in their order, in one list of changes")
{
    Projet projet = emptyProject();
    std::vector<Id> ids = threePartners(projet);
    const Projet before = projet;
    const Appended added =
        appendingAll(projet, u"partenaire"_s, {{{u"service"_s, u"Quatre"_s}}, {{u"service"_s, u"Cinq"_s}}});
    REQUIRE(added.ids.size() == 2);
    REQUIRE(domain::applyChanges(projet, added.changes));
    ids.insert(ids.end(), added.ids.begin(), added.ids.end());
    CHECK(ranged(projet, u"partenaire"_s) == ids);
    CHECK(projet.partenaires.find(added.ids[1])->service == u"Cinq"_s);
    REQUIRE(domain::applyChanges(projet, domain::invert(added.changes)));
    CHECK(domain::diff(projet, before).empty());
    CHECK(appendingAll(projet, u"partenaire"_s, {}).changes.empty());
}

TEST_CASE("Moving one record changes one rank and nothing else")
{
    Projet projet = emptyProject();
    const std::vector<Id> ids = threePartners(projet);
    const auto changes = movingBefore(projet, u"partenaire"_s, ids[2], ids[0]);
    CHECK(changes.size() == 1);
    REQUIRE(domain::applyChanges(projet, changes));
    CHECK(ranged(projet, u"partenaire"_s) == std::vector<Id>{ids[2], ids[0], ids[1]});
    REQUIRE(domain::applyChanges(projet, movingBefore(projet, u"partenaire"_s, ids[2], {})));
    CHECK(ranged(projet, u"partenaire"_s) == ids);
    CHECK(movingBefore(projet, u"partenaire"_s, ids[0], ids[1]).empty());
    CHECK(movingBefore(projet, u"partenaire"_s, ids[0], ids[0]).empty());
    CHECK(movingBefore(projet, u"partenaire"_s, Id::create(), ids[0]).empty());
}

TEST_CASE("Records that came with the same rank can still be moved apart")
{
    Projet projet = emptyProject();
    for (int each = 0; each < 4; ++each)
        projet.partenaires.insert(Id::create()).rang = each < 2 ? QString() : u"V"_s;
    std::vector<Id> order = ranged(projet, u"partenaire"_s);
    REQUIRE(domain::applyChanges(projet, movingBefore(projet, u"partenaire"_s, order[3], order[1])));
    const std::vector<Id> expected{order[0], order[3], order[1], order[2]};
    CHECK(ranged(projet, u"partenaire"_s) == expected);
}

TEST_CASE("Removing several communes of one quartier clears it of all, in one list that can be undone")
{
    Projet projet = emptyProject();
    const Id a = addCommune(projet, u"04001"_s, u"A"_s, 10);
    const Id b = addCommune(projet, u"04002"_s, u"B"_s, 20);
    const Id quartier = Id::create();
    projet.qpv.insert(quartier).communes = {std::min(a, b), std::max(a, b)};
    const Projet before = projet;
    const auto changes = removingAll(projet, u"commune"_s, {a, b, Id::create()});
    REQUIRE(domain::applyChanges(projet, changes));
    CHECK(projet.communes.empty());
    CHECK(projet.qpv.find(quartier)->communes.empty());
    REQUIRE(domain::applyChanges(projet, domain::invert(changes)));
    CHECK(domain::diff(before, projet).empty());
}

TEST_CASE("A change that does not fit leaves the builder as it was")
{
    ChangeBuilder builder(emptyProject());
    CHECK(builder.set(u"identite"_s, {}, u"nom"_s, u"Autre"_s));
    CHECK_FALSE(builder.add({{domain::Change::Type::Set, {u"identite"_s, {}, u"nom"_s}, u"Faux"_s, u"X"_s}}));
    CHECK(builder.changes().size() == 1);
    CHECK(builder.projet().identite.nom == u"Autre"_s);
    CHECK(builder.set(u"mission"_s, Id::fromKey(u"mission:prevention"_s), u"retenue"_s, true, u"prevention"_s));
    CHECK(domain::findKey(builder.projet().missions, u"mission"_s, u"prevention"_s)->code == u"prevention"_s);
}
