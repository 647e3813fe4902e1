#include "models/fiche_operations.h"
#include "open_project.h"

using namespace models;
using namespace Qt::Literals::StringLiterals;
using domain::Value;

namespace
{

const Id prevention = Id::fromKey(u"mission:prevention"_s);

// A fiche with two objectives, an indicator of the second, a step and a budget line.
Id addFullFiche(domain::Projet &projet)
{
    const Id fiche = Id::create();
    projet.missions.insert(prevention).code = u"prevention"_s;
    domain::FicheAction &record = projet.fiches.insert(fiche);
    record.rang = u"a"_s;
    record.intitule = u"Journées de dépistage"_s;
    record.mission = prevention;
    record.avancement = domain::Avancement::EnCours;
    projet.objectifs.insert(Id::create()).fiche = fiche;
    const Id second = Id::create();
    domain::ObjectifSpecifique &objectif = projet.objectifs.insert(second);
    objectif.fiche = fiche;
    objectif.enonce = u"40 % de participation"_s;
    const Id measure = Id::create();
    domain::IndicateurAction &indicateur = projet.indicateursAction.insert(measure);
    indicateur.fiche = fiche;
    indicateur.objectif = second;
    indicateur.cible = 40;
    domain::Releve &releve = projet.releves.insert(Id::create());
    releve.indicateur = measure;
    releve.valeur = 33;
    domain::EtapeAction &etape = projet.etapesAction.insert(Id::create());
    etape.fiche = fiche;
    etape.faite = true;
    domain::LigneBudget &ligne = projet.budget.insert(Id::create());
    ligne.fiche = fiche;
    ligne.prevu = 4000;
    ligne.realise = 3500;
    return fiche;
}

domain::Projet applied(domain::Projet projet, const domain::ChangeList &changes)
{
    REQUIRE_FALSE(changes.empty());
    REQUIRE(domain::applyChanges(projet, changes).ok());
    return projet;
}

} // namespace

TEST_CASE("A new fiche stands last in its mission, which is added when nobody wrote about it")
{
    const Id fiche = Id::create();
    const domain::Projet after = applied(emptyProject(), newFiche(emptyProject(), fiche, u"prevention"_s));
    REQUIRE(after.fiches.find(fiche));
    CHECK(after.fiches.find(fiche)->mission == prevention);
    CHECK(after.missions.find(prevention)->code == u"prevention");
    CHECK(fichesOf(after, u"prevention"_s) == std::vector<Id>{fiche});
    CHECK(fichesOf(after, u"crises"_s).empty());

    const Id loose = Id::create();
    const domain::Projet with = applied(after, newFiche(after, loose, {}));
    CHECK(fichesOf(with, {}) == std::vector<Id>{loose});
}

TEST_CASE("A fiche made from a need takes its words and its link")
{
    domain::Projet projet = emptyProject();
    const Id need = Id::create();
    projet.besoins.insert(need).enonce = u"Dépister plus tôt"_s;
    projet.besoins.find(need)->publicConcerne = u"50 à 74 ans"_s;
    const Id fiche = Id::create();
    const domain::Projet after = applied(projet, newFiche(projet, fiche, u"prevention"_s, need));
    CHECK(after.fiches.find(fiche)->intitule == u"Dépister plus tôt");
    CHECK(after.fiches.find(fiche)->publicBeneficiaire == u"50 à 74 ans");
    CHECK(after.fiches.find(fiche)->besoins == base::IdList{need});
}

TEST_CASE("A copy has everything of its own but what was done, and nothing of the original moves")
{
    domain::Projet projet = emptyProject();
    const Id fiche = addFullFiche(projet);
    const Id copy = Id::create();
    const domain::Projet after = applied(projet, copyFiche(projet, fiche, copy));
    const domain::FicheAction *copied = after.fiches.find(copy);
    REQUIRE(copied);
    CHECK(copied->intitule == u"Journées de dépistage (copie)");
    CHECK(copied->mission == prevention);
    CHECK(copied->avancement == domain::Avancement::NonCommencee);
    CHECK(fichesOf(after, u"prevention"_s) == std::vector<Id>{fiche, copy});
    CHECK(after.objectifs.size() == 4);
    CHECK(after.releves.size() == 1);
    int seen = 0;
    for (const auto &[id, indicateur] : after.indicateursAction) {
        if (indicateur.fiche != copy)
            continue;
        ++seen;
        REQUIRE(after.objectifs.find(indicateur.objectif));
        CHECK(after.objectifs.find(indicateur.objectif)->fiche == copy);
        CHECK(after.objectifs.find(indicateur.objectif)->enonce == u"40 % de participation");
    }
    CHECK(seen == 1);
    for (const auto &[id, ligne] : after.budget) {
        CHECK(ligne.prevu == domain::Decimal(4000));
        CHECK(ligne.realise == (ligne.fiche == copy ? domain::Decimal() : domain::Decimal(3500)));
    }
    for (const auto &[id, etape] : after.etapesAction)
        CHECK(etape.faite == (etape.fiche == fiche));
    CHECK(copyFiche(projet, Id::create(), copy).empty());
}

TEST_CASE("Fiches move inside their mission, not beyond its ends, and to another mission")
{
    domain::Projet projet = emptyProject();
    std::vector<Id> ids;
    for (int i = 0; i < 3; ++i) {
        ids.push_back(Id::create());
        projet = applied(projet, newFiche(projet, ids.back(), u"prevention"_s));
    }
    CHECK(moveFiche(projet, ids[0], -1).empty());
    CHECK(moveFiche(projet, ids[2], 1).empty());
    projet = applied(projet, moveFiche(projet, ids[0], 1));
    CHECK(fichesOf(projet, u"prevention"_s) == std::vector<Id>{ids[1], ids[0], ids[2]});
    projet = applied(projet, moveFiche(projet, ids[2], -1));
    CHECK(fichesOf(projet, u"prevention"_s) == std::vector<Id>{ids[1], ids[2], ids[0]});
    projet = applied(projet, moveFicheTo(projet, ids[1], u"crises"_s));
    CHECK(fichesOf(projet, u"prevention"_s) == std::vector<Id>{ids[2], ids[0]});
    CHECK(fichesOf(projet, u"crises"_s) == std::vector<Id>{ids[1]});
}

TEST_CASE("A field of a fiche is known to come from its need as long as it reads as the need does")
{
    domain::Projet projet = emptyProject();
    const Id need = Id::create();
    domain::Besoin &besoin = projet.besoins.insert(need);
    besoin.enonce = u"Dépister plus tôt "_s;
    const Id fiche = Id::create();
    projet = applied(projet, newFiche(projet, fiche, u"prevention"_s, need));
    const domain::FieldAddress source{u"besoin"_s, need, u"enonce"_s};
    CHECK(takenFromDiagnostic(projet, fiche, u"besoins"_s) == source);
    CHECK(takenFromDiagnostic(projet, fiche, u"intitule"_s) == source);
    CHECK_FALSE(takenFromDiagnostic(projet, fiche, u"publicBeneficiaire"_s)); // the need says nothing of it
    CHECK_FALSE(takenFromDiagnostic(projet, fiche, u"actions"_s));
    CHECK_FALSE(takenFromDiagnostic(projet, Id::create(), u"besoins"_s));
    projet.fiches.find(fiche)->intitule = u"Autre chose"_s;
    CHECK_FALSE(takenFromDiagnostic(projet, fiche, u"intitule"_s));
    projet.fiches.find(fiche)->besoins = {Id::create()}; // of a file that somebody made
    CHECK_FALSE(takenFromDiagnostic(projet, fiche, u"besoins"_s));
}
