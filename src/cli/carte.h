// « cpts exporter --carte »: the map of the territory.
#pragma once

#include "cli/common.h"

namespace cli
{

// Writes the map in the colours and the format that the call asks, and says what shape the territory has.
Exit exportCarte(const Arguments &arguments, const domain::Projet &projet, Console &console);

} // namespace cli
