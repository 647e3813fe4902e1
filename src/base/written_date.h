// Dates as people write them: one reading for what is typed in a field, pasted in a list and imported from a file.
#pragma once

#include <optional>
#include <QDate>
#include <QString>

namespace base
{

// "12/03/2027", "12.3.27" (of this century), "1er juin 2027", "mardi 1 juin 2027" (as spreadsheets write it),
// "3 déc. 2026", "2027-03-12"; nothing for half a date, for a day that no calendar has, and for anything else.
[[nodiscard]] std::optional<QDate> writtenDate(const QString &text);

// "31 février 2027": a day written whole that no calendar has; empty for a date, and for anything else.
[[nodiscard]] QString absentDay(const QString &text);

// A year of two digits is of this century: 27 -> 2027; any other number as it is.
[[nodiscard]] qint64 wholeYear(qint64 year);

// Of four digits, and one that a project may be about: 24 or 20244 is half typed, and no year is none.
[[nodiscard]] bool isYear(const std::optional<qint64> &year);

} // namespace base
