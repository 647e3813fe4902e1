// Reading of ccopd.json. For this room only.
#pragma once

#include "report/trame_data.h"
#include "report/trame_reader.h"

namespace report
{

// Checked like a document of the trame: an unknown criterion or field is a fault.
[[nodiscard]] CcopdSpec readCcopd(const Node &node);

} // namespace report
