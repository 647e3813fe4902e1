#include "written.h"

#include "formats/docx.h"
#include "formats/odt.h"
#include "support/catch.h"

using namespace Qt::Literals::StringLiterals;
using formats::XmlNode;

namespace written
{

namespace
{

QByteArray bytesOf(const base::Result<QByteArray> &result)
{
    INFO((result ? std::string() : result.error().detail.toStdString()));
    REQUIRE(result);
    return result.value();
}

XmlNode parsed(const QString &xml)
{
    auto root = formats::parseXml(xml.toUtf8());
    REQUIRE(root);
    return std::move(root).value();
}

// The text of an OpenDocument; `breaks` stands where a line, a tab or a paragraph begins.
void collect(const XmlNode &node, const QString &breaks, QString &text)
{
    static const QStringList breaking{u"p"_s, u"h"_s, u"s"_s, u"tab"_s, u"line-break"_s};
    if (breaking.contains(node.localName))
        text += breaks;
    if (node.localName == u"title" || node.localName == u"desc")
        return;
    text += node.text;
    for (const XmlNode &child : node.children)
        collect(child, breaks, text);
}

// The text of a Word document; what stands in the place of a figure for readers that do not know it is left out.
void collectWord(const XmlNode &node, const QString &breaks, QString &text)
{
    if (node.localName == u"p" || node.localName == u"br" || node.localName == u"tab")
        text += breaks;
    if (node.localName == u"t")
        text += node.allText();
    for (const XmlNode &child : node.children)
        if (child.localName != u"Fallback")
            collectWord(child, breaks, text);
}

QString textOf(const XmlNode &root, const QString &breaks)
{
    QString text;
    collectWord(root, breaks, text);
    return text;
}

} // namespace

QByteArray docx(const report::Document &document)
{
    return bytesOf(formats::writeDocx(document, samples::docxReference()));
}

QByteArray odt(const report::Document &document)
{
    return bytesOf(formats::writeOdt(document, samples::odtReference()));
}

QString docxBody(const report::Document &document)
{
    return QString::fromUtf8(samples::part(docx(document), u"word/document.xml"_s));
}

QString odtContent(const report::Document &document)
{
    return QString::fromUtf8(samples::part(odt(document), u"content.xml"_s));
}

XmlNode docxTree(const report::Document &document)
{
    return parsed(docxBody(document));
}

XmlNode odtTree(const report::Document &document)
{
    return parsed(odtContent(document));
}

QStringList docxWords(const QString &body)
{
    return samples::words(textOf(parsed(body), u" "_s));
}

QStringList odtWords(const QString &content)
{
    QString text;
    collect(*parsed(content).child(u"body"), u" "_s, text);
    return samples::words(text);
}

QString docxText(const XmlNode &root)
{
    return textOf(root, {});
}

QString odtText(const XmlNode &root)
{
    QString text;
    collect(*root.child(u"body"), {}, text);
    return text;
}

std::vector<const XmlNode *> all(const XmlNode &root, const QString &localName)
{
    std::vector<const XmlNode *> found;
    formats::forEachElement(root, [&found, &localName](const XmlNode &node) {
        if (node.localName == localName)
            found.push_back(&node);
    });
    return found;
}

int count(const XmlNode &root, const QString &localName)
{
    return int(all(root, localName).size());
}

report::Document documentOf(std::vector<report::Block> blocks)
{
    report::Document document;
    document.blocks = std::move(blocks);
    return document;
}

report::Paragraph item(const QString &content, int level, bool numbered)
{
    report::Paragraph paragraph = samples::paragraph(content);
    paragraph.listLevel = level;
    paragraph.numbered = numbered;
    return paragraph;
}

} // namespace written
