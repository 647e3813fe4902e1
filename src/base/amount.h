// Sums of money, as people write them.
#pragma once

#include <QString>

namespace base
{

// "1 234,50": cents only when there are some, and then both. The sign € is the caller's.
[[nodiscard]] QString frenchAmount(double euros);

} // namespace base
