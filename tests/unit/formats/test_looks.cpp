#include "docx_samples.h"
#include "formats/looks.h"
#include "layout/columns.h"
#include "support/catch.h"

#include <numeric>

using namespace Qt::Literals::StringLiterals;
using namespace formats;
using Role = report::Row::Role;

namespace
{

report::Table table(int columns, const std::vector<report::Row> &rows)
{
    report::Table table;
    table.columns.assign(size_t(columns), 1.0);
    table.rows = rows;
    return table;
}

} // namespace

TEST_CASE("columns share the width by their weight")
{
    report::Table weighted = table(0, {});
    weighted.columns = {1, 3};
    CHECK(gridOf(weighted, 160).columns == std::vector<double>{40, 120});
    weighted.columns = {0, -5};
    const auto odd = gridOf(weighted, 100).columns;
    CHECK(std::accumulate(odd.begin(), odd.end(), 0.0) == Approx(100));
    CHECK(gridOf(table(0, {samples::row({u"a"_s, u"b"_s})}), 100).columns.size() == 2);
    CHECK(gridOf(table(0, {}), 100).columns.size() == 1);
}

TEST_CASE("every row fills the grid exactly and no cell is left out")
{
    report::Row wide = samples::row({u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s});
    report::Row spanned = samples::row({u"a"_s, u"b"_s, u"c"_s});
    spanned.cells[0].span = 2;
    spanned.cells[1].span = 1000;
    spanned.cells[2].span = -3;
    for (const auto &rows : {std::vector<report::Row>{wide, spanned, samples::row({u"seule"_s}), samples::row({})},
                             std::vector<report::Row>{spanned, wide}, std::vector<report::Row>{samples::row({})}}) {
        const Grid grid = gridOf(table(3, rows), 150);
        REQUIRE(grid.rows.size() == rows.size());
        for (size_t i = 0; i < rows.size(); ++i) {
            CHECK(grid.rows[i].cells.size() == std::max<size_t>(1, rows[i].cells.size()));
            int columns = 0;
            for (const auto &cell : grid.rows[i].cells) {
                CHECK(cell.column == columns);
                CHECK(cell.span >= 1);
                columns += cell.span;
            }
            CHECK(columns == int(grid.columns.size()));
        }
    }
    const Grid grid = gridOf(table(3, {samples::row({u"a"_s, u"b"_s}), samples::row({})}), 150);
    CHECK(grid.width(grid.rows[0].cells[1]) == Approx(100));
    CHECK(grid.rows[1].cells[0].cell == nullptr);
}

TEST_CASE("columns are those of the pages: a long word widens its own")
{
    const report::Table narrow = table(8, {samples::row({u"Particularité"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s, u"f"_s,
                                                         u"g"_s, u"anticonstitutionnellement"_s})});
    const Grid grid = gridOf(narrow, 170);
    CHECK(grid.columns == layout::columnWidths(narrow, 170));
    CHECK(grid.columns[7] > grid.columns[0]);
    CHECK(grid.columns[0] > grid.columns[1]);
}

TEST_CASE("the cells that name rows look the same in every table")
{
    report::Table named = table(2, {samples::row({u"h"_s, u"h"_s}, Role::Header), samples::row({u"a"_s, u"b"_s}),
                                    samples::row({u"s"_s}, Role::Section)});
    const auto looks = [&named] {
        std::vector<Look> found;
        for (const auto &row : gridOf(named, 170).rows)
            for (const auto &cell : row.cells)
                found.push_back(cell.look);
        return found;
    };
    CHECK(looks() == std::vector<Look>{Look::HeadCell, Look::HeadCell, Look::Cell, Look::Cell, Look::SectionCell});
    named.rowHeaders = true;
    CHECK(looks()[2] == Look::LabelCell);
    named.rowHeaders = false;
    named.rows[1].cells[1].header = true; // not the first column
    CHECK(looks()[2] == Look::Cell);
    CHECK(looks()[3] == Look::LabelCell);
}

