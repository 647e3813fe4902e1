#include "layout/flow.h"

#include "layout/style.h"

#include <algorithm>

namespace layout
{

namespace
{

constexpr double slack = 0.01; // mm: sums of doubles

} // namespace

std::vector<Item> items(std::vector<Slice> slices)
{
    std::vector<Item> result(slices.size());
    for (size_t i = 0; i < slices.size(); ++i)
        result[i].slice = std::move(slices[i]);
    return result;
}

double tallestWholeRow(const look::Paper &sheet)
{
    return sheet.textHeight() / 3;
}

Flow::Flow(const look::Paper &sheet) : m_sheet(sheet), m_pages(1), m_y(look::margin) {}

double Flow::left() const
{
    return m_sheet.height - look::margin - m_y + slack;
}

void Flow::place(const std::vector<Item> &items)
{
    for (size_t i = 0; i < items.size();) {
        if (items[i].pageBreak) {
            const bool more = std::any_of(items.begin() + std::ptrdiff_t(i), items.end(),
                                          [](const Item &item) { return !item.pageBreak; });
            m_pageOfItems.push_back(m_pages.size() - 1);
            ++i;
            if (!m_atTop && more) // a row of a table that goes on has its header above
                newPage(i < items.size() && !items[i].pageBreak ? &items[i] : nullptr);
            continue;
        }
        const size_t last = chainEnd(items, i);
        if (!m_atTop && heightNeeded(items, i, last) > left())
            newPage(&items[i]);
        for (; i <= last; ++i) { // a chain longer than a page is broken where it must be
            if (!items[i].tallRow && !m_atTop && items[i].slice.gap + items[i].slice.height > left())
                newPage(&items[i]);
            m_pageOfItems.push_back(m_pages.size() - 1);
            put(items[i]);
        }
    }
    while (!m_open.empty())
        draw(EndTag{m_open.back().tag});
}

size_t Flow::chainEnd(const std::vector<Item> &items, size_t first) const
{
    size_t last = first;
    while (last + 1 < items.size() && items[last].slice.glued && !items[last].tallRow && !items[last + 1].pageBreak)
        ++last;
    return last;
}

double Flow::heightNeeded(const std::vector<Item> &items, size_t first, size_t last) const
{
    double height = 0;
    for (size_t i = first; i <= last; ++i) {
        height += i == first && m_atTop ? 0 : items[i].slice.gap;
        height += items[i].tallRow ? std::min(items[i].tallRow->leastHead(), items[i].tallRow->height())
                                   : items[i].slice.height;
    }
    return height;
}

void Flow::put(const Item &item)
{
    for (const Operation &operation : item.before)
        draw(operation);
    if (item.tallRow)
        putTallRow(item);
    else
        putSlice(item.slice, item);
    for (const Operation &operation : item.after)
        draw(operation);
}

void Flow::putTallRow(const Item &item)
{
    std::optional<RowBox> row = *item.tallRow;
    bool first = item.firstRow;
    while (row) {
        const double gap = m_atTop ? 0 : item.slice.gap;
        const bool pageEmpty = m_atTop;
        const std::optional<SplitRow> parts = split(*row, left() - gap, pageEmpty);
        if (!parts) {
            newPage(&item);
            continue;
        }
        Slice slice = render(parts->head, parts->headHeight, std::exchange(first, false));
        slice.gap = item.slice.gap;
        putSlice(slice, item);
        row = parts->rest;
        if (row)
            newPage(&item);
    }
}

void Flow::putSlice(const Slice &slice, const Item &item)
{
    if (!m_atTop)
        m_y += slice.gap;
    if (m_atTop && item.table && (!m_headerDrawn || item.table->titled)) {
        const QLineF top(look::margin, m_y, look::margin + item.table->width, m_y);
        draw(LineOperation{top, look::hairline, look::border});
    }
    std::vector<Operation> operations;
    append(slice, look::margin, m_y, operations, m_pages.back().fields);
    for (Operation &operation : operations)
        draw(std::move(operation));
    m_y += slice.height;
    m_atTop = false;
}

void Flow::draw(Operation operation)
{
    track(operation, m_open);
    m_pages.back().operations.push_back(std::move(operation));
}

void Flow::newPage(const Item *next)
{
    for (auto tag = m_open.rbegin(); tag != m_open.rend(); ++tag)
        m_pages.back().operations.push_back(EndTag{tag->tag});
    m_pages.emplace_back();
    for (const BeginTag &tag : m_open)
        m_pages.back().operations.push_back(continued(tag));
    m_y = look::margin;
    m_atTop = true;
    m_headerDrawn = false;
    if (!next || !next->repeatsHeader || next->table->header.empty())
        return;
    for (const Slice &slice : next->table->header) {
        append(slice, look::margin, m_y, m_pages.back().operations, m_pages.back().fields);
        m_y += slice.height;
    }
    m_headerDrawn = true;
}

namespace
{

constexpr double thin = 0.15;   // of a page: what looks forgotten
constexpr double enough = 0.2;  // what looks meant
constexpr double toMove = 0.35; // at most, with what is there: as much stays empty on the page before

double heightOf(const Item &item)
{
    return item.slice.gap + item.slice.height;
}

// Of the items from `first` on, up to a break or the end at `end`.
std::optional<size_t> earlierBreak(const std::vector<Item> &items, const std::vector<size_t> &pageOfItems,
                                   std::pair<size_t, size_t> part, double pageHeight)
{
    const auto [first, end] = part;
    const size_t page = pageOfItems[end - 1];
    if (page == pageOfItems[first])
        return {};
    double height = 0;
    size_t at = end;
    for (; at > first && pageOfItems[at - 1] == page; --at) {
        if (items[at - 1].tallRow)
            return {};
        height += heightOf(items[at - 1]);
    }
    if (height >= thin * pageHeight)
        return {};
    for (; at > first + 1 && pageOfItems[at - 1] + 1 == page && !items[at - 1].tallRow; --at) {
        height += heightOf(items[at - 1]);
        if (height > toMove * pageHeight)
            return {};
        if (height >= enough * pageHeight && !items[at - 2].slice.glued)
            return at - 1;
    }
    return {};
}

} // namespace

std::vector<size_t> earlierBreaks(const std::vector<Item> &items, const std::vector<size_t> &pageOfItems,
                                  const look::Paper &sheet)
{
    std::vector<size_t> breaks;
    for (size_t end = items.size(); end > 0;) {
        if (items[end - 1].pageBreak) {
            --end;
            continue;
        }
        size_t first = end - 1;
        while (first > 0 && !items[first - 1].pageBreak)
            --first;
        if (const auto at = earlierBreak(items, pageOfItems, {first, end}, sheet.textHeight()))
            breaks.push_back(*at);
        end = first;
    }
    return breaks;
}

} // namespace layout
