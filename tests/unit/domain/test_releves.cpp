// The values of an indicator, year by year, in whatever order they were typed.
#include "domain/releves.h"
#include "support/catch.h"

using namespace domain;

namespace
{

const Id patients = Id::fromKey(QStringLiteral("indicateurAction:patients"));
const Id other = Id::fromKey(QStringLiteral("indicateurAction:autre"));

Id add(Projet &projet, const Id &indicateur, Number annee, Decimal valeur)
{
    const Id id = Id::create();
    Releve &releve = projet.releves.insert(id);
    releve.indicateur = indicateur;
    releve.annee = annee;
    releve.valeur = valeur;
    return id;
}

std::vector<Id> idsOf(const std::vector<IdReleve> &releves)
{
    std::vector<Id> ids;
    for (const auto &[id, releve] : releves)
        ids.push_back(id);
    return ids;
}

} // namespace

TEST_CASE("the values of an indicator are its own, by year, without a year last")
{
    Projet projet;
    const Id half = add(projet, patients, 24, 3);
    const Id late = add(projet, patients, 2030, 31);
    const Id early = add(projet, patients, 2028, 48);
    add(projet, other, 2029, 7);
    const std::vector<Id> found = idsOf(relevesDe(projet, patients));
    CHECK(found == std::vector<Id>{early, late, half});
    CHECK(relevesDe(projet, Id::create()).empty());
}

TEST_CASE("the last value is that of the latest year that has one")
{
    Projet projet;
    CHECK(dernierReleve(projet, patients).first.isNull());
    CHECK(dernierReleve(projet, patients).second == nullptr);
    add(projet, patients, 24, 3); // no year yet
    CHECK(dernierReleve(projet, patients).first.isNull());
    const Id reached = add(projet, patients, 2029, 0); // zero is a value
    add(projet, patients, 2028, 48);
    add(projet, patients, 2030, {}); // to be filled
    add(projet, other, 2031, 9);
    CHECK(dernierReleve(projet, patients).first == reached);
}

TEST_CASE("a year that stands twice is known from both, of one indicator only")
{
    Projet projet;
    const Id first = add(projet, patients, 2029, 48);
    CHECK(memeAnnee(projet, first).first.isNull());
    add(projet, other, 2029, 9);
    CHECK(memeAnnee(projet, first).first.isNull());
    const Id second = add(projet, patients, 2029, 31);
    CHECK(memeAnnee(projet, first).first == second);
    CHECK(memeAnnee(projet, second).first == first);
    const Id blank = add(projet, patients, {}, {});
    add(projet, patients, {}, {});
    CHECK(memeAnnee(projet, blank).first.isNull()); // two that have no year yet are not one year
    CHECK(memeAnnee(projet, Id::create()).first.isNull());
}
