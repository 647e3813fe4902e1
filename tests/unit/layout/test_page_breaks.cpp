// The rules of page breaks, over every height the preceding text can have.
#include "support/catch.h"

#include "layout/flow.h"
#include "layout/style.h"
#include "unit/layout/page_reading.h"
#include "unit/layout/sample_documents.h"

using namespace reading;
using namespace samples;

namespace
{

// One-line paragraphs push what follows down the page, line by line.
Document pushedDown(int lines, const std::vector<report::Block> &blocks)
{
    Document result;
    for (int i = 0; i < lines; ++i)
        result.blocks.push_back(paragraph(u"ligne %1"_s.arg(i)));
    result.blocks.insert(result.blocks.end(), blocks.begin(), blocks.end());
    return result;
}

// What stands on one page, line by line, from top to bottom: texts at the same height joined.
struct Line {
    double top = 0;
    QString text;
    std::vector<BeginTag> tags;
};
std::vector<std::vector<Line>> linesOfPages(const PagedDocument &paged)
{
    std::vector<std::vector<Line>> pages(paged.pages.size());
    for (const PlacedText &text : bodyTexts(paged))
        pages[size_t(text.page)].push_back({text.text.area.top(), text.text.text, text.tags});
    return pages;
}

int pageOf(const PagedDocument &paged, const QString &start)
{
    for (const PlacedText &text : bodyTexts(paged)) {
        if (text.text.text.startsWith(start))
            return text.page;
    }
    return -1;
}

bool isHeading(const Line &line)
{
    return std::any_of(line.tags.begin(), line.tags.end(), [](const BeginTag &tag) {
        return tag.tag == Tag::H1 || tag.tag == Tag::H2 || tag.tag == Tag::H3;
    });
}

int elementOf(const Line &line, Tag tag)
{
    return PlacedText{0, {}, line.tags}.element(tag);
}

} // namespace

TEST_CASE("A heading is never the last thing of a page")
{
    const std::vector<report::Block> blocks{heading(1, u"PARTIE"_s), heading(2, u"a) Rubrique"_s),
                                            heading(3, u"Constat"_s), paragraph(words(60))};
    for (int lines = 0; lines < 50; ++lines) {
        for (const std::vector<Line> &page : linesOfPages(layout::paginate(pushedDown(lines, blocks)))) {
            INFO(lines);
            CHECK_FALSE(isHeading(page.back()));
        }
    }
}

TEST_CASE("Headings, caption, header and first row of a table stay together")
{
    const std::vector<report::Block> blocks{heading(1, u"PARTIE"_s), heading(2, u"Rubrique"_s), missions(10)};
    for (int lines = 0; lines < 50; ++lines) {
        const PagedDocument paged = layout::paginate(pushedDown(lines, blocks));
        INFO(lines);
        const int page = pageOf(paged, u"PARTIE"_s);
        CHECK(pageOf(paged, u"Rubrique"_s) == page);
        CHECK(pageOf(paged, u"Missions visées"_s) == page);
        CHECK(pageOf(paged, u"Description"_s) == page);
        CHECK(pageOf(paged, u"MISSIONS SOCLES"_s) == page);
        CHECK(pageOf(paged, u"Médecin traitant"_s) == page);
        CHECK(pageOf(paged, u"MISSIONS COMPLÉMENTAIRES"_s) == pageOf(paged, u"Qualité"_s));
    }
}

TEST_CASE("The last row of a table is never alone on its page")
{
    for (int lines = 0; lines < 50; ++lines) {
        const PagedDocument paged = layout::paginate(pushedDown(lines, {communes(12)}));
        INFO(lines);
        CHECK(pageOf(paged, u"Commune-11"_s) == pageOf(paged, u"Commune-10"_s));
        CHECK(pageOf(paged, u"Commune-0"_s) == pageOf(paged, u"COMMUNES"_s));
    }
}

TEST_CASE("A paragraph leaves two lines at least on each page")
{
    for (int count : {20, 30, 60, 200}) {
        for (int lines = 20; lines < 50; ++lines) {
            const PagedDocument paged = layout::paginate(pushedDown(lines, {paragraph(words(count))}));
            std::map<int, int> linesPerPage;
            int total = 0;
            for (const PlacedText &text : bodyTexts(paged)) {
                if (text.text.text.startsWith(u"mot"_s)) {
                    ++linesPerPage[text.page];
                    ++total;
                }
            }
            INFO(lines << " lines before, paragraph of " << total);
            REQUIRE(total > 1);
            for (const auto &[page, number] : linesPerPage)
                CHECK(number >= 2);
        }
    }
}

