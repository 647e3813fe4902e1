#include "formats/pdf_objects.h"

#include <QHash>

using namespace Qt::Literals::StringLiterals;

namespace formats::pdf
{

namespace
{

using Object = QPDFObjectHandle;

constexpr double pointsPerMillimetre = 72 / 25.4;

Object name(const char *text)
{
    return Object::newName(text);
}

Object number(double value)
{
    return Object::newReal(value, 2);
}

double pageHeight(Object page)
{
    return page.getKey("/MediaBox").getArrayItem(3).getNumericValue();
}

Object destination(const Pages &pages, const OutlineEntry &heading)
{
    constexpr double above = 3; // mm shown over the heading
    Object page = pages.at(size_t(heading.page));
    const double top = pageHeight(page) - (heading.place.y() - above) * pointsPerMillimetre;
    return Object::newArray({page, name("/XYZ"), Object::newNull(), number(top), Object::newNull()});
}

// Builds the tree from the elements that prune() left.
class StructureWriter
{
public:
    StructureWriter(QPDF &pdf, const Pages &pages, const Structure &structure)
        : m_pdf(pdf), m_pages(pages), m_structure(structure), m_parents(pages.size())
    {
        for (const OutlineEntry &heading : structure.outline()) {
            if (!heading.anchor.isEmpty())
                m_anchors.insert(heading.anchor, &heading);
        }
    }

    void write()
    {
        Object root = m_pdf.makeIndirectObject(Object::newDictionary());
        root.replaceKey("/Type", name("/StructTreeRoot"));
        Object kids = Object::newArray();
        for (size_t i = 0; i < m_structure.elements().size(); ++i) {
            if (m_structure.elements()[i].parent < 0)
                kids.appendItem(writeElement(int(i), root));
        }
        root.replaceKey("/K", kids);
        root.replaceKey("/ParentTree", parentTree());
        root.replaceKey("/ParentTreeNextKey", Object::newInteger(m_nextParent));
        m_pdf.getRoot().replaceKey("/StructTreeRoot", root);
    }

private:
    Object writeElement(int index, const Object &parent)
    {
        const Element &element = m_structure.element(index);
        Object object = m_pdf.makeIndirectObject(Object::newDictionary());
        object.replaceKey("/Type", name("/StructElem"));
        object.replaceKey("/S", Object::newName("/" + element.type.toStdString()));
        object.replaceKey("/P", parent);
        if (!element.alternative.isEmpty() && element.type != "Table")
            object.replaceKey("/Alt", unicode(element.alternative));
        Object attributes = element.type == "Figure" ? figureAttributes(element) : tableAttributes(element);
        if (attributes.isDictionary())
            object.replaceKey("/A", attributes);
        Object kids = Object::newArray();
        int ownPage = -1;
        for (const Kid &kid : element.kids) {
            if (kid.type == Kid::Type::Element) {
                kids.appendItem(writeElement(kid.index, object));
            } else if (kid.type == Kid::Type::Link) {
                kids.appendItem(writeLink(m_structure.links()[size_t(kid.index)], object));
            } else {
                if (ownPage < 0) {
                    ownPage = kid.page;
                    object.replaceKey("/Pg", m_pages.at(size_t(kid.page)));
                }
                kids.appendItem(content(kid, ownPage));
                m_parents[size_t(kid.page)].push_back({kid.index, object});
            }
        }
        if (kids.getArrayNItems() > 0)
            object.replaceKey("/K", kids);
        return object;
    }

    Object content(const Kid &kid, int ownPage) const
    {
        if (kid.page == ownPage)
            return Object::newInteger(kid.index);
        Object reference = Object::newDictionary();
        reference.replaceKey("/Type", name("/MCR"));
        reference.replaceKey("/Pg", m_pages.at(size_t(kid.page)));
        reference.replaceKey("/MCID", Object::newInteger(kid.index));
        return reference;
    }

