#include "formats/docx.h"

#include "base/picture_info.h"
#include "formats/docx_body.h"
#include "report/document_name.h"

#include <set>

namespace formats
{

using namespace Qt::Literals::StringLiterals;

namespace
{

const QString officeRelationships = u"http://schemas.openxmlformats.org/officeDocument/2006/relationships/"_s;
const QString packageRelationships = u"http://schemas.openxmlformats.org/package/2006/relationships"_s;
const QString mainType = u"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"_s;

// One XML part: declaration, root with its namespaces, content.
template <class Content>
QByteArray xmlPart(const QString &root, XmlAttributes attributes, const Content &content)
{
    QByteArray bytes;
    QXmlStreamWriter writer(&bytes);
    writer.writeStartDocument(u"1.0"_s, true);
    writer.writeStartElement(root);
    for (const auto &[name, value] : attributes)
        writer.writeAttribute(name, value);
    content(writer);
    writer.writeEndElement();
    writer.writeEndDocument();
    return bytes;
}

QByteArray relationshipsPart(const std::vector<Relationship> &relationships)
{
    return xmlPart(u"Relationships"_s, {{u"xmlns"_s, packageRelationships}},
                   [&relationships](QXmlStreamWriter &writer) {
                       for (const auto &each : relationships) {
                           writer.writeStartElement(u"Relationship"_s);
                           writer.writeAttribute(u"Id"_s, each.id);
                           writer.writeAttribute(u"Type"_s, each.type);
                           writer.writeAttribute(u"Target"_s, each.target);
                           if (each.external)
                               writer.writeAttribute(u"TargetMode"_s, u"External"_s);
                           writer.writeEndElement();
                       }
                   });
}

// `pictures`: the extensions of those of the text.
QByteArray contentTypesPart(const DocxReference &reference, const std::set<QString> &pictures)
{
    return xmlPart(u"Types"_s, {{u"xmlns"_s, u"http://schemas.openxmlformats.org/package/2006/content-types"_s}},
                   [&reference, &pictures](QXmlStreamWriter &writer) {
                       const auto write = [&writer](const QString &element, const QString &key, const QString &what,
                                                    const QString &type) {
                           writer.writeStartElement(element);
                           writer.writeAttribute(key, what);
                           writer.writeAttribute(u"ContentType"_s, type);
                           writer.writeEndElement();
                       };
                       write(u"Default"_s, u"Extension"_s, u"rels"_s,
                             u"application/vnd.openxmlformats-package.relationships+xml"_s);
                       write(u"Default"_s, u"Extension"_s, u"xml"_s, u"application/xml"_s);
                       for (const QString &extension : pictures)
                           write(u"Default"_s, u"Extension"_s, extension, u"image/"_s + extension);
                       const auto part = [&write](const QString &path, const QString &type) {
                           write(u"Override"_s, u"PartName"_s, u'/' + path, type);
                       };
                       part(reference.documentPath, mainType);
                       part(u"docProps/core.xml"_s, u"application/vnd.openxmlformats-package.core-properties+xml"_s);
                       part(u"docProps/app.xml"_s,
                            u"application/vnd.openxmlformats-officedocument.extended-properties+xml"_s);
                       for (const auto &[path, content] : reference.parts)
                           part(path, content.contentType);
                   });
}

QByteArray corePart(const report::Document &document)
{
    return xmlPart(u"cp:coreProperties"_s,
                   {{u"xmlns:cp"_s, u"http://schemas.openxmlformats.org/package/2006/metadata/core-properties"_s},
                    {u"xmlns:dc"_s, u"http://purl.org/dc/elements/1.1/"_s},
                    {u"xmlns:dcterms"_s, u"http://purl.org/dc/terms/"_s},
                    {u"xmlns:xsi"_s, u"http://www.w3.org/2001/XMLSchema-instance"_s}},
                   [&document](QXmlStreamWriter &writer) {
                       writer.writeTextElement(u"dc:title"_s, xmlSafe(report::nameOf(document)));
                       writer.writeTextElement(u"dc:subject"_s, xmlSafe(document.subject));
                       writer.writeTextElement(u"dc:creator"_s, xmlSafe(document.author));
                       writer.writeTextElement(u"cp:lastModifiedBy"_s, xmlSafe(document.author));
                       if (document.date.isValid())
                           for (const QString &name : {u"dcterms:created"_s, u"dcterms:modified"_s}) {
                               writer.writeStartElement(name);
                               writer.writeAttribute(u"xsi:type"_s, u"dcterms:W3CDTF"_s);
                               writer.writeCharacters(document.date.toString(Qt::ISODate) + u"T00:00:00Z"_s);
                               writer.writeEndElement();
                           }
                       writer.writeTextElement(u"dc:language"_s, u"fr-FR"_s);
                   });
}

QByteArray applicationPart()
{
    return xmlPart(u"Properties"_s,
                   {{u"xmlns"_s, u"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"_s}},
                   [](QXmlStreamWriter &writer) { writer.writeTextElement(u"Application"_s, u"Atelier CPTS"_s); });
}

// Each numbered list of the text counts by itself: a numbering of its own on the reference's list.
base::Result<QByteArray> numberingPart(const DocxReference &reference, const std::vector<DocxBody::FirstNumbers> &lists)
{
    auto parsed = parseXml(reference.parts.at(reference.numberingPath).bytes);
    if (!parsed)
        return parsed.error();
    XmlNode &root = parsed.value();
    // w:num come after the w:abstractNum and before w:numIdMacAtCleanup.
    XmlNode tail;
    if (!root.children.empty() && root.children.back().localName == u"numIdMacAtCleanup") {
        tail = std::move(root.children.back());
        root.children.pop_back();
    }
    for (size_t i = 0; i < lists.size(); ++i) {
        XmlNode &num = root.append(u"num"_s);
        num.addAttribute(u"numId"_s, QString::number(DocxBody::firstNumbering + int(i)));
        num.append(u"abstractNumId"_s).addAttribute(u"val"_s, reference.numberedList);
        for (size_t level = 0; level < lists[i].size(); ++level) {
            XmlNode &over = num.append(u"lvlOverride"_s);
            over.addAttribute(u"ilvl"_s, QString::number(level));
            over.append(u"startOverride"_s).addAttribute(u"val"_s, QString::number(lists[i][level]));
        }
    }
    if (!tail.name.isEmpty())
        root.children.push_back(std::move(tail));
    return serializeXml(root);
}

QString besideRelationships(const QString &path)
{
    const qsizetype slash = path.lastIndexOf(u'/');
    return path.left(slash + 1) + u"_rels/"_s + path.mid(slash + 1) + u".rels"_s;
}

QString pictureExtension(const QByteArray &bytes)
{
    const auto info = base::pictureInfo(bytes);
    return info && info->type == base::PictureInfo::Type::Jpeg ? u"jpeg"_s : u"png"_s;
}

QString picturePart(const DocxBody &body, size_t index)
{
    return u"media/"_s + DocxBody::pictureIdentifier(index) + u'.' + pictureExtension(body.pictures()[index]);
}

std::vector<ZipPart> package(const report::Document &document, const DocxReference &reference, const DocxBody &body,
                             const QByteArray &text)
{
    std::vector<Relationship> relationships = reference.relationships;
    for (const auto &[identifier, url] : body.links())
        relationships.push_back({identifier, officeRelationships + u"hyperlink"_s, url, true});
    std::set<QString> extensions;
    for (const QByteArray &picture : body.pictures())
        extensions.insert(pictureExtension(picture));
    const QString folder = reference.documentPath.left(reference.documentPath.lastIndexOf(u'/') + 1);
    for (size_t i = 0; i < body.pictures().size(); ++i)
        relationships.push_back(
            {DocxBody::pictureIdentifier(i), officeRelationships + u"image"_s, picturePart(body, i), false});
    const std::vector<Relationship> top{
        {u"rId1"_s, officeRelationships + u"officeDocument"_s, reference.documentPath, false},
        {u"rId2"_s, u"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"_s,
         u"docProps/core.xml"_s, false},
        {u"rId3"_s, officeRelationships + u"extended-properties"_s, u"docProps/app.xml"_s, false}};
    std::vector<ZipPart> parts{{u"[Content_Types].xml"_s, contentTypesPart(reference, extensions)},
                               {u"_rels/.rels"_s, relationshipsPart(top)},
                               {u"docProps/core.xml"_s, corePart(document)},
                               {u"docProps/app.xml"_s, applicationPart()},
                               {reference.documentPath, text},
                               {besideRelationships(reference.documentPath), relationshipsPart(relationships)}};
    for (const auto &[path, part] : reference.parts) {
        parts.push_back({path, part.bytes});
        if (!part.relationships.empty())
            parts.push_back({besideRelationships(path), relationshipsPart(part.relationships)});
    }
    for (size_t i = 0; i < body.pictures().size(); ++i)
        parts.push_back({folder + picturePart(body, i), body.pictures()[i], false});
    return parts;
}

} // namespace

base::Result<QByteArray> writeDocx(const report::Document &document, const QString &referencePath,
                                   const std::vector<int> &headingPages)
{
    auto read = readDocxReference(referencePath, document);
    if (!read)
        return read.error();
    DocxReference &reference = read.value();
    DocxBody body(document, reference, headingPages);
    const QByteArray text = body.document();
    if (!body.numberedLists().empty()) {
        auto numbering = numberingPart(reference, body.numberedLists());
        if (!numbering)
            return numbering.error();
        reference.parts[reference.numberingPath].bytes = std::move(numbering).value();
    }
    return writeZip(package(document, reference, body, text));
}

} // namespace formats
