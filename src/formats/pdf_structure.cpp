#include "formats/pdf_structure.h"

namespace formats::pdf
{

namespace
{

using layout::Tag;

// The document's own title is its first heading: PDF 1.7 has no title element. The trame's parts come below it.
QByteArray typeName(Tag tag)
{
    switch (tag) {
    case Tag::Document:
        return "Document";
    case Tag::Title:
        return "H1";
    case Tag::H1:
        return "H2";
    case Tag::H2:
        return "H3";
    case Tag::H3:
        return "H4";
    case Tag::P:
        return "P";
    case Tag::L:
        return "L";
    case Tag::LI:
        return "LI";
    case Tag::Lbl:
        return "Lbl";
    case Tag::LBody:
        return "LBody";
    case Tag::Table:
        return "Table";
    case Tag::TR:
        return "TR";
    case Tag::TH:
        return "TH";
    case Tag::TD:
        return "TD";
    case Tag::Caption:
        return "Caption";
    case Tag::Figure:
        return "Figure";
    case Tag::Toc:
        return "TOC";
    case Tag::TocItem:
        return "TOCI";
    case Tag::Artifact:
        break;
    }
    return "Span";
}

int headingLevel(Tag tag)
{
    return tag == Tag::H1 ? 1 : tag == Tag::H2 ? 2 : 3;
}

} // namespace

int Structure::add(const QByteArray &type, int parent)
{
    const int index = int(m_elements.size());
    m_elements.push_back({.type = type, .parent = parent});
    if (parent >= 0)
        m_elements[size_t(parent)].kids.push_back({Kid::Type::Element, index, 0});
    return index;
}

void Structure::enter(const layout::BeginTag &tag, int page)
{
    const auto known = m_byLayoutNumber.find(tag.element);
    if (known != m_byLayoutNumber.end()) {
        m_open.push_back(known->second);
        return;
    }
    const int index = add(typeName(tag.tag), m_open.empty() ? (m_elements.empty() ? -1 : 0) : m_open.back());
    m_elements.back().alternative = tag.alternative;
    m_elements.back().box = tag.box;
    m_elements.back().page = page;
    m_elements.back().span = tag.span;
    m_elements.back().scope = tag.scope;
    m_byLayoutNumber[tag.element] = index;
    m_open.push_back(index);
}

void Structure::leave()
{
    if (!m_open.empty())
        m_open.pop_back();
}

int Structure::addInline(const QByteArray &type, const QString &alternative)
{
    const int index = add(type, current());
    m_elements.back().alternative = alternative;
    return index;
}

void Structure::addContent(int element, int page)
{
    m_elements[size_t(element)].kids.push_back({Kid::Type::Content, m_contents[page]++, page});
}

void Structure::addLink(int element, int page, const QRectF &area, const QString &target, const QString &text)
{
    m_elements[size_t(element)].kids.push_back({Kid::Type::Link, int(m_links.size()), page});
    m_links.push_back({page, area, target, text, element});
}

void Structure::addHeading(const layout::BeginTag &tag, int page, const QPointF &place)
{
    m_outline.push_back({headingLevel(tag.tag), tag.title, tag.anchor, page, place});
}

int Structure::contentCount(int page) const
{
    const auto found = m_contents.find(page);
    return found == m_contents.end() ? 0 : found->second;
}

// A screen reader follows the levels of headings: none is skipped, whatever those of the document.
void Structure::orderHeadings()
{
    std::vector<char> above; // levels of the document, of the headings this one stands under
    for (Element &element : m_elements) {
        if (element.type.size() != 2 || element.type[0] != 'H')
            continue;
        const char level = element.type[1];
        while (!above.empty() && above.back() >= level)
            above.pop_back();
        above.push_back(level);
        element.type = "H" + QByteArray::number(int(above.size()));
    }
}

void Structure::prune()
{
    orderHeadings();
    // Children come after their parent: from the end, a parent sees its kids already pruned.
    for (size_t i = m_elements.size(); i-- > 0;) {
        std::erase_if(m_elements[i].kids, [this](const Kid &kid) {
            if (kid.type != Kid::Type::Element)
                return false;
            const Element &child = m_elements[size_t(kid.index)];
            return child.kids.empty() && child.type != "TD" && child.type != "TH";
        });
    }
}

} // namespace formats::pdf
