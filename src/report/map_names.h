// Room for words inside an area, or over it. For this room only.
#pragma once

#include "report/figure.h"
#include "report/map_lines.h"

namespace report::maps
{

// Words on their place: one line or two, under each other, centred.
struct Words {
    std::vector<Label> lines;
    QRectF area;
};

// `text` in the widest place of the land that holds it and touches none of `taken`: on one line, then on two, then
// smaller. Nothing when it does not fit.
[[nodiscard]] std::optional<Words> wordsIn(const Land &land, const QString &text, const std::vector<QRectF> &taken,
                                           bool bold = false, double points = 8, double leastPoints = 7);

// The lands that the map is about: what words may cover, or stand clear of.
using Lands = std::vector<const Land *>;

// For what wordsIn() has no room for: `text` about the middle of the land and over its neighbours of the territory,
// never over the outline of that, when enough of it lies inside to tell whose name it is. Such words need their own
// ground.
[[nodiscard]] std::optional<Words> wordsOver(const Land &land, const QString &text, const Lands &territory,
                                             const std::vector<QRectF> &taken, double points = 7);

// For what that has no room for either: `text` around the territory, as near as can be, and the line that leads from it
// to the land.
struct Pointed {
    Words words;
    QPointF from;
    QPointF to;
};
[[nodiscard]] std::optional<Pointed> wordsBeside(const Land &land, const QString &text, const Lands &territory,
                                                 const QRectF &frame, const std::vector<QRectF> &taken,
                                                 double points = 7);

} // namespace report::maps
