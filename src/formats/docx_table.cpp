// Tables of a Word document.
#include "formats/docx_body.h"

namespace formats
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr double twipsPerMm = 1440 / 25.4;
constexpr double cellMargins = 3.6; // mm, left and right, of the reference's table style

QString twips(double mm)
{
    return QString::number(qRound(mm * twipsPerMm));
}

QString onOff(bool on)
{
    return on ? u"1"_s : u"0"_s;
}

} // namespace

void DocxBody::writeTable(const report::Table &table)
{
    if (!table.caption.isEmpty())
        writePlain(Look::Caption, table.caption);
    const Grid grid = gridOf(table, m_reference.textWidth);
    if (grid.rows.empty())
        return;
    m_writer.writeStartElement(u"w:tbl"_s);
    writeTableProperties(table, grid);
    m_writer.writeStartElement(u"w:tblGrid"_s);
    for (double column : grid.columns)
        writeElement(m_writer, element(u"w:gridCol"_s, {{u"w:w"_s, twips(column)}}));
    m_writer.writeEndElement();
    for (const auto &row : grid.rows)
        writeRow(row, grid);
    m_writer.writeEndElement();
}

void DocxBody::writeTableProperties(const report::Table &table, const Grid &grid)
{
    Properties<TableProperty> properties;
    properties.setValue(TableProperty::Style, m_reference.tableStyle);
    properties.set(TableProperty::Width, {{u"w:w"_s, twips(m_reference.textWidth)}, {u"w:type"_s, u"dxa"_s}});
    properties.set(TableProperty::Indent, {{u"w:w"_s, u"0"_s}, {u"w:type"_s, u"dxa"_s}});
    properties.set(TableProperty::Layout, {{u"w:type"_s, u"fixed"_s}});
    const bool header = grid.rows.front().repeated;
    const int value = (header ? 0x20 : 0) | (table.rowHeaders ? 0x80 : 0) | 0x600;
    properties.set(TableProperty::Look, {{u"w:val"_s, u"%1"_s.arg(value, 4, 16, QLatin1Char('0')).toUpper()},
                                         {u"w:firstRow"_s, onOff(header)},
                                         {u"w:lastRow"_s, u"0"_s},
                                         {u"w:firstColumn"_s, onOff(table.rowHeaders)},
                                         {u"w:lastColumn"_s, u"0"_s},
                                         {u"w:noHBand"_s, u"1"_s},
                                         {u"w:noVBand"_s, u"1"_s}});
    if (!table.caption.isEmpty())
        properties.setValue(TableProperty::Caption, xmlSafe(table.caption));
    if (!table.description.isEmpty())
        properties.setValue(TableProperty::Description, xmlSafe(table.description));
    properties.write(m_writer);
}

void DocxBody::writeRow(const GridRow &row, const Grid &grid)
{
    m_writer.writeStartElement(u"w:tr"_s);
    Properties<RowProperty> properties;
    if (!row.mayBreak)
        properties.set(RowProperty::CantSplit);
    if (row.minimumHeight > 0)
        properties.set(RowProperty::Height, {{u"w:val"_s, twips(row.minimumHeight)}, {u"w:hRule"_s, u"atLeast"_s}});
    if (row.repeated)
        properties.set(RowProperty::Header);
    properties.write(m_writer);
    for (const auto &cell : row.cells)
        writeCell(cell, row, grid);
    m_writer.writeEndElement();
}

void DocxBody::writeCell(const GridCell &cell, const GridRow &row, const Grid &grid)
{
    m_writer.writeStartElement(u"w:tc"_s);
    Properties<CellProperty> properties;
    properties.set(CellProperty::Width, {{u"w:w"_s, twips(grid.width(cell))}, {u"w:type"_s, u"dxa"_s}});
    if (cell.span > 1)
        properties.setValue(CellProperty::Span, QString::number(cell.span));
    const QString ground = m_reference.ground(cell.look);
    if (!ground.isEmpty())
        properties.set(CellProperty::Shading,
                       {{u"w:val"_s, u"clear"_s}, {u"w:color"_s, u"auto"_s}, {u"w:fill"_s, ground}});
    properties.write(m_writer);

    m_inNumberedList = false;
    Context context{.width = grid.width(cell) - cellMargins, .keepWithNext = row.keepWithNext};
    if (!cell.cell || cell.cell->paragraphs.empty()) { // a cell can't be without a paragraph
        context.look = cell.look;
        writeParagraph({}, context);
    } else {
        for (const auto &paragraph : cell.cell->paragraphs) {
            // An item has the style of the cell and its list by itself: LibreOffice shows what stands in a control at
            // the size of the style, whatever the run says.
            const bool item = paragraph.listLevel > 0 && !m_reference.bulletList.isEmpty();
            context.look = item ? Look::Cell : lookInCell(paragraph, cell.look);
            context.keepWithNext = row.keepWithNext || paragraph.keepWithNext;
            context.size = paragraph.listLevel > 0 ? m_reference.cellSize : QString();
            writeParagraph(paragraph, context);
        }
    }
    m_writer.writeEndElement();
}

} // namespace formats
