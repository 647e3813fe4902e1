#include "report/build_charts.h"

#include "base/typography.h"
#include "report/charts.h"
#include "report/map_project.h"

#include <algorithm>

namespace report
{

namespace
{

using namespace Qt::Literals::StringLiterals;
using domain::IndicateurDiagnostic;

std::optional<Figure> mapOf(const BuildContext &context, MapColour colour, const MapValues *values = nullptr)
{
    if (!context.options.contours)
        return std::nullopt;
    auto map = territoryMap(context.projet, context.reference, *context.options.contours,
                            {.colour = colour, .values = values, .autresCpts = autresCptsDe(context.projet)});
    return map ? std::optional(std::move(map->figure)) : std::nullopt;
}

std::vector<Charted> territory(const BuildContext &context, MapColour colour)
{
    const auto &communes = context.projet.communes;
    const bool zoned = std::any_of(communes.begin(), communes.end(),
                                   [](const auto &each) { return each.second.zonage != domain::Zonage::NonRenseigne; });
    // A zoning that nobody typed would be a blank map.
    const MapColour shown = colour == MapColour::Zonage && !zoned ? MapColour::Population : colour;
    auto map = mapOf(context, shown);
    return map ? std::vector<Charted>{{*std::move(map), shown == MapColour::Zonage}} : std::vector<Charted>();
}

// Those that the user asked for: beside its comparators, over the years, commune by commune.
std::vector<Charted> indicators(const BuildContext &context)
{
    std::vector<Charted> charts;
    const auto keep = [&charts](std::optional<Figure> figure, bool toldElsewhere) {
        if (figure)
            charts.push_back({*std::move(figure), toldElsewhere});
    };
    std::vector<const IndicateurDiagnostic *> shown;
    for (const auto &[id, indicateur] : domain::inOrder(context.projet.indicateurs)) {
        if (!indicateur->graphique)
            continue;
        keep(barChart(*indicateur), true);
        // Once for all its years, under the first of them.
        if (std::none_of(shown.begin(), shown.end(),
                         [&](const auto *each) { return sameIndicator(*each, *indicateur); }))
            keep(evolutionChart(context.projet, *indicateur), false);
        if (const auto values = mapValuesOf(context.projet, *indicateur))
            if (auto map = mapOf(context, MapColour::Valeurs, &*values)) {
                map->title = base::frenchTypography(u"Carte : "_s) + map->title; // of the same name as the bars
                keep(std::move(map), false);
            }
        shown.push_back(indicateur);
    }
    return charts;
}

std::vector<Charted> ages(const domain::Projet &projet)
{
    std::vector<domain::TrancheAge> bands;
    for (const auto &[id, tranche] : projet.tranches)
        bands.push_back(tranche);
    auto pyramid = agePyramid(bands);
    return pyramid ? std::vector<Charted>{{*std::move(pyramid), false}} : std::vector<Charted>();
}

std::vector<Charted> calendar(const BuildContext &context)
{
    std::vector<Charted> charts;
    for (Figure &figure : gantt(context.projet, context.reference, {.fiche = context.options.fiche, .steps = false}))
        charts.push_back({std::move(figure), true});
    return charts;
}

} // namespace

std::vector<Charted> chartsOf(const BuildContext &context, const ChartsSpec &spec)
{
    switch (spec.of) {
    case ChartsSpec::Of::Indicateurs:
        return indicators(context);
    case ChartsSpec::Of::Ages:
        return ages(context.projet);
    case ChartsSpec::Of::Calendrier:
        return calendar(context);
    case ChartsSpec::Of::Carte:
        break;
    }
    return territory(context, spec.colour);
}

} // namespace report
