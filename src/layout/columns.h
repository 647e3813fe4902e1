// The rules of tables that pages, DOCX and ODT share. They need neither fonts nor a display.
#pragma once

#include "report/document.h"

namespace layout
{

// Widths of the columns in mm, `textWidth` in all, one at least and enough for every cell. The relative widths of the
// table decide; a column whose longest word would be cut takes from those with room to spare.
[[nodiscard]] std::vector<double> columnWidths(const report::Table &table, double textWidth);

// What a paragraph looks like in a row: the cells that name a body row read as its other cells, on a ground of their
// own; only header and section rows are bold.
[[nodiscard]] report::Paragraph::Role roleInRow(report::Paragraph::Role role, report::Row::Role row);

} // namespace layout
