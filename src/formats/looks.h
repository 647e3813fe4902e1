// What DOCX and ODT decide together, so that both look alike: the named style of each piece of a document and the
// grid of each table. A style is found in the reference file by its name, never by its identifier, which Word
// translates and LibreOffice renames.
#pragma once

#include "layout/style.h"

namespace formats
{

enum class Look {
    Normal,
    Body,
    Title,
    Subtitle,
    Heading1,
    Heading2,
    Heading3,
    Banner,
    Guidance,
    Note,
    Caption,
    Cell,
    HeadCell,    // header row
    LabelCell,   // what names a body row, often the first column
    SectionCell, // row across the table
    Bullet1,
    Bullet2,
    Number1,
    Number2,
    ContentsHeading,
    Contents1,
    Contents2,
    Contents3,
    Count,
};

// Names in Word (English for built-in styles, whatever the language of Word) and in Writer.
struct LookName {
    QString word;
    QString writer;
};
[[nodiscard]] const LookName &lookName(Look look);

[[nodiscard]] Look lookOf(const report::Heading &heading);
[[nodiscard]] Look lookOf(const report::Paragraph &paragraph);
// A paragraph inside a cell: what the cell is prevails on the paragraph's own role, except for notes, guidance and
// lists.
[[nodiscard]] Look lookInCell(const report::Paragraph &paragraph, Look cell);
[[nodiscard]] Look contentsLook(int level);
// Whether the block is the last item of a list that something other than a title follows: the style of an item leaves
// no room after it, as the next item needs none.
[[nodiscard]] bool endsList(const std::vector<report::Block> &blocks, size_t at);
constexpr double afterList = 6; // points, as after any paragraph
// Whether a title comes right under a band: without something between, Word and Writer fill their gap with colour.
[[nodiscard]] bool touchesBand(const std::vector<report::Block> &blocks, size_t at);
// The headings that the table of contents lists: all of them, as the layout does.
[[nodiscard]] std::vector<const report::Heading *> contentsOf(const report::Document &document);
// The runs of a paragraph with what its style can't say: instructions in a list are in italics too.
[[nodiscard]] std::vector<report::Run> shownRuns(const report::Paragraph &paragraph);

// One cell of a table whose rows all fill the grid.
struct GridCell {
    const report::Cell *cell = nullptr; // nullptr: an empty cell that fills the row
    int column = 0;
    int span = 1;
    Look look = Look::Cell; // Cell, HeadCell, LabelCell or SectionCell: style and ground
};
struct GridRow {
    std::vector<GridCell> cells;
    bool repeated = false;     // at each page top: the header rows that open the table
    bool mayBreak = false;     // taller than a third of a page
    bool keepWithNext = false; // header and section rows, the last row but one
    double minimumHeight = 0;  // mm
};
struct Grid {
    std::vector<double> columns; // mm
    std::vector<GridRow> rows;

    [[nodiscard]] double width(const GridCell &cell) const; // mm
};
// Lays the table on `width` mm, in the columns that the pages have. Rows that are short are brought to their number.
[[nodiscard]] Grid gridOf(const report::Table &table, double width);

using layout::look::coverTop; // mm
// Room to write on paper, in mm: the height of a line of a form.
constexpr double blankLineHeight = 8;
constexpr double gapHeight = 2.822; // mm, of the empty line that keeps two tables, or two bands, apart

// Blanks share the width of their line evenly: the number of tab stops is that of the fullest line…
[[nodiscard]] int blanksPerLine(const std::vector<report::Run> &runs);
// …and the last blank of a line takes the stops that are left. One number of tabs for each run, 0 when it is no blank.
[[nodiscard]] std::vector<int> blankTabs(const std::vector<report::Run> &runs);

// The link when it is one that a document may carry (http, https or mailto), encoded; empty otherwise.
[[nodiscard]] QString allowedLink(const QString &link);

} // namespace formats
