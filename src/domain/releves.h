// The values that an indicator of a fiche-action reached, year by year.
#pragma once

#include "domain/projet.h"

namespace domain
{

using IdReleve = std::pair<Id, const Releve *>;

// By year; those without a year that can be one come last.
[[nodiscard]] std::vector<IdReleve> relevesDe(const Projet &projet, const Id &indicateur);
// The value of the latest year that has one; a null record when there is none.
[[nodiscard]] IdReleve dernierReleve(const Projet &projet, const Id &indicateur);
// Another record of the same indicator and the same year; a null record when it is alone.
[[nodiscard]] IdReleve memeAnnee(const Projet &projet, const Id &releve);

} // namespace domain
