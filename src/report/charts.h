// Charts of the project as figures: pure functions, French labels, French typography applied. No text of a chart covers
// another, and every value is in the description and in the table of the figure.
#pragma once

#include "domain/projet.h"
#include "reference/reference.h"
#include "report/calendar_lines.h"
#include "report/document.h"

namespace report
{

// Millimetres: across a page, and beside a table of the screen, where a page's chart would have small words.
inline constexpr double pageChart = 150;
inline constexpr double smallChart = 60;

// The figure of the territory beside its comparators, one bar each, the objective dashed. Nothing without any value.
[[nodiscard]] std::optional<Figure> barChart(const domain::IndicateurDiagnostic &indicateur, double width = pageChart);

// Whether two figures are of one thing, at different times: same title, same unit.
[[nodiscard]] bool sameIndicator(const domain::IndicateurDiagnostic &a, const domain::IndicateurDiagnostic &b);
// What became of the territory's figure: one bar a year, the oldest above, the last objective dashed. Of what is not
// `sameIndicator` as `of`, nothing is taken. Nothing under two years.
[[nodiscard]] std::optional<Figure> evolutionChart(const domain::Projet &projet, const domain::IndicateurDiagnostic &of,
                                                   double width = pageChart);

// The inhabitants by age: men and women back to back, the oldest above; plain bars when one band does not tell them
// apart. Nothing without any number.
[[nodiscard]] std::optional<Figure> agePyramid(const std::vector<domain::TrancheAge> &tranches);

// What a calendar shows.
struct GanttScope {
    std::optional<base::Id> fiche = {}; // only its steps; else every fiche under its mission
    bool steps = true;                  // of the whole project: each step of each fiche, or one line a fiche
    double width = 170;                 // mm
    double tallest = 200;               // mm of one figure, without its legend
    QDate from = {};                    // only what happens from then
    QDate to = {};                      // to then; both or none
};

// Steps with a date, in the colours of their missions, under quarters, half-years or years; a step of one day is a
// milestone. Of the whole project, with the start and deployment dates of the missions when the contract is signed.
// As many figures as it takes for each to hold on a page; none when nothing has a date.
[[nodiscard]] std::vector<Figure> gantt(const domain::Projet &projet, const reference::Reference &reference,
                                        const GanttScope &scope = {});

} // namespace report
