// The counters of the professions as they print, on the pages of both documents.
#pragma once

#include "domain/effectifs.h"
#include "models/tables.h"

namespace models
{

// One fixed row per profession, created when something is typed, and the totals. The last row names its professions
// in `precision`. What the project counts in its list of members is read and can't be typed.

// A3 3b: identifiés, sollicités, adhérents.
[[nodiscard]] TableSpec effectifsTable(const std::vector<Labelled> &professions, const domain::LigneOf &ligneOf = {});
// A4 2a: adhérents, à la gouvernance, à l'élaboration.
[[nodiscard]] TableSpec effectifsProjetTable(const std::vector<Labelled> &professions, const domain::LigneOf &ligneOf);

} // namespace models
