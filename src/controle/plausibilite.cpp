// What no field refuses and no reader believes: a year of another century, a convention signed years ahead, a step
// without its date, an expense of no year.
#include "base/text.h"
#include "controle/epoque.h"
#include "suivi/demarche.h"

#include <algorithm>

namespace controle
{

using namespace Qt::Literals::StringLiterals;

namespace
{

const QString faux = u"Une date impossible fait douter des autres."_s;
const QString annexe5 = u"Cahier des charges PACA 2022, annexe 5"_s;

Verdicts judgeAnneesTerritoire(const Input &input)
{
    const Epoque epoque = epoqueDe(input);
    const domain::PopulationRetenue &population = input.projet.population;
    std::vector<Moment> moments{
        {uniqueField(u"population"_s, u"annee"_s), u"Année de la population"_s, epoque.chiffre, {}, population.annee}};
    for (const auto &[id, commune] : domain::communesParNom(input.projet))
        moments.push_back({{u"commune"_s, id, u"zonageAnnee"_s},
                           u"Zonage de %1"_s.arg(shortened(commune->nom)),
                           epoque.chiffre,
                           {},
                           commune->zonageAnnee});
    for (const auto &[id, voisine] : domain::inOrder(input.projet.voisines))
        moments.push_back({{u"voisine"_s, id, u"annee"_s},
                           nomCourt(u"CPTS voisine"_s, voisine->nom),
                           epoque.chiffre,
                           {},
                           voisine->annee});
    return judgeMoments(moments, fulfilled(u"Les années des chiffres du territoire sont possibles"_s,
                                           uniqueField(u"population"_s, u"annee"_s)));
}

// With people counted, it took place; without, it may be one to come.
Verdicts judgeDatesMobilisation(const Input &input)
{
    const Epoque epoque = epoqueDe(input);
    std::vector<Moment> moments;
    for (const auto &[id, action] : domain::inOrder(input.projet.mobilisations)) {
        const bool held = action->presents.value_or(0) > 0;
        moments.push_back({{u"mobilisation"_s, id, u"date"_s},
                           nomCourt(held ? u"Participants à"_s : u"Action"_s, action->description),
                           held ? epoque.vecu : epoque.prepare,
                           action->date});
    }
    return judgeMoments(moments, fulfilled(u"Les actions de mobilisation sont de l’époque du projet"_s,
                                           newRecord(u"mobilisation"_s, u"date"_s)));
}

// A step is in the calendar, and no date tells of it.
Verdicts undatedSteps(const Input &input)
{
    Verdicts verdicts;
    const auto steps = suivi::demarche(input.projet, input.reference, input.today);
    for (const auto &[id, echeance] : domain::inOrder(input.projet.echeances)) {
        const auto step = std::find_if(steps.begin(), steps.end(), [&echeance](const suivi::Etape &each) {
            return each.officielle->code == echeance->etape;
        });
        if (echeance->date.isValid() || step == steps.end() || step->reelle.date.isValid() ||
            step->prevue.date.isValid())
            continue;
        const QString name = blank(echeance->intitule) ? step->officielle->titre : shortened(echeance->intitule);
        verdicts.push_back(improvement(
            (echeance->faite ? u"« %1 » : étape notée comme faite, sans date"_s : u"« %1 » : étape sans date"_s)
                .arg(name),
            {u"echeance"_s, id, u"date"_s}));
    }
    return verdicts;
}

Verdicts judgeDatesDemarche(const Input &input)
{
    const Epoque epoque = epoqueDe(input);
    std::vector<Moment> moments;
    for (const auto &[id, echeance] : domain::inOrder(input.projet.echeances))
        moments.push_back({{u"echeance"_s, id, u"date"_s},
                           nomCourt(u"Échéance"_s, echeance->intitule),
                           epoque.demarche,
                           echeance->date});
    Verdicts verdicts = undatedSteps(input);
    const Verdict good =
        fulfilled(u"Les étapes de la démarche ont des dates possibles"_s, newRecord(u"echeance"_s, u"date"_s));
    for (const Verdict &each : judgeMoments(moments, good))
        if (verdicts.empty() || each.severity != Severity::Fulfilled)
            verdicts.push_back(because(each, each.severity == Severity::Fulfilled ? QString() : faux));
    return verdicts;
}

Verdicts judgeAnneesDiagnostic(const Input &input)
{
    const Epoque epoque = epoqueDe(input);
    std::vector<Moment> moments;
    for (const auto &[id, indicateur] : domain::inOrder(input.projet.indicateurs))
        moments.push_back({{u"indicateur"_s, id, u"annee"_s},
                           nomCourt(u"Indicateur"_s, indicateur->intitule),
                           epoque.serie,
                           {},
                           indicateur->annee});
    for (const auto &[id, tranche] : input.projet.tranches)
        moments.push_back(
            {{u"tranche"_s, id, u"annee"_s}, nomCourt(u"Âges"_s, tranche.libelle), epoque.chiffre, {}, tranche.annee});
    return judgeMoments(
        moments, fulfilled(u"Les années du diagnostic sont possibles"_s, newRecord(u"indicateur"_s, u"annee"_s)));
}

// The names of those that lack something, told at once; the field is that of the first.
struct Lacking {
    QStringList names;
    domain::FieldAddress first;

