#include "layout/table.h"

#include "layout/columns.h"
#include "layout/lines.h"
#include "layout/paragraphs.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace layout
{

namespace
{

using report::Row;
using report::Table;

constexpr double narrowestText = 2;
constexpr double above = 1.5;
constexpr double belowTitle = 1.5;

class TableComposer
{
public:
    TableComposer(const Table &table, Composition &composition, const QString &title)
        : m_table(table), m_composition(composition), m_title(title), m_edges{0},
          m_frame(std::make_shared<TableFrame>())
    {
        for (const double width : columnWidths(table, composition.sheet.textWidth()))
            m_edges.push_back(m_edges.back() + width);
        m_frame->width = m_edges.back();
        for (const Row &row : table.rows) {
            if (!row.cells.empty())
                m_rows.push_back(&row);
        }
    }

    std::vector<Item> compose()
    {
        if (m_rows.empty())
            return {};
        BeginTag tag = m_composition.begin(Tag::Table);
        tag.alternative = m_table.description;
        addCaption();
        if (m_rows.front()->role != Row::Role::Header)
            recallTitle();
        for (size_t i = 0; i < m_rows.size(); ++i)
            addRow(i);
        keepShort();
        if (m_frame->headerHeight > tallestWholeRow(m_composition.sheet))
            m_frame->header.clear();
        m_items.front().before.insert(m_items.front().before.begin(), tag);
        m_items.back().after.push_back(EndTag{Tag::Table});
        return std::move(m_items);
    }

private:
    void addCaption()
    {
        if (m_table.caption.isEmpty())
            return;
        m_items = items(layText({{.text = m_table.caption}}, look::captionStyle(), report::Paragraph::Alignment::Left,
                                m_composition.begin(Tag::Caption), m_composition));
    }

    void recallTitle()
    {
        if (m_title.isEmpty())
            return;
        const look::TextStyle style = look::paragraphStyle(report::Paragraph::Role::Note);
        const std::vector<Slice> lines =
            breakIntoLines({.runs = {{.text = m_title + u" (suite)"_s}}, .style = style, .width = m_frame->width});
        for (const Slice &line : lines)
            repeat(line, line.height + (&line == &lines.back() ? belowTitle : 0));
        m_frame->titled = true;
    }

    void addRow(size_t index)
    {
        const Row &row = *m_rows[index];
        const bool header = row.role == Row::Role::Header && m_bodyRows == 0;
        m_bodyRows += header ? 0 : 1;
        RowBox box{m_composition.begin(Tag::TR), cells(row)};
        Item item;
        item.table = m_frame;
        item.repeatsHeader = !header;
        const double height = box.height();
        if (height > tallestWholeRow(m_composition.sheet))
            item.tallRow = std::make_shared<RowBox>(std::move(box));
        else
            item.slice = render(box, height, index == 0);
        item.firstRow = index == 0;
        if (header)
            repeat(item.slice, height);
        item.slice.gap = index > 0 ? 0 : above;
        item.slice.glued = header || row.role == Row::Role::Section || index + 2 == m_rows.size();
        if (index + 1 == m_rows.size())
            item.slice.glued = false;
        m_items.push_back(std::move(item));
    }

    // Cut after one row, a table of a few lines is read twice for the little that it leaves blank.
    void keepShort()
    {
        double height = 0;
        bool tall = false;
        for (const Item &item : m_items) {
            height += item.slice.gap + item.slice.height;
            tall = tall || item.tallRow;
        }
        if (tall || height > m_composition.sheet.textHeight() / 6)
            return;
        for (size_t i = 0; i + 1 < m_items.size(); ++i)
            m_items[i].slice.glued = true;
    }

    void repeat(const Slice &row, double height)
    {
        Slice artifact;
        artifact.height = height;
        artifact.operations.push_back(BeginTag{.tag = Tag::Artifact});
        for (const Operation &operation : row.operations) {
            if (!std::holds_alternative<BeginTag>(operation) && !std::holds_alternative<EndTag>(operation))
                artifact.operations.push_back(operation);
        }
        artifact.operations.push_back(EndTag{Tag::Artifact});
        m_frame->header.push_back(std::move(artifact));
        m_frame->headerHeight += height;
    }

    std::vector<CellBox> cells(const Row &row)
    {
        std::vector<CellBox> boxes;
        size_t column = 0;
        for (const report::Cell &cell : row.cells) {
            // Each cell after this one keeps a column; the last one takes what is left.
            const size_t after = row.cells.size() - boxes.size() - 1;
            const size_t farthest = m_edges.size() - 1 - after;
            const size_t next = after == 0 ? farthest : std::min(column + size_t(std::max(1, cell.span)), farthest);
            CellBox box;
            box.x = m_edges[column];
            box.width = m_edges[next] - box.x;
            box.tag = cellTag(row, cell, column, int(next - column));
            box.ground = isMarked(cell) ? std::optional(look::gap) : ground(row, box.tag);
            box.minimumHeight = cell.minimumHeight;
            box.field = cell.field;
            box.missing = cell.missing;
            const double width = std::max(box.width - 2 * look::cellPaddingX, narrowestText);
            std::vector<report::Paragraph> paragraphs = inRow(cell.paragraphs, row.role);
            if (isMarked(cell) && !isToldBy(row, boxes.size() + 1, cell.field))
                addMissingNote(paragraphs, cell.field, width, m_composition);
            box.content = layParagraphs(paragraphs, width, m_composition);
            boxes.push_back(std::move(box));
            column = next;
        }
        return boxes;
    }

    [[nodiscard]] bool isMarked(const report::Cell &cell) const
    {
        return cell.missing && !m_composition.missingNote.isEmpty();
    }

    // « Non » and « Oui, lesquelles » are one question: the last of its cells says that it has no answer.
    static bool isToldBy(const Row &row, size_t next, const report::FieldTag &field)
    {
        return next < row.cells.size() && row.cells[next].missing && !field.isEmpty() && row.cells[next].field == field;
    }

    static std::vector<report::Paragraph> inRow(std::vector<report::Paragraph> paragraphs, Row::Role row)
    {
        for (report::Paragraph &paragraph : paragraphs)
            paragraph.role = roleInRow(paragraph.role, row);
        return paragraphs;
    }

    BeginTag cellTag(const Row &row, const report::Cell &cell, size_t column, int span)
    {
        const bool names = cell.header || row.role != Row::Role::Body || (m_table.rowHeaders && column == 0);
        BeginTag tag = m_composition.begin(names ? Tag::TH : Tag::TD);
        tag.span = span;
        if (names)
            tag.scope = row.role == Row::Role::Header ? Scope::Column : Scope::Row;
        return tag;
    }

    static std::optional<QColor> ground(const Row &row, const BeginTag &tag)
    {
        switch (row.role) {
        case Row::Role::Header:
            return look::tableHead;
        case Row::Role::Section:
            return look::band;
        case Row::Role::Body:
            break;
        }
        return tag.tag == Tag::TH ? std::optional(look::keyColumn) : std::nullopt;
    }

    const Table &m_table;
    Composition &m_composition;
    QString m_title;
    std::vector<double> m_edges;
    std::shared_ptr<TableFrame> m_frame;
    std::vector<const Row *> m_rows;
    std::vector<Item> m_items;
    int m_bodyRows = 0;
};

} // namespace

std::vector<Item> layTable(const Table &table, Composition &composition, const QString &title)
{
    return TableComposer(table, composition, title).compose();
}

} // namespace layout
