// Tables of the report as items of the page flow.
#pragma once

#include "layout/flow.h"

namespace layout
{

// Caption, rows and the rules of exports.md: header with the first row, section rows with the next, no lone last row.
// Rows without cells are left out; a table without rows gives nothing.
// `title`: what stands right above; a table without a header of its own recalls it on each page where it goes on.
[[nodiscard]] std::vector<Item> layTable(const report::Table &table, Composition &composition,
                                         const QString &title = {});

} // namespace layout
