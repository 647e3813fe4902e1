// A line of a text with markup while it is edited: where its words stand, and the line once they change.
#pragma once

#include "base/rich_line.h"

namespace gui
{

// Words that have a look of their own: those of a paragraph or of an item, those of each cell of a row. Positions count
// from the start of the line.
struct Stretch {
    int start = 0;
    int length = 0;
    base::Place place = base::Place::Line;
    [[nodiscard]] int end() const { return start + length; }
};
// None in a picture or in the rule of a table.
[[nodiscard]] std::vector<Stretch> stretchesOf(const QString &line);

// The words of one stretch, and where each of their characters stands.
class StretchWords
{
public:
    StretchWords(const QString &line, const Stretch &stretch);

    [[nodiscard]] const base::StyledText &text() const { return m_text; }
    [[nodiscard]] int size() const { return int(m_text.text.size()); }
    // The number of characters shown before a position of the line.
    [[nodiscard]] int shownBefore(int position) const;
    // The positions just before a character shown and just after the one before it: marks may stand between.
    [[nodiscard]] int before(int shown) const;
    [[nodiscard]] int after(int shown) const;
    // The look of a character typed at that position.
    [[nodiscard]] quint8 lookAt(int position) const;
    // The look whose mark holds the character at that position (0 when it is no mark), and the words between its marks.
    struct Marked {
        quint8 look = 0;
        int first = 0; // characters shown
        int last = 0;
    };
    [[nodiscard]] Marked markAt(int position) const;
    // Whether a mark stands at that side of the position.
    [[nodiscard]] bool touchesMark(int position) const;

private:
    Stretch m_stretch;
    std::vector<base::InlinePiece> m_pieces;
    base::StyledText m_text;
};

// The line with other words in that stretch; what becomes a mark of lines by it is escaped.
[[nodiscard]] QString withWords(const QString &line, const Stretch &stretch, const base::StyledText &words);

// "- ", "  3. ": what an item begins with.
[[nodiscard]] QString itemStart(int level, int number);
// The words of the line without the mark of an item, nor the backslash that took its meaning.
[[nodiscard]] QString withoutItem(const QString &line);

} // namespace gui
