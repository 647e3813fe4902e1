// Files dropped on a window.
#pragma once

#include <QString>

class QMimeData;

namespace gui
{

// The first .cpts file of what is dragged; empty when there is none.
[[nodiscard]] QString droppedProject(const QMimeData *data);
// The first table that can be imported (CSV, text, XLSX, ZIP).
[[nodiscard]] QString droppedTable(const QMimeData *data);

} // namespace gui