TEST_CASE("keepWithNext holds a sentence to its table")
{
    Paragraph before = paragraph(u"Voici le tableau :"_s);
    before.keepWithNext = true;
    for (int lines = 25; lines < 50; ++lines) {
        const PagedDocument paged = layout::paginate(pushedDown(lines, {before, communes(3)}));
        INFO(lines);
        CHECK(pageOf(paged, u"Voici"_s) == pageOf(paged, u"Commune-0"_s));
    }
}

TEST_CASE("A table of a few lines is not cut, a longer one is")
{
    for (int lines = 25; lines < 50; ++lines) {
        const PagedDocument paged = layout::paginate(pushedDown(lines, {communes(3)}));
        INFO(lines);
        CHECK(pageOf(paged, u"Commune-0"_s) == pageOf(paged, u"Commune-2"_s));
    }
    bool cut = false;
    for (int lines = 25; lines < 50; ++lines) {
        const PagedDocument paged = layout::paginate(pushedDown(lines, {communes(12)}));
        cut = cut || pageOf(paged, u"Commune-0"_s) != pageOf(paged, u"Commune-11"_s);
    }
    CHECK(cut);
}

TEST_CASE("Forty-one communes: whole rows, the header on each page, read once")
{
    Document sample = document();
    sample.blocks.push_back(communes(41));
    const PagedDocument paged = layout::paginate(sample);
    REQUIRE(paged.pages.size() == 2);
    CHECK(elementCount(paged, Tag::Table) == 1);
    CHECK(elementCount(paged, Tag::TR) == 42);
    CHECK(elementCount(paged, Tag::TH) == 3);
    std::vector<int> header;
    std::vector<int> artifacts;
    for (const PlacedText &text : texts(paged)) {
        if (text.text.text == u"COMMUNES"_s)
            (text.in(Tag::Artifact) ? artifacts : header).push_back(text.page);
    }
    CHECK(header == std::vector<int>{0});
    CHECK(artifacts == std::vector<int>{1});
    std::map<int, int> pageOfRow;
    for (const PlacedText &text : bodyTexts(paged)) {
        if (const int row = text.element(Tag::TR)) {
            const auto place = pageOfRow.emplace(row, text.page).first;
            CHECK(place->second == text.page);
        }
    }
}

TEST_CASE("A repeated header stands at the top of the page, above the rows, on the same columns")
{
    Document sample;
    sample.blocks.push_back(communes(120));
    const PagedDocument paged = layout::paginate(sample);
    REQUIRE(paged.pages.size() >= 3);
    std::map<QString, double> columns;
    std::map<int, double> headerBottom;
    for (const PlacedText &text : texts(paged)) {
        if (text.text.text != u"CODE POSTAL"_s)
            continue;
        const auto first = columns.emplace(text.text.text, text.text.area.left()).first;
        CHECK(first->second == Approx(text.text.area.left()));
        headerBottom[text.page] = text.text.area.bottom();
        CHECK(text.text.area.top() < 20 + 10);
    }
    CHECK(headerBottom.size() == paged.pages.size());
    for (const PlacedText &text : bodyTexts(paged)) {
        if (text.in(Tag::TD))
            CHECK(text.text.area.top() > headerBottom[text.page]);
    }
}

TEST_CASE("A header too high to be repeated is drawn once")
{
    Table table = communes(30);
    table.rows.front().cells[0] = cell(words(250), Paragraph::Role::TableHead);
    Document sample;
    sample.blocks.push_back(table);
    const PagedDocument paged = layout::paginate(sample);
    REQUIRE(paged.pages.size() >= 2);
    CHECK(letters(paged) == lettersOf(sample));
    for (const PlacedText &text : texts(paged)) {
        if (text.in(Tag::Artifact))
            CHECK(text.text.text.startsWith(u"Page"_s));
    }
}

TEST_CASE("3,000 words in a cell flow over pages and stay one cell")
{
    Document sample = document();
    sample.blocks.push_back(missions(3000));
    const PagedDocument paged = layout::paginate(sample);
    REQUIRE(paged.pages.size() >= 5);
    CHECK(letters(paged) == lettersOf(sample));
    std::map<int, int> linesPerPage;
    std::vector<int> cells;
    for (const PlacedText &text : bodyTexts(paged)) {
        if (!text.text.text.startsWith(u"mot"_s))
            continue;
        ++linesPerPage[text.page];
        cells.push_back(text.element(Tag::TD));
    }
    CHECK(linesPerPage.size() >= 5);
    CHECK(std::count(cells.begin(), cells.end(), cells.front()) == std::ptrdiff_t(cells.size()));
    for (const auto &[page, number] : linesPerPage)
        CHECK(number >= 2);
    // The header is above each part.
    int headers = 0;
    for (const PlacedText &text : texts(paged))
        headers += text.text.text == u"Oui/Non"_s ? 1 : 0;
    CHECK(headers == int(paged.pages.size()));
}

