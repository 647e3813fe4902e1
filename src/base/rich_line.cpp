#include "base/rich_line.h"

#include <algorithm>

namespace base
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr qsizetype mostDigits = 3; // of the number of an item: a year at the start of a line is no item

qsizetype firstNotSpace(QStringView line, qsizetype from = 0)
{
    while (from < line.size() && line[from].isSpace())
        ++from;
    return from;
}

bool isDash(QChar c)
{
    return c == u'-' || c == QChar(0x2013) || c == QChar(0x2022);
}

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

// The characters of "12." at `at`, 0 when that is no number of an item.
qsizetype numberLength(QStringView line, qsizetype at)
{
    qsizetype end = at;
    while (end < line.size() && isDigit(line[end]))
        ++end;
    const bool number = end > at && end - at <= mostDigits && line[at] != u'0';
    return number && end < line.size() && line[end] == u'.' ? end + 1 - at : 0;
}

// How many backslashes stand just before `at`.
qsizetype backslashesBefore(QStringView text, qsizetype at)
{
    qsizetype count = 0;
    while (count < at && text[at - count - 1] == u'\\')
        ++count;
    return count;
}

bool isRule(QStringView cell)
{
    if (cell.startsWith(u':'))
        cell = cell.mid(1);
    if (cell.endsWith(u':'))
        cell.chop(1);
    return cell.size() >= 3 && std::all_of(cell.begin(), cell.end(), [](QChar c) { return c == u'-'; });
}

// Cells as they are typed, none when the line is no row.
std::vector<QStringView> rawCells(QStringView row)
{
    const QStringView line = row.trimmed();
    if (!line.startsWith(u'|'))
        return {};
    std::vector<QStringView> cells;
    qsizetype from = 1;
    for (qsizetype at = 1; at < line.size(); ++at) {
        if (line[at] != u'|' || backslashesBefore(line, at) % 2 == 1)
            continue;
        cells.push_back(line.mid(from, at - from).trimmed());
        from = at + 1;
    }
    if (from != line.size()) // words after the last bar
        return {};
    return cells;
}

QStringView withoutBackslashes(QStringView words)
{
    while (words.startsWith(u'\\'))
        words = words.mid(1);
    return words;
}

LineMark readRow(QStringView line, qsizetype start)
{
    const std::vector<QStringView> cells = rawCells(line);
    if (cells.size() < 2 || cells.size() > size_t(mostColumns))
        return {};
    LineMark mark;
    mark.kind = std::all_of(cells.begin(), cells.end(), isRule) ? LineMark::Kind::Rule : LineMark::Kind::Row;
    mark.content = start;
    return mark;
}

LineMark readItem(QStringView line, qsizetype start)
{
    const bool dash = isDash(line[start]);
    const qsizetype length = dash ? 1 : numberLength(line, start);
    const qsizetype end = start + length;
    if (length == 0 || end == line.size() || !line[end].isSpace())
        return {};
    LineMark mark;
    mark.kind = dash ? LineMark::Kind::Bullet : LineMark::Kind::Numbered;
    mark.level = start > 0 ? deepestItem : 1;
    mark.number = dash ? 0 : line.mid(start, length - 1).toInt();
    mark.content = firstNotSpace(line, end);
    return mark;
}

LineMark readUnescaped(QStringView line, qsizetype start)
{
    if (start == line.size())
        return {};
    if (line[start] == u'|')
        return readRow(line, start);
    if (line[start] == u'!' && readPicture(line)) {
        LineMark mark;
        mark.kind = LineMark::Kind::Picture;
        mark.content = start;
        return mark;
    }
    return readItem(line, start);
}

} // namespace

LineMark readMark(QStringView line)
{
    const qsizetype start = firstNotSpace(line);
    if (start == line.size() || line[start] != u'\\')
        return readUnescaped(line, start);
    qsizetype end = start;
    while (end < line.size() && line[end] == u'\\')
        ++end;
    LineMark mark;
    if (readUnescaped(line.mid(end), 0).kind != LineMark::Kind::Text) {
        mark.escaped = true;
        mark.content = start + 1;
    }
    return mark;
}

std::optional<RichPicture> readPicture(QStringView line)
{
    constexpr QStringView opening = u"![";
    constexpr QStringView middle = u"](piece:";
    constexpr qsizetype idLength = 36;
    const QStringView trimmed = line.trimmed();
    const qsizetype at = trimmed.startsWith(opening) ? trimmed.indexOf(middle) : -1;
    if (at < 0)
        return std::nullopt;
    const QStringView rest = trimmed.mid(at + middle.size());
    const auto piece = Id::parse(rest.left(idLength).toString());
    QStringView tail = rest.mid(idLength);
    if (!piece || !tail.endsWith(u')'))
        return std::nullopt;
    tail.chop(1);
    const bool quoted = tail.size() > 3 && tail.startsWith(u" \"") && tail.endsWith(u'"');
    if (!tail.isEmpty() && !quoted)
        return std::nullopt;
    const QStringView alternative = trimmed.mid(opening.size(), at - opening.size()).trimmed();
    const QStringView caption = quoted ? tail.mid(2).chopped(1).trimmed() : QStringView();
    return RichPicture{*piece, alternative.toString(), caption.toString()};
}

std::vector<QStringView> cellsOf(QStringView row)
{
    std::vector<QStringView> cells = rawCells(row);
    for (QStringView &cell : cells)
        if (cell.startsWith(u'\\') && isRule(withoutBackslashes(cell)))
            cell = cell.mid(1);
    return cells;
}

QString asCell(const QString &words)
{
    return isRule(withoutBackslashes(words)) ? u'\\' + words : words;
}

QString asText(const QString &line)
{
    const LineMark mark = readMark(line);
    if (mark.kind == LineMark::Kind::Text && !mark.escaped)
        return line;
    QString text = line;
    return text.insert(firstNotSpace(line), u'\\');
}

} // namespace base
