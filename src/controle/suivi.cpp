// What follows the writing: the answers of the ARS, the contract and its amendments, attendance, money.
#include "suivi/budget.h"

#include "base/amount.h"
#include "base/text.h"
#include "controle/criteria.h"
#include "suivi/couverture.h"
#include "suivi/demarche.h"
#include "suivi/reunions.h"

#include <algorithm>

namespace controle
{

using namespace Qt::Literals::StringLiterals;

namespace
{

// A delay of a step that really began, still awaited and not stopped; nullptr otherwise.
const suivi::Terme *awaited(const std::vector<suivi::Etape> &steps, const QString &code)
{
    const suivi::Terme *terme = suivi::terme(steps, code);
    if (!terme || terme->tenu || terme->suspenduDepuis.isValid())
        return nullptr;
    const auto begun = std::any_of(steps.begin(), steps.end(), [terme](const auto &step) {
        return step.officielle->code == terme->etape && step.reelle.date.isValid();
    });
    return begun ? terme : nullptr;
}

QString labelOf(domain::Phase phase)
{
    for (const auto &[each, choice] : domain::Choices<domain::Phase>::all())
        if (each == phase)
            return choice.label;
    return {};
}

// The dates go on and the phase stays: what is counted and advised would be that of a document already sent.
Verdicts judgePhase(const Input &input)
{
    constexpr int elaboration = 3; // the answer of the ARS came
    const auto field = uniqueField(u"identite"_s, u"phase"_s);
    const auto steps = suivi::demarche(input.projet, input.reference, input.today);
    const suivi::Etape *last = nullptr;
    for (const suivi::Etape &step : steps)
        if (step.reelle.date.isValid() && step.reelle.date <= input.today)
            last = &step;
    if (!last || last->officielle->numero < elaboration)
        return {};
    const domain::Phase phase = input.projet.identite.phase;
    const bool signedContract = last == &steps.back();
    if (phase == domain::Phase::Lettre || (signedContract && phase == domain::Phase::Elaboration))
        return {improvement(u"« %1 » a une date, l’étape en cours est encore « %2 » : changez-la"_s.arg(
                                last->officielle->titre, labelOf(phase)),
                            field)};
    return {fulfilled(u"L’étape en cours suit les dates"_s, field)};
}

Verdicts judgeReponse(const Input &input)
{
    const auto steps = suivi::demarche(input.projet, input.reference, input.today);
    const suivi::Terme *answer = awaited(steps, u"reponse-ccopd"_s);
    if (!answer)
        return {};
    const auto field = uniqueField(u"identite"_s, u"phase"_s);
    if (answer->date < input.today)
        return {
            improvement(u"La réponse de l’ARS était attendue avant le %1 : relancez la délégation départementale"_s.arg(
                            base::frenchLongDate(answer->date)),
                        field)};
    return {
        fulfilled(u"La réponse de l’ARS est attendue avant le %1"_s.arg(base::frenchLongDate(answer->date)), field)};
}

Verdicts judgeValidation(const Input &input)
{
    const auto steps = suivi::demarche(input.projet, input.reference, input.today);
    const suivi::Terme *answer = awaited(steps, u"validation-reputee"_s);
    if (!answer)
        return {};
    const auto field = uniqueField(u"identite"_s, u"phase"_s);
    const QString date = base::frenchLongDate(answer->date);
    if (answer->date < input.today)
        return {improvement(
            u"Le délai de validation est passé depuis le %1 : demandez une confirmation à l’ARS, puis changez d’étape"_s
                .arg(date),
            field)};
    return {fulfilled(u"Le délai de validation court jusqu’au %1"_s.arg(date), field)};
}

Verdicts judgeAvenant(const Input &input)
{
    if (!input.projet.identite.contratLe.isValid() || !suivi::contratRetenu(input.projet))
        return {};
    const auto field = newRecord(u"avenant"_s, u"objet"_s);
    const suivi::EcartContrat ecart = suivi::ecartAuContrat(input.projet, input.reference);
    if (ecart.vide())
        return {fulfilled(u"Le projet est celui du contrat"_s, field)};
    return {improvement(u"Le projet n’est plus celui du contrat (%1) : un avenant est à préparer"_s.arg(
                            shortened(suivi::ecartEnMots(ecart))),
                        field)};
}

Verdicts judgePresents(const Input &input)
{
    const auto &meetings = input.projet.reunions;
    if (std::none_of(meetings.begin(), meetings.end(), [](const auto &each) { return !each.second.personnes.empty(); }))
        return {};
    const auto field = newRecord(u"reunion"_s, u"personnes"_s);
    const size_t open = suivi::presentsNonComptes(input.projet, input.today).size();
    if (open == 0)
        return {fulfilled(u"Les présents aux réunions sont comptés dans l’élaboration"_s, field)};
    return {improvement(
        open == 1 ? u"1 personne présente aux réunions n’est pas comptée dans l’élaboration"_s
                  : u"%1 personnes présentes aux réunions ne sont pas comptées dans l’élaboration"_s.arg(open),
        field)};
}

Verdicts judgeSources(const Input &input)
{
    Verdicts verdicts;
    for (const auto &[id, each] : domain::inOrder(input.projet.financements))
        if (blank(each->source))
            verdicts.push_back(improvement(u"Financement « %1 » sans source"_s.arg(blank(each->financeur)
                                                                                       ? u"sans financeur"_s
                                                                                       : shortened(each->financeur)),
                                           {u"financement"_s, id, u"source"_s}));
    if (verdicts.empty() && !input.projet.financements.empty())
        verdicts.push_back(fulfilled(u"Chaque financement a sa source"_s, newRecord(u"financement"_s, u"source"_s)));
    return verdicts;
}

// A year without any known funding is not judged: nobody said what is expected.
Verdicts judgeEquilibre(const Input &input)
{
    Verdicts verdicts;
    bool compared = false;
    const auto field = newRecord(u"financement"_s, u"montant"_s);
    for (const suivi::Poste &year : suivi::bilan(input.projet, input.reference).annees) {
        const suivi::Montants &amounts = year.montants;
        const bool dated = year.nom.toInt() > 0;
        if (!dated || !amounts.prevu || !amounts.attendu)
            continue;
        compared = true;
        if (*amounts.solde() < 0)
            verdicts.push_back(improvement(u"%1 : %2\u00A0€ prévus de plus que les financements attendus"_s.arg(
                                               year.nom, base::frenchAmount(-*amounts.solde())),
                                           field));
    }
    if (verdicts.empty() && compared)
        verdicts.push_back(fulfilled(u"Les financements attendus couvrent le budget de chaque année"_s, field));
    return verdicts;
}

} // namespace

std::vector<Criterion> projetSuiviCriteria()
{
    const QString etapes = u"etapes"_s;
    const QString financement = u"financement"_s;
    return {
        {u"projet.phase"_s, etapes, u"Le tableau de bord et les points à voir suivent l’étape en cours."_s,
         u"Cahier des charges PACA 2022, p. 18 et 19"_s, judgePhase},
        {u"projet.reponse-ccopd"_s, etapes,
         u"L’ARS informe la CPTS de sa décision dans le mois qui suit la commission."_s,
         u"Cahier des charges PACA 2022, p. 18"_s, judgeReponse},
        {u"projet.delai-validation"_s, etapes,
         u"Le projet est réputé validé après deux mois, hors suspension, sauf opposition de l’ARS."_s,
         u"Cahier des charges PACA 2022, p. 19"_s, judgeValidation},
        {u"projet.avenant"_s, etapes,
         u"Un changement de territoire ou une nouvelle mission fait l’objet d’un avenant."_s,
         u"Cahier des charges PACA 2022, p. 19"_s, judgeAvenant},
        {u"projet.presents"_s, etapes, u"La participation à l’élaboration est comptée par profession."_s,
         u"Cahier des charges PACA 2022, annexe 4, 2a)"_s, judgePresents},
        {u"projet.financement-source"_s, financement, u"Un montant sans source ne peut être ni vérifié ni défendu."_s,
         u"Cahier des charges PACA 2022, p. 16"_s, judgeSources},
        {u"projet.budget-equilibre"_s, financement, u"Une dépense prévue sans financement attendu reste à couvrir."_s,
         u"Cahier des charges PACA 2022, p. 16"_s, judgeEquilibre},
    };
}

} // namespace controle
