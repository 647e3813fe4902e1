// The order of the children of the property elements of WordprocessingML, declared once. A writer fills the properties
// in any order; they can only come out in the one that the schema wants.
#pragma once

#include "formats/xmltree.h"

#include <array>
#include <optional>
#include <QXmlStreamWriter>

namespace formats
{

using XmlAttributes = std::initializer_list<std::pair<QString, QString>>;

// An element by its qualified name ("w:jc").
[[nodiscard]] XmlNode element(const QString &name, XmlAttributes attributes = {}, std::vector<XmlNode> children = {});
void writeElement(QXmlStreamWriter &writer, const XmlNode &node);

// ISO/IEC 29500-1:2016, annex A.1, the children this program writes. One list per element: identifier and name
// together.
// clang-format off
#define ATELIER_PARAGRAPH_PROPERTIES(X)                                                                                \
    X(Style, "w:pStyle")                                                                                               \
    X(KeepNext, "w:keepNext")                                                                                          \
    X(PageBreakBefore, "w:pageBreakBefore")                                                                            \
    X(Numbering, "w:numPr")                                                                                            \
    X(Tabs, "w:tabs") X(Spacing, "w:spacing") X(Indent, "w:ind") X(Justification, "w:jc")                              \
    X(OutlineLevel, "w:outlineLvl") X(Mark, "w:rPr")
#define ATELIER_RUN_PROPERTIES(X)                                                                                      \
    X(Style, "w:rStyle")                                                                                               \
    X(Fonts, "w:rFonts") X(Bold, "w:b") X(BoldComplex, "w:bCs") X(Italic, "w:i") X(ItalicComplex, "w:iCs")             \
    X(Color, "w:color") X(Size, "w:sz") X(SizeComplex, "w:szCs")
#define ATELIER_TABLE_PROPERTIES(X)                                                                                    \
    X(Style, "w:tblStyle")                                                                                             \
    X(Width, "w:tblW")                                                                                                 \
    X(Indent, "w:tblInd")                                                                                              \
    X(Layout, "w:tblLayout") X(Look, "w:tblLook") X(Caption, "w:tblCaption") X(Description, "w:tblDescription")
#define ATELIER_ROW_PROPERTIES(X) X(CantSplit, "w:cantSplit") X(Height, "w:trHeight") X(Header, "w:tblHeader")
#define ATELIER_CELL_PROPERTIES(X) X(Width, "w:tcW") X(Span, "w:gridSpan") X(Shading, "w:shd")
#define ATELIER_CONTROL_PROPERTIES(X)                                                                                  \
    X(Run, "w:rPr")                                                                                                    \
    X(Alias, "w:alias")                                                                                                \
    X(Tag, "w:tag")                                                                                                    \
    X(Id, "w:id") X(Placeholder, "w:showingPlcHdr") X(Text, "w:text") X(Gallery, "w:docPartObj")                       \
        X(CheckBox, "w14:checkbox")
// clang-format on

// ElementOrder<E>: the element's own name and its children's names, in order.
template <class E>
struct ElementOrder;

#define ATELIER_IDENTIFIER(identifier, name) identifier,
#define ATELIER_NAME(identifier, name) u##name,
#define ATELIER_ORDER(Enum, elementName, LIST)                                                                         \
    enum class Enum { LIST(ATELIER_IDENTIFIER) };                                                                      \
    template <>                                                                                                        \
    struct ElementOrder<Enum> {                                                                                        \
        static constexpr const char16_t *element = u##elementName;                                                     \
        static constexpr auto names = std::to_array<const char16_t *>({LIST(ATELIER_NAME)});                           \
    }

ATELIER_ORDER(ParagraphProperty, "w:pPr", ATELIER_PARAGRAPH_PROPERTIES);
ATELIER_ORDER(RunProperty, "w:rPr", ATELIER_RUN_PROPERTIES);
ATELIER_ORDER(TableProperty, "w:tblPr", ATELIER_TABLE_PROPERTIES);
ATELIER_ORDER(RowProperty, "w:trPr", ATELIER_ROW_PROPERTIES);
ATELIER_ORDER(CellProperty, "w:tcPr", ATELIER_CELL_PROPERTIES);
ATELIER_ORDER(ControlProperty, "w:sdtPr", ATELIER_CONTROL_PROPERTIES);

#undef ATELIER_ORDER
#undef ATELIER_NAME
#undef ATELIER_IDENTIFIER

// A property element being filled. Setting a property again replaces it.
template <class E>
class Properties
{
    using Order = ElementOrder<E>;

public:
    Properties &set(E property, XmlAttributes attributes = {}, std::vector<XmlNode> children = {})
    {
        m_properties[size_t(property)] =
            element(QString::fromUtf16(Order::names[size_t(property)]), attributes, std::move(children));
        return *this;
    }
    // The usual shape: <w:name w:val="…"/>.
    Properties &setValue(E property, const QString &value) { return set(property, {{QStringLiteral("w:val"), value}}); }
    [[nodiscard]] bool empty() const
    {
        return std::none_of(m_properties.begin(), m_properties.end(),
                            [](const auto &each) { return each.has_value(); });
    }
    // Nothing when no property is set.
    void write(QXmlStreamWriter &writer) const
    {
        if (empty())
            return;
        writer.writeStartElement(QString::fromUtf16(Order::element));
        for (const auto &property : m_properties)
            if (property)
                writeElement(writer, *property);
        writer.writeEndElement();
    }

private:
    std::array<std::optional<XmlNode>, Order::names.size()> m_properties;
};

} // namespace formats
