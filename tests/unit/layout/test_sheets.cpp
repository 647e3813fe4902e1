#include "layout/page.h"
#include "layout/style.h"
#include "support/catch.h"

using namespace Qt::Literals::StringLiterals;

namespace
{

report::Document sample(report::Sheet sheet)
{
    report::Document document;
    document.title = u"Titre"_s;
    document.header = u"CPTS"_s;
    document.footer = u"Pied"_s;
    document.sheet = sheet;
    document.blocks.emplace_back(report::Heading{1, {{.text = u"Partie"_s}}, u"a"_s, true});
    report::Table table;
    table.columns = {1, 1};
    table.description = u"Essai"_s;
    for (int i = 0; i < 60; ++i) {
        report::Row row;
        for (int cell = 0; cell < 2; ++cell)
            row.cells.emplace_back().paragraphs = {{.runs = {{.text = u"Case %1"_s.arg(i)}}}};
        table.rows.push_back(row);
    }
    document.blocks.emplace_back(table);
    return document;
}

double rightmost(const layout::Page &page)
{
    double right = 0;
    for (const layout::Operation &operation : page.operations) {
        if (const auto *line = std::get_if<layout::LineOperation>(&operation))
            right = std::max({right, line->line.x1(), line->line.x2()});
        else if (const auto *fill = std::get_if<layout::FillOperation>(&operation))
            right = std::max(right, fill->rect.right());
    }
    return right;
}

double lowest(const layout::Page &page)
{
    double low = 0;
    for (const layout::Operation &operation : page.operations)
        if (const auto *text = std::get_if<layout::TextOperation>(&operation))
            low = std::max(low, text->area.bottom());
    return low;
}

} // namespace

TEST_CASE("A3 landscape is twice as wide as A4, and used to its margin")
{
    const layout::PagedDocument a4 = layout::paginate(sample(report::Sheet::A4));
    const layout::PagedDocument a3 = layout::paginate(sample(report::Sheet::A3Landscape));
    CHECK(a4.size == QSizeF(210, 297));
    CHECK(a3.size == QSizeF(420, 297));
    CHECK(rightmost(a4.pages[0]) == Approx(190).margin(0.2));
    CHECK(rightmost(a3.pages[0]) == Approx(400).margin(0.2));
    CHECK(a3.pages.size() == a4.pages.size()); // one line a row, the same height
    for (const layout::Page &page : a3.pages)
        CHECK(lowest(page) < 297);
}

TEST_CASE("The running texts of an A3 page stand in its middle")
{
    const layout::PagedDocument a3 = layout::paginate(sample(report::Sheet::A3Landscape));
    double middle = 0;
    for (const layout::Operation &operation : a3.pages[0].operations)
        if (const auto *text = std::get_if<layout::TextOperation>(&operation); text && text->text == u"CPTS")
            middle = text->area.center().x();
    CHECK(middle == Approx(210).margin(1));
}
