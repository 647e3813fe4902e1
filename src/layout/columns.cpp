#include "layout/columns.h"

#include "base/word_width.h"
#include "layout/lines.h"

#include <algorithm>
#include <numeric>

namespace layout
{

namespace
{

using report::Cell;
using report::Row;
using report::Table;

constexpr double narrowest = 10;    // mm
constexpr double widestWord = 0.4;  // of the text's width: longer words are cut (addresses of pages, mistakes)
constexpr size_t mostColumns = 100; // asked for by spans; a span beyond takes what there is

size_t columnCount(const Table &table)
{
    size_t count = table.columns.size();
    for (const Row &row : table.rows) {
        size_t cells = 0;
        for (const Cell &cell : row.cells)
            cells += size_t(std::max(1, cell.span));
        count = std::max({count, std::min(cells, mostColumns), row.cells.size()});
    }
    return std::max<size_t>(count, 1);
}

std::vector<double> relativeWidths(const Table &table, size_t count, double textWidth)
{
    std::vector<double> widths(count, 0);
    const double total = std::accumulate(table.columns.begin(), table.columns.end(), 0.0,
                                         [](double sum, double width) { return sum + std::max(0.0, width); });
    for (size_t i = 0; i < count; ++i) {
        if (total <= 0)
            widths[i] = textWidth / double(count);
        else if (i < table.columns.size())
            widths[i] = std::max(0.0, table.columns[i]) / total * textWidth;
    }
    return widths;
}

// A line may end at a space, after a hyphen or a slash.
double longestWord(const report::Run &run, const look::TextStyle &style)
{
    const QString text = printable(run.text);
    double ems = 0;
    qsizetype start = 0;
    for (qsizetype i = 0; i <= text.size(); ++i) {
        const bool end = i == text.size() || text[i] == u' ' || text[i] == QChar::LineSeparator;
        if (!end && text[i] != u'-' && text[i] != u'/')
            continue;
        const qsizetype length = i - start + (end ? 0 : 1);
        ems = std::max(ems, base::wordWidth(QStringView(text).mid(start, length), style.bold || run.bold));
        start = i + 1;
    }
    return ems * style.points / look::pointsPerMillimetre;
}

double longestWord(const Cell &cell, Row::Role row)
{
    double width = 0;
    for (const report::Paragraph &paragraph : cell.paragraphs) {
        const look::TextStyle style = look::paragraphStyle(roleInRow(paragraph.role, row));
        for (const report::Run &run : paragraph.runs) {
            if (run.type == report::Run::Type::Text)
                width = std::max(width, longestWord(run, style) + paragraph.listLevel * look::listIndent);
        }
    }
    return width;
}

double sum(const std::vector<double> &widths)
{
    return std::accumulate(widths.begin(), widths.end(), 0.0);
}

// What each column needs so that none of these words is cut: those of the heads only, or all.
std::vector<double> wholeWords(const Table &table, size_t count, double textWidth, bool headsOnly)
{
    constexpr double rounding = 0.2; // mm
    std::vector<double> least(count, std::min(narrowest, textWidth / double(count)));
    for (const Row &row : table.rows) {
        size_t column = 0;
        for (const Cell &cell : row.cells) {
            if (column >= count || (headsOnly && row.role != Row::Role::Header))
                break;
            const double word = cell.span <= 1 ? longestWord(cell, row.role) : 0;
            if (word <= widestWord * textWidth)
                least[column] = std::max(least[column], word + 2 * look::cellPaddingX + rounding);
            column += size_t(std::max(1, cell.span));
        }
    }
    return least;
}

// `wanted`, none above the one width that makes it fit; but `kept` at least, which fits.
std::vector<double> lowered(const std::vector<double> &wanted, const std::vector<double> &kept, double textWidth)
{
    constexpr int halvings = 40;
    double low = 0;
    double high = textWidth;
    std::vector<double> widths = kept;
    for (int i = 0; i < halvings; ++i) {
        const double most = (low + high) / 2;
        std::vector<double> tried = wanted;
        for (size_t column = 0; column < tried.size(); ++column)
            tried[column] = std::max(kept[column], std::min(wanted[column], most));
        (sum(tried) <= textWidth ? low : high) = most;
        if (low == most)
            widths = std::move(tried);
    }
    return widths;
}

// What each column needs at least. Where all words do not fit the longest are cut, those of the heads last.
std::vector<double> leastWidths(const Table &table, size_t count, double textWidth)
{
    std::vector<double> least = wholeWords(table, count, textWidth, false);
    if (sum(least) <= textWidth)
        return least;
    const std::vector<double> none(count, std::min(narrowest, textWidth / double(count)));
    const std::vector<double> heads = wholeWords(table, count, textWidth, true);
    return lowered(least, sum(heads) <= textWidth ? heads : none, textWidth);
}

} // namespace

std::vector<double> columnWidths(const Table &table, double textWidth)
{
    const size_t count = columnCount(table);
    const std::vector<double> least = leastWidths(table, count, textWidth);
    std::vector<double> widths = relativeWidths(table, count, textWidth);
    double spare = 0;
    for (size_t i = 0; i < count; ++i) {
        widths[i] = std::max(widths[i], least[i]);
        spare += widths[i] - least[i];
    }
    // What the widened columns took comes off what the others have above their least.
    const double excess = sum(widths) - textWidth;
    for (size_t i = 0; i < count && spare > 0; ++i)
        widths[i] -= (widths[i] - least[i]) / spare * excess;
    return widths;
}

report::Paragraph::Role roleInRow(report::Paragraph::Role role, Row::Role row)
{
    using Role = report::Paragraph::Role;
    return role == Role::TableHead && row == Row::Role::Body ? Role::TableCell : role;
}

} // namespace layout
