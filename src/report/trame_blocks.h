// Reading of the blocks of a document of the trame. For this room only.
#pragma once

#include "report/trame_data.h"
#include "report/trame_reader.h"

namespace report
{

// The table whose records a collection shows: "commune", "personne"…
[[nodiscard]] QString tableOf(Collection collection);

[[nodiscard]] DocumentSpec readDocument(const Node &node);
// The key `passages`: titles and blocks.
[[nodiscard]] std::vector<PassageSpec> readPassages(const Node &node);

} // namespace report
