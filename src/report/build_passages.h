// The passages of the project that a list of questions of the trame asks for. For this room only.
#pragma once

#include "report/build_pieces.h"
#include "report/passage.h"

namespace report
{

// Those that have something to show.
[[nodiscard]] std::vector<Passage> passagesOf(const BuildContext &context, const std::vector<PassageSpec> &specs);

} // namespace report
