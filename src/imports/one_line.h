// Cells copied from a spreadsheet, for a field of one line.
#pragma once

#include <QString>

namespace imports
{

struct OneLine {
    QString text;
    int cells = 0; // that hold something
};

// The cells one after the other, apart by semicolons: a comma may be that of a figure. Line breaks inside a cell are
// spaces, empty cells are left out. Text that can't be cut is one cell.
[[nodiscard]] OneLine cellsOnOneLine(const QString &pasted);

} // namespace imports
