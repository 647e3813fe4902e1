// French telephone numbers.
#pragma once

#include <QString>

namespace base
{

// Ten digits from 0, typed with any of the usual separators or none, by pairs: "04 92 12 34 56", which no line cuts.
// Anything else as it is: a number from abroad, an extension, two numbers.
[[nodiscard]] QString frenchTelephone(const QString &typed);

} // namespace base