TEST_CASE("Several long cells of one row split together without losing a word")
{
    Table table;
    table.columns = {1, 1};
    table.description = u"Deux longs textes"_s;
    table.rows = {row({words(1200, u"gauche"_s), words(900, u"droite"_s)})};
    for (int lines = 0; lines < 45; lines += 4) {
        const PagedDocument paged = layout::paginate(pushedDown(lines, {table}));
        QString left;
        QString right;
        for (const PlacedText &text : bodyTexts(paged)) {
            if (text.text.text.startsWith(u"gauche"_s))
                left += text.text.text;
            else if (text.text.text.startsWith(u"droite"_s))
                right += text.text.text;
        }
        INFO(lines);
        CHECK(withoutSpaces(left) == withoutSpaces(words(1200, u"gauche"_s)));
        CHECK(withoutSpaces(right) == withoutSpaces(words(900, u"droite"_s)));
        CHECK(elementCount(paged, Tag::TD) == 2);
    }
}

TEST_CASE("A row under a third of a page is never cut, a taller one fills the page")
{
    for (int lines = 20; lines < 50; ++lines) {
        const PagedDocument small = layout::paginate(pushedDown(lines, {missions(120)}));
        std::map<int, int> rows;
        for (const PlacedText &text : bodyTexts(small)) {
            if (const int element = text.element(Tag::TR))
                CHECK(rows.emplace(element, text.page).first->second == text.page);
        }
    }
    const PagedDocument tall = layout::paginate(pushedDown(10, {missions(300)}));
    CHECK(pageOf(tall, u"Soins non programmés"_s) == 0);
    CHECK(tall.pages.size() == 2);
}

TEST_CASE("A chain longer than a page is broken, not lost")
{
    Document sample;
    for (int i = 0; i < 90; ++i) {
        sample.blocks.push_back(paragraph(u"tenu-%1"_s.arg(i)));
        std::get<Paragraph>(sample.blocks.back()).keepWithNext = true;
    }
    const PagedDocument paged = layout::paginate(sample);
    CHECK(paged.pages.size() >= 2);
    CHECK(paged.pages.size() <= 4);
    CHECK(letters(paged) == lettersOf(sample));
    CHECK(linesOfPages(paged).front().size() > 20);
}

TEST_CASE("The table of contents tells the true pages and leads to them")
{
    Document sample = twelvePages();
    const PagedDocument paged = layout::paginate(sample);
    std::map<QString, int> pages; // anchor -> page
    std::map<QString, QString> titles;
    for (size_t i = 0; i < paged.pages.size(); ++i) {
        for (const Operation &operation : paged.pages[i].operations) {
            const auto *begin = std::get_if<BeginTag>(&operation);
            if (begin && !begin->anchor.isEmpty()) {
                pages[begin->anchor] = int(i) + 1;
                titles[begin->anchor] = begin->title;
            }
        }
    }
    std::map<int, std::pair<QString, QString>> entries; // element -> anchor, number
    for (const PlacedText &text : bodyTexts(paged)) {
        if (!text.in(Tag::TocItem))
            continue;
        auto &entry = entries[text.element(Tag::TocItem)];
        if (text.text.link.isEmpty()) {
            entry.second = text.text.text;
        } else {
            entry.first = text.text.link.mid(1);
            CHECK(titles[entry.first] == text.text.text);
        }
    }
    CHECK(entries.size() == 13); // all the headings of the document
    for (const auto &[element, entry] : entries)
        CHECK(entry.second == QString::number(pages[entry.first]));
}

TEST_CASE("Headings without an anchor get one each")
{
    Document sample;
    sample.blocks = {heading(1, u"UN"_s), paragraph(u"a"_s), heading(9, u"Deux"_s), paragraph(u"b"_s)};
    const PagedDocument paged = layout::paginate(sample);
    REQUIRE(begins(paged, Tag::H1).size() == 1);
    REQUIRE(begins(paged, Tag::H3).size() == 1); // no level below 3
    CHECK_FALSE(begins(paged, Tag::H1)[0].anchor.isEmpty());
    CHECK(begins(paged, Tag::H1)[0].anchor != begins(paged, Tag::H3)[0].anchor);
    CHECK(elementOf({0, {}, begins(paged, Tag::H1)}, Tag::H1) > 0);
}

