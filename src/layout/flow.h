// Page flow: what comes one under the other is placed on pages.
#pragma once

#include "layout/row.h"

#include <memory>

namespace layout
{

// What a table's rows share: its place, and the header drawn again at the top of each page.
struct TableFrame {
    double width = 0;
    std::vector<Slice> header; // as artifacts; empty when there is none, or one too high to repeat
    double headerHeight = 0;
    bool titled = false; // `header` is the title recalled: the rows below it still need their upper border
};

// A slice, or a row too tall to stay whole (then `slice` has only the gap above).
struct Item {
    Slice slice = {};
    std::shared_ptr<const RowBox> tallRow = {};
    std::shared_ptr<const TableFrame> table = {};
    bool repeatsHeader = false; // a row below the table's header
    bool firstRow = false;      // of its table
    bool pageBreak = false;     // nothing but a new page
    std::vector<Operation> before = {};
    std::vector<Operation> after = {};
};

[[nodiscard]] std::vector<Item> items(std::vector<Slice> slices);

// A row taller than this may be cut.
[[nodiscard]] double tallestWholeRow(const look::Paper &sheet = {});

// Places items from the top of a first page on. Elements begun and not ended go on from page to page.
class Flow
{
public:
    explicit Flow(const look::Paper &sheet = {});
    void place(const std::vector<Item> &items);
    [[nodiscard]] std::vector<Page> pages() const { return m_pages; }
    // The page, from 0, where each item placed begins.
    [[nodiscard]] const std::vector<size_t> &pageOfItems() const { return m_pageOfItems; }

private:
    [[nodiscard]] size_t chainEnd(const std::vector<Item> &items, size_t first) const;
    [[nodiscard]] double heightNeeded(const std::vector<Item> &items, size_t first, size_t last) const;
    [[nodiscard]] double left() const;
    void put(const Item &item);
    void putTallRow(const Item &item);
    void putSlice(const Slice &slice, const Item &item);
    void draw(Operation operation);
    void newPage(const Item *next);

    look::Paper m_sheet;
    std::vector<Page> m_pages;
    std::vector<size_t> m_pageOfItems;
    std::vector<BeginTag> m_open;
    double m_y;
    bool m_atTop = true;        // nothing on the page, or only a repeated header
    bool m_headerDrawn = false; // the header of the current table stands at the page's top
};

// Where a page should begin earlier, so that none is left with next to nothing before a break or at the end: the
// places of items, from the last. `pageOfItems`: where these items were placed.
[[nodiscard]] std::vector<size_t> earlierBreaks(const std::vector<Item> &items, const std::vector<size_t> &pageOfItems,
                                                const look::Paper &sheet);

} // namespace layout
