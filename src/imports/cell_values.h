// What people and official files write in cells, as values.
#pragma once

#include "domain/records.h"

namespace imports
{

// "12,5", "1 234,5", "1.234,5", "12.5 %", "−3"; nothing for "n.d.", a formula, a date.
[[nodiscard]] domain::Decimal readDecimal(const QString &text);
// A sum of money, with or without its sign: "1 234,50 €", "990 € TTC", "1.500,00"; nothing for "1.500", of which nobody
// knows whether it is thousands.
[[nodiscard]] domain::Decimal readAmount(const QString &text);
// "oui", "X", "non", "0"…; nothing when it is no answer.
[[nodiscard]] domain::Answer readAnswer(const QString &text);
// As base::writtenDate, also with the hour that programs write after it, and "45000" (days of a spreadsheet); nothing
// for anything else.
[[nodiscard]] QDate readDate(const QString &text);
// Ten digits by pairs when it is a French number, also without the zero that spreadsheets drop; else as written.
[[nodiscard]] QString readPhone(const QString &text);
// Five characters of an INSEE code: "4039" -> "04039", "2a004" -> "2A004"; empty when it is none.
[[nodiscard]] QString readInsee(const QString &text);
// "Total", "Sous-total communication", "TOTAL GÉNÉRAL", "Total : 6", "Total membres"…: the cell that begins a line of
// totals.
[[nodiscard]] bool isTotalWord(const QString &text);
// What words after « Total », « Sous-total des » say, folded: « Total médecins » -> « medecins »; empty without any.
[[nodiscard]] QString summedUp(const QString &text);
// What a spreadsheet would calculate: "=1+1", "@SUM(A1)", "+cmd|…". Neither a phone number nor words behind such a
// sign:
// "+5 points", "=> à revoir".
[[nodiscard]] bool isFormula(const QString &text);

} // namespace imports
