#include "report/time_scale.h"

#include <algorithm>
#include <cmath>
#include <QLocale>

namespace report
{

using namespace Qt::Literals::StringLiterals;

double TimeScale::x(const QDate &date) const
{
    return left + (right - left) * double(from.daysTo(date)) / double(from.daysTo(to));
}

QDate TimeScale::dateAt(double x) const
{
    const qint64 days = from.daysTo(to);
    const auto day = qint64(std::floor((x - left) / (right - left) * double(days)));
    return from.addDays(std::clamp<qint64>(day, 0, days - 1));
}

double TimeScale::dayWidth() const
{
    return (right - left) / double(from.daysTo(to));
}

QString TimeScale::name(const QDate &start) const
{
    const QString year = QString::number(start.year());
    if (months >= 12)
        return year;
    const bool first = start.month() == 1 || start == from;
    const QString part = months == 1 ? QLocale(QLocale::French).standaloneMonthName(start.month(), QLocale::ShortFormat)
                         : months == 3 ? u"T%1"_s.arg((start.month() - 1) / months + 1)
                                       : u"S%1"_s.arg((start.month() - 1) / months + 1);
    return first ? part + u' ' + year : part;
}

QDate startOfUnit(const QDate &date, int months)
{
    const int month = (date.year() * 12 + date.month() - 1) / months * months;
    return {std::max(1, month / 12), month % 12 + 1, 1};
}

TimeScale timeScale(const QDate &first, const QDate &last, double left, double right, double narrowest, int leastMonths)
{
    TimeScale scale{.from = {}, .to = {}, .left = left, .right = right};
    for (int months : {1, 3, 6, 12, 24, 60, 120, 600, 1200, 12000}) {
        if (months < leastMonths)
            continue;
        scale.months = months;
        scale.from = startOfUnit(first, months);
        scale.to = startOfUnit(last, months).addMonths(months);
        const double units = double(scale.from.daysTo(scale.to)) / (months * 30.44);
        if (scale.to.isValid() && (right - left) / units >= narrowest)
            break;
    }
    return scale;
}

} // namespace report
