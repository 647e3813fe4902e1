// Lines of a document with markup. For markup_edit*.cpp only.
#pragma once

#include "gui/widgets/markup_line.h"

#include <QTextBlock>
#include <QTextCursor>

namespace gui
{

// Writes what differs, so that the view and the cursors in the rest of the line stay.
void replaceLine(const QTextBlock &block, const QString &line);

// The stretch of its line that the cursor is in or at the edge of.
[[nodiscard]] std::optional<size_t> stretchAt(const QTextCursor &cursor);
// The look of what is typed at the cursor.
[[nodiscard]] quint8 lookAt(const QTextCursor &cursor);

// Gives the items around a line the numbers that follow from the first of the list.
void renumber(const QTextBlock &block);

// Cuts the line of the cursor in two, each with its looks; the second begins with `start`. The cursor goes there.
void splitLine(QTextCursor &cursor, const QString &start);

} // namespace gui
