// Table rows: places of the cells, grounds, splitting, fields and missing facts.
#include "support/catch.h"

#include "layout/row.h"
#include "layout/style.h"
#include "layout/table.h"
#include "unit/layout/page_reading.h"
#include "unit/layout/sample_documents.h"

using namespace reading;
using namespace samples;
using layout::CellBox;
using layout::Composition;
using layout::FillOperation;
using layout::Item;
using layout::LineOperation;
using layout::RowBox;
using layout::Scope;
using layout::Slice;

namespace
{

// `heights.size()` slices in one element, glued as told.
CellBox cellOf(const std::vector<double> &heights, const std::vector<bool> &glued = {})
{
    CellBox cell;
    cell.width = 50;
    cell.tag = {.tag = Tag::TD, .element = 7};
    for (size_t i = 0; i < heights.size(); ++i) {
        Slice slice;
        slice.height = heights[i];
        slice.glued = i < glued.size() && glued[i];
        cell.content.push_back(slice);
    }
    layout::enclose(cell.content, {.tag = Tag::P, .element = 8});
    return cell;
}

RowBox rowOf(const std::vector<CellBox> &cells)
{
    return {{.tag = Tag::TR, .element = 6}, cells};
}

constexpr double padding = 2 * layout::look::cellPaddingY;

PagedDocument pages(const Table &table)
{
    Document sample;
    sample.blocks.push_back(table);
    return layout::paginate(sample);
}

std::vector<BeginTag> tagsOf(const std::vector<Operation> &operations)
{
    std::vector<BeginTag> found;
    for (const Operation &operation : operations) {
        if (const auto *begin = std::get_if<BeginTag>(&operation))
            found.push_back(*begin);
    }
    return found;
}

} // namespace

TEST_CASE("A row is as high as its highest cell, or as asked")
{
    RowBox row = rowOf({cellOf({5, 5}), cellOf({5, 5, 5})});
    CHECK(row.height() == Approx(15 + padding));
    row.cells[0].minimumHeight = 40;
    CHECK(row.height() == Approx(40));
    CHECK(rowOf({cellOf({})}).height() == Approx(padding));
}

TEST_CASE("A row splits between lines that may part")
{
    const RowBox row = rowOf({cellOf({5, 5, 5, 5, 5, 5}, {true, false, false, false, true})});
    CHECK(row.leastHead() == Approx(10 + padding));

    const auto whole = layout::split(row, 30 + padding, false);
    REQUIRE(whole);
    CHECK_FALSE(whole->rest);

    const auto parts = layout::split(row, 27 + padding, false); // five lines fit, four may stay
    REQUIRE(parts);
    REQUIRE(parts->rest);
    CHECK(parts->head.cells[0].content.size() == 4);
    CHECK(parts->rest->cells[0].content.size() == 2);
    CHECK(parts->headHeight == Approx(20 + padding));

    CHECK_FALSE(layout::split(row, 9 + padding, false)); // one line fits, it may not stay
    const auto forced = layout::split(row, 9 + padding, true);
    REQUIRE(forced);
    CHECK(forced->head.cells[0].content.size() == 1);
    const auto tiny = layout::split(row, 1, true); // never without progress
    REQUIRE(tiny);
    CHECK(tiny->head.cells[0].content.size() == 1);
}

TEST_CASE("A split element is closed in the first part and goes on in the second")
{
    const RowBox row = rowOf({cellOf({5, 5, 5, 5})});
    const auto parts = layout::split(row, 10 + padding, false);
    REQUIRE(parts);
    REQUIRE(parts->rest);
    for (const RowBox *part : {&parts->head, &*parts->rest}) {
        const Slice slice = layout::render(*part, 20, false);
        std::vector<BeginTag> open;
        for (const Operation &operation : slice.operations)
            layout::track(operation, open);
        CHECK(open.empty());
        const std::vector<BeginTag> tags = tagsOf(slice.operations);
        REQUIRE(tags.size() == 3);
        CHECK(tags[0].element == 6);
        CHECK(tags[1].element == 7);
        CHECK(tags[2].element == 8);
    }
}

