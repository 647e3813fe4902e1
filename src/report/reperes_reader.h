// Reading of reperes.json. For this room only.
#pragma once

#include "report/trame_data.h"
#include "report/trame_reader.h"

namespace report
{

[[nodiscard]] ReperesSpec readReperes(const Node &node);

} // namespace report
