// Outlines on the drawing: projected, simplified together, and what each stretch of border separates. For this room
// only.
#pragma once

#include "reference/contours.h"

#include <compare>
#include <QPointF>
#include <QRectF>
#include <QSizeF>
#include <vector>

namespace report::maps
{

// A place of the drawing, in hundredths of a millimetre: places that two outlines share are equal.
struct Spot {
    int x = 0;
    int y = 0;
    friend auto operator<=>(const Spot &, const Spot &) = default;
};
constexpr double spotsPerMillimetre = 100;
using Ring = std::vector<Spot>; // closed, its first place not said again

[[nodiscard]] inline QPointF toPoint(const Spot &spot)
{
    return {spot.x / spotsPerMillimetre, spot.y / spotsPerMillimetre};
}
// Twice the area, in square spots, whatever the way round.
[[nodiscard]] double doubleArea(const Ring &ring);

// From degrees to the drawing: as wide as high at the middle of what is shown, north above.
class Projection
{
public:
    // `shown` fills as much of `frame` as it can, in its middle.
    Projection(const reference::ContourBox &shown, const QRectF &frame);

    [[nodiscard]] Spot operator()(const reference::ContourPoint &point) const;
    // Of one kilometre, at the middle.
    [[nodiscard]] double millimetresPerKilometre() const { return m_perDegree / kilometresPerDegree; }
    // How high `shown` is when it is `width` wide.
    [[nodiscard]] static double heightFor(const reference::ContourBox &shown, double width);

private:
    static constexpr double kilometresPerDegree = 111.3195;
    double m_longitude = 0; // of the middle, degrees
    double m_latitude = 0;
    double m_narrowing = 1; // of a degree of longitude there
    double m_perDegree = 1; // millimetres of a degree of latitude
    QPointF m_middle;
};

// Rings with fewer places, none farther than `tolerance` spots from where it was. Stretches that two rings share stay
// shared, place for place. A ring that would vanish is kept as it was; doubled places go.
void simplifyTogether(std::vector<Ring *> rings, double tolerance);

// The part of a ring or of a line inside a frame. A ring may then run along the sides of the frame.
[[nodiscard]] Ring clipped(const Ring &ring, const QRect &frame);

} // namespace report::maps
