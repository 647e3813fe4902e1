// Tables of an OpenDocument text.
#include "formats/odt_body.h"

namespace formats
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr double cellMargins = 3; // mm, left and right

QString cm(double mm)
{
    return QString::number(mm / 10, 'f', 3) + u"cm"_s;
}

} // namespace

void OdtBody::writeTable(const report::Table &table, bool last)
{
    const Grid grid = gridOf(table, m_reference.textWidth);
    const QString pageBreak = takeBreak();
    if (!table.caption.isEmpty()) {
        m_pageBreak = !pageBreak.isEmpty();
        report::Paragraph caption;
        caption.runs.emplace_back().text = table.caption;
        writeParagraph(caption, Look::Caption, m_reference.textWidth, true);
    }
    if (grid.rows.empty())
        return;
    m_writer.writeStartElement(u"table:table"_s);
    m_writer.writeAttribute(u"table:name"_s, u"Tableau%1"_s.arg(++m_tables));
    m_writer.writeAttribute(
        u"table:style-name"_s,
        automatic(
            u"table"_s, {},
            u"<style:table-properties style:width=\"%1\" table:align=\"left\" fo:margin-top=\"0cm\" fo:margin-bottom=\"%3\" table:border-model=\"collapsing\" style:may-break-between-rows=\"true\"%2/>"_s
                .arg(cm(m_reference.textWidth), table.caption.isEmpty() ? pageBreak : QString(),
                     last ? u"0cm"_s : u"0.28cm"_s)));
    if (!table.caption.isEmpty())
        m_writer.writeTextElement(u"table:title"_s, xmlSafe(table.caption));
    if (!table.description.isEmpty())
        m_writer.writeTextElement(u"table:desc"_s, xmlSafe(table.description));
    writeColumns(grid);
    writeRows(grid);
    m_writer.writeEndElement();
}

void OdtBody::writeColumns(const Grid &grid)
{
    for (double column : grid.columns) {
        m_writer.writeEmptyElement(u"table:table-column"_s);
        m_writer.writeAttribute(
            u"table:style-name"_s,
            automatic(u"table-column"_s, {},
                      u"<style:table-column-properties style:column-width=\"%1\"/>"_s.arg(cm(column))));
    }
}

void OdtBody::writeRows(const Grid &grid)
{
    bool inHeader = false;
    for (const auto &row : grid.rows) {
        if (row.repeated != inHeader) {
            if (row.repeated)
                m_writer.writeStartElement(u"table:table-header-rows"_s);
            else
                m_writer.writeEndElement();
            inHeader = row.repeated;
        }
        writeRow(row, grid);
    }
}

void OdtBody::writeRow(const GridRow &row, const Grid &grid)
{
    QString attributes = u" fo:keep-together=\"%1\""_s.arg(row.mayBreak ? u"auto"_s : u"always"_s);
    if (row.minimumHeight > 0)
        attributes += u" style:min-row-height=\"%1\""_s.arg(cm(row.minimumHeight));
    m_writer.writeStartElement(u"table:table-row"_s);
    m_writer.writeAttribute(u"table:style-name"_s,
                            automatic(u"table-row"_s, {}, u"<style:table-row-properties%1/>"_s.arg(attributes)));
    for (const auto &cell : row.cells)
        writeCell(cell, row, grid);
    m_writer.writeEndElement();
}

QString OdtBody::cellStyle(Look look)
{
    const QString ground = m_reference.grounds[size_t(look)];
    const QString fill = ground.isEmpty() ? QString() : u" fo:background-color=\"%1\""_s.arg(ground.toHtmlEscaped());
    return automatic(u"table-cell"_s, {},
                     u"<style:table-cell-properties fo:border=\"%1\"%2%3/>"_s.arg(
                         m_reference.cellBorder.toHtmlEscaped(), m_reference.cellPadding, fill));
}

void OdtBody::writeCell(const GridCell &cell, const GridRow &row, const Grid &grid)
{
    m_writer.writeStartElement(u"table:table-cell"_s);
    m_writer.writeAttribute(u"table:style-name"_s, cellStyle(cell.look));
    if (cell.span > 1)
        m_writer.writeAttribute(u"table:number-columns-spanned"_s, QString::number(cell.span));
    m_writer.writeAttribute(u"office:value-type"_s, u"string"_s);
    const double width = grid.width(cell) - cellMargins;
    if (!cell.cell || cell.cell->paragraphs.empty()) {
        writeParagraph({}, cell.look, width, row.keepWithNext);
    } else {
        for (const auto &paragraph : cell.cell->paragraphs) {
            enterList(paragraph);
            writeParagraph(paragraph, lookInCell(paragraph, cell.look), width,
                           row.keepWithNext || paragraph.keepWithNext,
                           paragraph.listLevel > 0 ? m_reference.cellSize : QString());
        }
        leaveLists();
    }
    m_writer.writeEndElement();
    for (int i = 1; i < cell.span; ++i)
        m_writer.writeEmptyElement(u"table:covered-table-cell"_s);
}

} // namespace formats
