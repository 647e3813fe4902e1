#include "imports/html_table.h"

#include <algorithm>
#include <iterator>

namespace imports
{

using namespace Qt::Literals::StringLiterals;
using base::RichParagraph;

namespace
{

const QString betweenCells = u" · "_s;
constexpr qsizetype longestRepeated = 120;           // characters: a paragraph merged over rows stays once
constexpr qsizetype mostRepeated = 20'000;           // of a whole table
constexpr size_t mostFilled = base::mostColumns + 1; // wider, a table becomes lines and empty cells are of no use

bool hasWords(const HtmlCell &cell)
{
    return !cell.lines.empty();
}

// The lines of a cell one after the other.
base::Spans joined(const HtmlCell &cell)
{
    base::Spans spans;
    for (const RichParagraph &line : cell.lines) {
        if (!spans.empty())
            spans.push_back({u" "_s});
        if (line.level > 0 && cell.lines.size() > 1)
            spans.push_back({line.number > 0 ? QString::number(line.number) + u". "_s : u"– "_s});
        spans.insert(spans.end(), line.spans.begin(), line.spans.end());
    }
    return spans;
}

qsizetype sizeOf(const HtmlCell &cell)
{
    qsizetype size = 0;
    for (const RichParagraph &line : cell.lines)
        size += base::plainText(line.spans).size();
    return size;
}

bool namesAColumn(const HtmlCell &cell)
{
    const auto bold = [](const base::Span &span) { return span.bold || span.text.trimmed().isEmpty(); };
    return cell.named || std::all_of(cell.lines.begin(), cell.lines.end(), [&bold](const RichParagraph &line) {
               return std::all_of(line.spans.begin(), line.spans.end(), bold);
           });
}

bool areNames(const std::vector<HtmlCell> &row)
{
    return std::all_of(row.begin(), row.end(), namesAColumn);
}

// A header is bold anyway.
void takeBoldOff(std::vector<base::Spans> &row)
{
    for (base::Spans &cell : row)
        for (base::Span &span : cell)
            span.bold = false;
}

base::RichText asLines(const std::vector<std::vector<HtmlCell>> &rows)
{
    base::RichText lines;
    for (const auto &row : rows) {
        RichParagraph line;
        for (const HtmlCell &cell : row) {
            const base::Spans spans = joined(cell);
            if (!spans.empty() && !line.spans.empty())
                line.spans.push_back({betweenCells});
            line.spans.insert(line.spans.end(), spans.begin(), spans.end());
        }
        if (!line.spans.empty())
            lines.emplace_back(std::move(line));
    }
    return lines;
}

} // namespace

void HtmlTable::beginRow()
{
    if (m_nested > 0)
        return;
    endRow();
    m_rows.emplace_back();
}

void HtmlTable::endRow()
{
    if (m_rows.empty())
        return;
    fillFromAbove();
    for (size_t column = m_rows.back().size(); column < m_below.size(); ++column)
        m_below[column] = std::max(0, m_below[column] - 1);
}

// Empty cells where the last one is wide, then where one of a row above comes down.
void HtmlTable::fillFromAbove()
{
    auto &row = m_rows.back();
    for (; m_toCome > 0; --m_toCome)
        if (row.size() < mostFilled)
            row.emplace_back();
    while (row.size() < m_below.size() && m_below[row.size()] > 0) {
        --m_below[row.size()];
        row.emplace_back().covered = true;
    }
}

void HtmlTable::beginCell(bool named, int columns, int rows)
{
    if (m_nested > 0)
        return;
    if (m_rows.empty())
        m_rows.emplace_back();
    fillFromAbove();
    auto &row = m_rows.back();
    const size_t first = row.size();
    row.push_back({{}, named, std::clamp(columns, 1, base::mostColumns)});
    m_toCome = std::clamp(columns, 1, base::mostColumns) - 1;
    const size_t last = std::min(first + 1 + size_t(m_toCome), mostFilled);
    if (rows <= 1 || first >= last)
        return;
    m_below.resize(std::max(m_below.size(), last), 0);
    std::fill(m_below.begin() + std::ptrdiff_t(first), m_below.begin() + std::ptrdiff_t(last), rows - 1);
}

HtmlCell *HtmlTable::cell()
{
    return m_rows.empty() || m_rows.back().empty() ? nullptr : &m_rows.back().back();
}

std::vector<size_t> HtmlTable::usedColumns() const
{
    std::vector<bool> used;
    for (const auto &row : m_rows)
        for (size_t column = 0; column < row.size(); ++column)
            if (hasWords(row[column])) {
                used.resize(std::max(used.size(), column + 1), false);
                used[column] = true;
            }
    std::vector<size_t> columns;
    for (size_t column = 0; column < used.size(); ++column)
        if (used[column])
            columns.push_back(column);
    return columns;
}

// A row that is one merged cell from side to side.
bool HtmlTable::isAcross(const std::vector<HtmlCell> &row) const
{
    size_t columns = 0;
    for (const auto &each : m_rows)
        columns = std::max(columns, each.size());
    return columns > 1 && hasWords(row.front()) && size_t(row.front().columns) >= columns &&
           std::none_of(row.begin() + 1, row.end(), hasWords);
}

// Where a cell comes down from above, its words: a row that is read alone says all it has to say.
void HtmlTable::repeatBelow()
{
    qsizetype copied = 0;
    for (size_t row = 1; row < m_rows.size(); ++row)
        for (size_t column = 0; column < std::min(m_rows[row].size(), m_rows[row - 1].size()); ++column) {
            HtmlCell &cell = m_rows[row][column];
            const HtmlCell &above = m_rows[row - 1][column];
            const qsizetype size = sizeOf(above);
            if (!cell.covered || size == 0 || size > longestRepeated || (copied += size) > mostRepeated)
                continue;
            cell.lines = above.lines;
            cell.named = above.named;
            m_repeats = true;
        }
}

// A name above several columns is that of each, with the name that a second row of names gives it under it.
void HtmlTable::nameAcross()
{
    auto &names = m_rows.front();
    const bool across = std::any_of(names.begin(), names.end(), [](const HtmlCell &cell) { return cell.columns > 1; });
    for (size_t column = 1; column < names.size(); ++column)
        if (!hasWords(names[column]) && !names[column].covered && names[column - 1].columns > 1) {
            names[column].lines = names[column - 1].lines;
            names[column].columns = names[column - 1].columns - 1;
            names[column].named = names[column - 1].named;
        }
    if (!across || m_rows.size() < 3 || !areNames(m_rows[1]))
        return;
    for (size_t column = 0; column < std::min(names.size(), m_rows[1].size()); ++column)
        if (HtmlCell &under = m_rows[1][column]; !under.covered)
            std::move(under.lines.begin(), under.lines.end(), std::back_inserter(names[column].lines));
    m_rows.erase(m_rows.begin() + 1);
}

// Under the names of the columns, a cell whose words stand in the first of the columns that it takes.
void HtmlTable::seeEmptied(const std::vector<size_t> &columns, bool header)
{
    for (size_t row = header ? 1 : 0; row < m_rows.size(); ++row)
        for (size_t column = 0; column < m_rows[row].size(); ++column) {
            const HtmlCell &cell = m_rows[row][column];
            const auto taken = std::count_if(columns.begin(), columns.end(), [&](size_t used) {
                return used >= column && used < column + size_t(cell.columns);
            });
            m_leavesEmpty = m_leavesEmpty || (hasWords(cell) && taken > 1);
        }
}

QString HtmlTable::cells()
{
    if (!m_rows.empty())
        fillFromAbove();
    QString text;
    for (const auto &row : m_rows) {
        QStringList written;
        for (const HtmlCell &cell : row) {
            QString words = base::plainText(joined(cell)).simplified();
            if (words.startsWith(u'"'))
                words = u'"' + words.replace(u'"', u"\"\""_s) + u'"';
            written << words;
        }
        text += written.join(u'\t') + u'\n';
    }
    return text;
}

base::RichText HtmlTable::blocks()
{
    if (!m_rows.empty())
        fillFromAbove();
    std::erase_if(m_rows, [](const auto &row) { return std::none_of(row.begin(), row.end(), hasWords); });
    // A title merged over the table, a remark merged under it: lines beside the table, whole, not the first of its
    // cells.
    base::RichText lines, under;
    const auto take = [](std::vector<HtmlCell> &row, base::RichText &to) {
        for (RichParagraph &line : row.front().lines)
            to.emplace_back(std::move(line));
    };
    while (m_rows.size() > 1 && isAcross(m_rows.front())) {
        take(m_rows.front(), lines);
        m_rows.erase(m_rows.begin());
    }
    if (m_rows.size() > 1 && isAcross(m_rows.back())) {
        take(m_rows.back(), under);
        m_rows.pop_back();
    }
    addTable(lines);
    std::move(under.begin(), under.end(), std::back_inserter(lines));
    return lines;
}

// The rows as a table; as lines of words when they are none, or too wide.
void HtmlTable::addTable(base::RichText &lines)
{
    const std::vector<size_t> columns = usedColumns();
    if (columns.size() > size_t(base::mostColumns)) {
        for (base::RichBlock &line : asLines(m_rows))
            lines.push_back(std::move(line));
        return;
    }
    if (columns.size() < 2) {
        for (auto &row : m_rows)
            for (HtmlCell &cell : row)
                for (RichParagraph &line : cell.lines)
                    lines.emplace_back(std::move(line));
        return;
    }
    base::RichTable table;
    table.header = m_rows.size() > 1 && areNames(m_rows.front());
    if (table.header)
        nameAcross();
    seeEmptied(columns, table.header);
    repeatBelow();
    for (const auto &row : m_rows) {
        auto &cells = table.rows.emplace_back();
        for (const size_t column : columns)
            cells.push_back(column < row.size() ? joined(row[column]) : base::Spans());
    }
    if (table.header)
        takeBoldOff(table.rows.front());
    lines.emplace_back(std::move(table));
}

} // namespace imports
