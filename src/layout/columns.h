// Widths of a table's columns.
#pragma once

#include "report/document.h"

#include <vector>

namespace layout
{

// Left edges of the columns and the right edge of the last, in mm, over the text's whole width. The relative widths
// of the table decide; a column whose longest word would be cut takes from those with room to spare.
[[nodiscard]] std::vector<double> columnEdges(const report::Table &table);

} // namespace layout
