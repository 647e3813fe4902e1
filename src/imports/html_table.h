// A table of HTML while it is read, and what becomes of it. For this room only.
#pragma once

#include "base/rich_text.h"

namespace imports
{

struct HtmlCell {
    std::vector<base::RichParagraph> lines;
    bool named = false;   // <th>
    int columns = 1;      // that it takes
    bool covered = false; // by a cell above
};

class HtmlTable
{
public:
    // A table inside a cell: its words are those of the cell.
    void nest() { ++m_nested; }
    void beginRow();
    void beginCell(bool named, int columns, int rows);
    // Where words go now; nullptr outside the cells.
    [[nodiscard]] HtmlCell *cell();
    // Of this table or of one inside; true when nothing is left open.
    [[nodiscard]] bool close() { return --m_nested < 0; }

    // A table without its empty rows and columns; lines of words when that is no table, or one too wide. Short words
    // merged over rows are those of each row; over columns, of each column that they name.
    [[nodiscard]] base::RichText blocks();
    // Whether blocks() wrote the words of a merged cell more than once.
    [[nodiscard]] bool repeats() const { return m_repeats; }
    // Whether blocks() left columns of a row empty beside the words of a cell merged over them.
    [[nodiscard]] bool leavesEmpty() const { return m_leavesEmpty; }
    // Every row, the empty ones too, as a spreadsheet copies them in plain text. Before blocks().
    [[nodiscard]] QString cells();

private:
    void endRow();
    void fillFromAbove();
    void repeatBelow();
    void nameAcross();
    void addTable(base::RichText &lines);
    void seeEmptied(const std::vector<size_t> &columns, bool header);
    [[nodiscard]] std::vector<size_t> usedColumns() const;
    [[nodiscard]] bool isAcross(const std::vector<HtmlCell> &row) const;

    std::vector<std::vector<HtmlCell>> m_rows;
    std::vector<int> m_below; // by column: rows that a cell above still takes
    int m_toCome = 0;         // columns that the last cell still takes
    int m_nested = 0;
    bool m_repeats = false;
    bool m_leavesEmpty = false;
};

} // namespace imports
