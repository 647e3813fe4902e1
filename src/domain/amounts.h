// Which fields hold sums of money.
#pragma once

#include "domain/description.h"

namespace domain
{

// A planned, spent, expected or paid sum in euros: written with both its cents, read with its €.
[[nodiscard]] bool isAmount(const FieldDescription &field);

} // namespace domain
