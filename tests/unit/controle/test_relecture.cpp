// A project proofread: twenty-nine slips of the hand put in the example, one at a time. Each is told, and leads to the
// field that holds it, but for what no trame asks.
#include "unit/controle/spoils.h"

#include <map>

using namespace spoils;

namespace
{

// What is wrong, where it leads, and what is said of it that was not said before.
struct Slip {
    const char *what;
    QString field; // "table.field"
    QString says;
    std::function<void(Projet &)> spoil;
};

template <class T>
std::function<void(Projet &)> nth(domain::Records<T> Projet::*records, size_t place, std::function<void(T &)> change)
{
    return [=](Projet &projet) { change(*(projet.*records).find(domain::inOrder(projet.*records).at(place).first)); };
}

using Fiche = domain::FicheAction;
using Etape = domain::EtapeAction;
using Indicateur = domain::IndicateurAction;
using Depense = domain::LigneBudget;

std::vector<Slip> slipsOfFiches()
{
    const auto fiche = [](size_t place, std::function<void(Fiche &)> change) {
        return nth<Fiche>(&Projet::fiches, place, std::move(change));
    };
    const auto etape = [](size_t place, std::function<void(Etape &)> change) {
        return nth<Etape>(&Projet::etapesAction, place, std::move(change));
    };
    const auto indicateur = [](size_t place, std::function<void(Indicateur &)> change) {
        return nth<Indicateur>(&Projet::indicateursAction, place, std::move(change));
    };
    const auto depense = [](size_t place, std::function<void(Depense &)> change) {
        return nth<Depense>(&Projet::budget, place, std::move(change));
    };
    return {
        {"a fiche that nobody leads", u"fiche.coordonnateur"_s, u"aucun coordonnateur"_s,
         fiche(0, [](Fiche &each) { each.coordonnateur = {}; })},
        {"a fiche that begins after its steps", u"fiche.debut"_s, u"commence après la dernière étape"_s,
         fiche(1, [](Fiche &each) { each.debut = QDate(2030, 9, 1); })},
        {"a fiche of no mission", u"fiche.mission"_s, u"rattachée à aucune mission"_s,
         fiche(2, [](Fiche &each) { each.mission = {}; })},
        {"a fiche without general objective", u"fiche.objectifGeneral"_s, u"sans objectif général : « "_s,
         fiche(3, [](Fiche &each) { each.objectifGeneral.clear(); })},
        {"a fiche of the last century", u"fiche.debut"_s, u", début : 1928 ? Vérifiez l’année"_s,
         fiche(4, [](Fiche &each) { each.debut = QDate(1928, 9, 4); })},
        {"a step that ends before it begins", u"etapeAction.fin"_s, u"finit avant de commencer"_s,
         etape(0, [](Etape &each) { each.fin = each.debut.addDays(-30); })},
        {"a step after the contract", u"etapeAction.debut"_s, u": 2040 ? Vérifiez l’année"_s,
         etape(1, [](Etape &each) { each.debut = QDate(2040, 1, 1), each.fin = QDate(2040, 2, 1); })},
        {"an indicator without target", u"indicateurAction.cible"_s, u"Indicateur sans cible : « "_s,
         indicateur(0, [](Indicateur &each) { each.cible.reset(); })},
        {"a target before the project", u"indicateurAction.echeance"_s, u": 2020 ? Vérifiez l’année"_s,
         indicateur(1, [](Indicateur &each) { each.echeance = QDate(2020, 1, 31); })},
        {"an expense of no year", u"budget.annee"_s, u"Dépense sans année : « "_s,
         depense(0, [](Depense &each) { each.annee.reset(); })},
        {"an expense below zero", u"budget.prevu"_s, u"a un montant négatif"_s,
         depense(1, [](Depense &each) { each.prevu = -5000; })},
        {"thirty people for an evening", u"budget.etp"_s, u": 30 équivalents temps plein, à vérifier"_s,
         depense(2, [](Depense &each) { each.etp = 30; })},
    };
}

std::vector<Slip> slipsOfPeople()
{
    const auto presents = [](domain::ActionMobilisation &each) { each.presents = 500; };
    const auto lines = [](const QString &code, void (*change)(domain::Effectif &)) {
        return [=](Projet &p) { change(effectif(p, code)); };
    };
    return {
        {"more members than people", u"effectif.adherents"_s, u"plus d’adhérents (50)"_s,
         lines(u"dentistes"_s, [](domain::Effectif &each) { each.adherents = 50; })},
        {"more of them in the governance than there are", u"effectif.gouvernance"_s, u"gouvernance (99)"_s,
         lines(u"biologistes"_s, [](domain::Effectif &each) { each.gouvernance = 99; })},
        {"five full times for one person", u"poste.etp"_s, u"5,5 équivalent temps plein pour 1 personne"_s,
         nth<domain::Poste>(&Projet::postes, 0, [](domain::Poste &each) { each.etp = 5.5; })},
        {"somebody of no profession", u"personne.profession"_s, u"La profession du porteur n’est pas indiquée"_s,
         [](Projet &p) { porteur(p).profession.clear(); }},
        {"more people than were asked", u"mobilisation.presents"_s, u"Plus de participants (500)"_s,
         nth<domain::ActionMobilisation>(&Projet::mobilisations, 1, presents)},
        {"a meeting after the contract", u"mobilisation.date"_s, u": 2030 ? Vérifiez l’année"_s,
         [](Projet &p) {
             first<domain::ActionMobilisation>(
                 &Projet::mobilisations, [](domain::ActionMobilisation &each) { each.date = QDate(2030, 2, 28); },
                 [](const domain::ActionMobilisation &each) { return !each.presents; })(p);
         }},
        {"a convention signed in years to come", u"partenaire.conventionLe"_s, u": le 1er janvier 2035 est à venir"_s,
         [](Projet &p) {
             first<domain::Partenaire>(
                 &Projet::partenaires, [](domain::Partenaire &each) { each.conventionLe = QDate(2035, 1, 1); },
                 [](const domain::Partenaire &each) { return each.convention == true; })(p);
         }},
    };
}

std::vector<Slip> slipsOfTheRest()
{
    return {
        {"a population of nobody knows where", u"population.valeur"_s, u"Écart de"_s,
         [](Projet &p) { p.population.valeur = 9999; }},
        {"a commune without population", u"commune.population"_s,
         u"Population inconnue pour Thorame-Haute : la somme compte 17 communes sur 18"_s,
         [](Projet &p) { commune(p, u"04219"_s).population.reset(); }},
        {"more women than inhabitants", u"tranche.femmes"_s, u"habitants en tout, pour une population"_s,
         [](Projet &p) { p.tranches.find(Id::fromKey(u"tranche:0"_s))->femmes = 12000; }},
        {"a figure of 1924", u"indicateur.annee"_s, u": 1924 ? Vérifiez l’année"_s,
         nth<domain::IndicateurDiagnostic>(&Projet::indicateurs, 0,
                                           [](domain::IndicateurDiagnostic &each) { each.annee = 1924; })},
        {"a step of the procedure without date", u"echeance.date"_s,
         u"« Dépôt du projet de santé » : étape sans date"_s,
         [](Projet &p) { echeance(u"validation"_s, [](domain::Echeance &each) { each.date = {}; })(p); }},
        {"a commission before the lettre", u"echeance.date"_s, u"serait avant"_s,
         [](Projet &p) { echeance(u"ccopd"_s, [](domain::Echeance &each) { each.date = QDate(2026, 1, 1); })(p); }},
        {"an address that is none", u"structure.email"_s, u"n’est pas complète"_s,
         [](Projet &p) { p.structure.email = u"contact@@exemple"_s; }},
        {"a number cut short", u"structure.siret"_s, u"n’a pas 14 chiffres"_s,
         [](Projet &p) { p.structure.siret = u"123"_s; }},
        {"nobody to sign", u"identite.representantLegal"_s, u"Le représentant légal n’est pas nommé"_s,
         [](Projet &p) { p.identite.representantLegal = {}; }},
    };
}

// What is told and was not before.
std::vector<controle::Finding> fresh(const Projet &before, const Projet &after)
{
    std::map<QString, int> known;
    for (const controle::Finding &finding : controle::checkAll(before, references(), today))
        if (finding.severity != Severity::Fulfilled)
            ++known[finding.criterion + finding.sentence];
    std::vector<controle::Finding> list;
    for (const controle::Finding &finding : controle::checkAll(after, references(), today))
        if (finding.severity != Severity::Fulfilled && known[finding.criterion + finding.sentence]-- <= 0)
            list.push_back(finding);
    return list;
}

} // namespace

