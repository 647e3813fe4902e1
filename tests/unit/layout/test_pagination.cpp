// A document laid out by and by: what stands first stays as it is.
#include "support/catch.h"

#include "layout/pagination.h"
#include "unit/layout/page_reading.h"
#include "unit/layout/sample_documents.h"

using namespace reading;
using namespace samples;

namespace
{

QString rounded(const QPointF &point)
{
    return u"%1;%2 "_s.arg(point.x(), 0, 'f', 3).arg(point.y(), 0, 'f', 3);
}

// What stands where on each page, without what is known last: the numbers of the contents, and how many pages there
// are.
std::vector<QString> standing(const PagedDocument &paged)
{
    std::vector<QString> pages(paged.pages.size());
    for (const PlacedText &text : texts(paged)) {
        const bool late = text.in(Tag::Toc) ? text.text.link.isEmpty() : text.text.text.contains(u" sur ");
        if (!late)
            pages[size_t(text.page)] += rounded(text.text.origin) + text.text.text + u'\n';
    }
    for (size_t i = 0; i < pages.size(); ++i) {
        for (const Operation &operation : paged.pages[i].operations)
            if (const auto *fill = std::get_if<layout::FillOperation>(&operation))
                pages[i] += rounded(fill->rect.topLeft()) + rounded(fill->rect.bottomRight());
        for (const layout::FieldArea &area : paged.pages[i].fields)
            pages[i] += area.field + rounded(area.rect.topLeft());
    }
    return pages;
}

// At each step, the pages that are there are the first ones of the whole.
void requirePrefixes(const Document &document)
{
    const std::vector<QString> whole = standing(layout::paginate(document));
    layout::Pagination pagination(document);
    size_t before = 0;
    while (!pagination.whole()) {
        for (int step = 0; step < 8 && !pagination.whole(); ++step)
            pagination.advance();
        const std::vector<QString> part = standing(pagination.pages());
        REQUIRE(part.size() <= whole.size());
        REQUIRE(part.size() >= before); // none is taken back
        REQUIRE(std::equal(part.begin(), part.end(), whole.begin()));
        before = part.size();
    }
    REQUIRE(standing(pagination.pages()) == whole);
    for (size_t wanted = 1; wanted <= whole.size() + 1; ++wanted) {
        layout::Pagination some(document);
        some.reach(wanted);
        const std::vector<QString> part = standing(some.pages());
        REQUIRE((some.whole() || part.size() >= wanted));
        REQUIRE(std::equal(part.begin(), part.end(), whole.begin()));
    }
}

} // namespace

TEST_CASE("The pages laid first are the first pages of the whole, wherever the layout has got to")
{
    Document covered = twelvePages();
    covered.cover = {paragraph(u"Version du 12 mars"_s)};
    covered.blocks.insert(covered.blocks.begin() + 6, report::PageBreak());
    covered.blocks.push_back(missions(1500)); // a row taller than a page
    requirePrefixes(covered);
    Document chain = document();
    for (int i = 0; i < 30; ++i)
        chain.blocks.push_back(heading(2, u"tenu-%1"_s.arg(i)));
    chain.blocks.insert(chain.blocks.end(), {communes(90), report::PageBreak(), paragraph(words(900))});
    requirePrefixes(chain);
    requirePrefixes({});
    // Each height at which the last lines before a break take others with them to their page.
    for (int lines = 96; lines < 108; lines += 4) {
        Document pushed;
        for (int i = 0; i < lines; ++i)
            pushed.blocks.insert(pushed.blocks.end(), {paragraph(u"ligne %1"_s.arg(i)), report::Table()});
        pushed.blocks.insert(pushed.blocks.end(), {report::PageBreak(), paragraph(u"Après."_s)});
        requirePrefixes(pushed);
    }
}

TEST_CASE("The first pages wait neither for the last blocks nor for a number that nobody knows yet")
{
    const Document document = twelvePages();
    layout::Pagination pagination(document);
    pagination.reach(2);
    REQUIRE_FALSE(pagination.whole());
    const PagedDocument first = pagination.pages();
    CHECK(first.pages.size() < layout::paginate(document).pages.size() / 2);
    int entries = 0;
    QStringList feet;
    for (const PlacedText &text : texts(first)) {
        entries += text.in(Tag::TocItem) && !text.text.link.isEmpty() ? 1 : 0;
        if (text.in(Tag::TocItem) && text.text.link.isEmpty())
            CHECK(text.text.text.isEmpty());
        if (text.text.text.contains(u"Page "))
            feet << text.text.text;
    }
    CHECK(entries == 13); // all the headings, those of pages to come too
    REQUIRE(feet.size() >= 2);
    CHECK(feet[1].endsWith(u"– Page 2 sur …"));
}
