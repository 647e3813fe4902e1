#include "formats/ooxml_order.h"

namespace formats
{

XmlNode element(const QString &name, XmlAttributes attributes, std::vector<XmlNode> children)
{
    XmlNode node;
    node.name = name;
    node.localName = name.section(u':', -1);
    for (const auto &[attribute, value] : attributes)
        node.attributes.push_back({attribute, {}, attribute.section(u':', -1), value});
    node.children = std::move(children);
    return node;
}

void writeElement(QXmlStreamWriter &writer, const XmlNode &node)
{
    if (node.name.isEmpty()) {
        writer.writeCharacters(node.text);
        return;
    }
    writer.writeStartElement(node.name);
    for (const auto &attribute : node.attributes)
        writer.writeAttribute(attribute.name, attribute.value);
    for (const auto &child : node.children)
        writeElement(writer, child);
    writer.writeEndElement();
}

} // namespace formats