TEST_CASE("only opening header rows are repeated, sections and the last row but one stay with the next")
{
    const auto body = samples::row({u"x"_s});
    const Grid grid = gridOf(
        table(1, {samples::row({u"h"_s}, Role::Header), samples::row({u"h"_s}, Role::Header), body,
                  samples::row({u"s"_s}, Role::Section), body, samples::row({u"h"_s}, Role::Header), body, body}),
        100);
    std::vector<bool> repeated;
    std::vector<bool> kept;
    for (const auto &row : grid.rows) {
        repeated.push_back(row.repeated);
        kept.push_back(row.keepWithNext);
    }
    CHECK(repeated == std::vector<bool>{true, true, false, false, false, false, false, false});
    CHECK(kept == std::vector<bool>{true, true, false, true, false, true, true, false});
    CHECK_FALSE(gridOf(table(1, {samples::row({u"h"_s}, Role::Header)}), 100).rows[0].repeated);
    CHECK(gridOf(table(1, {body, body}), 100).rows[0].keepWithNext); // nor a lone last row of two
    CHECK_FALSE(gridOf(table(1, {body}), 100).rows[0].keepWithNext);
}

TEST_CASE("a row breaks only when it is taller than a third of a page")
{
    const auto height = [](const QString &text, double width) {
        return gridOf(table(1, {samples::row({text})}), width).rows[0].mayBreak;
    };
    CHECK_FALSE(height(u"mot "_s.repeated(50), 170));
    CHECK(height(u"mot "_s.repeated(1000), 170));
    CHECK(height(u"mot "_s.repeated(100), 20));
    report::Table forms = table(1, {samples::row({QString()})});
    forms.rows[0].cells[0].minimumHeight = 120;
    CHECK(gridOf(forms, 170).rows[0].mayBreak);
    CHECK(gridOf(forms, 170).rows[0].minimumHeight == 120);
}

TEST_CASE("looks of headings, paragraphs and cells")
{
    CHECK(lookOf(samples::heading(0, u"a"_s, {})) == Look::Heading1);
    CHECK(lookOf(samples::heading(7, u"a"_s, {})) == Look::Heading3);
    auto item = samples::paragraph(u"a"_s);
    item.listLevel = 5;
    item.numbered = true;
    CHECK(lookOf(item) == Look::Number2);
    CHECK(lookInCell(item, Look::HeadCell) == Look::Number2);
    CHECK(lookInCell(samples::paragraph(u"a"_s), Look::LabelCell) == Look::LabelCell);
    CHECK(lookInCell(samples::paragraph(u"a"_s, report::Paragraph::Role::Note), Look::Cell) == Look::Note);
    for (int i = 0; i < int(Look::Count); ++i) {
        CHECK_FALSE(lookName(Look(i)).word.isEmpty());
        CHECK_FALSE(lookName(Look(i)).writer.isEmpty());
    }
}

TEST_CASE("instructions are in italics, in lists as elsewhere")
{
    auto item = samples::paragraph(u"Indiquez le nom."_s, report::Paragraph::Role::Guidance);
    CHECK_FALSE(shownRuns(item)[0].italic); // its style says it
    item.listLevel = 1;
    CHECK(shownRuns(item)[0].italic);
    CHECK(lookOf(item) == Look::Bullet1);
    item.role = report::Paragraph::Role::Body;
    CHECK_FALSE(shownRuns(item)[0].italic);
}

TEST_CASE("blanks fill their line to the margin")
{
    const auto runs = samples::blank().blocks;
    for (const auto &block : runs)
        if (const auto *paragraph = std::get_if<report::Paragraph>(&block); paragraph && paragraph->runs.size() == 6) {
            CHECK(blanksPerLine(paragraph->runs) == 2);
            CHECK(blankTabs(paragraph->runs) == std::vector<int>{2, 0, 2, 0, 1, 1});
        }
    CHECK(blankTabs({samples::text(u"a"_s)}) == std::vector<int>{0});
    CHECK(blankTabs({}).empty());
}

TEST_CASE("links a document may carry")
{
    CHECK(allowedLink(u"https://exemple.fr"_s) == u"https://exemple.fr"_s);
    CHECK(allowedLink(u" mailto:a@b.fr "_s) == u"mailto:a@b.fr"_s);
    for (const QString &bad : {u""_s, u"file:///etc/passwd"_s, u"javascript:alert(1)"_s, u"ftp://a.fr"_s,
                               u"exemple.fr"_s, u"\\\\serveur\\x"_s, u"data:text/html,x"_s, u"https://[mauvais"_s})
        CHECK(allowedLink(bad).isEmpty());
}
