// What a project keeps when it serves as a model for another.
#pragma once

#include "domain/projet.h"

namespace domain
{

// The project without its people and without its figures: counts, values, amounts, years. The communes keep the facts
// of the official data. What named somebody names nobody.
[[nodiscard]] Projet sansPersonnesNiChiffres(const Projet &projet);

} // namespace domain
