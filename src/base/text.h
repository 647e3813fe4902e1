// French text: folding for search, collation, numbers and dates as people write them.
#pragma once

#include <QDate>
#include <QString>
#include <QStringList>

namespace base
{

// Lower case, without accents or ligatures (œ -> oe), every run of other characters one space, trimmed.
// "Saint-André-les-Alpes" -> "saint andre les alpes".
[[nodiscard]] QString fold(const QString &text);

// French order: accents and case count only between equal letters. For std::sort.
[[nodiscard]] bool frenchLess(const QString &a, const QString &b);

// "11 274" with narrow no-break spaces.
[[nodiscard]] QString frenchNumber(qint64 value);
// "12,5" with at most `decimals` decimals, trailing zeros dropped.
[[nodiscard]] QString frenchNumber(double value, int decimals);
// "12 mars 2027", "1er mars 2027"; empty for a null date.
[[nodiscard]] QString frenchLongDate(const QDate &date);
// "12/03/2027"; empty for a null date.
[[nodiscard]] QString frenchShortDate(const QDate &date);
// "14 h 32".
[[nodiscard]] QString frenchTime(const QTime &time);
// frenchCount(1, "commune", "communes") -> "1 commune"; 0 takes the singular, as French does.
[[nodiscard]] QString frenchCount(qint64 count, const QString &singular, const QString &plural);
// Inside a sentence: a small first letter, unless it begins an acronym.
[[nodiscard]] QString uncapitalized(const QString &words);
// "a, b et c".
[[nodiscard]] QString frenchList(const QStringList &items);

[[nodiscard]] int wordCount(const QString &text);

} // namespace base
