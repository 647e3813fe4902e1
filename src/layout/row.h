// One row of a table: its cells side by side, drawn whole or cut between lines over several pages.
#pragma once

#include "layout/slice.h"

#include <optional>

namespace layout
{

struct CellBox {
    double x = 0; // from the table's left edge
    double width = 0;
    std::optional<QColor> ground;
    BeginTag tag;
    std::vector<Slice> content; // from the cell's left edge plus padding
    double minimumHeight = 0;
    report::FieldTag field;
    bool missing = false;
};

struct RowBox {
    BeginTag tag;
    std::vector<CellBox> cells;

    [[nodiscard]] double height() const;
    // The least height at which a first part can stand alone: two lines of each cell, or a strip to write in.
    [[nodiscard]] double leastHead() const;
};

struct SplitRow {
    RowBox head;
    std::optional<RowBox> rest; // none: the whole row fits
    double headHeight = 0;
};

// Cuts the row so that the head fits in `available`; nothing when no cut respects the lines kept together, unless
// `force` (an empty page can't give more room).
[[nodiscard]] std::optional<SplitRow> split(const RowBox &row, double available, bool force);

// Grounds, borders (left, right, bottom; the top when asked), tags and content.
[[nodiscard]] Slice render(const RowBox &row, double height, bool topBorder);

} // namespace layout
