// Room for words inside an area. For this room only.
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

} // namespace report::maps
