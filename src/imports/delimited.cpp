#include "imports/delimited.h"

#include <algorithm>
#include <limits>
#include <map>
#include <QRegularExpression>
#include <QSet>

namespace imports
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr qsizetype sampleCharacters = 64 * 1024;
constexpr qsizetype sampleRows = 200;
constexpr size_t titleRows = 20; // how far down the titles of columns may be

base::Error tooLong(const QString &what, qint64 bytes)
{
    return {
        base::ErrorCode::Hostile,
        u"%1 est trop volumineux (plus de %2 Mo). Rien n’a été modifié ; gardez les seules lignes utiles."_s.arg(what)
            .arg(bytes / (1024 * 1024)),
        {}};
}

// The number of cells that most rows have, among those of at least two.
qsizetype usualWidth(const std::vector<DelimitedRow> &rows)
{
    std::map<qsizetype, int> counts;
    for (const DelimitedRow &row : rows)
        if (row.cells.size() > 1)
            ++counts[row.cells.size()];
    const auto most = std::max_element(counts.begin(), counts.end(),
                                       [](const auto &a, const auto &b) { return a.second < b.second; });
    return most == counts.end() ? 1 : most->first;
}

// How much the text looks cut by this separator, 0 to 1: do most rows have several cells, and the same number?
double regularity(QStringView sample, QChar separator)
{
    DelimitedLimits limits;
    limits.rows = sampleRows;
    limits.columns = std::numeric_limits<int>::max(); // refused later, by its name
    const auto parsed = parseDelimited(sample, separator, {}, limits);
    if (!parsed || parsed.value().rows.empty())
        return 0;
    const auto &rows = parsed.value().rows;
    const qsizetype width = usualWidth(rows);
    if (width < 2)
        return 0;
    const auto regular =
        std::count_if(rows.begin(), rows.end(), [width](const DelimitedRow &row) { return row.cells.size() == width; });
    const auto several =
        std::count_if(rows.begin(), rows.end(), [](const DelimitedRow &row) { return row.cells.size() > 1; });
    return double(regular + several) / double(2 * rows.size());
}

qsizetype filled(const QStringList &cells)
{
    return std::count_if(cells.begin(), cells.end(), [](const QString &cell) { return !cell.isEmpty(); });
}

bool hasDigit(const QString &cell)
{
    return std::any_of(cell.begin(), cell.end(), [](QChar c) { return c.isDigit(); });
}

// Words above a column of figures.
bool looksLikeTitles(const std::vector<DelimitedRow> &rows)
{
    if (rows.size() < 2)
        return false;
    const QStringList &first = rows.front().cells;
    const bool words = std::none_of(first.begin(), first.end(),
                                    [](const QString &cell) { return cell.isEmpty() || cell.front().isDigit(); });
    if (!words || QSet<QString>(first.begin(), first.end()).size() != first.size())
        return false;
    for (qsizetype column = 0; column < first.size(); ++column) {
        const auto figures = std::count_if(rows.begin() + 1, rows.end(), [column](const DelimitedRow &row) {
            return hasDigit(row.cells.value(column));
        });
        if (!hasDigit(first[column]) && size_t(figures) * 2 >= rows.size() - 1)
            return true;
    }
    return false;
}

// The index of the row of titles, if any.
std::optional<size_t> titlesRow(const std::vector<DelimitedRow> &rows, const KnowsTitle &knowsTitle)
{
    if (!knowsTitle)
        return looksLikeTitles(rows) ? std::optional<size_t>(0) : std::nullopt;
    for (size_t i = 0; i < std::min(rows.size(), titleRows); ++i) {
        const QStringList &cells = rows[i].cells;
        const auto known = std::count_if(cells.begin(), cells.end(), knowsTitle);
        if (known > 1 || (known == 1 && filled(cells) <= 2))
            return i;
    }
    return std::nullopt;
}

void takeTitles(DelimitedTable &table, const KnowsTitle &knowsTitle)
{
    const auto at = titlesRow(table.rows, knowsTitle);
    if (!at)
        return;
    table.header = table.rows[*at].cells;
    while (!table.header.isEmpty() && table.header.back().isEmpty())
        table.header.removeLast();
    table.rows.erase(table.rows.begin(), table.rows.begin() + std::ptrdiff_t(*at) + 1);
}

