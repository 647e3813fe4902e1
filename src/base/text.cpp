#include "base/text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <QLocale>
#include <QVarLengthArray>

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

// Gives the letters of a text in lower case, a space for each other character, nothing for an accent.
template <class Take>
void eachFolded(const QString &text, const Take &take)
{
    for (const QChar c : text.normalized(QString::NormalizationForm_KD).toLower()) {
        if (c.category() == QChar::Mark_NonSpacing)
            continue;
        if (!c.isLetterOrNumber()) {
            take(u' ');
        } else if (c == u'œ' || c == u'æ') {
            take(c == u'œ' ? u'o' : u'a');
            take(u'e');
        } else {
            take(c.unicode());
        }
    }
}

// The characters that French is written with, folded beforehand: a whole project is folded each time it is checked.
// None of them changes with what stands beside it.
class FoldTable
{
public:
    using Letters = std::array<char16_t, 4>; // a zero ends

    FoldTable()
    {
        for (size_t at = 0; at < m_letters.size(); ++at) {
            const size_t code = at < latinEnd ? at : at - latinEnd + punctuation;
            Letters &letters = m_letters[at];
            size_t size = 0;
            eachFolded(QString(QChar(char16_t(code))), [&letters, &size](char16_t c) {
                if (size == 0 || c != u' ' || letters[size - 1] != u' ')
                    letters.at(size++) = c;
            });
        }
    }

    // Nullptr for a character of another writing.
    [[nodiscard]] const Letters *find(QChar c) const
    {
        const char16_t code = c.unicode();
        if (code < latinEnd)
            return &m_letters[code];
        return code >= punctuation && code < punctuationEnd ? &m_letters[latinEnd + code - punctuation] : nullptr;
    }

private:
    static constexpr size_t latinEnd = 0x250;
    static constexpr size_t punctuation = 0x2000;
    static constexpr size_t punctuationEnd = 0x2070;
    std::array<Letters, latinEnd + punctuationEnd - punctuation> m_letters{};
};

// A hyphen is shorter than a digit, and a line may break after it.
constexpr QChar minus(0x2212);

} // namespace

QString fold(const QString &text)
{
    static const FoldTable table;
    QVarLengthArray<QChar, 512> folded;
    folded.reserve(text.size() + 8);
    bool gap = false;
    const auto take = [&folded, &gap](char16_t c) {
        if (c == u' ') {
            gap = !folded.isEmpty();
            return;
        }
        if (gap)
            folded.append(u' ');
        gap = false;
        folded.append(QChar(c));
    };
    if (std::all_of(text.begin(), text.end(), [](QChar c) { return table.find(c) != nullptr; })) {
        for (const QChar each : text)
            for (const char16_t c : *table.find(each)) {
                if (c == 0)
                    break;
                take(c);
            }
    } else {
        eachFolded(text, take);
    }
    return QString(folded.constData(), folded.size());
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
    return frenchNumber(count) + u' ' + (count > -2 && count < 2 ? singular : plural);
}

QString uncapitalized(const QString &words)
{
    const bool acronym = words.size() > 1 && words.at(1).isUpper();
    return acronym ? words : words.left(1).toLower() + words.mid(1);
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