TEST_CASE("All cells of a row must be able to part")
{
    const RowBox row = rowOf({cellOf({5, 5, 5, 5}), cellOf({20, 20})});
    CHECK_FALSE(layout::split(row, 15 + padding, false));
    const auto parts = layout::split(row, 22 + padding, false);
    REQUIRE(parts);
    REQUIRE(parts->rest);
    CHECK(parts->rest->cells[0].content.empty());
    CHECK(parts->rest->cells[1].content.size() == 1);
}

TEST_CASE("Room to write is shared between pages")
{
    CellBox blank = cellOf({5});
    blank.minimumHeight = 300;
    const auto parts = layout::split(rowOf({blank}), 100, false);
    REQUIRE(parts);
    REQUIRE(parts->rest);
    CHECK(parts->headHeight == Approx(100));
    CHECK(parts->rest->height() == Approx(200));
    blank.minimumHeight = 104; // less than a line of writing is not worth a page
    const auto nearly = layout::split(rowOf({blank}), 100, false);
    REQUIRE(nearly);
    CHECK_FALSE(nearly->rest);
    CHECK_FALSE(layout::split(rowOf({blank}), 12, false)); // nor two lines at a page's bottom
}

TEST_CASE("Borders close each part of a row")
{
    RowBox row = rowOf({cellOf({5}), cellOf({5})});
    row.cells[1].x = 50;
    row.cells[1].ground = layout::look::band;
    const Slice slice = layout::render(row, 12, true);
    std::vector<QLineF> lines;
    std::vector<QRectF> grounds;
    for (const Operation &operation : slice.operations) {
        if (const auto *line = std::get_if<LineOperation>(&operation))
            lines.push_back(line->line);
        else if (const auto *fill = std::get_if<FillOperation>(&operation))
            grounds.push_back(fill->rect);
    }
    const auto has = [&lines](const QLineF &wanted) {
        return std::find(lines.begin(), lines.end(), wanted) != lines.end();
    };
    CHECK(has({0, 0, 0, 12}));
    CHECK(has({50, 0, 50, 12}));
    CHECK(has({100, 0, 100, 12}));
    CHECK(has({0, 12, 100, 12}));
    CHECK(has({0, 0, 100, 0}));
    CHECK(layout::render(row, 12, false).operations.size() == slice.operations.size() - 1);
    REQUIRE(grounds.size() == 1);
    CHECK(grounds[0] == QRectF(50, 0, 50, 12));
}

TEST_CASE("Column widths are relative and fill the text's width")
{
    Table table;
    table.columns = {1, 3};
    table.rows = {row({u"étroit"_s, u"large"_s})};
    double left = 0;
    for (const PlacedText &text : bodyTexts(pages(table))) {
        if (text.text.text == u"large"_s)
            left = text.text.area.left();
    }
    CHECK(left == Approx(20 + 170 / 4.0 + layout::look::cellPaddingX));
    double right = 0;
    for (const LineOperation &line : all<LineOperation>(pages(table)))
        right = std::max(right, line.line.x2());
    CHECK(right == Approx(190));
}

TEST_CASE("A column too narrow to write in takes from the wide ones")
{
    Table table;
    table.columns = {0.001, 1, 1};
    table.rows = {row({u"a"_s, u"b"_s, u"c"_s})};
    std::map<QString, double> left;
    for (const PlacedText &text : bodyTexts(pages(table)))
        left[text.text.text] = text.text.area.left();
    CHECK(left[u"b"_s] - left[u"a"_s] >= 9.9);
    CHECK(left[u"c"_s] - left[u"b"_s] == Approx(80).margin(0.5));
}

