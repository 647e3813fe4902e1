// The random edits of every room, in the words of this one.
#pragma once

#include "support/random_edits.h"

namespace testing
{

using support::factsOf;
using support::RandomEdits;

} // namespace testing