    // From the corner at the bottom left, as the pages measure.
    static Object rectangle(Object page, const QRectF &area)
    {
        const double height = pageHeight(page);
        return Object::newArray(
            {number(area.left() * pointsPerMillimetre), number(height - area.bottom() * pointsPerMillimetre),
             number(area.right() * pointsPerMillimetre), number(height - area.top() * pointsPerMillimetre)});
    }

    Object figureAttributes(const Element &element) const
    {
        Object attributes = Object::newDictionary();
        attributes.replaceKey("/O", name("/Layout"));
        attributes.replaceKey("/Placement", name("/Block"));
        attributes.replaceKey("/BBox", rectangle(m_pages.at(size_t(element.page)), element.box));
        return attributes;
    }

    static Object tableAttributes(const Element &element)
    {
        const bool table = element.type == "Table" && !element.alternative.isEmpty();
        if (!table && element.span == 1 && element.scope == layout::Scope::None)
            return Object::newNull();
        Object attributes = Object::newDictionary();
        attributes.replaceKey("/O", name("/Table"));
        if (table)
            attributes.replaceKey("/Summary", unicode(element.alternative));
        if (element.span > 1)
            attributes.replaceKey("/ColSpan", Object::newInteger(element.span));
        if (element.scope != layout::Scope::None)
            attributes.replaceKey("/Scope", name(element.scope == layout::Scope::Column ? "/Column" : "/Row"));
        return attributes;
    }

    // The annotation on the page, and the reference to it in the structure.
    Object writeLink(const Link &link, const Object &element)
    {
        Object page = m_pages.at(size_t(link.page));
        Object annotation = m_pdf.makeIndirectObject(Object::newDictionary());
        annotation.replaceKey("/Type", name("/Annot"));
        annotation.replaceKey("/Subtype", name("/Link"));
        annotation.replaceKey("/Rect", rectangle(page, link.area));
        annotation.replaceKey("/Border", Object::parse("[0 0 0]"));
        annotation.replaceKey("/F", Object::newInteger(4)); // printed
        annotation.replaceKey("/Contents", unicode(link.text));
        annotation.replaceKey("/StructParent", Object::newInteger(nextParent(element)));
        setTarget(annotation, link.target);
        Object annotations = page.getKey("/Annots");
        if (!annotations.isArray())
            annotations = Object::newArray();
        annotations.appendItem(annotation);
        page.replaceKey("/Annots", annotations);

        Object reference = Object::newDictionary();
        reference.replaceKey("/Type", name("/OBJR"));
        reference.replaceKey("/Pg", page);
        reference.replaceKey("/Obj", annotation);
        return reference;
    }

    void setTarget(Object annotation, const QString &target) const
    {
        if (target.startsWith(u'#')) {
            if (const OutlineEntry *heading = m_anchors.value(target.mid(1)))
                annotation.replaceKey("/Dest", destination(m_pages, *heading));
            return;
        }
        Object action = Object::newDictionary();
        action.replaceKey("/S", name("/URI"));
        action.replaceKey("/URI", Object::newString(target.toStdString()));
        annotation.replaceKey("/A", action);
    }

    int nextParent(const Object &element)
    {
        m_linkParents.push_back(element);
        return int(m_pages.size() + m_linkParents.size()) - 1;
    }

    // Page number -> the elements of its marks, in order; then the element of each link.
    Object parentTree()
    {
        Object numbers = Object::newArray();
        for (size_t i = 0; i < m_pages.size(); ++i) {
            std::vector<Object> elements(m_parents[i].size());
            for (const auto &[mark, element] : m_parents[i])
                elements.at(size_t(mark)) = element;
            numbers.appendItem(Object::newInteger(static_cast<long long>(i)));
            numbers.appendItem(m_pdf.makeIndirectObject(Object::newArray(elements)));
            Object page = m_pages[i];
            page.replaceKey("/StructParents", Object::newInteger(static_cast<long long>(i)));
            page.replaceKey("/Tabs", name("/S"));
        }
        m_nextParent = static_cast<long long>(m_pages.size());
        for (const Object &element : m_linkParents) {
            numbers.appendItem(Object::newInteger(m_nextParent++));
            numbers.appendItem(element);
        }
        Object tree = Object::newDictionary();
        tree.replaceKey("/Nums", numbers);
        return m_pdf.makeIndirectObject(tree);
    }

