// What the cahier des charges calls criteria of validation: nobody is kept out, the action is evaluated. Each is judged
// by what is recorded, not by the words of a text.
#include "base/text.h"
#include "controle/criteria.h"

#include <algorithm>

namespace controle
{

using namespace Qt::Literals::StringLiterals;

namespace
{

const QString validation = u"Cahier des charges PACA 2022, annexe 4, 2a) et annexe 5"_s;

// A profession that is there and was not asked at all, a tool that some may not use.
Verdicts judgeOuverture(const Input &input)
{
    Verdicts verdicts;
    bool judged = false;
    for (const reference::Profession &profession : input.reference.professions().trame) {
        const domain::Effectif counts = countsOf(input, profession.code);
        judged = judged || counts.sollicites;
        if (counts.identifies.value_or(0) > 0 && counts.sollicites == 0 && counts.adherents.value_or(0) <= 0)
            verdicts.push_back(blocking(
                u"%1 : %2, et personne n’a été sollicité"_s.arg(
                    profession.pluriel, base::frenchCount(*counts.identifies, u"identifié"_s, u"identifiés"_s)),
                keyedField(u"effectif"_s, profession.code, u"sollicites"_s)));
    }
    for (const auto &[id, outil] : domain::inOrder(input.projet.outils)) {
        judged = judged || outil->ouvertATous;
        if (outil->usage == domain::UsageOutil::Utilise && outil->ouvertATous == false)
            verdicts.push_back(
                improvement(u"%1 : outil fermé à une partie des professionnels"_s.arg(
                                blank(outil->service) ? u"Un service numérique"_s : shortened(outil->service)),
                            {u"outil"_s, id, u"ouvertATous"_s}));
    }
    if (verdicts.empty() && judged)
        verdicts.push_back(
            fulfilled(u"Aucune profession, aucun statut n’est écarté"_s, newRecord(u"effectif"_s, u"sollicites"_s)));
    return verdicts;
}

// A target with its day is what an evaluation compares with.
Verdicts judgeEvaluation(const Input &input)
{
    const auto &all = input.projet.indicateursAction;
    const auto targeted = std::count_if(
        all.begin(), all.end(), [](const auto &each) { return each.second.cible && each.second.echeance.isValid(); });
    const auto field = all.empty() ? newRecord(u"fiche"_s, u"intitule"_s)
                                   : domain::FieldAddress{u"indicateurAction"_s, all.begin()->first, u"cible"_s};
    if (targeted == 0)
        return {improvement(u"L’évaluation n’est pas prévue : aucun indicateur n’a de cible datée"_s, field)};
    return {fulfilled(u"Évaluation prévue : %1"_s.arg(base::frenchCount(targeted, u"indicateur a une cible datée"_s,
                                                                        u"indicateurs ont une cible datée"_s)),
                      field)};
}

// What the reader of an indicator would ask first; empty when it has all.
QString gapOf(const domain::IndicateurAction &indicateur)
{
    return !indicateur.echeance.isValid()                             ? u"echeance"_s
           : indicateur.depart && blank(indicateur.departSource)      ? u"departSource"_s
           : indicateur.depart && !indicateur.departLe.isValid()      ? u"departLe"_s
           : blank(indicateur.justificatif + indicateur.departSource) ? u"justificatif"_s
                                                                      : QString();
}

// One finding for each fiche, which leads to its first indicator that lacks something.
Verdicts judgeIndicateursSuivis(const Input &input)
{
    Verdicts verdicts;
    const auto all = domain::inOrder(input.projet.indicateursAction);
    for (const auto &[fiche, written] : fichesOf(input.projet, input.reference)) {
        qint64 lacking = 0;
        domain::FieldAddress field;
        for (const auto &[id, indicateur] : all) {
            const QString gap = indicateur->fiche == fiche ? gapOf(*indicateur) : QString();
            if (!gap.isEmpty() && lacking++ == 0)
                field = {u"indicateurAction"_s, id, gap};
        }
        if (lacking > 0)
            verdicts.push_back(
                improvement(u"%1 : %2 sans source ou sans date"_s.arg(
                                nameOf(*written), base::frenchCount(lacking, u"indicateur"_s, u"indicateurs"_s)),
                            field));
    }
    if (verdicts.empty() && !all.empty())
        verdicts.push_back(fulfilled(u"Chaque indicateur d’action a une source et une date"_s,
                                     newRecord(u"indicateurAction"_s, u"echeance"_s)));
    return verdicts;
}

} // namespace

std::vector<Criterion> projetValidationCriteria()
{
    return {
        {u"projet.ouverture"_s, u"organisation"_s,
         u"Aucune exclusion a priori : la CPTS est ouverte à tous les professionnels et établissements du territoire."_s,
         validation, judgeOuverture},
        {u"projet.evaluation"_s, u"fiches"_s, u"Le projet de santé dit comment son action sera évaluée."_s, validation,
         judgeEvaluation},
        {u"projet.indicateurs-suivis"_s, u"fiches"_s,
         u"Sans source ni date, un indicateur ne se vérifie pas au dialogue de gestion."_s, validation,
         judgeIndicateursSuivis},
    };
}

} // namespace controle