// Makes every row as wide as the table; what is beyond is told, unless it is empty.
void squareRows(DelimitedTable &table)
{
    const qsizetype width = table.header.isEmpty() ? usualWidth(table.rows) : table.header.size();
    for (DelimitedRow &row : table.rows) {
        while (row.cells.size() > width && row.cells.back().isEmpty())
            row.cells.removeLast();
        if (row.cells.size() > width)
            table.remarks.push_back(
                {row.line, u"%1 cellules au lieu de %2 ; les dernières ont été laissées de côté"_s.arg(row.cells.size())
                               .arg(width)});
        row.cells.resize(width);
    }
}

base::Result<DelimitedTable> readText(const QString &text, Encoding encoding, const QString &what,
                                      const KnowsTitle &knowsTitle, const DelimitedLimits &limits)
{
    if (std::none_of(text.begin(), text.end(), [](QChar c) { return c.isLetterOrNumber(); }))
        return base::Error{base::ErrorCode::Invalid, u"%1 est vide. Rien n’a été modifié."_s.arg(what), {}};
    DelimitedTable table;
    table.encoding = encoding;
    const auto declared = declaredSeparator(text);
    const QString content = declared ? text.mid(text.indexOf(u'\n') + 1) : text;
    table.separator = declared ? *declared : detectSeparator(content);
    auto parsed = parseDelimited(content, table.separator, what, limits);
    if (!parsed)
        return parsed.error();
    table.rows = std::move(parsed.value().rows);
    table.remarks = std::move(parsed.value().remarks);
    if (declared) {
        for (DelimitedRow &row : table.rows)
            ++row.line;
        for (Remark &remark : table.remarks)
            ++remark.line;
    }
    takeTitles(table, knowsTitle);
    squareRows(table);
    std::stable_sort(table.remarks.begin(), table.remarks.end(),
                     [](const Remark &a, const Remark &b) { return a.line < b.line; });
    return table;
}

} // namespace

QChar detectSeparator(QStringView text)
{
    const QStringView sample = text.left(sampleCharacters);
    QChar best;
    double bestScore = 0;
    for (const QChar candidate : {u'\t', u';', u'|', u','}) {
        const double least = candidate == u',' ? 0.49 : 0.3; // below, commas are those of sentences
        if (const double score = regularity(sample, candidate); score > std::max(least, bestScore)) {
            best = candidate;
            bestScore = score;
        }
    }
    return best;
}

std::optional<QChar> declaredSeparator(const QString &text)
{
    static const QRegularExpression declaration(u"^sep=(.)\\r?\\n"_s, QRegularExpression::CaseInsensitiveOption);
    const auto match = declaration.match(text);
    return match.hasMatch() ? std::optional(match.captured(1).front()) : std::nullopt;
}

base::Result<DelimitedTable> readDelimited(const QByteArray &bytes, const QString &what, const KnowsTitle &knowsTitle,
                                           const DelimitedLimits &limits)
{
    if (bytes.size() > limits.bytes)
        return tooLong(what, limits.bytes);
    const auto decoded = decodeText(bytes, what);
    if (!decoded)
        return decoded.error();
    return readText(decoded.value().text, decoded.value().encoding, what, knowsTitle, limits);
}

base::Result<DelimitedTable> readDelimited(const QString &text, const QString &what, const KnowsTitle &knowsTitle,
                                           const DelimitedLimits &limits)
{
    if (text.size() > limits.bytes / 2)
        return tooLong(what, limits.bytes);
    return readText(text, Encoding::Utf8, what, knowsTitle, limits);
}

QString plainCell(const QString &cell)
{
    static const QString dangerous = u"=+-@\t\r＝＋－＠"_s;
    if (cell.size() > 3 && cell.startsWith("=\""_L1) && cell.endsWith(u'"') && cell.count(u'"') == 2)
        return cell.mid(2, cell.size() - 3);
    if (cell.size() > 1 && cell.front() == u'\'' && dangerous.contains(cell[1]))
        return cell.mid(1);
    return cell;
}

} // namespace imports
