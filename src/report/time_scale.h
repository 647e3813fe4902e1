// Time from left to right, parted in months, quarters, half-years or years: the same above a calendar that is printed
// and one that is edited.
#pragma once

#include <QDate>
#include <QString>

namespace report
{

// Lengths are the caller's: millimetres of a figure, pixels of a widget.
struct TimeScale {
    int months = 3; // of a unit
    QDate from;     // the first day of a unit
    QDate to;       // excluded; the first day of a unit
    double left = 0;
    double right = 0;

    [[nodiscard]] double x(const QDate &date) const;
    // The day that is drawn at `x`; the first or the last one beyond the ends.
    [[nodiscard]] QDate dateAt(double x) const;
    [[nodiscard]] double dayWidth() const;
    // The name of the unit that begins then: "janv. 2027", "T1 2027", "T2", "2027".
    [[nodiscard]] QString name(const QDate &start) const;
};

// The first day of the unit of so many months that holds a date; units are counted from January.
[[nodiscard]] QDate startOfUnit(const QDate &date, int months);

// Whole units that cover `first` to `last`, the shortest whose width is `narrowest` at least; `leastMonths`: 1 or 3.
[[nodiscard]] TimeScale timeScale(const QDate &first, const QDate &last, double left, double right, double narrowest,
                                  int leastMonths = 3);

} // namespace report
