#include "base/file.h"
#include "domain/canevas.h"
#include "domain/changes.h"
#include "domain/json.h"
#include "support/catch.h"
#include "support/source.h"

using namespace Qt::Literals::StringLiterals;

namespace
{

domain::Projet vallees()
{
    const auto bytes = base::readFile(support::source(u"resources/exemples/vallees.json"_s));
    REQUIRE(bytes);
    const auto read = domain::projetFromJson(bytes.value());
    REQUIRE(read);
    return read.value().projet;
}

} // namespace

TEST_CASE("A model has no people and no figures, its texts and communes stay")
{
    const domain::Projet example = vallees();
    const domain::Projet model = domain::sansPersonnesNiChiffres(example);
    CHECK(model.personnes.empty());
    CHECK(model.identite.porteur.isNull());
    CHECK_FALSE(model.population.valeur);
    for (const auto &[id, effectif] : model.effectifs)
        CHECK_FALSE(effectif.identifies);
    for (const auto &[id, indicateur] : model.indicateursAction)
        CHECK_FALSE((indicateur.depart || indicateur.cible));
    for (const auto &[id, ligne] : model.budget)
        CHECK_FALSE(ligne.prevu);
    CHECK(model.fiches.size() == example.fiches.size());
    for (const auto &[id, fiche] : model.fiches) {
        CHECK(fiche.coordonnateur.isNull());
        CHECK(fiche.objectifGeneral == example.fiches.find(id)->objectifGeneral);
    }
    REQUIRE_FALSE(model.communes.empty());
    for (const auto &[id, commune] : model.communes)
        CHECK(commune.population == example.communes.find(id)->population);
    for (const auto &[id, rubrique] : example.rubriques)
        CHECK(model.rubriques.find(id)->texte == rubrique.texte);
}

TEST_CASE("A model of a model is itself")
{
    const domain::Projet model = domain::sansPersonnesNiChiffres(vallees());
    CHECK(domain::diff(model, domain::sansPersonnesNiChiffres(model)).empty());
}
