// What the sum of the communes' populations is made of.
#pragma once

#include "domain/projet.h"

namespace domain
{

// The communes that populationDesCommunes() lacks, having no population, by name.
[[nodiscard]] std::vector<std::pair<Id, const Commune *>> communesSansPopulation(const Projet &projet);

} // namespace domain
