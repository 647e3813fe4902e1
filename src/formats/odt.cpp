#include "formats/odt.h"

#include "formats/odt_body.h"
#include "formats/odt_settings.h"
#include "formats/ooxml_order.h"
#include "formats/zip.h"
#include "report/document_name.h"

namespace formats
{

using namespace Qt::Literals::StringLiterals;

namespace
{

const QString mediaType = u"application/vnd.oasis.opendocument.text"_s;
const QString odf = u"urn:oasis:names:tc:opendocument:xmlns:"_s;

QByteArray metaPart(const report::Document &document)
{
    QByteArray bytes;
    QXmlStreamWriter writer(&bytes);
    writer.writeStartDocument();
    writer.writeStartElement(u"office:document-meta"_s);
    writer.writeAttribute(u"xmlns:office"_s, odf + u"office:1.0"_s);
    writer.writeAttribute(u"xmlns:meta"_s, odf + u"meta:1.0"_s);
    writer.writeAttribute(u"xmlns:dc"_s, u"http://purl.org/dc/elements/1.1/"_s);
    writer.writeAttribute(u"office:version"_s, u"1.2"_s);
    writer.writeStartElement(u"office:meta"_s);
    writer.writeTextElement(u"meta:generator"_s, u"Atelier CPTS"_s);
    writer.writeTextElement(u"dc:title"_s, xmlSafe(report::nameOf(document)));
    writer.writeTextElement(u"dc:subject"_s, xmlSafe(document.subject));
    writer.writeTextElement(u"meta:initial-creator"_s, xmlSafe(document.author));
    writer.writeTextElement(u"dc:creator"_s, xmlSafe(document.author));
    if (document.date.isValid()) {
        const QString date = document.date.toString(Qt::ISODate) + u"T00:00:00"_s;
        writer.writeTextElement(u"meta:creation-date"_s, date);
        writer.writeTextElement(u"dc:date"_s, date);
    }
    writer.writeTextElement(u"dc:language"_s, u"fr-FR"_s);
    for (const auto &[name, text] :
         odtHeaderFields(document)) { // what the header's fields show when they are refreshed
        writer.writeStartElement(u"meta:user-defined"_s);
        writer.writeAttribute(u"meta:name"_s, name);
        writer.writeCharacters(xmlSafe(text));
        writer.writeEndElement();
    }
    writer.writeEndElement();
    writer.writeEndElement();
    writer.writeEndDocument();
    return bytes;
}

// The dashes of figures: they can only be named among the styles of the whole document.
QByteArray stylesPart(const report::Document &document, XmlNode styles)
{
    const bool figures = std::any_of(document.blocks.begin(), document.blocks.end(), [](const report::Block &block) {
        return std::holds_alternative<report::Figure>(block);
    });
    XmlNode *named = styles.child(u"styles");
    if (figures && named) {
        XmlNode dash = element(u"draw:stroke-dash"_s, {{u"draw:name"_s, odtDash},
                                                       {u"draw:style"_s, u"rect"_s},
                                                       {u"draw:dots1"_s, u"1"_s},
                                                       {u"draw:dots1-length"_s, u"0.12cm"_s},
                                                       {u"draw:distance"_s, u"0.08cm"_s}});
        dash.namespaces.emplace_back(u"draw"_s, odf + u"drawing:1.0"_s);
        named->children.insert(named->children.begin(), std::move(dash));
    }
    return serializeXml(styles);
}

QByteArray manifestPart(const std::vector<ZipPart> &parts)
{
    QByteArray bytes;
    QXmlStreamWriter writer(&bytes);
    writer.writeStartDocument();
    writer.writeStartElement(u"manifest:manifest"_s);
    writer.writeAttribute(u"xmlns:manifest"_s, odf + u"manifest:1.0"_s);
    writer.writeAttribute(u"manifest:version"_s, u"1.2"_s);
    const auto entry = [&writer](const QString &path, const QString &type) {
        writer.writeStartElement(u"manifest:file-entry"_s);
        writer.writeAttribute(u"manifest:full-path"_s, path);
        writer.writeAttribute(u"manifest:media-type"_s, type);
        writer.writeEndElement();
    };
    entry(u"/"_s, mediaType);
    for (const auto &part : parts) {
        if (part.path == u"mimetype")
            continue;
        const QString extension = part.path.section(u'.', -1).toLower();
        entry(part.path, extension == u"xml"   ? u"text/xml"_s
                         : extension == u"png" ? u"image/png"_s
                         : extension == u"jpg" ? u"image/jpeg"_s
                         : extension == u"svg" ? u"image/svg+xml"_s
                                               : QString());
    }
    writer.writeEndElement();
    writer.writeEndDocument();
    return bytes;
}

} // namespace

base::Result<QByteArray> writeOdt(const report::Document &document, const QString &referencePath,
                                  const std::vector<int> &headingPages)
{
    const auto reference = readOdtReference(referencePath, document);
    if (!reference)
        return reference.error();
    OdtBody body(document, reference.value(), headingPages);
    std::vector<ZipPart> parts{{u"mimetype"_s, mediaType.toLatin1(), false},
                               {u"content.xml"_s, body.content()},
                               {u"styles.xml"_s, stylesPart(document, reference.value().styles)},
                               {u"settings.xml"_s, odtSettings()},
                               {u"meta.xml"_s, metaPart(document)}};
    for (const auto &[path, bytes] : reference.value().files)
        parts.push_back({path, bytes});
    for (const auto &[path, bytes] : body.pictures())
        parts.push_back({path, bytes, false});
    parts.push_back({u"META-INF/manifest.xml"_s, manifestPart(parts)});
    return writeZip(parts);
}

} // namespace formats