    void add(const QString &name, const domain::FieldAddress &field)
    {
        if (names.isEmpty())
            first = field;
        names << name;
    }
    [[nodiscard]] Verdicts told(const QString &one, const QString &several, const Verdict &good) const
    {
        if (names.isEmpty())
            return {good};
        return {improvement(u"%1 : %2"_s.arg(names.size() == 1 ? one : several, someOf(names)), first)};
    }
};

QString quoted(const QString &title)
{
    constexpr qsizetype longest = 40;
    return blank(title) ? u"sans titre"_s : u"« %1 »"_s.arg(shortened(title, longest));
}

// Signed when the answer says so; else a date that is hoped for.
Verdicts judgeDatesConventions(const Input &input)
{
    const Epoque epoque = epoqueDe(input);
    Lacking undated;
    std::vector<Moment> moments;
    for (const auto &[id, partner] : domain::inOrder(input.projet.partenaires)) {
        const domain::FieldAddress field{u"partenaire"_s, id, u"conventionLe"_s};
        if (partner->convention == true && !partner->conventionLe.isValid())
            undated.add(quoted(partner->service), field);
        moments.push_back({field, nomCourt(u"Convention"_s, partner->service),
                           partner->convention == true ? epoque.vecu : epoque.prevu, partner->conventionLe});
    }
    const Verdict good =
        fulfilled(u"Les dates des conventions sont possibles"_s, newRecord(u"partenaire"_s, u"conventionLe"_s));
    Verdicts verdicts = undated.names.isEmpty() ? judgeMoments(moments, good) : horsEpoque(moments);
    if (!undated.names.isEmpty())
        for (const Verdict &each :
             undated.told(u"Convention signée sans date"_s, u"Conventions signées sans date"_s, good))
            verdicts.push_back(because(each, u"La liste des partenaires jointe au projet donne la date de chacune."_s));
    return verdicts;
}

// The meetings that took place, the suspensions, what was signed.
Verdicts judgeDatesSuivi(const Input &input)
{
    const Epoque epoque = epoqueDe(input);
    std::vector<Moment> moments;
    for (const auto &[id, reunion] : domain::inOrder(input.projet.reunions)) {
        const bool held = reunion->presents.value_or(0) > 0 || !reunion->personnes.empty();
        moments.push_back({{u"reunion"_s, id, u"date"_s},
                           nomCourt(held ? u"Présents à"_s : u"Réunion"_s, reunion->intitule),
                           held ? epoque.vecu : epoque.prevu,
                           reunion->date});
    }
    for (const auto &[id, suspension] : domain::inOrder(input.projet.suspensions))
        moments.push_back(
            {{u"suspension"_s, id, u"debut"_s}, u"Demande de compléments"_s, epoque.prevu, suspension->debut});
    for (const auto &[id, avenant] : domain::inOrder(input.projet.avenants))
        moments.push_back(
            {{u"avenant"_s, id, u"signeLe"_s}, nomCourt(u"Avenant"_s, avenant->objet), epoque.vecu, avenant->signeLe});
    return judgeMoments(moments, fulfilled(u"Les dates du suivi sont possibles"_s, newRecord(u"reunion"_s, u"date"_s)));
}

Verdicts judgeAnneesFinancement(const Input &input)
{
    const Epoque epoque = epoqueDe(input);
    std::vector<Moment> moments;
    for (const auto &[id, each] : domain::inOrder(input.projet.financements)) {
        const QString name = nomCourt(u"Financement"_s, each->financeur);
        moments.push_back({{u"financement"_s, id, u"annee"_s}, name, epoque.prevu, {}, each->annee});
        moments.push_back({{u"financement"_s, id, u"verseLe"_s}, name + u", versé"_s, epoque.vecu, each->verseLe});
    }
    return judgeMoments(
        moments, fulfilled(u"Les années des financements sont possibles"_s, newRecord(u"financement"_s, u"annee"_s)));
}

// A sum of a year leaves it out.
Verdicts judgeAnneesBudget(const Input &input)
{
    const Epoque epoque = epoqueDe(input);
    const auto lines = domain::inOrder(input.projet.budget);
    Lacking lacking;
    std::vector<Moment> moments;
    for (const auto &[id, line] : lines) {
        const domain::FieldAddress field{u"budget"_s, id, u"annee"_s};
        if (!line->annee && (line->prevu || line->realise || line->etp))
            lacking.add(quoted(line->intitule), field);
        moments.push_back({field, nomCourt(u"Dépense"_s, line->intitule), epoque.prevu, {}, line->annee});
    }
    Verdicts verdicts = horsEpoque(moments);
    for (Verdict &each : verdicts)
        each.reason = faux;
    const Verdict good = fulfilled(u"Chaque dépense a son année"_s, newRecord(u"budget"_s, u"annee"_s));
    if (!lacking.names.isEmpty() || (verdicts.empty() && !lines.empty()))
        for (const Verdict &each : lacking.told(u"Dépense sans année"_s, u"Dépenses sans année"_s, good))
            verdicts.push_back(each);
    return verdicts;
}

// Specific objectives without the one they serve; a fiche without any is told elsewhere.
Verdicts judgeObjectifsGeneraux(const Input &input)
{
    const auto &all = input.projet.objectifs;
    Lacking lacking;
    bool judged = false;
    for (const auto &[id, fiche] : fichesVivantes(input.projet, input.reference)) {
        const bool specific =
            std::any_of(all.begin(), all.end(), [&id](const auto &each) { return each.second.fiche == id; });
        judged = judged || specific;
        if (specific && blank(fiche->objectifGeneral))
            lacking.add(quoted(fiche->intitule), {u"fiche"_s, id, u"objectifGeneral"_s});
    }
    if (!judged)
        return {};
    return lacking.told(u"Fiche sans objectif général"_s, u"Fiches sans objectif général"_s,
                        fulfilled(u"Les objectifs spécifiques ont leur objectif général"_s,
                                  newRecord(u"fiche"_s, u"objectifGeneral"_s)));
}

// The day by which a value is reached, and not the value. Without any target at all, that is what is told.
Verdicts judgeCibles(const Input &input)
{
    const auto all = domain::inOrder(input.projet.indicateursAction);
    if (std::none_of(all.begin(), all.end(), [](const auto &each) { return each.second->cible.has_value(); }))
        return {};
    Lacking lacking;
    Verdicts impossible;
    for (const auto &[id, indicateur] : all) {
        if (!indicateur->cible && !domain::isAbandoned(input.projet, indicateur->fiche))
            lacking.add(quoted(indicateur->intitule), {u"indicateurAction"_s, id, u"cible"_s});
        for (const auto &[field, value] :
             {std::pair(u"depart"_s, indicateur->depart), std::pair(u"cible"_s, indicateur->cible)})
            if (impossibleShare(*indicateur, value) && *value > 0) // −20 % is by how much it goes down
                impossible.push_back(
                    because(improvement(u"%1 : %2 %, à vérifier"_s.arg(nomCourt(u"Indicateur"_s, indicateur->intitule),
                                                                       base::frenchNumber(*value, 1)),
                                        {u"indicateurAction"_s, id, field}),
                            u"Une part va de 0 à 100 %."_s));
    }
    if (!impossible.empty() && lacking.names.isEmpty())
        return impossible;
    Verdicts verdicts = lacking.told(
        u"Indicateur sans cible"_s, u"Indicateurs sans cible"_s,
        fulfilled(u"Chaque indicateur d’action a une cible"_s, newRecord(u"indicateurAction"_s, u"cible"_s)));
    verdicts.insert(verdicts.end(), impossible.begin(), impossible.end());
    return verdicts;
}

} // namespace

Criterion anneesTerritoire(const QString &code)
{
    return {code, u"territoire"_s, u"Un chiffre d’une autre époque fait douter des autres."_s,
            u"Cahier des charges PACA 2022, p. 8"_s, judgeAnneesTerritoire};
}

Criterion datesMobilisation(const QString &code)
{
    return {code, u"mobilisation"_s, faux, u"Cahier des charges PACA 2022, annexe 3, 3b)"_s, judgeDatesMobilisation};
}

Criterion datesDemarche(const QString &code)
{
    return {code, u"calendrier"_s, u"La trame demande la construction, le dépôt et le début de la mise en œuvre."_s,
            u"Cahier des charges PACA 2022, annexe 3, 4)"_s, judgeDatesDemarche};
}

std::vector<Criterion> plausibiliteCriteria()
{
    return {anneesTerritoire(u"lettre.territoire-annees"_s), datesMobilisation(u"lettre.mobilisation-dates"_s),
            datesDemarche(u"lettre.demarche-dates"_s)};
}

std::vector<Criterion> projetPlausibiliteCriteria()
{
    return {
        anneesTerritoire(u"projet.territoire-annees"_s),
        datesMobilisation(u"projet.mobilisation-dates"_s),
        datesDemarche(u"projet.demarche-dates"_s),
        {u"projet.diagnostic-annees"_s, u"diagnostic"_s, u"Un chiffre d’une autre époque fait douter des autres."_s,
         u"Cahier des charges PACA 2022, annexe 4, 1)"_s, judgeAnneesDiagnostic},
        {u"projet.conventions-dates"_s, u"organisation"_s, faux, u"Cahier des charges PACA 2022, annexe 4, 2e)"_s,
         judgeDatesConventions},
        {u"projet.fiches-objectif-general"_s, u"fiches"_s,
         u"La trame demande l’objectif général, puis les objectifs spécifiques."_s, annexe5, judgeObjectifsGeneraux},
        {u"projet.indicateurs-cibles"_s, u"fiches"_s,
         u"Sans cible, le dialogue de gestion ne peut pas dire si l’action a réussi."_s, annexe5, judgeCibles},
        {u"projet.budget-annees"_s, u"fiches"_s, u"Une dépense sans année n’entre dans le budget d’aucune."_s, annexe5,
         judgeAnneesBudget},
        {u"projet.suivi-dates"_s, u"etapes"_s, faux, u"Cahier des charges PACA 2022, p. 18 et 19"_s, judgeDatesSuivi},
        {u"projet.financement-annees"_s, u"financement"_s, faux, u"Cahier des charges PACA 2022, p. 16"_s,
         judgeAnneesFinancement},
    };
}

} // namespace controle
