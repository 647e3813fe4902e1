#include "formats/xmltree.h"

#include <QMap>
#include <QXmlStreamReader>

namespace formats
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr int maximumDepth = 256;
const QString xmlUri = u"http://www.w3.org/XML/1998/namespace"_s;

base::Error broken(const QString &detail)
{
    return {base::ErrorCode::Damaged,
            u"Une partie du fichier est illisible. Il n’a pas été modifié. Demandez-en une nouvelle copie."_s, detail};
}

XmlNode startOf(const QXmlStreamReader &reader)
{
    XmlNode node;
    node.name = reader.qualifiedName().toString();
    node.uri = reader.namespaceUri().toString();
    node.localName = reader.name().toString();
    for (const auto &declaration : reader.namespaceDeclarations())
        node.namespaces.emplace_back(declaration.prefix().toString(), declaration.namespaceUri().toString());
    for (const auto &attribute : reader.attributes())
        node.attributes.push_back({attribute.qualifiedName().toString(), attribute.namespaceUri().toString(),
                                   attribute.name().toString(), attribute.value().toString()});
    return node;
}

// QString::toHtmlEscaped leaves line breaks, which an attribute would lose.
void appendEscaped(QString &out, const QString &text, bool inAttribute)
{
    for (QChar c : text) {
        switch (c.unicode()) {
        case '&':
            out += u"&amp;"_s;
            break;
        case '<':
            out += u"&lt;"_s;
            break;
        case '>':
            out += u"&gt;"_s;
            break;
        case '"':
            out += inAttribute ? u"&quot;"_s : u"\""_s;
            break;
        case '\n':
        case '\r':
        case '\t':
            if (inAttribute || c == u'\r')
                out += u"&#%1;"_s.arg(c.unicode());
            else
                out += c;
            break;
        default:
            out += c;
        }
    }
}

void write(QString &out, const XmlNode &node)
{
    if (node.name.isEmpty()) {
        appendEscaped(out, node.text, false);
        return;
    }
    out += u'<' + node.name;
    const auto attribute = [&out](const QString &name, const QString &value) {
        out += u' ' + name + u"=\""_s;
        appendEscaped(out, value, true);
        out += u'"';
    };
    for (const auto &[prefix, uri] : node.namespaces)
        attribute(prefix.isEmpty() ? u"xmlns"_s : u"xmlns:"_s + prefix, uri);
    for (const auto &each : node.attributes)
        attribute(each.name, each.value);
    if (node.children.empty()) {
        out += u"/>"_s;
        return;
    }
    out += u'>';
    for (const auto &child : node.children)
        write(out, child);
    out += u"</"_s + node.name + u'>';
}

QString prefixOf(const QString &name)
{
    return name.contains(u':') ? name.section(u':', 0, 0) : QString();
}

} // namespace

bool XmlNode::is(QStringView namespaceUri, QStringView local) const
{
    return localName == local && uri == namespaceUri;
}

QString XmlNode::attribute(QStringView local) const
{
    for (const auto &each : attributes)
        if (each.localName == local)
            return each.value;
    return {};
}

void XmlNode::setAttribute(QStringView local, const QString &value)
{
    for (auto &each : attributes)
        if (each.localName == local)
            each.value = value;
}

const XmlNode *XmlNode::child(QStringView local) const
{
    for (const auto &each : children)
        if (each.localName == local)
            return &each;
    return nullptr;
}

XmlNode *XmlNode::child(QStringView local)
{
    return const_cast<XmlNode *>(std::as_const(*this).child(local));
}

const XmlNode *XmlNode::find(std::initializer_list<QStringView> path) const
{
    const XmlNode *node = this;
    for (QStringView step : path)
        if (node)
            node = node->child(step);
    return node;
}

QString XmlNode::allText() const
{
    QString all = text;
    for (const auto &each : children)
        all += each.allText();
    return all;
}

XmlNode &XmlNode::append(const QString &local)
{
    XmlNode node;
    const QString prefix = prefixOf(name);
    node.name = prefix.isEmpty() ? local : prefix + u':' + local;
    node.uri = uri;
    node.localName = local;
    children.push_back(std::move(node));
    return children.back();
}

void XmlNode::addAttribute(const QString &local, const QString &value)
{
    const QString prefix = prefixOf(name);
    attributes.push_back({prefix.isEmpty() ? local : prefix + u':' + local, uri, local, value});
}

base::Result<XmlNode> parseXml(const QByteArray &bytes)
{
    QXmlStreamReader reader(bytes);
    std::vector<XmlNode> open;
    open.push_back({});
    while (!reader.atEnd()) {
        switch (reader.readNext()) {
        case QXmlStreamReader::DTD:
            return broken(u"document type"_s);
        case QXmlStreamReader::StartElement:
            if (open.size() > maximumDepth)
                return broken(u"depth"_s);
            open.push_back(startOf(reader));
            break;
        case QXmlStreamReader::EndElement: {
            XmlNode done = std::move(open.back());
            open.pop_back();
            open.back().children.push_back(std::move(done));
            break;
        }
        case QXmlStreamReader::Characters:
            if (open.size() > 1) {
                XmlNode stretch;
                stretch.text = reader.text().toString();
                open.back().children.push_back(std::move(stretch));
            }
            break;
        default:
            break;
        }
    }
    if (reader.hasError() || open.size() != 1 || open.front().children.empty())
        return broken(reader.errorString());
    return std::move(open.front().children.front());
}

QByteArray serializeXml(const XmlNode &root)
{
    QString out = u"<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"_s;
    write(out, root);
    return out.toUtf8();
}

QString serializeElement(const XmlNode &element, const std::vector<std::pair<QString, QString>> &inherited)
{
    QMap<QString, QString> needed;
    forEachElement(element, [&needed](const XmlNode &node) {
        needed.insert(prefixOf(node.name), node.uri);
        for (const auto &attribute : node.attributes)
            if (!attribute.uri.isEmpty() && attribute.uri != xmlUri)
                needed.insert(prefixOf(attribute.name), attribute.uri);
    });
    for (const auto &[prefix, uri] : inherited)
        if (needed.value(prefix) == uri)
            needed.remove(prefix);
    XmlNode copy = element;
    for (const auto &[prefix, uri] : copy.namespaces)
        needed.remove(prefix);
    for (const auto &[prefix, uri] : needed.asKeyValueRange())
        copy.namespaces.emplace_back(prefix, uri);
    QString out;
    write(out, copy);
    return out;
}

QString xmlSafe(const QString &text)
{
    QString safe;
    safe.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
            safe += c;
            safe += text[++i];
        } else if (!c.isSurrogate() && (c.unicode() >= 0x20 || c == u'\t' || c == u'\n') && c.unicode() < 0xFFFE) {
            safe += c;
        }
    }
    return safe;
}

} // namespace formats