    QPDF &m_pdf;
    const Pages &m_pages;
    const Structure &m_structure;
    QHash<QString, const OutlineEntry *> m_anchors;
    std::vector<std::vector<std::pair<int, Object>>> m_parents;
    std::vector<Object> m_linkParents;
    long long m_nextParent = 0;
};

// An entry and the ones below it, as a tree made from the sequence of levels.
struct Bookmark {
    const OutlineEntry *entry = nullptr;
    std::vector<Bookmark> below;
};

std::vector<Bookmark> nest(const std::vector<OutlineEntry> &entries, size_t &next, int level)
{
    std::vector<Bookmark> bookmarks;
    while (next < entries.size() && entries[next].level >= level) {
        Bookmark bookmark{&entries[next], {}};
        const int own = entries[next++].level;
        bookmark.below = nest(entries, next, own + 1);
        bookmarks.push_back(std::move(bookmark));
    }
    return bookmarks;
}

// Chains the bookmarks under `parent`, all open; how many lines they take.
int chain(QPDF &pdf, const Pages &pages, const std::vector<Bookmark> &bookmarks, Object parent)
{
    int count = 0;
    Object previous;
    for (const Bookmark &bookmark : bookmarks) {
        Object object = pdf.makeIndirectObject(Object::newDictionary());
        object.replaceKey("/Title", unicode(bookmark.entry->title));
        object.replaceKey("/Dest", destination(pages, *bookmark.entry));
        object.replaceKey("/Parent", parent);
        if (previous.isInitialized()) {
            object.replaceKey("/Prev", previous);
            previous.replaceKey("/Next", object);
        } else {
            parent.replaceKey("/First", object);
        }
        parent.replaceKey("/Last", object);
        count += 1 + chain(pdf, pages, bookmark.below, object);
        previous = object;
    }
    if (count > 0)
        parent.replaceKey("/Count", Object::newInteger(count));
    return count;
}

} // namespace

QPDFObjectHandle unicode(const QString &text)
{
    return Object::newUnicodeString(text.toStdString());
}

void addStructure(QPDF &pdf, const Pages &pages, const Structure &structure)
{
    StructureWriter(pdf, pages, structure).write();
}

void addOutline(QPDF &pdf, const Pages &pages, const Structure &structure)
{
    pdf.getRoot().removeKey("/Outlines");
    size_t next = 0;
    const std::vector<Bookmark> bookmarks = nest(structure.outline(), next, 1);
    if (bookmarks.empty())
        return;
    Object outlines = pdf.makeIndirectObject(Object::newDictionary());
    outlines.replaceKey("/Type", name("/Outlines"));
    chain(pdf, pages, bookmarks, outlines);
    pdf.getRoot().replaceKey("/Outlines", outlines);
}

void markArtifacts(QPDFObjectHandle page, int marks)
{
    Object stream = page.getKey("/Contents");
    const auto buffer = stream.getStreamData();
    std::string content(reinterpret_cast<const char *>(buffer->getBuffer()), buffer->getSize());
    // Decoration is drawn first, then the marks one after the other: one artifact from the start to the first mark.
    size_t end = std::string::npos;
    if (marks > 0) {
        end = content.find("/MCID 0 ");
        end = end == std::string::npos ? end : content.rfind('\n', end);
    }
    end = end == std::string::npos ? content.size() : end + 1;
    content.insert(end, content.empty() || content[end - 1] == '\n' ? "EMC\n" : "\nEMC\n");
    content.insert(0, "/Artifact BMC\n");
    stream.replaceStreamData(content, Object::newNull(), Object::newNull());
}

} // namespace formats::pdf
