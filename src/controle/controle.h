// The criteria an ARS reads a lettre d'intention by: each a small pure function, run over the whole project.
#pragma once

#include "controle/finding.h"
#include "reference/reference.h"

#include <map>

namespace controle
{

// Every criterion once or more, in the order of the pages: what blocks, what to improve, what is fulfilled.
// `today` is compared with the dates of the calendar.
[[nodiscard]] std::vector<Finding> check(const domain::Projet &projet, const reference::Reference &reference,
                                         const QDate &today);

// The state of each of the seven form pages. A page where nothing was written is Empty.
[[nodiscard]] std::map<QString, PageState> pageStates(const std::vector<Finding> &findings,
                                                      const domain::Projet &projet);

// How far the lettre is, in words and figures.
struct Readiness {
    int blocking = 0;
    int improvements = 0;
    int fulfilled = 0;
    int percent = 0;  // share of the criteria that are fulfilled, rounded down: 100 only when all are
    QString sentence; // "Lettre d’intention : prête sauf 3 points", without full stop
};
[[nodiscard]] Readiness readiness(const std::vector<Finding> &findings);

} // namespace controle
