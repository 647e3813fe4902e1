// What every page must be, whatever the document.
#include "support/catch.h"

#include "layout/page.h"
#include "layout/style.h"
#include "unit/layout/page_reading.h"
#include "unit/layout/sample_documents.h"

using namespace reading;
using namespace samples;

namespace
{

constexpr double slack = 0.05; // mm

Document longWords()
{
    Document result = document();
    result.blocks.push_back(paragraph(u"a"_s.repeated(700)));
    Table table = communes(2);
    table.rows[1].cells[0] = cell(u"Anticonstitutionnellement"_s.repeated(20));
    result.blocks.push_back(table);
    result.blocks.push_back(heading(1, u"TITRE"_s.repeated(60)));
    result.blocks.push_back(paragraph(u"fin"_s));
    return result;
}

Document listsAndBreaks()
{
    Document result = document();
    result.title.clear();
    for (int i = 0; i < 40; ++i)
        result.blocks.push_back(item(words(25, u"point"_s), 1 + i % 3, i % 2 == 0));
    result.blocks.push_back(paragraph(u"ligne\nautre\r\nencore\ttabulation"_s));
    return result;
}

Document strangeTables()
{
    Document result = document();
    Table ragged;
    ragged.description = u"Lignes inégales"_s;
    ragged.columns = {1, 0, -3, 20};
    ragged.rows = {row({u"seule"_s}), row({u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s, u"f"_s}), Row{}};
    ragged.rows[0].cells[0].span = 40;
    result.blocks.push_back(ragged);
    result.blocks.push_back(Table{});
    Table headersOnly = communes(0);
    result.blocks.push_back(headersOnly);
    Table bare;
    bare.rows = {row({u"sans"_s, u"largeurs"_s})};
    bare.rows[0].cells[1].paragraphs.clear();
    result.blocks.push_back(bare);
    return result;
}

std::vector<std::pair<const char *, Document>> documents()
{
    Document tall = document();
    tall.blocks.push_back(missions(3000));
    Document blank = document();
    Table form = keyValues();
    form.rows[1].cells[1].minimumHeight = 320;
    blank.blocks.push_back(form);
    return {{"empty", Document{}},
            {"title only", document()},
            {"everything", everything()},
            {"3,000 words in a cell", tall},
            {"long words", longWords()},
            {"lists", listsAndBreaks()},
            {"strange tables", strangeTables()},
            {"a high blank cell", blank},
            {"twelve pages", twelvePages()}};
}

// The tags of one page nest and end where they began.
void checkNesting(const Page &page)
{
    std::vector<Tag> open;
    for (const Operation &operation : page.operations) {
        if (const auto *begin = std::get_if<BeginTag>(&operation)) {
            open.push_back(begin->tag);
        } else if (const auto *end = std::get_if<EndTag>(&operation)) {
            REQUIRE_FALSE(open.empty());
            REQUIRE(open.back() == end->tag);
            open.pop_back();
        }
    }
    CHECK(open.empty());
}

} // namespace

TEST_CASE("Every document keeps its text, in order")
{
    for (const auto &[name, sample] : documents()) {
        DYNAMIC_SECTION(name)
        {
            CHECK(letters(layout::paginate(sample)) == lettersOf(sample));
        }
    }
}

TEST_CASE("Nothing stands outside the margins, no text on another")
{
    for (const auto &[name, sample] : documents()) {
        DYNAMIC_SECTION(name)
        {
            const PagedDocument paged = layout::paginate(sample);
            const QRectF sheet(QPointF(), paged.size);
            const QRectF inside = sheet.adjusted(20 - slack, 20 - slack, slack - 20, slack - 20);
            std::vector<std::vector<QRectF>> areas(paged.pages.size());
            for (const PlacedText &text : texts(paged)) {
                const QRectF &area = text.text.area;
                INFO(text.text.text.toStdString());
                CHECK(sheet.contains(area));
                if (!text.in(Tag::Artifact))
                    CHECK(inside.contains(area));
                for (const QRectF &other : areas[size_t(text.page)])
                    CHECK_FALSE(other.adjusted(slack, slack, -slack, -slack).intersects(area));
                areas[size_t(text.page)].push_back(area);
            }
            for (const layout::LineOperation &line : all<layout::LineOperation>(paged))
                CHECK((inside.contains(line.line.p1()) && inside.contains(line.line.p2())));
            for (const layout::FillOperation &fill : all<layout::FillOperation>(paged))
                CHECK(inside.contains(fill.rect));
        }
    }
}

TEST_CASE("Tags nest on each page and only headings carry anchors, once")
{
    for (const auto &[name, sample] : documents()) {
        DYNAMIC_SECTION(name)
        {
            const PagedDocument paged = layout::paginate(sample);
            QStringList anchors;
            for (const Page &page : paged.pages)
                checkNesting(page);
            for (const BeginTag &begin : all<BeginTag>(paged)) {
                if (begin.anchor.isEmpty())
                    continue;
                CHECK((begin.tag == Tag::H1 || begin.tag == Tag::H2 || begin.tag == Tag::H3));
                CHECK_FALSE(begin.title.isEmpty());
                anchors += begin.anchor;
            }
            CHECK(anchors.removeDuplicates() == 0);
        }
    }
}