TEST_CASE("Header cells name columns or rows, spans are counted")
{
    const PagedDocument communesPages = pages(communes(2));
    for (const BeginTag &cell : begins(communesPages, Tag::TH))
        CHECK(cell.scope == Scope::Column);
    CHECK(elementCount(communesPages, Tag::TD) == 6);

    const PagedDocument keys = pages(keyValues());
    REQUIRE(elementCount(keys, Tag::TH) == 2);
    for (const BeginTag &cell : begins(keys, Tag::TH))
        CHECK(cell.scope == Scope::Row);
    REQUIRE(begins(keys, Tag::Table).size() == 1);
    CHECK(begins(keys, Tag::Table)[0].alternative == u"Identification du porteur"_s);

    int spanning = 0;
    for (const BeginTag &cell : begins(pages(missions(5)), Tag::TH))
        spanning += cell.span == 3 ? 1 : 0;
    CHECK(spanning == 2);
    CHECK(elementCount(pages(missions(5)), Tag::Caption) == 1);
}

TEST_CASE("Grounds tell headers, sections and keys apart")
{
    std::vector<QColor> colors;
    for (const FillOperation &fill : all<FillOperation>(pages(missions(5))))
        colors.push_back(fill.color);
    CHECK(std::count(colors.begin(), colors.end(), layout::look::tableHead) == 3);
    CHECK(std::count(colors.begin(), colors.end(), layout::look::band) == 2);
    for (const FillOperation &fill : all<FillOperation>(pages(keyValues())))
        CHECK(fill.color == layout::look::keyColumn);
}

TEST_CASE("A cell leads to its field, also in each part of a cut row, a missing fact is told")
{
    Table table = communes(2);
    table.rows[1].cells[2].missing = true;
    table.rows[1].cells[2].field = u"commune/1/zonage"_s;
    table.rows[2].cells[0] = cell(words(2500));
    table.rows[2].cells[0].field = u"texte"_s;
    const PagedDocument paged = pages(table);
    int missing = 0;
    std::vector<size_t> pagesOfText;
    for (size_t i = 0; i < paged.pages.size(); ++i) {
        for (const layout::FieldArea &area : paged.pages[i].fields) {
            CHECK(QRectF(20, 20, 170, 257).adjusted(-0.1, -0.1, 0.1, 0.1).contains(area.rect));
            missing += area.missing ? 1 : 0;
            if (area.missing)
                CHECK(area.field == u"commune/1/zonage"_s);
            if (area.field == u"texte"_s)
                pagesOfText.push_back(i);
        }
    }
    CHECK(missing == 1);
    REQUIRE(pagesOfText.size() == paged.pages.size());
    CHECK(pagesOfText.size() > 2);
}

TEST_CASE("The run's area comes after its cell's: the last one is the most precise")
{
    Table table = keyValues();
    table.rows[0].cells[1].field = u"cellule"_s;
    table.rows[0].cells[1].paragraphs[0].runs[0].field = u"morceau"_s;
    const std::vector<layout::FieldArea> fields = pages(table).pages[0].fields;
    REQUIRE(fields.size() == 2);
    CHECK(fields[0].field == u"cellule"_s);
    CHECK(fields[1].field == u"morceau"_s);
    CHECK(fields[0].rect.contains(fields[1].rect));
}

TEST_CASE("A blank cell has the height asked for, over pages when it must")
{
    Table table = keyValues();
    table.rows[0].cells[1].minimumHeight = 25;
    table.rows[1].cells[1].minimumHeight = 400;
    table.rows[1].cells[1].field = u"blanc"_s;
    const PagedDocument paged = pages(table);
    double total = 0;
    for (const Page &page : paged.pages) {
        for (const layout::FieldArea &area : page.fields)
            total += area.rect.height();
    }
    CHECK(total == Approx(400).margin(8));
    CHECK(paged.pages.size() == 2);
}

TEST_CASE("A table without rows, rows without cells")
{
    Composition composition;
    CHECK(layout::layTable(Table{}, composition).empty());
    Table hollow;
    hollow.rows = {Row{}, Row{}};
    CHECK(layout::layTable(hollow, composition).empty());
    hollow.rows.push_back(row({u"enfin"_s}));
    const std::vector<Item> items = layout::layTable(hollow, composition);
    REQUIRE(items.size() == 1);
    CHECK_FALSE(items[0].slice.glued);
    CHECK(items[0].before.size() == 1);
    CHECK(items[0].after.size() == 1);
}
