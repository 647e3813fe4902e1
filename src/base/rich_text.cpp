#include "base/rich_text.h"

#include <algorithm>
#include <QStringList>

namespace base
{

using namespace Qt::Literals::StringLiterals;

namespace
{

using Kind = LineMark::Kind;

const QString betweenCells = u" · "_s;

// A line with what it is once its neighbours are known.
struct Line {
    QStringView text;
    LineMark mark;
    bool header = false; // a row that names the columns
};

bool saysSomething(const Line &line)
{
    const std::vector<QStringView> cells = cellsOf(line.text);
    return line.mark.kind == Kind::Row &&
           std::any_of(cells.begin(), cells.end(), [](QStringView cell) { return !cell.isEmpty(); });
}

// A stretch of rows is a table when one of them says something; a rule is one under the first row only.
void judgeTable(std::vector<Line> &lines, size_t first, size_t last)
{
    const auto from = lines.begin() + std::ptrdiff_t(first);
    const auto to = lines.begin() + std::ptrdiff_t(last);
    const bool table = std::any_of(from, to, saysSomething);
    for (auto line = from; line != to; ++line) {
        if (!table)
            line->mark = {};
        else if (line->mark.kind == Kind::Rule && line != from + 1)
            line->mark.kind = Kind::Row;
    }
    if (table && last - first > 1 && lines[first + 1].mark.kind == Kind::Rule)
        lines[first].header = true;
}

std::vector<Line> linesOf(QStringView text)
{
    std::vector<Line> lines;
    for (const QStringView line : text.split(u'\n'))
        lines.push_back({line, readMark(line)});
    for (size_t i = 0; i < lines.size(); ++i) {
        if (lines[i].mark.isTable()) {
            size_t end = i;
            while (end < lines.size() && lines[end].mark.isTable())
                ++end;
            judgeTable(lines, i, end);
            i = end - 1;
        } else if (lines[i].mark.isItem() && lines[i].mark.content == lines[i].text.size()) {
            lines[i].mark = {}; // a dash alone is a dash
        }
    }
    return lines;
}

Spans spansOf(const StyledText &text)
{
    Spans spans;
    for (qsizetype i = 0; i < text.text.size(); ++i) {
        const quint8 look = text.looks[size_t(i)];
        if (i == 0 || look != text.looks[size_t(i - 1)])
            spans.push_back({{}, (look & StyledText::Bold) != 0, (look & StyledText::Italic) != 0});
        spans.back().text += text.text[i];
    }
    return spans;
}

// Without line breaks, which would begin another line, nor the spaces around.
StyledText lineOf(const Spans &spans)
{
    StyledText text;
    for (const Span &span : spans)
        text.append(span.text, quint8((span.bold ? StyledText::Bold : 0) | (span.italic ? StyledText::Italic : 0)));
    for (QChar &c : text.text)
        if (c == u'\n')
            c = u' ';
    qsizetype first = 0;
    qsizetype last = text.text.size();
    while (first < last && text.text[first].isSpace())
        ++first;
    while (last > first && text.text[last - 1].isSpace())
        --last;
    text.text = text.text.mid(first, last - first);
    text.looks = std::vector<quint8>(text.looks.begin() + first, text.looks.begin() + last);
    return text;
}

RichTable tableOf(const std::vector<Line> &lines, size_t first, size_t last)
{
    RichTable table;
    table.header = lines[first].header;
    size_t columns = 0;
    for (size_t i = first; i < last; ++i) {
        if (lines[i].mark.kind == Kind::Rule)
            continue;
        auto &row = table.rows.emplace_back();
        for (const QStringView cell : cellsOf(lines[i].text))
            row.push_back(spansOf(styled(cell, Place::Cell)));
        columns = std::max(columns, row.size());
    }
    for (auto &row : table.rows)
        row.resize(columns);
    return table;
}

void addParagraph(const Line &line, RichText &blocks)
{
    const QStringView words = line.text.mid(line.mark.content).trimmed();
    if (!words.isEmpty())
        blocks.emplace_back(RichParagraph{spansOf(styled(words)), line.mark.level, line.mark.number});
}

QString writtenLine(const RichParagraph &paragraph)
{
    const QString words = written(lineOf(paragraph.spans));
    if (words.isEmpty() || paragraph.level == 0)
        return asText(words);
    const QString indent(2 * (std::min(paragraph.level, deepestItem) - 1), u' ');
    return indent + (paragraph.number > 0 ? QString::number(paragraph.number) + u". "_s : u"- "_s) + words;
}

bool isWritable(const RichTable &table)
{
    const auto fits = [&table](const std::vector<Spans> &row) {
        return row.size() == table.rows.front().size() && row.size() >= 2 && row.size() <= size_t(mostColumns);
    };
    const auto says = [](const std::vector<Spans> &row) {
        return std::any_of(row.begin(), row.end(), [](const Spans &cell) { return !lineOf(cell).text.isEmpty(); });
    };
    return std::all_of(table.rows.begin(), table.rows.end(), fits) &&
           std::any_of(table.rows.begin(), table.rows.end(), says);
}

// The words of a table that can't be one.
QStringList linesOf(const RichTable &table)
{
    QStringList lines;
    for (const auto &row : table.rows) {
        RichParagraph line;
        for (const Spans &cell : row) {
            if (lineOf(cell).text.isEmpty())
                continue;
            if (!line.spans.empty())
                line.spans.push_back({betweenCells});
            line.spans.insert(line.spans.end(), cell.begin(), cell.end());
        }
        if (!line.spans.empty())
            lines += writtenLine(line);
    }
    return lines;
}

QStringList writtenLines(const RichTable &table)
{
    QStringList lines;
    for (const auto &row : table.rows) {
        QString line = u"|"_s;
        for (const Spans &cell : row)
            line += u' ' + asCell(written(lineOf(cell), Place::Cell)) + u" |"_s;
        lines += line;
        if (table.header && lines.size() == 1)
            lines += u'|' + u"---|"_s.repeated(qsizetype(row.size()));
    }
    return lines;
}

QString writtenLine(const RichPicture &picture)
{
    // What would end the description too soon.
    const QString shown =
        QString(picture.alternative).replace(u"](piece:"_s, u"] (piece:"_s).replace(u'\n', u' ').trimmed();
    const QString caption = QString(picture.caption).replace(u'\n', u' ').trimmed();
    return u"![%1](piece:%2%3)"_s.arg(shown, picture.piece.toString(),
                                      caption.isEmpty() ? QString() : u" \"%1\""_s.arg(caption));
}

QString plainCells(const Line &row)
{
    QStringList cells;
    for (const QStringView cell : cellsOf(row.text))
        cells += styled(cell, Place::Cell).text;
    cells.removeAll(QString());
    return cells.join(betweenCells);
}

QString plainLineOf(const Line &line)
{
    switch (line.mark.kind) {
    case Kind::Row:
        return plainCells(line);
    case Kind::Picture: {
        const RichPicture picture = readPicture(line.text).value_or(RichPicture());
        return picture.caption.isEmpty() ? picture.alternative : picture.alternative + betweenCells + picture.caption;
    }
    default:
        break;
    }
    const qsizetype before = line.mark.escaped ? line.mark.content - 1 : line.mark.content;
    return line.text.left(before).toString() + styled(line.text.mid(line.mark.content)).text;
}

} // namespace

RichText parseRichText(const QString &text)
{
    RichText blocks;
    const std::vector<Line> lines = linesOf(text);
    for (size_t i = 0; i < lines.size(); ++i) {
        if (lines[i].mark.kind == Kind::Picture) {
            blocks.emplace_back(readPicture(lines[i].text).value_or(RichPicture()));
        } else if (lines[i].mark.isTable()) {
            size_t end = i;
            while (end < lines.size() && lines[end].mark.isTable())
                ++end;
            blocks.emplace_back(tableOf(lines, i, end));
            i = end - 1;
        } else {
            addParagraph(lines[i], blocks);
        }
    }
    return blocks;
}

QString writeRichText(const RichText &blocks)
{
    QStringList lines;
    bool afterTable = false;
    for (const RichBlock &block : blocks) {
        const auto *table = std::get_if<RichTable>(&block);
        if (table && !isWritable(*table)) {
            lines += linesOf(*table);
            afterTable = false;
            continue;
        }
        if (table && afterTable)
            lines += QString(); // or they would be one
        afterTable = table != nullptr;
        if (table)
            lines += writtenLines(*table);
        else if (const auto *picture = std::get_if<RichPicture>(&block))
            lines += writtenLine(*picture);
        else if (const auto *paragraph = std::get_if<RichParagraph>(&block))
            lines += writtenLine(*paragraph);
    }
    return lines.join(u'\n');
}

QString plainText(const QString &text)
{
    static constexpr QStringView marks = u"*|\\!";
    const auto isMark = [](QChar c) { return marks.contains(c); };
    if (std::none_of(text.begin(), text.end(), isMark))
        return text;
    QStringList plain;
    for (const Line &line : linesOf(text))
        if (line.mark.kind != Kind::Rule)
            plain += plainLineOf(line);
    return plain.join(u'\n');
}

QString plainLine(const QString &text)
{
    return plainText(text).simplified();
}

QString plainText(const Spans &spans)
{
    QString text;
    for (const Span &span : spans)
        text += span.text;
    return text;
}

} // namespace base
