// French telephone numbers.
#pragma once

#include <QString>

namespace base
{

// Ten digits from 0, typed with any of the usual separators or none, by pairs: "04 92 12 34 56", which no line cuts.
// Anything else as it is: a number from abroad, an extension, two numbers.
[[nodiscard]] QString frenchTelephone(const QString &typed);

// Whether it may be rung: ten digits at least. Short numbers are no number of a person or of a structure.
[[nodiscard]] bool looksLikeTelephone(const QString &text);

} // namespace base
