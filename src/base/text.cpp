#include "base/text.h"

#include <cmath>
#include <QLocale>

namespace base
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr QChar narrowSpace(0x202F);

// Digits by three; without a sign.
QString grouped(QString digits)
{
    for (qsizetype at = digits.size() - 3; at > 0; at -= 3)
        digits.insert(at, narrowSpace);
    return digits;
}

const QStringList &monthNames()
{
    static const QStringList names{u"janvier"_s,   u"février"_s, u"mars"_s,     u"avril"_s,
                                   u"mai"_s,       u"juin"_s,    u"juillet"_s,  u"août"_s,
                                   u"septembre"_s, u"octobre"_s, u"novembre"_s, u"décembre"_s};
    return names;
}

// A hyphen is shorter than a digit, and a line may break after it.
constexpr QChar minus(0x2212);

} // namespace

QString fold(const QString &text)
{
    const QString decomposed = text.normalized(QString::NormalizationForm_KD).toLower();
    QString folded;
    folded.reserve(decomposed.size());
    bool gap = false;
    for (const QChar c : decomposed) {
        if (c.category() == QChar::Mark_NonSpacing)
            continue;
        if (!c.isLetterOrNumber()) {
            gap = !folded.isEmpty();
            continue;
        }
        if (gap)
            folded += u' ';
        gap = false;
        if (c == u'œ')
            folded += "oe"_L1;
        else if (c == u'æ')
            folded += "ae"_L1;
        else
            folded += c;
    }
    return folded;
}

bool frenchLess(const QString &a, const QString &b)
{
    const int byLetters = fold(a).compare(fold(b));
    return byLetters != 0 ? byLetters < 0 : a < b;
}

QString frenchNumber(qint64 value)
{
    QString digits = QString::number(value); // the lowest integer has no absolute value
    if (value < 0)
        digits.remove(0, 1);
    return value < 0 ? minus + grouped(digits) : grouped(digits);
}

QString frenchNumber(double value, int decimals)
{
    // Not by an integer: a figure typed by mistake can be larger than any.
    QString fixed = QString::number(decimals > 0 ? value : std::round(value), 'f', decimals);
    const bool negative = fixed.startsWith(u'-');
    if (negative)
        fixed.remove(0, 1);
    const qsizetype point = fixed.indexOf(u'.');
    QString fraction = point < 0 ? QString() : fixed.mid(point);
    while (fraction.endsWith(u'0'))
        fraction.chop(1);
    const QString text =
        grouped(point < 0 ? fixed : fixed.left(point)) + (fraction.size() > 1 ? u',' + fraction.mid(1) : QString());
    return negative && text != u"0" ? minus + text : text;
}

QString frenchLongDate(const QDate &date)
{
    if (!date.isValid())
        return {};
    const QString day = date.day() == 1 ? u"1er"_s : QString::number(date.day());
    return u"%1 %2 %3"_s.arg(day, monthNames().at(date.month() - 1), QString::number(date.year()));
}

QString frenchShortDate(const QDate &date)
{
    return date.isValid() ? date.toString(u"dd/MM/yyyy"_s) : QString();
}

QString frenchTime(const QTime &time)
{
    return u"%1\u00A0h\u00A0%2"_s.arg(time.hour()).arg(time.minute(), 2, 10, QChar(u'0'));
}

QString frenchCount(qint64 count, const QString &singular, const QString &plural)
{
    return frenchNumber(count) + u' ' + (qAbs(count) < 2 ? singular : plural);
}

QString frenchList(const QStringList &items)
{
    if (items.size() < 2)
        return items.join(QString());
    return items.mid(0, items.size() - 1).join(u", "_s) + u" et "_s + items.last();
}

int wordCount(const QString &text)
{
    int words = 0;
    bool inside = false;
    for (const QChar c : text) {
        const bool letter = c.isLetterOrNumber();
        const bool joins = inside && (c == u'-' || c == u'\'' || c == u'’');
        if (letter && !inside)
            ++words;
        inside = letter || joins;
    }
    return words;
}

} // namespace base
