// The plan d'action as tables: for a spreadsheet, where people sort and add up.
#pragma once

#include "domain/projet.h"
#include "formats/spreadsheet.h"
#include "reference/reference.h"

namespace formats
{

// A sheet of actions (one row each), of indicators (one row each, a column a year that was measured), of steps and of
// the budget. Texts are as typed. A cell that nobody filled is empty.
[[nodiscard]] std::vector<Sheet> planAction(const domain::Projet &projet, const reference::Reference &reference);

// The same in one table, for formats that have one: a row for each indicator beside its action, or for an action
// that has none.
[[nodiscard]] Sheet planActionInOneSheet(const domain::Projet &projet, const reference::Reference &reference);

} // namespace formats
