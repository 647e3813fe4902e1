// What the buttons and keys of a long text do to it. Each function is one change of the document, and moves the cursor
// it is given.
#pragma once

#include "base/rich_text.h"

#include <QTextCursor>

namespace gui
{

enum class ListKind { Bullets, Numbers };

// How the text is where the cursor is, for buttons to show it.
struct MarkupState {
    bool bold = false;
    bool italic = false;
    std::optional<ListKind> list;
    int level = 0;
    bool table = false;
};
[[nodiscard]] MarkupState stateAt(const QTextCursor &cursor);

// Gives the words chosen a look (a base::StyledText::Look), or takes it off when they all have it. With nothing chosen:
// the word under the cursor. False when there is none: the look is that of the next key.
bool toggleLook(QTextCursor &cursor, quint8 look);

// Makes the lines chosen items, or paragraphs again when they all are items of that kind.
void toggleList(QTextCursor &cursor, ListKind kind);
// Takes the items chosen one level deeper (1) or back (-1). False when none of them can go.
bool shiftItems(QTextCursor &cursor, int by);

// Enter: an item is followed by another, an empty one ends the list; a row of a table likewise; bold words are cut in
// two that are bold. False when an ordinary line break will do.
bool breakLine(QTextCursor &cursor);

// Types words at the cursor with that look, whatever marks stand there. False when ordinary typing gives that look.
bool typeWithLook(QTextCursor &cursor, const QString &words, quint8 look);
// Backspace or Delete on a mark takes its look off. False when the character is no mark.
bool eraseMark(QTextCursor &cursor, bool backwards);

// The table around the cursor, as it is typed: its lines, from one block to another.
struct TablePlace {
    base::RichTable table;
    int first = 0; // block numbers
    int last = 0;
};
[[nodiscard]] std::optional<TablePlace> tableAt(const QTextCursor &cursor);
// Writes the table on lines of its own, in the place of the one around the cursor when there is one.
void putTable(QTextCursor &cursor, const base::RichTable &table);

// Puts text with markup in the place of what is chosen: on lines of its own when it has lists or tables.
void insertMarkup(QTextCursor &cursor, const QString &markup);

} // namespace gui
