// The one order of the fiches-actions: what numbers them in every document, table, calendar and command.
#pragma once

#include "domain/projet.h"
#include "reference/missions.h"

namespace suivi
{

using Fiches = std::vector<std::pair<base::Id, const domain::FicheAction *>>;

// By mission in the order of the trame, then as the user ranged them; those without a known mission last. The number
// of a fiche is its place here, from 1: it is read on paper, where the fiches are in that order.
[[nodiscard]] Fiches fichesNumerotees(const domain::Projet &projet, const reference::Missions &missions);
// 0 for a fiche that the project does not have.
[[nodiscard]] int numeroDeFiche(const domain::Projet &projet, const reference::Missions &missions, const base::Id &id);

// The short name of a mission of the project; empty for one that is unknown.
[[nodiscard]] QString nomDeMission(const domain::Projet &projet, const reference::Missions &missions,
                                   const base::Id &id);

} // namespace suivi
