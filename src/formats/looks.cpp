#include "formats/looks.h"

#include "layout/columns.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <QUrl>

namespace formats
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr double pageHeight = 257;   // mm between the margins
constexpr double characterWidth = 2; // mm, a wide estimate at 10 points
constexpr double lineHeight = 4.3;   // mm, same
constexpr double cellPadding = 2.5;  // mm, top and bottom

double estimatedHeight(const report::Cell &cell, double width)
{
    const double perLine = std::max(1.0, std::floor((width - 4) / characterWidth));
    double lines = 0;
    for (const auto &paragraph : cell.paragraphs) {
        double characters = 0;
        for (const auto &run : paragraph.runs) {
            characters += double(run.text.size());
            if (run.type == report::Run::Type::LineBreak)
                characters += perLine / 2;
            else if (run.type == report::Run::Type::Blank)
                characters += 2 * perLine;
        }
        lines += std::max(1.0, std::ceil(characters / perLine));
    }
    return std::max(cell.minimumHeight, lines * lineHeight + double(cell.paragraphs.size()) + cellPadding);
}

Look cellLook(const report::Table &table, const report::Row &row, const report::Cell &cell, int column)
{
    if (row.role == report::Row::Role::Section)
        return Look::SectionCell;
    if (row.role == report::Row::Role::Header)
        return Look::HeadCell;
    return cell.header || (table.rowHeaders && column == 0) ? Look::LabelCell : Look::Cell;
}

GridRow gridRow(const report::Table &table, const report::Row &row, const Grid &grid)
{
    GridRow out;
    const int columns = int(grid.columns.size());
    int column = 0;
    int after = int(row.cells.size());
    for (const auto &cell : row.cells) {
        // Each cell after this one keeps a column; the last takes what is left: a section row is one cell across.
        --after;
        const int left = columns - column - after;
        const int span = after == 0 ? left : std::clamp(cell.span, 1, left);
        out.cells.push_back({&cell, column, span, cellLook(table, row, cell, column)});
        column += span;
    }
    if (out.cells.empty())
        out.cells.push_back({nullptr, 0, columns, Look::Cell});
    double height = 0;
    for (const auto &cell : out.cells) {
        if (!cell.cell)
            continue;
        out.minimumHeight = std::max(out.minimumHeight, cell.cell->minimumHeight);
        height = std::max(height, estimatedHeight(*cell.cell, grid.width(cell)));
    }
    out.mayBreak = height > pageHeight / 3;
    out.keepWithNext = row.role != report::Row::Role::Body;
    return out;
}

} // namespace

const LookName &lookName(Look look)
{
    static const std::array<LookName, size_t(Look::Count)> names{{
        {u"Normal"_s, u"Standard"_s},
        {u"Body Text"_s, u"Text body"_s},
        {u"Title"_s, u"Title"_s},
        {u"Subtitle"_s, u"Subtitle"_s},
        {u"heading 1"_s, u"Heading 1"_s},
        {u"heading 2"_s, u"Heading 2"_s},
        {u"heading 3"_s, u"Heading 3"_s},
        {u"Bandeau"_s, u"Bandeau"_s},
        {u"Consigne"_s, u"Consigne"_s},
        {u"Note"_s, u"Note"_s},
        {u"caption"_s, u"Caption"_s},
        {u"Cellule"_s, u"Table Contents"_s},
        {u"En-tête de tableau"_s, u"Table Heading"_s},
        {u"Libellé de ligne"_s, u"Libellé de ligne"_s},
        {u"Ligne de section"_s, u"Ligne de section"_s},
        {u"List Bullet"_s, u"List Bullet"_s},
        {u"List Bullet 2"_s, u"List Bullet 2"_s},
        {u"List Number"_s, u"List Number"_s},
        {u"List Number 2"_s, u"List Number 2"_s},
        {u"TOC Heading"_s, u"Contents Heading"_s},
        {u"toc 1"_s, u"Contents 1"_s},
        {u"toc 2"_s, u"Contents 2"_s},
        {u"toc 3"_s, u"Contents 3"_s},
    }};
    return names[size_t(look)];
}

Look lookOf(const report::Heading &heading)
{
    if (heading.banner)
        return Look::Banner;
    return Look(int(Look::Heading1) + std::clamp(heading.level, 1, 3) - 1);
}

