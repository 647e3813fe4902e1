// Annexe 3, part 2a: the population and the size, which decides the money.
#include "domain/population.h"
#include "base/text.h"
#include "controle/criteria.h"

#include <cmath>

namespace controle
{

using namespace Qt::Literals::StringLiterals;

namespace
{

// Beyond this difference between the declared population and the sum of the communes, a reader would ask why.
constexpr double tolerancePercent = 5;

domain::FieldAddress field(const QString &name)
{
    return uniqueField(u"population"_s, name);
}

Verdicts judgePopulation(const Input &input)
{
    const auto population = domain::populationRetenue(input.projet);
    if (!population || *population <= 0)
        return {blocking(u"La population concernée n’est pas indiquée"_s, field(u"valeur"_s))};
    return {fulfilled(u"Population : %1 habitants"_s.arg(base::frenchNumber(*population)), field(u"valeur"_s))};
}

Verdicts judgePopulationSource(const Input &input)
{
    const domain::PopulationRetenue &declared = input.projet.population;
    if (!declared.valeur)
        return {};
    if (blank(declared.source))
        return {improvement(u"La source de la population retenue n’est pas indiquée"_s, field(u"source"_s))};
    if (!declared.annee)
        return {improvement(u"L’année de la population retenue n’est pas indiquée"_s, field(u"annee"_s))};
    return {fulfilled(u"La population a une source et une année"_s, field(u"source"_s))};
}

// The sum is short of communes: nothing can be compared with it.
std::optional<Verdict> incompleteSum(const Input &input)
{
    const auto missing = domain::communesSansPopulation(input.projet);
    if (missing.empty())
        return std::nullopt;
    QStringList names;
    for (const auto &[id, commune] : missing)
        names << shortened(commune->nom);
    const size_t all = input.projet.communes.size();
    const qint64 counted = qint64(all - missing.size());
    return because(
        improvement(u"Population inconnue pour %1 : la somme compte %2 sur %3"_s.arg(
                        someOf(names), base::frenchCount(counted, u"commune"_s, u"communes"_s), QString::number(all)),
                    {u"commune"_s, missing.front().first, u"population"_s}),
        u"La taille en dépend. Retirez puis ajoutez la commune : la liste officielle donne son chiffre."_s);
}

Verdicts judgePopulationSomme(const Input &input)
{
    const auto declared = input.projet.population.valeur;
    const qint64 sum = domain::populationDesCommunes(input.projet);
    Verdicts verdicts;
    if (auto incomplete = incompleteSum(input))
        verdicts.push_back(std::move(*incomplete));
    if (!declared || sum <= 0)
        return verdicts;
    const double percent =
        100.0 * std::abs(static_cast<double>(*declared) - static_cast<double>(sum)) / static_cast<double>(sum);
    const QString figures = u"%1 habitants retenus, %2 pour la somme des communes de %3"_s.arg(
        base::frenchNumber(*declared), base::frenchNumber(sum), shortened(input.projet.identite.millesime));
    if (percent > tolerancePercent)
        verdicts.push_back(
            improvement(u"Écart de %1 % : %2"_s.arg(base::frenchNumber(percent, 0), figures), field(u"valeur"_s)));
    if (!verdicts.empty())
        return verdicts;
    if (*declared != sum) // the communes may have changed since: both figures are told
        return {fulfilled(u"Population proche de celle des communes : "_s + figures, field(u"valeur"_s))};
    return {fulfilled(u"Population cohérente avec celle des communes"_s, field(u"valeur"_s))};
}

// A figure far from that of the list of communes comes from a hand that slipped: a population changes slowly.
Verdicts judgePopulationDesCommunes(const Input &input)
{
    constexpr double mostChange = 0.3;
    Verdicts verdicts;
    bool compared = false;
    for (const auto &[id, commune] : domain::communesParNom(input.projet)) {
        const auto known = input.reference.communes().find(commune->code);
        if (!commune->population || !known || known->population.value_or(0) <= 0)
            continue;
        compared = true;
        const auto typed = static_cast<double>(*commune->population);
        const double listed = *known->population;
        if (std::abs(typed - listed) > std::max(mostChange * listed, 50.0))
            verdicts.push_back(improvement(
                u"%1 : %2, la liste de %3 en donne %4"_s.arg(
                    shortened(commune->nom), base::frenchCount(*commune->population, u"habitant"_s, u"habitants"_s),
                    input.reference.communes().vintage(), base::frenchNumber(qint64(*known->population))),
                {u"commune"_s, id, u"population"_s}));
    }
    if (verdicts.empty() && compared)
        verdicts.push_back(fulfilled(u"La population de chaque commune est celle de la liste officielle, ou proche"_s,
                                     newRecord(u"commune"_s, u"population"_s)));
    return verdicts;
}

// Near a threshold the figure must be beyond doubt: a source and a year, and the same size by the communes.
Verdicts judgeTaille(const Input &input)
{
    const domain::PopulationRetenue &declared = input.projet.population;
    const auto population = domain::populationRetenue(input.projet);
    const auto taille = population ? input.reference.tailles().taille(*population) : std::nullopt;
    if (!taille)
        return {};
    const qint64 sum = domain::populationDesCommunes(input.projet);
    const auto bySum = input.reference.tailles().taille(sum);
    if (bySum && *bySum != *taille)
        return {improvement(u"La population retenue donne la taille %1, la somme des communes donne la taille %2"_s.arg(
                                QString::number(*taille), QString::number(*bySum)),
                            field(u"valeur"_s))};
    const auto near = input.reference.tailles().proche(*population);
    if (!near)
        return {fulfilled(u"Taille %1, loin d’un seuil"_s.arg(*taille), field(u"valeur"_s))};
    const QString distance = u"Taille %1, à %2 habitants du seuil de %3"_s.arg(
        QString::number(*taille), base::frenchNumber(near->ecart), base::frenchNumber(near->seuil));
    if (!declared.valeur || blank(declared.source) || !declared.annee)
        return {improvement(distance + u" : précisez la source et l’année de la population"_s, field(u"source"_s))};
    return {fulfilled(distance + u", avec sa source"_s, field(u"valeur"_s))};
}

} // namespace

std::vector<Criterion> populationCriteria()
{
    const QString page = u"territoire"_s;
    const QString source = u"Cahier des charges PACA 2022, p. 8"_s;
    return {
        {u"lettre.population"_s, page, u"La population dit la taille de la CPTS."_s, source, judgePopulation},
        {u"lettre.population-source"_s, page,
         u"Deux sources donnent deux populations : l’instructeur doit pouvoir vérifier."_s, source,
         judgePopulationSource},
        {u"lettre.population-somme"_s, page,
         u"Une population éloignée de celle des communes choisies appelle une explication."_s, source,
         judgePopulationSomme},
        {u"lettre.population-communes"_s, page, u"La population et la taille de la CPTS en découlent."_s, source,
         judgePopulationDesCommunes},
        {u"lettre.taille"_s, page,
         u"Les financements dépendent de la taille : près d’un seuil, le chiffre doit être sûr."_s, source,
         judgeTaille},
    };
}

} // namespace controle