TEST_CASE("Each slip of a proofread project is told and leads to its field")
{
    const Projet example = vallees();
    size_t slips = 0;
    for (const auto &part : {slipsOfFiches(), slipsOfPeople(), slipsOfTheRest()})
        for (const Slip &slip : part) {
            ++slips;
            Projet projet = example;
            slip.spoil(projet);
            const auto told = fresh(example, projet);
            INFO(slip.what);
            for (const controle::Finding &finding : told)
                UNSCOPED_INFO(finding.sentence.toStdString());
            CHECK(std::any_of(told.begin(), told.end(), [&slip](const controle::Finding &finding) {
                return finding.severity != Severity::Fulfilled && plain(finding.sentence).contains(slip.says) &&
                       finding.field.table + u'.' + finding.field.field == slip.field;
            }));
        }
    CHECK(slips == 28);

    // The twenty-ninth: no trame asks who follows a mission, but who leads each action.
    Projet projet = example;
    mission(projet, u"qualite"_s).referent = {};
    CHECK(fresh(example, projet).empty());
}

TEST_CASE("The example has no date out of its time, whatever the day it is opened on")
{
    for (const QDate &day : {today, QDate(2027, 6, 1), QDate(2028, 12, 1), QDate(2033, 1, 1)})
        for (const controle::Finding &finding : controle::checkAll(vallees(), references(), day)) {
            INFO(finding.sentence.toStdString());
            CHECK_FALSE(plain(finding.sentence).contains(u"Vérifiez l’année"));
            CHECK_FALSE(plain(finding.sentence).contains(u"est à venir"));
        }
}
