#include "formats/sheet_rows.h"

#include <algorithm>
#include <cmath>
#include <QStringList>

namespace formats
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr double pointsPerPixel = 0.75;
constexpr double pixelsPerCharacter = 7; // of the width of a column: the digit of the workbook's own font
constexpr double cellMargin = 6;         // pixels, both sides
constexpr double pointsPerMm = 72 / 25.4;
constexpr double boldness = 1.08;
constexpr double linePitch = 12.8; // points: 10 points in LibreOffice, Excel has less
constexpr double rowMargin = 2.5;
constexpr double tallest = 409;

// Of an em. The classes of Arial, each with its widest: a table of its 200 widths would say no more.
double widthOf(QChar c)
{
    static const QString narrow = u"ijl.,;:'’‘!|/\\ \u00A0\u202Ftf[]I"_s;
    static const QString small = u"-()r\"°*"_s;
    static const QString medium = u"ckszvxyç"_s;
    static const QString wide = u"mMW…—œŒ@%æÆ"_s;
    if (narrow.contains(c))
        return 0.28;
    if (small.contains(c))
        return 0.36;
    if (medium.contains(c))
        return 0.5;
    if (wide.contains(c) || c.unicode() >= 0x2E80)
        return 1;
    return c.isUpper() || c == u'w' ? 0.73 : 0.556;
}

double widthOf(const QString &text, bool bold)
{
    double width = 0;
    for (const QChar c : text)
        width += widthOf(c);
    return width * sheetFontSize * (bold ? boldness : 1);
}

// Of one paragraph, broken at its spaces; a word wider than the column is cut.
int linesOf(const QString &paragraph, double room, bool bold)
{
    const double space = widthOf(u" "_s, bold);
    int lines = 1;
    double at = 0;
    for (const QString &word : paragraph.split(u' ', Qt::SkipEmptyParts)) {
        const double width = widthOf(word, bold);
        if (at > 0 && at + space + width <= room) {
            at += space + width;
            continue;
        }
        lines += at > 0 ? 1 : 0;
        const int more = std::max(0, int(std::ceil(width / room)) - 1);
        lines += more;
        at = width - more * room;
    }
    return lines;
}

} // namespace

int sheetLines(const QString &text, double characters, bool bold, double taken)
{
    const double width = (characters * pixelsPerCharacter + 5 - cellMargin) * pointsPerPixel - taken * pointsPerMm;
    const double room = std::max(width, sheetFontSize);
    int lines = 0;
    for (const QString &paragraph : text.split(u'\n'))
        lines += linesOf(paragraph, room, bold);
    return lines;
}

double sheetRowHeight(int lines)
{
    return std::min(tallest, std::ceil(std::max(1, lines) * linePitch + rowMargin));
}

} // namespace formats