Look lookOf(const report::Paragraph &paragraph)
{
    using Role = report::Paragraph::Role;
    if (paragraph.listLevel > 0) {
        const int first = int(paragraph.numbered ? Look::Number1 : Look::Bullet1);
        return Look(first + std::min(paragraph.listLevel, 2) - 1);
    }
    switch (paragraph.role) {
    case Role::Guidance:
        return Look::Guidance;
    case Role::Note:
        return Look::Note;
    case Role::TableHead:
        return Look::HeadCell;
    case Role::TableCell:
        return Look::Cell;
    case Role::Body:
        break;
    }
    return Look::Body;
}

Look lookInCell(const report::Paragraph &paragraph, Look cell)
{
    const Look own = lookOf(paragraph);
    return own == Look::Body || own == Look::Cell || own == Look::HeadCell ? cell : own;
}

Look contentsLook(int level)
{
    return Look(int(Look::Contents1) + std::clamp(level, 1, 3) - 1);
}

bool endsList(const std::vector<report::Block> &blocks, size_t at)
{
    const auto *item = std::get_if<report::Paragraph>(&blocks[at]);
    if (!item || item->listLevel == 0 || at + 1 == blocks.size())
        return false;
    const report::Block &next = blocks[at + 1];
    if (const auto *paragraph = std::get_if<report::Paragraph>(&next))
        return paragraph->listLevel == 0;
    return !std::holds_alternative<report::Heading>(next) && !std::holds_alternative<report::PageBreak>(next);
}

bool touchesBand(const std::vector<report::Block> &blocks, size_t at)
{
    const auto *heading = std::get_if<report::Heading>(&blocks[at]);
    const auto *above = at > 0 ? std::get_if<report::Heading>(&blocks[at - 1]) : nullptr;
    return heading && above && above->banner && (heading->banner || heading->level <= 1);
}

std::vector<const report::Heading *> contentsOf(const report::Document &document)
{
    std::vector<const report::Heading *> entries;
    for (const auto &block : document.blocks)
        if (const auto *heading = std::get_if<report::Heading>(&block))
            entries.push_back(heading);
    return entries;
}

std::vector<report::Run> shownRuns(const report::Paragraph &paragraph)
{
    std::vector<report::Run> runs = paragraph.runs;
    if (paragraph.listLevel > 0 && paragraph.role == report::Paragraph::Role::Guidance)
        for (report::Run &run : runs)
            run.italic = true;
    return runs;
}

double Grid::width(const GridCell &cell) const
{
    const auto first = columns.begin() + cell.column;
    return std::accumulate(first, first + cell.span, 0.0);
}

Grid gridOf(const report::Table &table, double width)
{
    Grid grid;
    grid.columns = layout::columnWidths(table, width);
    bool opening = true;
    for (const auto &row : table.rows) {
        grid.rows.push_back(gridRow(table, row, grid));
        opening = opening && row.role == report::Row::Role::Header;
        grid.rows.back().repeated = opening;
    }
    // A table of header rows only would be repeated for ever: nothing to repeat above.
    if (opening)
        for (auto &row : grid.rows)
            row.repeated = false;
    // No lone last row, unless keeping two together costs more than it saves.
    if (grid.rows.size() > 1 && !grid.rows.back().mayBreak && !grid.rows[grid.rows.size() - 2].mayBreak)
        grid.rows[grid.rows.size() - 2].keepWithNext = true;
    if (!grid.rows.empty())
        grid.rows.back().keepWithNext = false;
    return grid;
}

int blanksPerLine(const std::vector<report::Run> &runs)
{
    int most = 0;
    int here = 0;
    for (const auto &run : runs) {
        here = run.type == report::Run::Type::LineBreak ? 0 : here + (run.type == report::Run::Type::Blank ? 1 : 0);
        most = std::max(most, here);
    }
    return most;
}

std::vector<int> blankTabs(const std::vector<report::Run> &runs)
{
    const int stops = blanksPerLine(runs);
    std::vector<int> tabs(runs.size(), 0);
    size_t last = runs.size(); // the last blank of the line being read
    int here = 0;
    for (size_t i = 0; i <= runs.size() && stops > 0; ++i) {
        if (i == runs.size() || runs[i].type == report::Run::Type::LineBreak) {
            if (last < runs.size())
                tabs[last] += stops - here;
            last = runs.size();
            here = 0;
        } else if (runs[i].type == report::Run::Type::Blank) {
            tabs[i] = 1;
            last = i;
            ++here;
        }
    }
    return tabs;
}

QString allowedLink(const QString &link)
{
    const QUrl url(link.trimmed(), QUrl::StrictMode);
    if (!url.isValid() || (url.scheme() != u"http" && url.scheme() != u"https" && url.scheme() != u"mailto"))
        return {};
    return QString::fromLatin1(url.toEncoded());
}

} // namespace formats
