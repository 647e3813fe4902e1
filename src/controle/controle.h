// The criteria an ARS reads a lettre d'intention and a projet de santé by: each a small pure function, run over the
// whole project.
#pragma once

#include "controle/finding.h"
#include "reference/reference.h"
#include "reference/territory_shape.h"

#include <map>

namespace controle
{

// The criteria of the lettre, once or more each, in the order of the pages: what blocks, what to improve, what is
// fulfilled. `today` is compared with the dates of the calendar.
[[nodiscard]] std::vector<Finding> check(const domain::Projet &projet, const reference::Reference &reference,
                                         const QDate &today);
// Those of one document. Its findings may lead to a page of the other, where the fact is. `shape`: what the outlines of
// the communes say of the territory; without it, nothing is said of it.
[[nodiscard]] std::vector<Finding> check(const domain::Projet &projet, const reference::Reference &reference,
                                         const QDate &today, Volet volet,
                                         const reference::TerritoryShape *shape = nullptr);
// Both, the lettre's first.
[[nodiscard]] std::vector<Finding> checkAll(const domain::Projet &projet, const reference::Reference &reference,
                                            const QDate &today, const reference::TerritoryShape *shape = nullptr);

// The state of each form page: the seven of the lettre, and those of the projet de santé when there are findings of it.
// A page counts the points of its own document only. A page where nothing was written is Empty.
[[nodiscard]] std::map<QString, PageState> pageStates(const std::vector<Finding> &findings,
                                                      const domain::Projet &projet);

// How far a document is, in words and figures.
struct Readiness {
    int blocking = 0;
    int improvements = 0;
    int fulfilled = 0;
    int percent = 0;  // share of the criteria that are fulfilled, rounded down: 100 only when all are
    QString sentence; // "Lettre d’intention : prête sauf 3 points", "…en cours (11 % remplie)", without full stop
};
// Counts the findings of that document only, whatever else the list holds.
[[nodiscard]] Readiness readiness(const std::vector<Finding> &findings, Volet volet = Volet::Lettre);

} // namespace controle
