// The check of one fiche-action, beside its form.
#pragma once

#include "controle/finding.h"
#include "reference/reference.h"

namespace controle
{

// The points that a reader looks for in that fiche, in the order of annexe 5, fulfilled or not; empty when it is not in
// the project. Of an abandoned one, only that nothing more is asked of it. Their criteria are those of the whole
// project.
[[nodiscard]] std::vector<Finding> checkFiche(const domain::Projet &projet, const reference::Reference &reference,
                                              const QDate &today, const base::Id &fiche);

// Nothing is written in it yet but what creating it gives: to be completed, not a fault.
[[nodiscard]] bool untouched(const domain::Projet &projet, const base::Id &fiche);

} // namespace controle
