// A document laid out by and by, for who shows the first pages before all of them are known.
#pragma once

#include "layout/body.h"

#include <span>

namespace layout
{

class Pagination
{
public:
    // `document` must outlive it. Needs a QGuiApplication, as paginate() does.
    explicit Pagination(const report::Document &document);

    // One block more, or all the paragraphs that follow one another.
    void advance();
    // On, until the first `pages` at least stand as they will in the end.
    void reach(size_t pages);
    [[nodiscard]] bool whole() const { return m_body.complete(); }
    // The pages that nothing further changes any more. As long as it is not whole the table of contents has no numbers,
    // and the foot of a page does not say how many there are.
    [[nodiscard]] PagedDocument pages() const;

private:
    void count(std::span<const Item> items);
    [[nodiscard]] std::vector<Item> front(const std::vector<ContentsEntry> &headings, Composition &composition) const;
    [[nodiscard]] std::vector<Page> flow(std::vector<Item> front) const;

    const report::Document &m_document;
    Composition m_composition;
    BeginTag m_root;
    std::vector<Item> m_title; // with the cover
    Body m_body;
    std::vector<Item> m_front; // title and table of contents, without its numbers
    // What is laid takes as many pages at least.
    size_t m_counted = 0; // items of the body
    size_t m_fullPages = 0;
    double m_begun = 0; // of one more page
};

} // namespace layout
