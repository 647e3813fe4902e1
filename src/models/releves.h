// The values of an indicator as its list and the texts around it show them.
#pragma once

#include "models/record_table_model.h"

namespace models
{

// By year, each value with the unit of its indicator.
[[nodiscard]] TableSpec relevesTable(const Id &indicateur);
// « 31 % en 2030 », the last one; empty when nothing was reached yet.
[[nodiscard]] QString dernierReleveEnClair(const Projet &projet, const Id &indicateur);
// « Part des patients : départ 48 %, cible 30 % au 31 décembre 2031. »: what the values are to be compared with.
[[nodiscard]] QString departEtCible(const Projet &projet, const Id &indicateur);
// Why the year of this value is not right: it stands twice. Empty when it is.
[[nodiscard]] QString anneeEnDouble(const Projet &projet, const Id &releve);

} // namespace models
