// What is told of a pasted block.
#pragma once

#include "imports/block.h"

namespace imports
{

// What was lost before the rest.
[[nodiscard]] std::vector<Remark> toldOf(const BlockProposal &proposal);

// The error of a block of which nothing is new; where the project says otherwise is told.
[[nodiscard]] QString nothingNew(const std::vector<Remark> &remarks);

} // namespace imports
