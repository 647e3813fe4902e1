#include "imports/lambert93.h"

#include <cmath>
#include <numbers>

namespace imports
{

namespace
{

// IGN, "Projection cartographique conique conforme de Lambert" (NTG 71), constants of Lambert 93 on GRS 80.
constexpr double exponent = 0.7256077650532670;
constexpr double constant = 11754255.4260960;
constexpr double originX = 700000;
constexpr double originY = 12655612.0498760;
constexpr double eccentricity = 0.08181919104281579;
constexpr double meridian = 3; // degrees east
constexpr double degree = std::numbers::pi / 180;

} // namespace

std::pair<double, double> fromLambert93(double x, double y)
{
    const double east = x - originX;
    const double north = originY - y;
    const double isometric = -std::log(std::hypot(east, north) / constant) / exponent;
    double latitude = 2 * std::atan(std::exp(isometric)) - std::numbers::pi / 2;
    for (int i = 0; i < 10; ++i) { // a dozen digits after five turns
        const double sine = eccentricity * std::sin(latitude);
        latitude = 2 * std::atan(std::pow((1 + sine) / (1 - sine), eccentricity / 2) * std::exp(isometric)) -
                   std::numbers::pi / 2;
    }
    return {meridian + std::atan2(east, north) / exponent / degree, latitude / degree};
}

} // namespace imports
