// Which fields hold sums of money.
#pragma once

#include "domain/description.h"

namespace domain
{

// A planned, spent, expected or paid sum in euros: written with both its cents, read with its €.
[[nodiscard]] bool isAmount(const FieldDescription &field);
// Time of work, in full-time equivalents: "50 %" of it is 0.5.
[[nodiscard]] bool isWorkTime(const FieldDescription &field);

} // namespace domain
