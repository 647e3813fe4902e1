#include "report/charts_pieces.h"

#include "base/text.h"
#include "base/typography.h"
#include "base/word_width.h"
#include "report/user_text.h"

#include <algorithm>
#include <cmath>
#include <QLocale>
#include <QRegularExpression>

namespace report::charts
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr double millimetresPerPoint = 25.4 / 72;
constexpr double halfCapital = 0.36; // of Liberation Sans, in ems
constexpr double largestPlain = 1e12;
constexpr qsizetype longestShortUnit = 5;

double widthOf(const QString &text, double points, bool bold)
{
    return base::wordWidth(text, bold) * points * millimetresPerPoint;
}

QString cut(QString text, double width, double points, bool bold)
{
    while (!text.isEmpty() && widthOf(text + u'…', points, bold) > width)
        text.chop(text.back().isLowSurrogate() ? 2 : 1);
    return text.trimmed() + u'…';
}

// "INSEE, 2021" says its year already.
bool says(const QStringList &parts, const QString &year)
{
    const QRegularExpression alone(u"(?<!\\d)%1(?!\\d)"_s.arg(year));
    return std::any_of(parts.begin(), parts.end(), [&alone](const QString &part) { return part.contains(alone); });
}

} // namespace

bool isShortUnit(const QString &unit)
{
    return unit.trimmed().size() <= longestShortUnit;
}

QString valueText(double value, const QString &unit)
{
    const QString number = std::abs(value) < largestPlain
                               ? base::frenchNumber(value, 2)
                               : QLocale(QLocale::French, QLocale::France).toString(value, 'g', 3);
    const QString shown = cleanText(unit).simplified();
    return isShortUnit(shown) && !shown.isEmpty() ? base::frenchTypography(number + u' ' + shown) : number;
}

QStringList fittedLines(const QString &text, double width, double points, bool bold, int most)
{
    QStringList lines;
    QStringList words = text.simplified().split(u' ', Qt::SkipEmptyParts);
    while (!words.isEmpty() && lines.size() < most) {
        QString line = words.takeFirst();
        while (!words.isEmpty() && widthOf(line + u' ' + words.front(), points, bold) <= width)
            line += u' ' + words.takeFirst();
        const bool last = lines.size() + 1 == most && !words.isEmpty();
        if (last)
            line += u' ' + words.join(u' ');
        lines << (last || widthOf(line, points, bold) > width ? cut(line, width, points, bold) : line);
    }
    return lines;
}

double widest(const QStringList &texts, double points, bool bold)
{
    double width = 0;
    for (const QString &text : texts)
        width = std::max(width, widthOf(text, points, bold));
    return width;
}

QString sourceText(const QStringList &sources, const std::vector<qint64> &years)
{
    QStringList parts;
    for (const QString &source : sources) {
        QString part = printedText(source);
        while (part.endsWith(u'.'))
            part.chop(1);
        if (!part.isEmpty() && !parts.contains(part))
            parts << part;
    }
    const bool known = !parts.isEmpty();
    for (const qint64 year : years)
        if (!says(parts, QString::number(year)))
            parts << QString::number(year);
    if (parts.isEmpty())
        return {};
    const QString what = known ? u"Source : "_s : parts.size() > 1 ? u"Années : "_s : u"Année : "_s;
    return base::frenchTypography(what + parts.join(u", "_s) + u'.');
}

Color tint(Color color, double part)
{
    Color mixed = 0;
    for (const int shift : {16, 8, 0}) {
        const double channel = (color >> shift) & 0xFF;
        mixed |= Color(std::lround(255 - (255 - channel) * part)) << shift;
    }
    return mixed;
}

Table tableOf(const QStringList &header, const std::vector<QStringList> &rows, const QString &description)
{
    Table table;
    table.columns.assign(size_t(header.size()), 1);
    table.columns.front() = 2;
    table.description = description;
    table.rowHeaders = true;
    const auto rowOf = [](const QStringList &texts, Row::Role role) {
        Row row;
        row.role = role;
        for (const QString &text : texts) {
            Paragraph paragraph;
            paragraph.role = role == Row::Role::Header ? Paragraph::Role::TableHead : Paragraph::Role::TableCell;
            paragraph.runs.push_back({.text = text});
            row.cells.emplace_back().paragraphs.push_back(std::move(paragraph));
        }
        row.cells.front().header = true;
        return row;
    };
    table.rows.push_back(rowOf(header, Row::Role::Header));
    for (const QStringList &texts : rows)
        table.rows.push_back(rowOf(texts, Row::Role::Body));
    return table;
}

Label labelAt(double x, double middle, const QString &text, double points, Label::Anchor anchor, bool bold)
{
    return {{x, middle + halfCapital * points * millimetresPerPoint}, text, points, bold, anchor, ink};
}

} // namespace report::charts
