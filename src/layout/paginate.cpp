#include "layout/contents.h"
#include "layout/figure.h"
#include "layout/page.h"
#include "layout/paragraphs.h"
#include "layout/table.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace layout
{

namespace
{

constexpr double afterTable = 3.5;

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

// The blocks of a document, one after the other, as items of the flow.
class Body
{
public:
    // `after`: the space that what stands above asks for. `parts`: what has a cover holds other documents, whose titles
    // are its first headings; each keeps the look that it has alone.
    Body(Composition &composition, double after, bool parts)
        : m_composition(composition), m_after(after), m_parts(parts)
    {
    }

    void add(const std::vector<report::Block> &blocks)
    {
        for (const report::Block &block : blocks) {
            if (const auto *paragraph = std::get_if<report::Paragraph>(&block)) {
                m_paragraphs.push_back(*paragraph); // together, for their lists
                continue;
            }
            addParagraphs();
            if (const auto *heading = std::get_if<report::Heading>(&block))
                addHeading(*heading);
            else if (const auto *table = std::get_if<report::Table>(&block))
                addItems(layTable(*table, m_composition, titleAbove(&block == &blocks.front() ? nullptr : &block - 1)),
                         afterTable);
            else if (const auto *figure = std::get_if<report::Figure>(&block))
                addFigure(*figure);
            else
                m_items.push_back({.pageBreak = true});
        }
        addParagraphs();
    }

    [[nodiscard]] const std::vector<Item> &items() const { return m_items; }
    [[nodiscard]] std::vector<ContentsEntry> &headings() { return m_headings; }

private:
    static QString titleAbove(const report::Block *above)
    {
        const auto *heading = above ? std::get_if<report::Heading>(above) : nullptr;
        return heading ? oneLine(heading->runs) : QString();
    }

    void addParagraphs()
    {
        if (m_paragraphs.empty())
            return;
        std::vector<Slice> slices = layParagraphs(m_paragraphs, m_composition.sheet.textWidth(), m_composition);
        addItems(layout::items(std::move(slices)), look::paragraphStyle(m_paragraphs.back().role).after);
        m_paragraphs.clear();
    }

    void addHeading(const report::Heading &heading)
    {
        const QString anchor = heading.anchor.isEmpty() ? u"titre-%1"_s.arg(m_headings.size() + 1) : heading.anchor;
        m_headings.push_back({std::clamp(heading.level, 1, 3), oneLine(heading.runs), anchor, 0});
        addItems(layout::items(layHeading(heading, anchor, m_composition, m_parts)),
                 look::headingStyle(heading.level - (m_parts ? 1 : 0)).after);
    }

    void addFigure(const report::Figure &figure)
    {
        addItems(layout::items(layFigure(figure, m_composition)), afterTable);
        if (figure.showValues)
            addItems(layTable(figure.values, m_composition), afterTable);
    }

    void addItems(std::vector<Item> items, double after)
    {
        if (items.empty())
            return;
        items.front().slice.gap = std::max(items.front().slice.gap, m_after);
        m_items.insert(m_items.end(), std::make_move_iterator(items.begin()), std::make_move_iterator(items.end()));
        m_after = after;
    }

    Composition &m_composition;
    std::vector<report::Paragraph> m_paragraphs;
    std::vector<Item> m_items;
    std::vector<ContentsEntry> m_headings;
    double m_after;
    bool m_parts;
};

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

std::vector<Page> flow(std::vector<Item> front, const std::vector<Item> &body, const BeginTag &root,
                       const look::Paper &sheet)
{
    front.insert(front.end(), body.begin(), body.end());
    if (front.empty())
        return std::vector<Page>(1);
    front.front().before.insert(front.front().before.begin(), root);
    Flow flow(sheet);
    flow.place(front);
    const std::vector<size_t> breaks = earlierBreaks(front, flow.pageOfItems(), sheet);
    if (breaks.empty())
        return flow.pages();
    for (const size_t at : breaks) // from the last: the places before it stay
        front.insert(front.begin() + std::ptrdiff_t(at), Item{.pageBreak = true});
    Flow again(sheet);
    again.place(front);
    return again.pages();
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
    Composition composition{.paper = isPaperForm(document), .sheet = look::paperOf(document.sheet)};
    const BeginTag root = composition.begin(Tag::Document);
    const bool covered = !document.cover.empty();
    std::vector<Item> title = titleItems(document, composition);
    if (covered) {
        std::vector<Slice> cover = layParagraphs(document.cover, composition.sheet.textWidth(), composition);
        cover.front().gap += 2 * look::subtitleStyle().after;
        Item above; // a gap would be lost at the top of the page
        above.slice.height = look::coverTop;
        title.insert(title.begin(), above);
        const std::vector<Item> lines = items(std::move(cover));
        title.insert(title.end(), lines.begin(), lines.end());
        title.push_back({.pageBreak = true});
    }
    Body body(composition, document.subtitle.isEmpty() ? 0 : look::subtitleStyle().after, covered);
    body.add(document.blocks);

    const auto pagesWithContents = [&] {
        std::vector<Item> front = title;
        if (document.tableOfContents) {
            std::vector<Item> contents = items(layContents(body.headings(), composition));
            front.insert(front.end(), contents.begin(), contents.end());
            if (covered)
                front.push_back({.pageBreak = true});
        }
        return flow(front, body.items(), root, composition.sheet);
    };
    PagedDocument paged{QSizeF(composition.sheet.width, composition.sheet.height), pagesWithContents()};
    if (document.tableOfContents) { // its numbers are known now, its length doesn't change
        const std::vector<int> numbers = headingPages(paged);
        for (size_t i = 0; i < numbers.size(); ++i)
            body.headings()[i].page = numbers[i];
        paged.pages = pagesWithContents();
    }
    addRunningTexts(paged.pages, document.header, document.footer, document.afterPages, composition.sheet);
    return paged;
}

} // namespace layout
