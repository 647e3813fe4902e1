#include "controle/dates_fiches.h"

#include "domain/releves.h"

#include <algorithm>

namespace controle
{

using namespace Qt::Literals::StringLiterals;

namespace
{

bool lasts(const domain::EtapeAction &step)
{
    return step.sorte != domain::SorteEtape::Jalon && step.fin.isValid(); // a jalon has one date
}

// A step that is done has begun; the end that is noted may be the one that was planned.
void addSteps(std::vector<Moment> &moments, const Dated &dated, const base::Id &fiche)
{
    for (const auto &[id, step] : dated.etapes) {
        if (step->fiche != fiche)
            continue;
        const QString name = nomCourt(u"étape"_s, step->intitule);
        moments.push_back({{u"etapeAction"_s, id, u"debut"_s},
                           step->faite ? name + u", faite"_s : name,
                           step->faite ? dated.epoque.vecu : dated.epoque.prevu,
                           step->debut});
        if (lasts(*step))
            moments.push_back({{u"etapeAction"_s, id, u"fin"_s}, name, dated.epoque.prevu, step->fin});
    }
}

void addIndicators(std::vector<Moment> &moments, const Input &input, const Dated &dated, const base::Id &fiche)
{
    for (const auto &[id, indicator] : dated.indicateurs) {
        if (indicator->fiche != fiche)
            continue;
        const QString name = nomCourt(u"indicateur"_s, indicator->intitule);
        moments.push_back({{u"indicateurAction"_s, id, u"departLe"_s}, name, dated.epoque.depart, indicator->departLe});
        moments.push_back({{u"indicateurAction"_s, id, u"echeance"_s}, name, dated.epoque.prevu, indicator->echeance});
        for (const auto &[releveId, releve] : domain::relevesDe(input.projet, id))
            if (releve->valeur)
                moments.push_back({{u"releve"_s, releveId, u"annee"_s}, name, dated.epoque.vecu, {}, releve->annee});
    }
}

// The first fault that a reader would see, none when the dates agree.
std::optional<Verdict> faultOfOrder(const Dated &owned, const base::Id &id, const domain::FicheAction &fiche)
{
    QDate end;
    for (const auto &[stepId, step] : owned.etapes) {
        if (step->fiche != id || !step->debut.isValid())
            continue;
        if (lasts(*step) && step->fin < step->debut)
            return improvement(u"l’étape « %1 » finit avant de commencer"_s.arg(shortened(step->intitule)),
                               {u"etapeAction"_s, stepId, u"fin"_s});
        end = std::max(end, lasts(*step) ? step->fin : step->debut);
    }
    if (end.isValid() && fiche.debut.isValid() && fiche.debut > end)
        return improvement(u"la mise en place commence après la dernière étape"_s, {u"fiche"_s, id, u"debut"_s});
    for (const auto &[indicatorId, indicator] : owned.indicateurs)
        if (indicator->fiche == id && fiche.debut.isValid() && indicator->echeance.isValid() &&
            indicator->echeance < fiche.debut)
            return improvement(
                u"l’indicateur « %1 » serait atteint avant le début"_s.arg(shortened(indicator->intitule)),
                {u"indicateurAction"_s, indicatorId, u"echeance"_s});
    return std::nullopt;
}

Verdicts judgeDatesFiches(const Input &input)
{
    Verdicts verdicts;
    bool any = false;
    const Dated dated = datesDesFiches(input);
    for (const auto &[id, fiche] : fichesOf(input.projet, input.reference)) {
        any = any || fiche->debut.isValid();
        for (Verdict &fault : faultsOfDates(input, dated, id, nomCourt(u"Fiche"_s, fiche->intitule)))
            verdicts.push_back(std::move(fault));
    }
    if (verdicts.empty() && any)
        verdicts.push_back(fulfilled(u"Les dates des fiches-actions se suivent"_s, newRecord(u"fiche"_s, u"debut"_s)));
    return verdicts;
}

} // namespace

Dated datesDesFiches(const Input &input)
{
    return {epoqueDe(input), domain::inOrder(input.projet.etapesAction),
            domain::inOrder(input.projet.indicateursAction)};
}

Verdicts faultsOfDates(const Input &input, const Dated &dated, const base::Id &id, const QString &name)
{
    const domain::FicheAction *fiche = input.projet.fiches.find(id);
    if (!fiche)
        return {};
    std::vector<Moment> moments{{{u"fiche"_s, id, u"debut"_s}, u"début"_s, dated.epoque.prevu, fiche->debut}};
    addSteps(moments, dated, id);
    addIndicators(moments, input, dated, id);
    for (Moment &moment : moments)
        moment.subject.prepend(name.isEmpty() ? name : name + u", "_s);
    Verdicts verdicts = horsEpoque(moments);
    if (!verdicts.empty()) // a year that cannot be is also out of order: told once
        return verdicts;
    if (auto fault = faultOfOrder(dated, id, *fiche)) {
        fault->sentence.prepend(name.isEmpty() ? name : name + u" : "_s);
        verdicts.push_back(std::move(*fault));
    }
    return verdicts;
}

Criterion datesFiches()
{
    return {u"projet.fiches-dates"_s, u"fiches"_s, u"Le calendrier d’une action se lit du début à la fin."_s,
            u"Cahier des charges PACA 2022, annexe 5"_s, judgeDatesFiches};
}

} // namespace controle
