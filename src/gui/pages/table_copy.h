// Cells of a table to the clipboard, as a spreadsheet pastes them.
#pragma once

#include <QModelIndexList>
#include <QString>

class QTableView;

namespace gui
{

// One cell as it is written. Several: the rows they stand in with the titles of their columns above, apart by
// tabulations; figures without the spaces of their thousands, which a spreadsheet would take for words.
[[nodiscard]] QString copiedCells(const QTableView &table, const QModelIndexList &cells);

// All that the table shows.
[[nodiscard]] QModelIndexList shownCells(const QTableView &table);

} // namespace gui
