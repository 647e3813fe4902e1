// A list of changes in a few French lines, for a preview before they are accepted.
#pragma once

#include "domain/changes.h"

#include <QStringList>

namespace imports
{

// One line per table in the order of the tables: "12 communes ajoutées, 3 modifiées"; for what exists once, the fields:
// "Population retenue : Source de la population". Empty for no change.
[[nodiscard]] QStringList describeChanges(const domain::ChangeList &changes);

// « Fiche-action « Repérer les chutes » revenue »: the one record of the first table that these changes bring back to
// `after`; empty when there is none, or several, or when it has no name.
[[nodiscard]] QString describeReturn(const domain::ChangeList &changes, const domain::Projet &after);

} // namespace imports
