// The logical structure of the document, collected from the tags of all pages before it is written.
#pragma once

#include "layout/page.h"

#include <map>

namespace formats::pdf
{

// Something in the structure element: a child element, a piece of page content, or a link's clickable place.
struct Kid {
    enum class Type { Element, Content, Link };
    Type type = Type::Element;
    int index = 0; // element; marked content number on its page; or link
    int page = 0;  // content
};

struct Element {
    QByteArray type; // standard structure type: "P", "TH"
    int parent = -1;
    QString alternative = {}; // spoken instead of the content; for a table, its summary
    QRectF box = {};          // mm, figures only, on their page
    int page = 0;             // where it began
    int span = 1;
    layout::Scope scope = layout::Scope::None;
    std::vector<Kid> kids = {};
};

struct Link {
    int page = 0;
    QRectF area; // mm
    QString target;
    QString text;
    int element = 0;
};

struct OutlineEntry {
    int level = 1;
    QString title;
    QString anchor;
    int page = 0;
    QPointF place; // mm
};

// Elements go on from page to page under the same layout number; the first one is the root.
class Structure
{
public:
    // Enters the element of `tag`, made at its first use.
    void enter(const layout::BeginTag &tag, int page);
    void leave();
    [[nodiscard]] bool inside() const { return !m_open.empty(); }
    [[nodiscard]] int current() const { return m_open.back(); }
    [[nodiscard]] const Element &element(int index) const { return m_elements[size_t(index)]; }

    // A child of the current element for one thing of a line: a link, a check box.
    [[nodiscard]] int addInline(const QByteArray &type, const QString &alternative);
    // Numbers the next marked content of the page as a kid of `element`.
    void addContent(int element, int page);
    void addLink(int element, int page, const QRectF &area, const QString &target, const QString &text);
    void addHeading(const layout::BeginTag &tag, int page, const QPointF &place);

    // Elements without content go, but for the cells that keep a table regular; no level of heading is skipped.
    void prune();

    [[nodiscard]] const std::vector<Element> &elements() const { return m_elements; }
    [[nodiscard]] const std::vector<Link> &links() const { return m_links; }
    [[nodiscard]] const std::vector<OutlineEntry> &outline() const { return m_outline; }
    [[nodiscard]] int contentCount(int page) const;

private:
    void orderHeadings();
    [[nodiscard]] int add(const QByteArray &type, int parent);

    std::vector<Element> m_elements;
    std::vector<Link> m_links;
    std::vector<OutlineEntry> m_outline;
    std::vector<int> m_open;
    std::map<int, int> m_byLayoutNumber;
    std::map<int, int> m_contents; // page -> how many
};

} // namespace formats::pdf
