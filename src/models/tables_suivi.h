// The tables of the follow-up and of the money, as data for RecordTableModel.
#pragma once

#include "models/tables.h"
#include "reference/missions.h"

namespace models
{

[[nodiscard]] TableSpec suspensionsTable();
[[nodiscard]] TableSpec avenantsTable();
[[nodiscard]] TableSpec interlocuteursTable();
// `mission`: the short label of a code.
[[nodiscard]] TableSpec financementsTable(const LabelOf &mission);
// The lines of budget of every fiche, in the order of the numbers of the fiches, with their totals. Read only: edited
// in the fiche.
[[nodiscard]] TableSpec budgetDesFichesTable(const reference::Missions &missions);

} // namespace models
