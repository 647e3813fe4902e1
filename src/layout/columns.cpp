#include "layout/columns.h"

#include "layout/lines.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <QFontMetricsF>

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
    return count;
}

std::vector<double> relativeWidths(const Table &table, size_t count)
{
    std::vector<double> widths(count, 0);
    const double total = std::accumulate(table.columns.begin(), table.columns.end(), 0.0,
                                         [](double sum, double width) { return sum + std::max(0.0, width); });
    for (size_t i = 0; i < count; ++i) {
        if (total <= 0)
            widths[i] = look::textWidth / double(count);
        else if (i < table.columns.size())
            widths[i] = std::max(0.0, table.columns[i]) / total * look::textWidth;
    }
    return widths;
}

// Measures words; fonts are few, so their metrics are kept.
class WordMeasure
{
public:
    double longest(const Cell &cell)
    {
        double width = 0;
        for (const report::Paragraph &paragraph : cell.paragraphs) {
            for (const report::Run &run : paragraph.runs) {
                if (run.type == report::Run::Type::Text)
                    width = std::max(width, longest(run, paragraph) + paragraph.listLevel * look::listIndent);
            }
        }
        return width;
    }

private:
    // A line may end at a space, after a hyphen or a slash.
    double longest(const report::Run &run, const report::Paragraph &paragraph)
    {
        const look::TextStyle style = look::paragraphStyle(paragraph.role);
        const QString text = printable(run.text);
        double width = 0;
        qsizetype start = 0;
        for (qsizetype i = 0; i <= text.size(); ++i) {
            const bool end = i == text.size() || text[i] == u' ' || text[i] == QChar::LineSeparator;
            if (!end && text[i] != u'-' && text[i] != u'/')
                continue;
            const qsizetype length = i - start + (end ? 0 : 1);
            // No letter is wider than 1.1 em: most words need no measuring.
            if (double(length) * style.points * 1.1 / look::pointsPerMillimetre > width)
                width = std::max(width, measured(text.mid(start, length), style, run));
            start = i + 1;
        }
        return width;
    }

    double measured(const QString &word, const look::TextStyle &style, const report::Run &run)
    {
        const auto key = std::make_tuple(style.points, style.bold || run.bold, style.italic || run.italic);
        auto found = m_metrics.find(key);
        if (found == m_metrics.end())
            found = m_metrics.emplace(key, QFontMetricsF(look::font(style, run.bold, run.italic))).first;
        return found->second.horizontalAdvance(word) / look::unitsPerMillimetre;
    }

    std::map<std::tuple<double, bool, bool>, QFontMetricsF> m_metrics;
};

// What each column needs so that no word of it is cut.
std::vector<double> leastWidths(const Table &table, size_t count)
{
    constexpr double rounding = 0.2; // mm
    std::vector<double> least(count, std::min(narrowest, look::textWidth / double(count)));
    WordMeasure measure;
    for (const Row &row : table.rows) {
        size_t column = 0;
        for (const Cell &cell : row.cells) {
            if (column >= count)
                break;
            const double word = cell.span <= 1 ? measure.longest(cell) : 0;
            if (word <= widestWord * look::textWidth)
                least[column] = std::max(least[column], word + 2 * look::cellPaddingX + rounding);
            column += size_t(std::max(1, cell.span));
        }
    }
    if (std::accumulate(least.begin(), least.end(), 0.0) > look::textWidth) // then words are cut
        least.assign(count, std::min(narrowest, look::textWidth / double(count)));
    return least;
}

} // namespace

std::vector<double> columnEdges(const Table &table)
{
    const size_t count = columnCount(table);
    const std::vector<double> least = leastWidths(table, count);
    std::vector<double> widths = relativeWidths(table, count);
    double spare = 0;
    for (size_t i = 0; i < count; ++i) {
        widths[i] = std::max(widths[i], least[i]);
        spare += widths[i] - least[i];
    }
    // What the widened columns took comes off what the others have above their least.
    const double excess = std::accumulate(widths.begin(), widths.end(), 0.0) - look::textWidth;
    std::vector<double> edges{0};
    for (size_t i = 0; i < count; ++i) {
        const double share = spare > 0 ? (widths[i] - least[i]) / spare : 0;
        edges.push_back(edges.back() + widths[i] - share * excess);
    }
    return edges;
}

} // namespace layout
