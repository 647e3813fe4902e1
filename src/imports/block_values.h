// What a cell of a pasted block says, by itself or for a field.
#pragma once

#include "imports/block.h"

namespace imports
{

// A number by itself, with or without its sign and its unit: no title, no words.
[[nodiscard]] bool isFigure(const QString &cell);

// A mail, a telephone or a day: what nobody writes above a column, and what is no words of another field.
[[nodiscard]] bool isContactOrDay(const QString &cell);

[[nodiscard]] bool isDay(const QString &cell);
[[nodiscard]] bool isTelephone(const QString &cell);
// « 2027 » written whole: neither a sum nor a count, as long as no title says so.
[[nodiscard]] bool isYear(const QString &cell);
// Whether a field holds a year.
[[nodiscard]] bool isYearField(const domain::FieldDescription &described);

// The code of the only word of the list that a cell can mean; nothing for none and for several.
[[nodiscard]] std::optional<QString> codeOf(const BlockField &field, const QString &cell);
// The code of the choice that a cell names.
[[nodiscard]] std::optional<domain::Value> readChoice(const domain::FieldDescription &described,
                                                      const BlockField &field, const QString &cell);

// « 2028 » for the day when something is due is its last day; nothing for another field and for anything else.
[[nodiscard]] QDate endOfYear(const domain::FieldDescription &described, const QString &cell);

// What a cell that is not empty says for a field; nothing when it can't be its content.
[[nodiscard]] std::optional<domain::Value> blockValue(const domain::FieldDescription &described,
                                                      const BlockField &field, const QString &cell);

// « « bientôt » n’a pas été compris pour « Début » »
[[nodiscard]] QString notUnderstood(const QString &cell, const QString &field);

// The same of somebody: who is not in the project is to be added first, who bears the name of several is to be chosen.
[[nodiscard]] QString notAmongPeople(const QString &cell, const QString &label, const BlockField &field);

} // namespace imports
