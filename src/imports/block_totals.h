// The rows of a pasted block that are no records: titles between them, and sums of those above.
#pragma once

#include "imports/block.h"

#include <map>

namespace imports
{

// « État » alone in its row and « Total État » under it: a title and a sum, and no records; « Total matériel » beside
// the sum of the rows above is one too, and so is any « Total… » in a table whose records nobody calls so. Their lines,
// and why. Those that isTotalWord() knows are not among them.
[[nodiscard]] std::map<int, QString> betweenRecords(const DelimitedTable &block, const QString &table);

} // namespace imports
