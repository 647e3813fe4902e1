// What a reader notices though every field is filled: dates that follow each other badly, the same thing twice, a
// figure that cannot be. The rule is common sense; the page of the cahier des charges is that of the fact.
#include "base/text.h"
#include "base/written_date.h"
#include "controle/criteria.h"
#include "domain/effectifs.h"
#include "domain/releves.h"
#include "suivi/demarche.h"

#include <algorithm>
#include <map>

namespace controle
{

using namespace Qt::Literals::StringLiterals;

namespace
{

const QString annexe5 = u"Cahier des charges PACA 2022, annexe 5"_s;

domain::FieldAddress fieldOf(const suivi::DateEtape &at)
{
    return at.id.isNull() ? uniqueField(u"identite"_s, u"contratLe"_s)
                          : domain::FieldAddress{u"echeance"_s, at.id, u"date"_s};
}

QString dayOf(const suivi::Etape &step, const suivi::DateEtape &at)
{
    return u"« %1 » (%2)"_s.arg(step.officielle->titre, base::frenchLongDate(at.date));
}

// The steps of the procedure that have a date, real or planned, in their official order.
Verdicts judgeOrdreDemarche(const Input &input)
{
    Verdicts verdicts;
    const suivi::Etape *last = nullptr;
    suivi::DateEtape before;
    bool compared = false;
    const auto steps = suivi::demarche(input.projet, input.reference, input.today);
    for (const suivi::Etape &step : steps) {
        const bool done = step.reelle.date.isValid();
        const suivi::DateEtape at = done ? step.reelle : step.prevue;
        if (!at.date.isValid())
            continue;
        compared = compared || last;
        if (last && at.date < before.date)
            verdicts.push_back(
                improvement(u"%1 serait avant %2"_s.arg(dayOf(step, at), dayOf(*last, before)), fieldOf(at)));
        else if (done && at.date > input.today)
            verdicts.push_back(
                improvement(u"%1 : noté comme fait, à une date à venir"_s.arg(dayOf(step, at)), fieldOf(at)));
        last = &step;
        before = at;
    }
    if (verdicts.empty() && compared)
        verdicts.push_back(fulfilled(u"Les étapes de la démarche se suivent"_s, newRecord(u"echeance"_s, u"date"_s)));
    return verdicts;
}

// Records of which a second one has the same key; `told` says it of one, `once` that there is none. `field` is where it
// is mended, of no record in particular.
template <class Records, class Key, class Told>
Verdicts twice(const Records &records, const domain::FieldAddress &field, const Key &keyOf, const Told &told,
               const QString &once)
{
    std::map<QString, bool> seen; // whether its double was told
    Verdicts verdicts;
    for (const auto &[id, record] : records) {
        const QString key = base::fold(keyOf(*record));
        if (blank(key))
            continue;
        const auto [at, isNew] = seen.try_emplace(key, false);
        if (isNew || at->second)
            continue;
        at->second = true;
        verdicts.push_back(improvement(told(*record), {field.table, id, field.field}));
    }
    if (verdicts.empty() && records.size() > 1)
        verdicts.push_back(fulfilled(once, field));
    return verdicts;
}

Verdicts judgeFichesDoubles(const Input &input)
{
    return twice(
        fichesOf(input.projet, input.reference), newRecord(u"fiche"_s, u"intitule"_s),
        [](const domain::FicheAction &fiche) { return fiche.intitule; },
        [](const domain::FicheAction &fiche) {
            return u"Deux fiches-actions ont le même titre : « %1 »"_s.arg(shortened(fiche.intitule));
        },
        u"Chaque fiche-action a son propre titre"_s);
}

Verdicts judgeMembresDoubles(const Input &input)
{
    return twice(
        domain::membres(input.projet), newRecord(u"personne"_s, u"nom"_s),
        [](const domain::Personne &person) { return blank(person.nom) ? QString() : nameOf(person); },
        [](const domain::Personne &person) {
            return u"%1 est deux fois dans la liste des membres"_s.arg(nameOf(person));
        },
        u"Chaque membre est une seule fois dans la liste"_s);
}

// A service in two places is two partners.
Verdicts judgePartenairesDoubles(const Input &input)
{
    return twice(
        domain::inOrder(input.projet.partenaires), newRecord(u"partenaire"_s, u"service"_s),
        [](const domain::Partenaire &partner) {
            return blank(partner.service) ? QString() : QString(partner.service + u' ' + partner.localisation);
        },
        [](const domain::Partenaire &partner) {
            return u"%1 est deux fois parmi les partenaires"_s.arg(shortened(partner.service));
        },
        u"Chaque partenaire est indiqué une seule fois"_s);
}

Verdicts judgeIndicateursPossibles(const Input &input)
{
    Verdicts verdicts;
    bool judged = false;
    for (const auto &[id, indicateur] : domain::inOrder(input.projet.indicateurs)) {
        if (!indicateur->territoire)
            continue;
        judged = true;
        const QString name = u"Indicateur « %1 »"_s.arg(shortened(indicateur->intitule));
        const bool projection = base::fold(indicateur->intitule + indicateur->source).contains(u"projection"_s);
        if (impossibleShare(*indicateur, *indicateur->territoire))
            verdicts.push_back(
                improvement(u"%1 : %2 %, à vérifier"_s.arg(name, base::frenchNumber(*indicateur->territoire, 1)),
                            {u"indicateur"_s, id, u"territoire"_s}));
        else if (base::isYear(indicateur->annee) && *indicateur->annee > input.today.year() && !projection)
            verdicts.push_back(
                improvement(u"%1 : l’année %2 est à venir"_s.arg(name, QString::number(*indicateur->annee)),
                            {u"indicateur"_s, id, u"annee"_s}));
    }
    if (verdicts.empty() && judged)
        verdicts.push_back(
            fulfilled(u"Les chiffres du diagnostic sont possibles"_s, newRecord(u"indicateur"_s, u"territoire"_s)));
    return verdicts;
}

// More people on one line than a whole CPTS employs.
bool impossibleTime(const domain::Decimal &etp)
{
    constexpr double most = 10;
    return etp && (*etp < 0 || *etp > most);
}

Verdicts judgeMontants(const Input &input)
{
    Verdicts verdicts;
    const auto all = domain::inOrder(input.projet.budget);
    for (const auto &[id, line] : all) {
        const bool planned = line->prevu.value_or(0) < 0;
        const bool time = impossibleTime(line->etp);
        if (!planned && !time && line->realise.value_or(0) >= 0)
            continue;
        const domain::FicheAction *fiche = input.projet.fiches.find(line->fiche);
        const QString name = blank(line->intitule) ? u"une dépense"_s : u"« %1 »"_s.arg(shortened(line->intitule));
        const QString where = fiche ? nameOf(*fiche) : u"Budget"_s;
        if (time)
            verdicts.push_back(improvement(
                u"Budget, %1 : %2 équivalents temps plein, à vérifier"_s.arg(name, base::frenchNumber(*line->etp, 2)),
                {u"budget"_s, id, u"etp"_s}));
        if (planned || line->realise.value_or(0) < 0)
            verdicts.push_back(improvement(u"%1 : %2 a un montant négatif"_s.arg(where, name),
                                           {u"budget"_s, id, planned ? u"prevu"_s : u"realise"_s}));
    }
    if (verdicts.empty() && !all.empty())
        verdicts.push_back(fulfilled(u"Les montants du budget sont possibles"_s, newRecord(u"budget"_s, u"prevu"_s)));
    return verdicts;
}

// The form warns, where one types; a file written elsewhere may hold it. Told once for each year, of its second value.
Verdicts judgeRelevesDoubles(const Input &input)
{
    Verdicts verdicts;
    bool compared = false;
    for (const auto &[id, indicator] : domain::inOrder(input.projet.indicateursAction)) {
        const domain::FicheAction *fiche = input.projet.fiches.find(indicator->fiche);
        const auto values = domain::relevesDe(input.projet, id); // by year
        compared = compared || (fiche && values.size() > 1);
        for (size_t at = 1; fiche && at < values.size(); ++at) {
            const domain::Number &year = values[at].second->annee;
            const bool again = base::isYear(year) && values[at - 1].second->annee == year;
            if (again && (at < 2 || values[at - 2].second->annee != year))
                verdicts.push_back(
                    improvement(u"%1 : l’indicateur « %2 » a deux valeurs pour %3"_s.arg(
                                    nameOf(*fiche), shortened(indicator->intitule), QString::number(*year)),
                                {u"releve"_s, values[at].first, u"annee"_s}));
        }
    }
    if (verdicts.empty() && compared)
        verdicts.push_back(
            fulfilled(u"Chaque indicateur a une valeur par année"_s, newRecord(u"indicateurAction"_s, u"intitule"_s)));
    return verdicts;
}

// Nobody works more than full time.
Verdicts judgeTempsPlein(const Input &input)
{
    Verdicts verdicts;
    bool judged = false;
    for (const auto &[id, poste] : domain::inOrder(input.projet.postes)) {
        if (!poste->nombre || !poste->etp)
            continue;
        judged = true;
        if (*poste->etp > static_cast<double>(*poste->nombre))
            verdicts.push_back(improvement(u"%1 : %2 équivalent temps plein pour %3"_s.arg(
                                               blank(poste->fonction) ? u"Un poste"_s : shortened(poste->fonction),
                                               base::frenchNumber(*poste->etp, 2),
                                               base::frenchCount(*poste->nombre, u"personne"_s, u"personnes"_s)),
                                           {u"poste"_s, id, u"etp"_s}));
    }
    if (verdicts.empty() && judged)
        verdicts.push_back(fulfilled(u"Les temps de travail sont possibles"_s, newRecord(u"poste"_s, u"etp"_s)));
    return verdicts;
}

// Where a total that is far out comes from, most often: the figure of the band that counts the most.
domain::FieldAddress largestAge(const domain::Projet &projet)
{
    const auto fewer = [](const auto &a, const auto &b) {
        return domain::habitants(a.second) < domain::habitants(b.second);
    };
    const auto &[id, band] = *std::max_element(projet.tranches.begin(), projet.tranches.end(), fewer);
    return {u"tranche"_s, id, band.ensemble ? u"ensemble"_s : band.femmes > band.hommes ? u"femmes"_s : u"hommes"_s};
}

// The ages counted one by one make the population, or nearly: the two figures are often of two years.
Verdicts judgeAges(const Input &input)
{
    constexpr double tolerance = 0.1;
    const domain::Number population = domain::populationRetenue(input.projet);
    const auto total = static_cast<double>(domain::habitantsParAge(input.projet).value_or(0));
    if (total <= 0 || !population || *population <= 0)
        return {};
    const domain::FieldAddress field = largestAge(input.projet);
    const auto retained = static_cast<double>(*population);
    if (std::abs(total - retained) > tolerance * retained)
        return {improvement(u"Âges : %1 habitants en tout, pour une population retenue de %2"_s.arg(
                                base::frenchNumber(total, 0), base::frenchNumber(*population)),
                            field)};
    return {fulfilled(u"Le total des âges est celui de la population retenue"_s, field)};
}

} // namespace

Criterion ordreDemarche(const QString &code)
{
    return {code, u"calendrier"_s, u"La démarche a un ordre : l’instructeur lira ces dates l’une après l’autre."_s,
            u"Cahier des charges PACA 2022, p. 18 et 19"_s, judgeOrdreDemarche};
}

std::vector<Criterion> projetCoherenceCriteria()
{
    const QString form = u"Cahier des charges PACA 2022, annexe 4, 1)"_s;
    const QString members = u"Cahier des charges PACA 2022, annexe 4, 2a)"_s;
    const QString impossible = u"Un chiffre impossible fait douter des autres."_s;
    return {
        {u"projet.indicateurs-possibles"_s, u"diagnostic"_s, impossible, form, judgeIndicateursPossibles},
        {u"projet.ages-population"_s, u"diagnostic"_s,
         u"Deux chiffres pour une population : l’instructeur demandera lequel est le bon."_s, form, judgeAges},
        {u"projet.membres-doubles"_s, u"organisation"_s, u"Un membre en double fausse la liste et les comptes."_s,
         members, judgeMembresDoubles},
        {u"projet.temps-plein"_s, u"organisation"_s, impossible, u"Cahier des charges PACA 2022, annexe 4, 2d)"_s,
         judgeTempsPlein},
        {u"projet.partenaires-doubles"_s, u"organisation"_s, u"Un partenaire en double se remarque dans la liste."_s,
         u"Cahier des charges PACA 2022, annexe 4, 2e)"_s, judgePartenairesDoubles},
        {u"projet.fiches-titres"_s, u"fiches"_s,
         u"Deux fiches de même titre ne se distinguent plus dans le sommaire."_s, annexe5, judgeFichesDoubles},
        datesFiches(),
        {u"projet.montants"_s, u"fiches"_s, impossible, annexe5, judgeMontants},
        {u"projet.releves-doubles"_s, u"fiches"_s,
         u"Une année, une valeur : le dialogue de gestion demandera laquelle est la bonne."_s, annexe5,
         judgeRelevesDoubles},
    };
}

} // namespace controle
