#include "layout/pagination.h"
#include "layout/paragraphs.h"

#include <algorithm>
#include <utility>

namespace layout
{

namespace
{

// The page that is begun, and the one before, from which lines may still go over to it (earlierBreaks).
constexpr size_t unsettled = 2;

bool hasBlanks(const std::vector<report::Run> &runs)
{
    return std::any_of(runs.begin(), runs.end(),
                       [](const report::Run &run) { return run.type == report::Run::Type::Blank; });
}

bool isPaperCell(const report::Cell &cell)
{
    return cell.minimumHeight > 0 ||
           std::any_of(cell.paragraphs.begin(), cell.paragraphs.end(),
                       [](const report::Paragraph &paragraph) { return hasBlanks(paragraph.runs); });
}

// Whether somebody will fill it with a pen: there is room left to write.
bool isPaperForm(const report::Document &document)
{
    for (const report::Block &block : document.blocks) {
        if (const auto *paragraph = std::get_if<report::Paragraph>(&block); paragraph && hasBlanks(paragraph->runs))
            return true;
        const auto *table = std::get_if<report::Table>(&block);
        if (!table)
            continue;
        for (const report::Row &row : table->rows) {
            if (std::any_of(row.cells.begin(), row.cells.end(), isPaperCell))
                return true;
        }
    }
    return false;
}

std::vector<Item> titleItems(const report::Document &document, Composition &composition)
{
    std::vector<Slice> slices;
    const auto add = [&](const QString &text, const look::TextStyle &style, Tag tag, double gap) {
        if (text.isEmpty())
            return;
        std::vector<Slice> lines =
            layText({{.text = text}}, style, report::Paragraph::Alignment::Center, composition.begin(tag), composition);
        lines.front().gap = gap;
        slices.insert(slices.end(), lines.begin(), lines.end());
    };
    add(document.title, look::titleStyle(), Tag::Title, 0);
    add(document.subtitle, look::subtitleStyle(), Tag::P, look::titleStyle().after);
    return items(std::move(slices));
}

std::vector<Item> coverItems(const report::Document &document, Composition &composition)
{
    std::vector<Slice> cover = layParagraphs(document.cover, composition.sheet.textWidth(), composition);
    cover.front().gap += 2 * look::subtitleStyle().after;
    std::vector<Item> lines = items(std::move(cover));
    lines.push_back({.pageBreak = true});
    return lines;
}

// The title, and the cover when there is one.
std::vector<Item> firstItems(const report::Document &document, Composition &composition)
{
    std::vector<Item> title = titleItems(document, composition);
    if (document.cover.empty())
        return title;
    Item above; // a gap would be lost at the top of the page
    above.slice.height = look::coverTop;
    title.insert(title.begin(), above);
    const std::vector<Item> cover = coverItems(document, composition);
    title.insert(title.end(), cover.begin(), cover.end());
    return title;
}

} // namespace

std::vector<int> headingPages(const PagedDocument &paged)
{
    std::vector<int> numbers;
    for (size_t i = 0; i < paged.pages.size(); ++i)
        for (const Operation &operation : paged.pages[i].operations)
            if (const auto *tag = std::get_if<BeginTag>(&operation); tag && !tag->anchor.isEmpty())
                numbers.push_back(int(i) + 1);
    return numbers;
}

PagedDocument paginate(const report::Document &document)
{
    Pagination all(document);
    while (!all.whole())
        all.advance();
    return all.pages();
}

Pagination::Pagination(const report::Document &document)
    : m_document(document), m_composition{.paper = isPaperForm(document),
                                          .sheet = look::paperOf(document.sheet),
                                          .missingNote = document.missingNote},
      m_root(m_composition.begin(Tag::Document)), m_title(firstItems(document, m_composition)),
      m_body(document, m_composition), m_front(front(m_body.headings(), m_composition))
{
    count(m_front);
}

std::vector<Item> Pagination::front(const std::vector<ContentsEntry> &headings, Composition &composition) const
{
    std::vector<Item> front = m_title;
    if (!m_document.tableOfContents)
        return front;
    const std::vector<Item> contents = items(layContents(headings, composition));
    front.insert(front.end(), contents.begin(), contents.end());
    if (!m_document.cover.empty())
        front.push_back({.pageBreak = true});
    return front;
}

void Pagination::advance()
{
    m_body.addNext();
}

void Pagination::reach(size_t pages)
{
    while (!whole()) {
        const auto laid = std::span(m_body.items()).subspan(std::exchange(m_counted, m_body.items().size()));
        count(laid);
        if (m_fullPages >= pages + unsettled)
            return;
        advance();
    }
}

// As if the text ran through all the pages, without the gaps and the lines kept together that only take more room.
void Pagination::count(std::span<const Item> items)
{
    const double room = m_composition.sheet.textHeight();
    for (const Item &item : items) {
        m_begun += item.tallRow ? item.tallRow->height() : item.slice.height;
        for (; m_begun > room; m_begun -= room)
            ++m_fullPages;
        if (item.pageBreak && m_begun > 0) {
            ++m_fullPages;
            m_begun = 0;
        }
    }
}

std::vector<Page> Pagination::flow(std::vector<Item> front) const
{
    front.insert(front.end(), m_body.items().begin(), m_body.items().end());
    if (front.empty())
        return std::vector<Page>(1);
    front.front().before.insert(front.front().before.begin(), m_root);
    Flow flow(m_composition.sheet);
    flow.place(front);
    const std::vector<size_t> breaks = earlierBreaks(front, flow.pageOfItems(), m_composition.sheet);
    if (breaks.empty())
        return flow.pages();
    for (const size_t at : breaks) // from the last: the places before it stay
        front.insert(front.begin() + std::ptrdiff_t(at), Item{.pageBreak = true});
    Flow again(m_composition.sheet);
    again.place(front);
    return again.pages();
}

PagedDocument Pagination::pages() const
{
    const look::Paper &sheet = m_composition.sheet;
    PagedDocument paged{QSizeF(sheet.width, sheet.height), flow(m_front)};
    if (!whole())
        paged.pages.resize(paged.pages.size() - std::min(paged.pages.size(), unsettled));
    else if (m_document.tableOfContents) { // its numbers are known now, its length doesn't change
        std::vector<ContentsEntry> headings = m_body.headings();
        const std::vector<int> numbers = headingPages(paged);
        for (size_t i = 0; i < numbers.size(); ++i)
            headings[i].page = numbers[i];
        Composition composition = m_composition;
        paged.pages = flow(front(headings, composition));
    }
    addRunningTexts(paged.pages, m_document, whole() ? paged.pages.size() : 0, sheet);
    return paged;
}

} // namespace layout
