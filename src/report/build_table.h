// Tables of the trame -> tables of the document. For this room only.
#pragma once

#include "report/build_pieces.h"

namespace report
{

// The records a collection shows, in the order of the document.
[[nodiscard]] std::vector<base::Id> recordsOf(const BuildContext &context, Collection collection, const Filter &filter);

// Without any row when the table is optional and has nothing to show.
[[nodiscard]] Table buildTable(const BuildContext &context, const CollectionTableSpec &spec);
[[nodiscard]] Table buildTable(const BuildContext &context, const FixedTableSpec &spec);
[[nodiscard]] Table buildTable(const BuildContext &context, const KeyValueSpec &spec, const RecordScope &scope);

} // namespace report