TEST_CASE("The last page, and the last before a break, is never left with a line or two")
{
    for (int lines = 1; lines < 110; ++lines) {
        INFO(lines);
        for (const bool broken : {false, true}) {
            Document sample = pushedDown(lines, {});
            if (broken)
                sample.blocks.insert(sample.blocks.end(), {report::PageBreak(), paragraph(u"Après."_s)});
            auto pages = linesOfPages(layout::paginate(sample));
            if (broken) {
                CHECK(pages.back().size() == 1); // all there is to say
                pages.pop_back();
            }
            int next = 0;
            for (const std::vector<Line> &page : pages)
                for (const Line &line : page)
                    CHECK(line.text == u"ligne %1"_s.arg(next++));
            CHECK(next == lines);
            CHECK((pages.size() == 1 || pages.back().size() >= 5));
        }
    }
}

TEST_CASE("A table that a page is taken from has its header on the last page too")
{
    bool seen = false;
    for (int rows = 20; rows < 60; ++rows) {
        Document sample;
        sample.blocks.push_back(communes(rows));
        const PagedDocument paged = layout::paginate(sample);
        const auto pages = linesOfPages(paged);
        INFO(rows);
        CHECK((pages.size() == 1 || pages.back().size() >= 4));
        seen = seen || pages.size() > 1;
    }
    CHECK(seen);
}

TEST_CASE("A table without a header recalls the title above it on each page where it goes on")
{
    report::Document long_ = document();
    report::Table fiche = keyValues();
    for (int i = 0; i < 40; ++i)
        fiche.rows.push_back(row({u"Rubrique-%1"_s.arg(i), words(30)}));
    const auto recalls = [](const report::Document &of) {
        std::vector<int> pages;
        for (const PlacedText &text : texts(layout::paginate(of)))
            if (text.in(Tag::Artifact) && text.text.text.startsWith(u"Fiche-actions n° 3 (suite)"))
                pages.push_back(text.page);
        return pages;
    };
    long_.blocks = {heading(1, u"Fiche-actions n° 3"_s), fiche};
    const int count = int(layout::paginate(long_).pages.size());
    REQUIRE(count > 2);
    std::vector<int> expected;
    for (int page = 1; page < count; ++page)
        expected.push_back(page);
    CHECK(recalls(long_) == expected);
    long_.blocks = {heading(1, u"Fiche-actions n° 3"_s), paragraph(u"Entre les deux"_s), fiche};
    CHECK(recalls(long_).empty());
    long_.blocks = {heading(1, u"Fiche-actions n° 3"_s), communes(90)}; // its own header comes back instead
    CHECK(recalls(long_).empty());
    long_.blocks = {heading(1, u"Fiche-actions n° 3"_s), keyValues()};
    CHECK(recalls(long_).empty());
}

TEST_CASE("In a document with a cover the titles of its parts are banners, and each title below looks as it does alone")
{
    report::Document whole = document();
    whole.blocks = {heading(1, u"PROJET"_s), heading(2, u"1) TERRITOIRE"_s), heading(3, u"a) Description"_s),
                    paragraph(u"x"_s)};
    const auto looks = [](const report::Document &of, const QString &title) {
        for (const PlacedText &text : bodyTexts(layout::paginate(of)))
            if (text.text.text == title && !text.in(Tag::Toc))
                return std::pair(text.text.area.height(), text.text.color);
        return std::pair(0.0, QColor());
    };
    report::Document alone = document();
    alone.blocks = {heading(1, u"1) TERRITOIRE"_s), heading(2, u"a) Description"_s), paragraph(u"x"_s)};
    CHECK(looks(whole, u"a) Description"_s) != looks(alone, u"a) Description"_s));
    whole.cover = {paragraph(u"Version"_s)};
    CHECK(looks(whole, u"a) Description"_s) == looks(alone, u"a) Description"_s));
    CHECK(looks(whole, u"1) TERRITOIRE"_s) == looks(alone, u"1) TERRITOIRE"_s));
    const auto banners = [](const report::Document &of) {
        int count = 0;
        for (const layout::Page &page : layout::paginate(of).pages)
            for (const layout::Operation &operation : page.operations)
                if (const auto *fill = std::get_if<layout::FillOperation>(&operation))
                    count += fill->color == layout::look::banner ? 1 : 0;
        return count;
    };
    CHECK(banners(whole) == 1);
    CHECK(banners(alone) == 0);
}
