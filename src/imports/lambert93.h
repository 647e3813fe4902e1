// Coordinates of French surveyors.
#pragma once

#include <utility>

namespace imports
{

// Longitude and latitude in degrees of a place in Lambert 93 (EPSG:2154), in metres; IGN's closed formulas.
[[nodiscard]] std::pair<double, double> fromLambert93(double x, double y);

} // namespace imports
