// Sums of money, as people write them.
#pragma once

#include <QString>

namespace base
{

// "1 234,50": cents only when there are some, and then both. The sign € is the caller's.
[[nodiscard]] QString frenchAmount(double euros);
// What stands before "€", "EUR", "euros", "€/an", "€ par an" or "€ TTC". As written when another unit follows the
// figure: "12 k€", "100 €/mois" are no sum that could be kept as it is.
[[nodiscard]] QString withoutEuros(const QString &text);
// "1.500,00" and "1,500.00" without the signs of their thousands; as written when these could be decimals.
[[nodiscard]] QString withoutGroups(const QString &text);

} // namespace base
