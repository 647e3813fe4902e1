// What the contract covers, and the sums of the budget.
#include "fixtures.h"
#include "suivi/budget.h"
#include "suivi/couverture.h"

#include <random>

using namespace suivitest;

namespace
{

domain::LigneBudget &cost(domain::Projet &projet, const Id &fiche, domain::Number annee, domain::Decimal prevu)
{
    domain::LigneBudget &line = projet.budget.insert(Id::create());
    line.fiche = fiche;
    line.annee = annee;
    line.prevu = prevu;
    return line;
}

domain::Financement &funding(domain::Projet &projet, domain::Number annee, domain::Decimal montant)
{
    domain::Financement &each = projet.financements.insert(Id::create());
    each.annee = annee;
    each.montant = montant;
    return each;
}

const suivi::Montants &of(const std::vector<suivi::Poste> &posts, const QString &name)
{
    for (const suivi::Poste &post : posts)
        if (post.nom == name)
            return post.montants;
    FAIL(name.toStdString());
    return posts.front().montants;
}

} // namespace

TEST_CASE("the contract keeps communes, missions and population, what changes since is told by name")
{
    domain::Projet projet;
    commune(projet, u"04006"_s, u"Allos"_s, 39000);
    commune(projet, u"04039"_s, u"Castellane"_s, 500);
    mission(projet, u"prevention"_s);
    CHECK_FALSE(suivi::contratRetenu(projet));
    CHECK(suivi::ecartAuContrat(projet, references()).vide());
    REQUIRE(domain::applyChanges(projet, suivi::retenirContrat(projet)).ok());
    CHECK(suivi::contratRetenu(projet));
    CHECK(projet.contrat.communes == u"04006 04039"_s);
    CHECK(projet.contrat.population == 39500);
    CHECK(suivi::ecartAuContrat(projet, references()).vide());
    CHECK(suivi::retenirContrat(projet).empty());

    commune(projet, u"04008"_s, u"Annot"_s, 1000);
    projet.communes.remove(Id::fromKey(u"commune:04039"_s));
    mission(projet, u"parcours"_s);
    mission(projet, u"prevention"_s, false);
    const QString words = suivi::ecartEnMots(suivi::ecartAuContrat(projet, references()));
    CHECK(words == u"communes : + Annot, − Castellane ; mission ajoutée : Parcours ; mission retirée : Prévention ; "
                   "taille 1 au contrat, taille 2 aujourd’hui"_s);
    // The amendment that tells it: once.
    const domain::Avenant told = suivi::avenantAPreparer(projet, references());
    CHECK(told.motif == domain::MotifAvenant::Territoire);
    CHECK(told.objet == u"Commune ajoutée : Annot.\nCommune retirée : Castellane.\nMission ajoutée : Parcours.\n"
                        "Mission retirée : Prévention.\nTaille de la CPTS : 2 au lieu de 1."_s);
    domain::Avenant &kept = projet.avenants.insert(Id::create());
    CHECK(suivi::avenantAPreparer(projet, references()).objet == told.objet); // an empty one tells nothing
    kept = told;
    kept.objet += u" Et le reste."_s;
    CHECK(suivi::avenantAPreparer(projet, references()).objet.isEmpty()); // being written
    kept.signeLe = QDate(2027, 1, 4);
    CHECK(suivi::avenantAPreparer(projet, references()).objet == told.objet);
    kept.objet = told.objet;
    CHECK(suivi::avenantAPreparer(projet, references()).objet.isEmpty());
    REQUIRE(domain::applyChanges(projet, suivi::retenirContrat(projet)).ok());
    CHECK(suivi::ecartEnMots(suivi::ecartAuContrat(projet, references())).isEmpty());
    CHECK(suivi::avenantAPreparer(projet, references()).motif == domain::MotifAvenant::NonRenseigne);
    mission(projet, u"parcours"_s, false);
    kept = {};
    CHECK(suivi::avenantAPreparer(projet, references()).motif == domain::MotifAvenant::Mission);
}

TEST_CASE("a budget is summed by year, funder and mission, and what nobody gave stays unknown")
{
    domain::Projet projet;
    const Id fiche = Id::create();
    projet.fiches.insert(fiche).mission = Id::fromKey(u"mission:prevention"_s);
    cost(projet, fiche, 2027, 1000.10).financeur = u"ARS"_s;
    cost(projet, fiche, 2027, 0.20).realise = 12.5;
    cost(projet, {}, {}, 5.0);
    domain::Financement &aid = funding(projet, 2027, 900.0);
    aid.financeur = u"ARS"_s;
    aid.verse = 450.0;
    funding(projet, 2028, {}).mission = Id::fromKey(u"mission:prevention"_s);
    const suivi::Bilan all = suivi::bilan(projet, references());
    const suivi::Montants &year = of(all.annees, u"2027"_s);
    CHECK(year.prevu == 1000.30);
    CHECK(year.realise == 12.5);
    CHECK(year.attendu == 900.0);
    CHECK(year.verse == 450.0);
    CHECK(year.solde() == -100.30);
    CHECK(all.annees.back().nom == u"Sans année"_s);
    CHECK(all.annees.size() == 2); // a funding without an amount makes no row
    CHECK(of(all.financeurs, u"ARS"_s).attendu == 900.0);
    CHECK(of(all.financeurs, u"Sans financeur"_s).prevu == 5.2);
    CHECK(of(all.missions, u"Prévention"_s).prevu == 1000.30);
    CHECK(of(all.missions, u"Toute la CPTS"_s).attendu == 900.0);
    CHECK(all.total.prevu == 1005.30);
    CHECK_FALSE(of(all.financeurs, u"Sans financeur"_s).attendu);
    CHECK_FALSE(suivi::Montants{}.solde());
}

TEST_CASE("what a fiche without mission costs is told apart from what serves the whole CPTS")
{
    domain::Projet projet;
    const Id fiche = Id::create();
    projet.fiches.insert(fiche).intitule = u"À ranger"_s;
    domain::LigneBudget &line = projet.budget.insert(Id::create());
    line.fiche = fiche;
    line.prevu = 5100;
    funding(projet, 2027, 29000.0);
    const suivi::Bilan all = suivi::bilan(projet, references());
    CHECK(of(all.missions, u"Sans mission"_s).prevu == 5100);
    CHECK_FALSE(of(all.missions, u"Sans mission"_s).attendu);
    CHECK(of(all.missions, u"Toute la CPTS"_s).attendu == 29000);
    CHECK_FALSE(of(all.missions, u"Toute la CPTS"_s).prevu);
}

TEST_CASE("whatever way it is cut, the parts make the whole, to the cent")
{
    std::mt19937 random(7);
    const auto number = [&random](int most) { return std::uniform_int_distribution<int>(0, most)(random); };
    for (int turn = 0; turn < 50; ++turn) {
        domain::Projet projet;
        qint64 cents = 0;
        for (int line = 0; line < 60; ++line) {
            const int amount = number(1000000);
            cents += amount;
            cost(projet, {}, number(3) == 0 ? domain::Number() : domain::Number(2025 + number(4)), amount / 100.0)
                .financeur = number(1) == 0 ? QString() : u"F%1"_s.arg(number(3));
        }
        const suivi::Bilan all = suivi::bilan(projet, references());
        CHECK(std::llround(*all.total.prevu * 100) == cents);
        for (const auto *posts : {&all.annees, &all.financeurs, &all.missions}) {
            qint64 sum = 0;
            for (const suivi::Poste &post : *posts)
                sum += std::llround(post.montants.prevu.value_or(0) * 100);
            CHECK(sum == cents);
        }
    }
}
