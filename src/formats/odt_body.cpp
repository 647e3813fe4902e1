#include "formats/odt_body.h"

namespace formats
{

using namespace Qt::Literals::StringLiterals;

namespace
{

const QString rootAttributes = u" xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
                               u"xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" "
                               "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" "
                               "xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" "
                               "xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\" "
                               "xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\" "
                               "xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0\" "
                               "xmlns:xlink=\"http://www.w3.org/1999/xlink\" office:version=\"1.2\""_s;
const QString fontFaces =
    u"<office:font-face-decls><style:font-face style:name=\"DejaVu Sans\" svg:font-family=\"'DejaVu "
    "Sans'\"/></office:font-face-decls>"_s;

QString cm(double mm)
{
    return QString::number(mm / 10, 'f', 3) + u"cm"_s;
}

} // namespace

OdtBody::OdtBody(const report::Document &document, const OdtReference &reference, const std::vector<int> &headingPages)
    : m_document(document), m_reference(reference), m_headingPages(headingPages), m_writer(&m_body)
{
}

QByteArray OdtBody::content()
{
    m_writer.writeStartElement(u"office:text"_s);
    if (!m_document.title.isEmpty())
        writePlain(Look::Title, m_document.title, m_document.cover.empty() ? 0 : coverTop);
    if (!m_document.subtitle.isEmpty())
        writePlain(Look::Subtitle, m_document.subtitle);
    for (const Paragraph &paragraph : m_document.cover)
        writeParagraph(paragraph, lookOf(paragraph), m_reference.textWidth, false);
    m_pageBreak = !m_document.cover.empty();
    if (m_document.tableOfContents)
        writeContents();
    writeBlocks();
    m_writer.writeEndElement();
    const QString all = u"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:document-content"_s + rootAttributes +
                        u'>' + fontFaces + u"<office:automatic-styles>"_s + m_styles +
                        u"</office:automatic-styles><office:body>"_s + m_body +
                        u"</office:body></office:document-content>\n"_s;
    return all.toUtf8();
}

QString OdtBody::automatic(const QString &family, const QString &parent, const QString &properties)
{
    const QString definition = family + u'\n' + parent + u'\n' + properties;
    const auto known = m_styleNames.find(definition);
    if (known != m_styleNames.end())
        return known->second;
    const QString name = u"A%1"_s.arg(m_styleNames.size() + 1);
    m_styleNames.emplace(definition, name);
    m_styles += u"<style:style style:name=\"%1\" style:family=\"%2\""_s.arg(name, family);
    if (!parent.isEmpty())
        m_styles += u" style:parent-style-name=\"%1\""_s.arg(parent.toHtmlEscaped());
    m_styles += u'>' + properties + u"</style:style>"_s;
    return name;
}

QString OdtBody::takeBreak()
{
    return std::exchange(m_pageBreak, false) ? u" fo:break-before=\"page\""_s : QString();
}

void OdtBody::writeBlocks()
{
    const std::vector<report::Block> &blocks = m_document.blocks;
    for (size_t at = 0; at < blocks.size(); ++at) {
        const report::Block &block = blocks[at];
        if (std::holds_alternative<report::PageBreak>(block)) {
            m_pageBreak = true;
        } else if (const auto *table = std::get_if<report::Table>(&block)) {
            leaveLists();
            writeTable(*table, at + 1 == blocks.size());
        } else if (const auto *figure = std::get_if<report::Figure>(&block)) {
            leaveLists();
            writeFigure(*figure);
        } else if (const auto *heading = std::get_if<report::Heading>(&block)) {
            leaveLists();
            if (touchesBand(blocks, at) && !m_pageBreak)
                writeSpacer(gapHeight, true);
            writeHeading(*heading);
        } else if (const auto *paragraph = std::get_if<Paragraph>(&block)) {
            enterList(*paragraph);
            writeParagraph(*paragraph, lookOf(*paragraph), m_reference.textWidth, paragraph->keepWithNext, {},
                           endsList(blocks, at) ? afterList : 0);
        }
    }
    leaveLists();
    // Writer adds a line under a table that ends the text: of the usual height, it may be a page of its own.
    if (!blocks.empty() && std::holds_alternative<report::Table>(blocks.back()))
        writeSpacer(0.02, false);
}

void OdtBody::writeSpacer(double height, bool keepWithNext)
{
    const QString keep = keepWithNext ? u" fo:keep-with-next=\"always\""_s : QString();
    m_writer.writeEmptyElement(u"text:p"_s);
    m_writer.writeAttribute(
        u"text:style-name"_s,
        automatic(
            u"paragraph"_s, m_reference.name(Look::Note),
            u"<style:paragraph-properties fo:margin-top=\"0cm\" fo:margin-bottom=\"0cm\" fo:line-height=\"%1\"%2/>"
            "<style:text-properties fo:font-size=\"2pt\"/>"_s.arg(cm(height), keep)));
}

void OdtBody::closeListsAbove(int level)
{
    for (; m_listDepth > level; --m_listDepth) {
        m_writer.writeEndElement(); // text:list-item
        m_writer.writeEndElement(); // text:list
    }
}

void OdtBody::enterList(const Paragraph &paragraph)
{
    const int level = std::clamp(paragraph.listLevel, 0, paragraph.numbered ? 2 : 3);
    if (level == 0 || paragraph.numbered != m_listNumbered)
        leaveLists();
    m_listNumbered = paragraph.numbered;
    closeListsAbove(level);
    if (level > 0 && m_listDepth == level) {
        m_writer.writeEndElement();
        openItem(paragraph);
    }
    while (m_listDepth < level) {
        m_writer.writeStartElement(u"text:list"_s);
        const QString &style = m_listNumbered ? m_reference.numberList : m_reference.bulletList;
        if (m_listDepth == 0 && !style.isEmpty())
            m_writer.writeAttribute(u"text:style-name"_s, style);
        m_listNumbers[size_t(++m_listDepth)] = 0;
        if (m_listDepth < level)
            m_writer.writeStartElement(u"text:list-item"_s);
        else
            openItem(paragraph);
    }
}

// The item counts from the one before, unless it asks for another number.
void OdtBody::openItem(const Paragraph &paragraph)
{
    int &number = m_listNumbers[size_t(m_listDepth)];
    ++number;
    m_writer.writeStartElement(u"text:list-item"_s);
    if (!paragraph.numbered || paragraph.number <= 0 || paragraph.number == number)
        return;
    number = paragraph.number;
    m_writer.writeAttribute(u"text:start-value"_s, QString::number(number));
}

void OdtBody::writePlain(Look look, const QString &text, double above)
{
    QString attributes = takeBreak();
    if (above > 0)
        attributes += u" fo:margin-top=\"%1\""_s.arg(cm(above));
    QString style = m_reference.name(look);
    if (!attributes.isEmpty())
        style = automatic(u"paragraph"_s, style, u"<style:paragraph-properties%1/>"_s.arg(attributes));
    m_writer.writeStartElement(u"text:p"_s);
    m_writer.writeAttribute(u"text:style-name"_s, style);
    writeText(text);
    m_writer.writeEndElement();
}

void OdtBody::writeHeading(const report::Heading &heading)
{
    QString style = m_reference.name(lookOf(heading));
    const QString pageBreak = takeBreak();
    if (!pageBreak.isEmpty())
        style = automatic(u"paragraph"_s, style, u"<style:paragraph-properties%1/>"_s.arg(pageBreak));
    m_writer.writeStartElement(u"text:h"_s);
    m_writer.writeAttribute(u"text:style-name"_s, style);
    m_writer.writeAttribute(u"text:outline-level"_s, QString::number(std::clamp(heading.level, 1, 3)));
    const QString anchor = xmlSafe(heading.anchor);
    if (!anchor.isEmpty()) {
        m_writer.writeEmptyElement(u"text:bookmark-start"_s);
        m_writer.writeAttribute(u"text:name"_s, anchor);
    }
    writeRuns(heading.runs);
    if (!anchor.isEmpty()) {
        m_writer.writeEmptyElement(u"text:bookmark-end"_s);
        m_writer.writeAttribute(u"text:name"_s, anchor);
    }
    m_writer.writeEndElement();
}

void OdtBody::writeParagraph(const Paragraph &paragraph, Look look, double width, bool keepWithNext,
                             const QString &size, double after)
{
    QString attributes = takeBreak();
    if (after > 0)
        attributes += u" fo:margin-bottom=\"%1pt\""_s.arg(after);
    if (keepWithNext)
        attributes += u" fo:keep-with-next=\"always\""_s;
    if (paragraph.alignment != Paragraph::Alignment::Left)
        attributes += paragraph.alignment == Paragraph::Alignment::Center ? u" fo:text-align=\"center\""_s
                                                                          : u" fo:text-align=\"end\""_s;
    QString stops;
    const int blanks = blanksPerLine(paragraph.runs);
    for (int i = 1; i <= blanks; ++i)
        stops +=
            u"<style:tab-stop style:position=\"%1\" style:type=\"right\" style:leader-style=\"solid\" style:leader-text=\"_\"/>"_s
                .arg(cm(width * i / blanks));
    if (blanks > 0) {
        attributes += u" style:line-height-at-least=\"%1\""_s.arg(cm(blankLineHeight));
        stops = u"<style:tab-stops>"_s + stops + u"</style:tab-stops>"_s;
    }
    QString style = m_reference.name(look);
    const QString words =
        size.isEmpty() ? QString() : u"<style:text-properties fo:font-size=\"%1\"/>"_s.arg(size.toHtmlEscaped());
    if (!attributes.isEmpty() || !words.isEmpty())
        style = automatic(u"paragraph"_s, style,
                          u"<style:paragraph-properties"_s + attributes + u'>' + stops +
                              u"</style:paragraph-properties>"_s + words);
    m_writer.writeStartElement(u"text:p"_s);
    m_writer.writeAttribute(u"text:style-name"_s, style);
    writeRuns(shownRuns(paragraph));
    m_writer.writeEndElement();
}

void OdtBody::writeRuns(const std::vector<Run> &runs)
{
    const std::vector<int> tabs = blankTabs(runs);
    for (size_t i = 0; i < runs.size(); ++i)
        writeRun(runs[i], tabs[i]);
}

void OdtBody::writeRun(const Run &run, int tabs)
{
    if (run.type == Run::Type::LineBreak) {
        m_writer.writeEmptyElement(u"text:line-break"_s);
        return;
    }
    const QString url = allowedLink(run.link);
    QString look;
    if (run.type == Run::Type::CheckBox)
        look = u" style:font-name=\"DejaVu Sans\" fo:font-family=\"'DejaVu Sans'\""_s;
    if (run.bold)
        look += u" fo:font-weight=\"bold\""_s;
    if (run.italic)
        look += u" fo:font-style=\"italic\""_s;
    if (!url.isEmpty()) {
        m_writer.writeStartElement(u"text:a"_s);
        m_writer.writeAttribute(u"xlink:type"_s, u"simple"_s);
        m_writer.writeAttribute(u"xlink:href"_s, url);
    }
    const QString parent = url.isEmpty() ? QString() : m_reference.linkStyle;
    const bool styled = !look.isEmpty() || !parent.isEmpty();
    if (styled) {
        m_writer.writeStartElement(u"text:span"_s);
        m_writer.writeAttribute(u"text:style-name"_s,
                                automatic(u"text"_s, parent, u"<style:text-properties"_s + look + u"/>"_s));
    }
    writeText(run.type == Run::Type::CheckBox ? (run.checked ? u"☒"_s : u"☐"_s) : run.text);
    for (int i = 0; i < tabs; ++i)
        m_writer.writeEmptyElement(u"text:tab"_s);
    if (styled)
        m_writer.writeEndElement();
    if (!url.isEmpty())
        m_writer.writeEndElement();
}

// ODF joins spaces: beyond one they are elements, as are tabs and line feeds.
void OdtBody::writeText(const QString &text)
{
    const QString safe = xmlSafe(text);
    QString plain;
    const auto flush = [this, &plain] {
        if (!plain.isEmpty())
            m_writer.writeCharacters(plain);
        plain.clear();
    };
    for (qsizetype i = 0; i < safe.size(); ++i) {
        const QChar c = safe[i];
        if (c == u' ' && (i == 0 || i + 1 == safe.size() || safe[i - 1] == u' ')) {
            flush();
            m_writer.writeEmptyElement(u"text:s"_s);
        } else if (c == u'\n' || c == u'\t') {
            flush();
            m_writer.writeEmptyElement(c == u'\n' ? u"text:line-break"_s : u"text:tab"_s);
        } else {
            plain += c;
        }
    }
    flush();
}

void OdtBody::writeContents()
{
    const std::vector<const report::Heading *> entries = contentsOf(m_document);
    if (entries.empty())
        return;
    m_writer.writeStartElement(u"text:table-of-content"_s);
    m_writer.writeAttribute(u"text:name"_s, u"Sommaire"_s);
    m_writer.writeStartElement(u"text:table-of-content-source"_s);
    m_writer.writeAttribute(u"text:outline-level"_s, u"3"_s);
    m_writer.writeEndElement();
    m_writer.writeStartElement(u"text:index-body"_s);
    m_writer.writeStartElement(u"text:index-title"_s);
    m_writer.writeAttribute(u"text:name"_s, u"Sommaire_titre"_s);
    writePlain(Look::ContentsHeading, u"Sommaire"_s);
    m_writer.writeEndElement();
    for (size_t i = 0; i < entries.size(); ++i)
        writeContentsEntry(*entries[i], i < m_headingPages.size() ? m_headingPages[i] : 0);
    m_writer.writeEndElement();
    m_writer.writeEndElement();
    m_pageBreak = !m_document.cover.empty();
}

void OdtBody::writeContentsEntry(const report::Heading &heading, int page)
{
    const QString style = automatic(
        u"paragraph"_s, m_reference.name(contentsLook(heading.level)),
        u"<style:paragraph-properties><style:tab-stops><style:tab-stop style:position=\"%1\" "
        "style:type=\"right\" style:leader-style=\"dotted\" "
        "style:leader-text=\".\"/></style:tab-stops></style:paragraph-properties>"_s.arg(cm(m_reference.textWidth)));
    m_writer.writeStartElement(u"text:p"_s);
    m_writer.writeAttribute(u"text:style-name"_s, style);
    m_writer.writeStartElement(u"text:a"_s);
    m_writer.writeAttribute(u"xlink:type"_s, u"simple"_s);
    m_writer.writeAttribute(u"xlink:href"_s, u'#' + xmlSafe(heading.anchor));
    if (!m_reference.contentsLinkStyle.isEmpty()) {
        m_writer.writeAttribute(u"text:style-name"_s, m_reference.contentsLinkStyle);
        m_writer.writeAttribute(u"text:visited-style-name"_s, m_reference.contentsLinkStyle);
    }
    for (const auto &run : heading.runs)
        writeText(run.type == Run::Type::LineBreak ? u" "_s : run.text);
    if (!heading.anchor.isEmpty()) { // a field: the program that opens the file counts its own pages
        m_writer.writeEmptyElement(u"text:tab"_s);
        m_writer.writeStartElement(u"text:bookmark-ref"_s);
        m_writer.writeAttribute(u"text:reference-format"_s, u"page"_s);
        m_writer.writeAttribute(u"text:ref-name"_s, xmlSafe(heading.anchor));
        m_writer.writeCharacters(page > 0 ? QString::number(page) : QString());
        m_writer.writeEndElement();
    }
    m_writer.writeEndElement();
    m_writer.writeEndElement();
}

} // namespace formats
