#include "base/written_date.h"

#include "base/text.h"

#include <QLocale>
#include <QRegularExpression>

namespace base
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr qint64 century = 2000;

const QLocale &french()
{
    static const QLocale locale(QLocale::French, QLocale::France);
    return locale;
}

// By its number, its name or a beginning of its name that is of no other ("jui" is of two); 0 for anything else.
int monthNumber(const QString &word)
{
    const QString folded = fold(word);
    int found = 0;
    for (int month = 1; month <= 12 && folded.size() >= 3; ++month)
        if (fold(french().standaloneMonthName(month)).startsWith(folded)) {
            if (found != 0)
                return 0;
            found = month;
        }
    return found != 0 ? found : word.toInt();
}

bool isDayName(const QString &word)
{
    for (int day = 1; day <= 7; ++day)
        if (fold(french().standaloneDayName(day)) == fold(word))
            return true;
    return false;
}

// A day, a month and a year, whether a calendar has them or not; the month is 0 when its word is none.
struct Parts {
    int year = 0;
    int month = 0;
    int day = 0;
};

std::optional<Parts> partsOf(const QString &text)
{
    static const QRegularExpression parts(u"^\\s*(?:(\\p{L}{5,8}),?\\s+)?(\\d{1,2})(?:er)?[\\s/.\\-]+"
                                          "(\\d{1,2}|\\p{L}{3,9})\\.?[\\s/.\\-]+(\\d{2}|\\d{4})\\s*$"_s,
                                          QRegularExpression::UseUnicodePropertiesOption |
                                              QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression official(u"^\\s*(\\d{4})-(\\d{1,2})-(\\d{1,2})\\s*$"_s);
    if (const auto match = official.match(text); match.hasMatch())
        return Parts{match.captured(1).toInt(), match.captured(2).toInt(), match.captured(3).toInt()};
    if (const auto found = parts.match(text); found.hasMatch())
        if (const QString day = found.captured(1); day.isEmpty() || isDayName(day))
            return Parts{int(wholeYear(found.captured(4).toInt())), monthNumber(found.captured(3)),
                         found.captured(2).toInt()};
    return std::nullopt;
}

} // namespace

std::optional<QDate> writtenDate(const QString &text)
{
    const auto parts = partsOf(text);
    const QDate date = parts ? QDate(parts->year, parts->month, parts->day) : QDate();
    return date.isValid() ? std::optional(date) : std::nullopt;
}

bool isYear(const std::optional<qint64> &year)
{
    return year && *year >= 1900 && *year <= 2100;
}

QString absentDay(const QString &text)
{
    const auto parts = partsOf(text);
    if (!parts || parts->month < 1 || parts->month > 12 || QDate(parts->year, parts->month, parts->day).isValid())
        return {};
    return u"%1 %2 %3"_s.arg(parts->day).arg(french().standaloneMonthName(parts->month)).arg(parts->year);
}

qint64 wholeYear(qint64 year)
{
    return year >= 0 && year < 100 ? century + year : year;
}

} // namespace base
