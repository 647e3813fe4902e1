// How tall the rows of a spreadsheet must be. A file says it: Excel finds it by itself when it opens one, LibreOffice
// does not and cuts what does not hold in one line.
#pragma once

#include <QString>

namespace formats
{

constexpr double sheetFontSize = 10; // points, in Arial: on Linux its twin Liberation Sans has the same widths

// The lines that `text` takes in a column of `characters`, as spreadsheets count the width of a column. `taken`:
// millimetres that something else covers, such as the button of a filter. Rather one too many than one too few.
[[nodiscard]] int sheetLines(const QString &text, double characters, bool bold = false, double taken = 0);

// Points; Excel has no row above 409.
[[nodiscard]] double sheetRowHeight(int lines);

} // namespace formats