TEST_CASE("Every page has its number, and the document's header")
{
    const PagedDocument paged = layout::paginate(everything());
    REQUIRE(paged.pages.size() > 3);
    CHECK(paged.size == QSizeF(210, 297));
    std::vector<QString> running(paged.pages.size());
    for (const PlacedText &text : texts(paged)) {
        if (text.in(Tag::Artifact) && (text.text.area.bottom() < 20 || text.text.area.top() > 277))
            running[size_t(text.page)] += text.text.text + u'|';
    }
    for (size_t i = 0; i < running.size(); ++i) {
        CHECK(running[i] ==
              u"CPTS des Vallées (exemple)|Lettre d’intention – version du 12 mars 2027 – Page %1 sur %2|"_s.arg(i + 1)
                  .arg(running.size()));
    }
}

TEST_CASE("What follows the pages of a document is said beside their number, whole")
{
    Document sample = everything();
    sample.afterPages = u", sans les pièces jointes"_s;
    sample.footer = u"Un pied très long "_s.repeated(12);
    const PagedDocument paged = layout::paginate(sample);
    int told = 0;
    for (const PlacedText &text : texts(paged))
        told += text.in(Tag::Artifact) &&
                text.text.text.endsWith(u"Page 1 sur %1, sans les pièces jointes"_s.arg(paged.pages.size()));
    CHECK(told == 1);
}

TEST_CASE("A document without anything is one numbered page")
{
    const PagedDocument paged = layout::paginate(Document{});
    REQUIRE(paged.pages.size() == 1);
    REQUIRE(texts(paged).size() == 1);
    CHECK(texts(paged).front().text.text == u"Page 1 sur 1"_s);
    CHECK(bodyTexts(paged).empty());
}

TEST_CASE("Running texts too long for the margin are shortened, the page number is not")
{
    Document sample = document();
    sample.header = words(200);
    sample.footer = words(200);
    const PagedDocument paged = layout::paginate(sample);
    QString all;
    for (const PlacedText &text : texts(paged)) {
        CHECK(text.text.area.top() > 5);
        CHECK(text.text.area.bottom() < 292);
        if (text.in(Tag::Artifact))
            all += text.text.text;
    }
    CHECK(all.count(u'…') == 2);
    CHECK(all.contains(u"Page 1 sur 1"_s));
}

TEST_CASE("The same document gives the same operations")
{
    const PagedDocument first = layout::paginate(everything());
    const PagedDocument second = layout::paginate(everything());
    const std::vector<PlacedText> a = texts(first);
    const std::vector<PlacedText> b = texts(second);
    REQUIRE(a.size() == b.size());
    for (size_t i = 0; i < a.size(); ++i) {
        CHECK(a[i].text.text == b[i].text.text);
        CHECK(a[i].text.origin == b[i].text.origin);
        REQUIRE(a[i].text.glyphs.size() == b[i].text.glyphs.size());
        for (size_t k = 0; k < a[i].text.glyphs.size(); ++k) {
            CHECK(a[i].text.glyphs[k].glyphIndexes() == b[i].text.glyphs[k].glyphIndexes());
            CHECK(a[i].text.glyphs[k].positions() == b[i].text.glyphs[k].positions());
        }
    }
}

TEST_CASE("Text is drawn with the named fonts, at readable sizes")
{
    CHECK(layout::missingFonts().isEmpty());
    for (const PlacedText &text : bodyTexts(layout::paginate(everything()))) {
        for (const QGlyphRun &run : text.text.glyphs) {
            INFO(text.text.text.toStdString());
            CHECK(layout::look::families().contains(run.rawFont().familyName()));
            const double points = run.rawFont().pixelSize() / text.text.scale * 72 / 25.4;
            CHECK(points >= 8.99);
            if (!text.in(Tag::Table) && !text.in(Tag::Toc) && text.text.text.startsWith(u"Population"_s))
                CHECK(points == Approx(11));
        }
    }
}

TEST_CASE("Page breaks: none at the top, none at the end, no empty page")
{
    Document sample = document();
    sample.blocks = {report::PageBreak{}, paragraph(u"un"_s),   report::PageBreak{},
                     report::PageBreak{}, paragraph(u"deux"_s), report::PageBreak{}};
    sample.title.clear();
    sample.subtitle.clear();
    const PagedDocument paged = layout::paginate(sample);
    // The last break opens the page where something would have followed.
    std::vector<int> pages;
    for (const PlacedText &text : bodyTexts(paged))
        pages.push_back(text.page);
    CHECK(pages == std::vector<int>{0, 1});
    CHECK(paged.pages.size() == 2);
}

TEST_CASE("Cells beyond the columns are kept")
{
    Table table;
    table.columns = {1, 1};
    table.rows = {row({u"un"_s, u"deux"_s, u"trois"_s, u"quatre"_s})};
    Document sample;
    sample.blocks.push_back(table);
    CHECK(letters(layout::paginate(sample)) == u"undeuxtroisquatre"_s);

    table.rows[0].cells[0].span = 500;
    sample.blocks = {table};
    CHECK(letters(layout::paginate(sample)) == u"undeuxtroisquatre"_s);
}
