// The legend under a map. For this room only.
#pragma once

#include "report/map_theme.h"

namespace report::maps
{

struct Legend {
    std::vector<Drawing> drawings; // from its own top left corner
    double height = 0;
};

struct LegendInput {
    const std::vector<Shade> &shades;
    bool epciLimits = false; // some are drawn inside the territory
    bool around = false;
    QStringList autresCpts;             // names
    double millimetresPerKilometre = 1; // of the map
    double points = 8;
};

// Entries side by side as long as they fit in `width`, then the scale.
[[nodiscard]] Legend legendOf(const LegendInput &input, double width, const MapLook &look);

// Oblique lines over an area.
[[nodiscard]] std::vector<Path> hatched(const std::vector<const std::vector<QPointF> *> &rings, Color color);

} // namespace report::maps
