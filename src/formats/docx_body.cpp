#include "formats/docx_body.h"

#include "base/text.h"

#include <QtMath>
#include <set>

namespace formats
{

using namespace Qt::Literals::StringLiterals;

namespace
{

const std::vector<std::pair<QString, QString>> rootNamespaces{
    {u"w"_s, u"http://schemas.openxmlformats.org/wordprocessingml/2006/main"_s},
    {u"r"_s, u"http://schemas.openxmlformats.org/officeDocument/2006/relationships"_s},
    {u"w14"_s, u"http://schemas.microsoft.com/office/word/2010/wordml"_s},
    {u"w15"_s, u"http://schemas.microsoft.com/office/word/2012/wordml"_s},
    {u"mc"_s, u"http://schemas.openxmlformats.org/markup-compatibility/2006"_s},
};
constexpr int maximumBookmarkLength = 40;
constexpr double twipsPerMm = 1440 / 25.4;
constexpr int twipsPerPoint = 20;

QString twips(double mm)
{
    return QString::number(qRound(mm * twipsPerMm));
}

// Word's own rule for bookmarks: a letter first, then letters, digits and _.
std::map<QString, QString> bookmarkNames(const report::Document &document)
{
    std::map<QString, QString> names;
    std::set<QString> used;
    for (const auto &block : document.blocks) {
        const auto *heading = std::get_if<report::Heading>(&block);
        if (!heading || heading->anchor.isEmpty() || names.contains(heading->anchor))
            continue;
        const QString base =
            (u"titre_"_s + base::fold(heading->anchor).replace(u' ', u'_')).left(maximumBookmarkLength - 4);
        QString name = base;
        for (int n = 2; !used.insert(name).second; ++n)
            name = base + u'_' + QString::number(n);
        names.emplace(heading->anchor, name);
    }
    return names;
}

QString textOf(const std::vector<report::Run> &runs)
{
    QString text;
    for (const auto &run : runs)
        text += run.type == report::Run::Type::LineBreak ? u" "_s : run.text;
    return text;
}

} // namespace

DocxBody::DocxBody(const report::Document &document, const DocxReference &reference,
                   const std::vector<int> &headingPages)
    : m_document(document), m_reference(reference), m_headingPages(headingPages), m_writer(&m_bytes),
      m_bookmarks(bookmarkNames(document))
{
}

QByteArray DocxBody::document()
{
    m_writer.writeStartDocument(u"1.0"_s, true);
    m_writer.writeStartElement(u"w:document"_s);
    for (const auto &[prefix, uri] : rootNamespaces)
        m_writer.writeAttribute(u"xmlns:"_s + prefix, uri);
    m_writer.writeAttribute(u"mc:Ignorable"_s, u"w14 w15"_s);
    m_writer.writeStartElement(u"w:body"_s);
    writeHead();
    if (m_document.tableOfContents)
        writeContents();
    writeBlocks();
    m_writer.writeCharacters({}); // closes the start tag before raw text
    m_writer.device()->write(serializeElement(m_reference.section, rootNamespaces).toUtf8());
    m_writer.writeEndElement();
    m_writer.writeEndElement();
    m_writer.writeEndDocument();
    return m_bytes;
}

void DocxBody::writeHead()
{
    if (!m_document.title.isEmpty())
        writePlain(Look::Title, m_document.title, m_document.cover.empty() ? 0 : coverTop);
    if (!m_document.subtitle.isEmpty())
        writePlain(Look::Subtitle, m_document.subtitle);
    for (const Paragraph &paragraph : m_document.cover)
        writeParagraph(paragraph, {.look = lookOf(paragraph), .width = m_reference.textWidth});
    m_pageBreak = !m_document.cover.empty();
}

void DocxBody::writeBlocks()
{
    for (size_t at = 0; at < m_document.blocks.size(); ++at)
        writeBlock(at);
    if (m_afterTable) // Word wants a paragraph at the end
        writeSpacer(Spacer::End, false);
}

void DocxBody::writeBlock(size_t at)
{
    const report::Block &block = m_document.blocks[at];
    if (std::holds_alternative<report::PageBreak>(block)) {
        m_pageBreak = true;
        return;
    }
    if (const auto *table = std::get_if<report::Table>(&block)) {
        // Two tables that touch would be one table for Word; a table can't carry a page break.
        if (m_afterTable || m_pageBreak)
            writeSpacer(Spacer::Gap, breaksPage());
        writeTable(*table);
        m_afterTable = true;
        m_inNumberedList = false;
        return;
    }
    if (const auto *figure = std::get_if<report::Figure>(&block)) {
        m_inNumberedList = false;
        writeFigure(*figure);
        return;
    }
    if (const auto *heading = std::get_if<report::Heading>(&block)) {
        m_inNumberedList = false;
        if (touchesBand(m_document.blocks, at) && !m_pageBreak)
            writeSpacer(Spacer::Title, false);
        writeHeading(*heading);
    } else if (const auto *paragraph = std::get_if<Paragraph>(&block)) {
        Context context{.look = lookOf(*paragraph), .width = m_reference.textWidth};
        context.keepWithNext = paragraph->keepWithNext;
        context.afterTable = m_afterTable;
        context.pageBreak = breaksPage();
        context.endsList = endsList(m_document.blocks, at);
        writeParagraph(*paragraph, context);
    }
    m_afterTable = false;
}

// The page break asked before, to be written on the next piece: a paragraph of its own would leave an empty line.
bool DocxBody::breaksPage()
{
    return std::exchange(m_pageBreak, false);
}

void DocxBody::writePlain(Look look, const QString &text, double above)
{
    m_writer.writeStartElement(u"w:p"_s);
    Properties<ParagraphProperty> properties;
    properties.setValue(ParagraphProperty::Style, m_reference.style(look));
    if (breaksPage())
        properties.set(ParagraphProperty::PageBreakBefore);
    if (above > 0)
        properties.set(ParagraphProperty::Spacing, {{u"w:before"_s, twips(above)}});
    properties.write(m_writer);
    Run run;
    run.text = text;
    writeRun(run);
    m_writer.writeEndElement();
}

// The one at the end is as low as can be: under a table that fills its page it would be a page of its own.
void DocxBody::writeSpacer(Spacer kind, bool pageBreak)
{
    m_writer.writeStartElement(u"w:p"_s);
    Properties<ParagraphProperty> properties;
    properties.setValue(ParagraphProperty::Style, m_reference.style(Look::Note));
    if (kind == Spacer::Title)
        properties.set(ParagraphProperty::KeepNext);
    if (pageBreak)
        properties.set(ParagraphProperty::PageBreakBefore);
    properties.set(ParagraphProperty::Spacing, {{u"w:before"_s, u"0"_s},
                                                {u"w:after"_s, u"0"_s},
                                                {u"w:line"_s, kind == Spacer::End ? u"20"_s : twips(gapHeight)},
                                                {u"w:lineRule"_s, u"exact"_s}});
    properties.write(m_writer);
    m_writer.writeEndElement();
}

void DocxBody::writeHeading(const report::Heading &heading)
{
    m_writer.writeStartElement(u"w:p"_s);
    Properties<ParagraphProperty> properties;
    properties.setValue(ParagraphProperty::Style, m_reference.style(lookOf(heading)));
    properties.set(ParagraphProperty::KeepNext);
    if (breaksPage())
        properties.set(ParagraphProperty::PageBreakBefore);
    properties.setValue(ParagraphProperty::OutlineLevel, QString::number(std::clamp(heading.level, 1, 3) - 1));
    properties.write(m_writer);
    const QString name = bookmark(heading.anchor);
    if (!name.isEmpty()) {
        const auto number = QString::number(std::distance(m_bookmarks.begin(), m_bookmarks.find(heading.anchor)));
        m_writer.writeStartElement(u"w:bookmarkStart"_s);
        m_writer.writeAttribute(u"w:id"_s, number);
        m_writer.writeAttribute(u"w:name"_s, name);
        m_writer.writeEndElement();
        writeRuns(heading.runs);
        m_writer.writeStartElement(u"w:bookmarkEnd"_s);
        m_writer.writeAttribute(u"w:id"_s, number);
        m_writer.writeEndElement();
    } else {
        writeRuns(heading.runs);
    }
    m_writer.writeEndElement();
}

QString DocxBody::bookmark(const QString &anchor) const
{
    const auto found = m_bookmarks.find(anchor);
    return found == m_bookmarks.end() ? QString() : found->second;
}

void DocxBody::writeParagraph(const Paragraph &paragraph, const Context &context)
{
    m_writer.writeStartElement(u"w:p"_s);
    Properties<ParagraphProperty> properties;
    properties.setValue(ParagraphProperty::Style, m_reference.style(context.look));
    if (context.keepWithNext)
        properties.set(ParagraphProperty::KeepNext);
    if (context.pageBreak)
        properties.set(ParagraphProperty::PageBreakBefore);
    setList(properties, paragraph, context.look);
    if (const int blanks = blanksPerLine(paragraph.runs))
        setBlanks(properties, blanks, context);
    else if (context.endsList)
        properties.set(ParagraphProperty::Spacing, {{u"w:after"_s, QString::number(afterList * twipsPerPoint)}});
    else if (context.afterTable)
        properties.set(ParagraphProperty::Spacing, {{u"w:before"_s, twips(gapHeight)}});
    if (paragraph.alignment != Paragraph::Alignment::Left)
        properties.setValue(ParagraphProperty::Justification,
                            paragraph.alignment == Paragraph::Alignment::Center ? u"center"_s : u"right"_s);
    if (!context.size.isEmpty()) // of the dash or number too
        properties.set(
            ParagraphProperty::Mark, {},
            {element(u"w:sz"_s, {{u"w:val"_s, context.size}}), element(u"w:szCs"_s, {{u"w:val"_s, context.size}})});
    properties.write(m_writer);
    m_size = context.size;
    writeRuns(shownRuns(paragraph));
    m_size.clear();
    m_writer.writeEndElement();
}

// The style of an item says its list and level, but for numbers, which are those of one list among others, for the
// third level, which has no style, and in the style of cells.
void DocxBody::setList(Properties<ParagraphProperty> &properties, const Paragraph &paragraph, Look look)
{
    const bool styled = look != Look::Cell;
    const auto set = [&properties](int level, const QString &list) {
        properties.set(ParagraphProperty::Numbering, {},
                       {element(u"w:ilvl"_s, {{u"w:val"_s, QString::number(level - 1)}}),
                        element(u"w:numId"_s, {{u"w:val"_s, list}})});
    };
    const auto indent = [&properties](int level) {
        properties.set(ParagraphProperty::Indent,
                       {{u"w:left"_s, QString::number(360 * level)}, {u"w:hanging"_s, u"360"_s}});
    };
    const int level = std::clamp(paragraph.listLevel, 0, paragraph.numbered ? 2 : 3);
    if (const int numbering = numberingOf(paragraph)) {
        set(level, QString::number(numbering));
        if (!styled)
            indent(level);
        return;
    }
    if (level == 0 || paragraph.numbered || m_reference.bulletList.isEmpty() || (level < 3 && styled))
        return;
    set(level, m_reference.bulletList);
    indent(level);
}

// Rules to write on. Their pitch is a multiple of that of the font: LibreOffice gives no room to a line that is at
// least so high when nothing but a tab stands in it.
void DocxBody::setBlanks(Properties<ParagraphProperty> &properties, int blanks, const Context &context) const
{
    std::vector<XmlNode> stops;
    for (int i = 1; i <= blanks; ++i)
        stops.push_back(element(u"w:tab"_s, {{u"w:val"_s, u"right"_s},
                                             {u"w:leader"_s, u"underscore"_s},
                                             {u"w:pos"_s, twips(context.width * i / blanks)}}));
    properties.set(ParagraphProperty::Tabs, {}, std::move(stops));
    constexpr double smallestPitch = 11.5; // points, of a cell
    const double pitches = blankLineHeight * twipsPerMm / twipsPerPoint / smallestPitch;
    properties.set(ParagraphProperty::Spacing, {{u"w:before"_s, context.afterTable ? twips(gapHeight) : u"0"_s},
                                                {u"w:line"_s, QString::number(qCeil(pitches * 240))},
                                                {u"w:lineRule"_s, u"auto"_s}});
}

// A numbered list is a stretch of numbered paragraphs. It begins at 1, or at the number that its first item asks for;
// another number than the next one begins another list.
int DocxBody::numberingOf(const Paragraph &paragraph)
{
    if (paragraph.listLevel == 0 || !paragraph.numbered) {
        m_inNumberedList = m_inNumberedList && paragraph.listLevel > 1;
        return 0;
    }
    const size_t level = size_t(std::min(paragraph.listLevel, 2) - 1);
    if (!m_inNumberedList || (paragraph.number > 0 && paragraph.number != m_nextNumbers[level])) {
        m_nextNumbers = {1, 1};
        m_nextNumbers[level] = std::max(1, paragraph.number);
        m_numberedLists.push_back(m_nextNumbers);
    }
    m_inNumberedList = true;
    ++m_nextNumbers[level];
    if (level == 0)
        m_nextNumbers[1] = m_numberedLists.back()[1];
    return firstNumbering + int(m_numberedLists.size()) - 1;
}

// Real entries, so that Word has nothing to ask when the file is opened: a link and the number of its page, which is a
// field. Until it is updated Word shows that of our own pages; LibreOffice sets its own at once, but only outside a
// field of contents. So the whole is one for Word alone, from 2013 on, where the reader can update it.
void DocxBody::writeContents()
{
    const std::vector<const report::Heading *> entries = contentsOf(m_document);
    if (entries.empty())
        return;
    m_writer.writeStartElement(u"w:sdt"_s);
    Properties<ControlProperty> properties;
    properties.setValue(ControlProperty::Id, QString::number(++m_controls));
    properties.set(
        ControlProperty::Gallery, {},
        {element(u"w:docPartGallery"_s, {{u"w:val"_s, u"Table of Contents"_s}}), element(u"w:docPartUnique"_s)});
    properties.write(m_writer);
    m_writer.writeStartElement(u"w:sdtContent"_s);
    writePlain(Look::ContentsHeading, u"Sommaire"_s);
    for (size_t i = 0; i < entries.size(); ++i) {
        m_writer.writeStartElement(u"w:p"_s);
        Properties<ParagraphProperty> look;
        look.setValue(ParagraphProperty::Style, m_reference.style(contentsLook(entries[i]->level)));
        look.set(ParagraphProperty::Tabs, {},
                 {element(u"w:tab"_s, {{u"w:val"_s, u"right"_s},
                                       {u"w:leader"_s, u"dot"_s},
                                       {u"w:pos"_s, twips(m_reference.textWidth)}})});
        look.write(m_writer);
        if (i == 0) {
            writeContentsField(u"begin"_s);
            writeContentsField({}, u" TOC \\o \"1-3\" \\h \\z \\u "_s);
            writeContentsField(u"separate"_s);
        }
        writeContentsEntry(*entries[i], i < m_headingPages.size() ? m_headingPages[i] : 0);
        if (i + 1 == entries.size())
            writeContentsField(u"end"_s);
        m_writer.writeEndElement();
    }
    m_writer.writeEndElement();
    m_writer.writeEndElement();
    m_pageBreak = !m_document.cover.empty();
}

// `page` 0: nobody has laid the document out.
void DocxBody::writeContentsEntry(const report::Heading &heading, int page)
{
    Run run;
    run.text = textOf(heading.runs);
    const QString name = bookmark(heading.anchor);
    if (name.isEmpty())
        return writeRun(run);
    m_writer.writeStartElement(u"w:hyperlink"_s);
    m_writer.writeAttribute(u"w:anchor"_s, name);
    m_writer.writeAttribute(u"w:history"_s, u"1"_s);
    writeRun(run, 1);
    writeComplexField(u"begin"_s);
    writeComplexField({}, u" PAGEREF %1 \\h "_s.arg(name));
    writeComplexField(u"separate"_s);
    if (page > 0) {
        Run number;
        number.text = QString::number(page);
        writeRun(number);
    }
    writeComplexField(u"end"_s);
    m_writer.writeEndElement();
}

// One of the marks of a complex field, or its instruction.
void DocxBody::writeComplexField(const QString &kind, const QString &instruction)
{
    m_writer.writeStartElement(u"w:r"_s);
    writeFieldMark(kind, instruction);
    m_writer.writeEndElement();
}

// The same, passed over by what does not know Word 2013.
void DocxBody::writeContentsField(const QString &kind, const QString &instruction)
{
    m_writer.writeStartElement(u"w:r"_s);
    m_writer.writeStartElement(u"mc:AlternateContent"_s);
    m_writer.writeStartElement(u"mc:Choice"_s);
    m_writer.writeAttribute(u"Requires"_s, u"w15"_s);
    writeFieldMark(kind, instruction);
    m_writer.writeEndElement();
    m_writer.writeEmptyElement(u"mc:Fallback"_s);
    m_writer.writeEndElement();
    m_writer.writeEndElement();
}

void DocxBody::writeFieldMark(const QString &kind, const QString &instruction)
{
    if (kind.isEmpty()) {
        m_writer.writeStartElement(u"w:instrText"_s);
        m_writer.writeAttribute(u"xml:space"_s, u"preserve"_s);
        m_writer.writeCharacters(instruction);
    } else {
        m_writer.writeStartElement(u"w:fldChar"_s);
        m_writer.writeAttribute(u"w:fldCharType"_s, kind);
    }
    m_writer.writeEndElement();
}

} // namespace formats
