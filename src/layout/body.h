// The blocks of a document as items of the page flow.
#pragma once

#include "layout/contents.h"
#include "layout/flow.h"

namespace layout
{

// Lays the blocks one after the other, whenever it is asked for the next. What has a cover holds other documents, whose
// titles are its first headings; each keeps the look that it has alone.
class Body
{
public:
    // Both must outlive it.
    Body(const report::Document &document, Composition &composition);
    Body(const Body &) = delete;
    Body &operator=(const Body &) = delete;

    // The next block; paragraphs that follow one another come together, for their lists.
    void addNext();
    [[nodiscard]] bool complete() const { return m_next == m_blocks.size(); }
    [[nodiscard]] const std::vector<Item> &items() const { return m_items; }
    // Of all the blocks, laid or not; no page is known.
    [[nodiscard]] const std::vector<ContentsEntry> &headings() const { return m_headings; }

private:
    void addParagraphs();
    void add(const report::Heading &heading);
    void add(const report::Table &table);
    void add(const report::Figure &figure);
    void addItems(std::vector<Item> items, double after);

    const std::vector<report::Block> &m_blocks;
    Composition &m_composition;
    bool m_parts;
    double m_after; // the space that what stands above asks for
    size_t m_next = 0;
    std::vector<Item> m_items;
    std::vector<ContentsEntry> m_headings;
    size_t m_headingsLaid = 0;
};

} // namespace layout
