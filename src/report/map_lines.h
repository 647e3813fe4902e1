// The communes on the drawing, and the limits between them. For this room only.
#pragma once

#include "report/map_shapes.h"

#include <QStringList>

namespace report::maps
{

// One commune of the drawing.
struct Land {
    QString code;
    QString nom;
    bool inside = false; // of the territory
    QString epci;        // SIREN
    std::vector<std::vector<Ring>> polygons;

    // All its rings: a place is in it when it is in an odd number of them.
    [[nodiscard]] std::vector<const Ring *> rings() const;
    [[nodiscard]] QRectF box() const;  // mm
    [[nodiscard]] double area() const; // mm², holes taken off
};

// Lines to draw over the communes, each as few as can be. A line that ends where it begins says its first place again.
struct Limits {
    std::vector<Ring> epci;      // between two intercommunalités of the territory
    std::vector<Ring> territory; // around it
};

// Borders drawn twice, a little apart, count as one.
[[nodiscard]] Limits limitsOf(const std::vector<Land> &lands);

} // namespace report::maps
