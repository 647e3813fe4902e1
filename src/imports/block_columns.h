// What is told of the columns of a pasted block that fill nothing.
#pragma once

#include "imports/block.h"

namespace imports
{

// The columns that fill nothing, from the column `from`, and hold something: `words` says what.
void tellColumns(const DelimitedTable &block, const std::vector<int> &columns, size_t from, bool words,
                 std::vector<Remark> &remarks);

// A line of titles of which most are unknown was written for something else: the titles that are expected.
[[nodiscard]] std::optional<base::Error> strangeTitles(const DelimitedTable &block, const std::vector<int> &columns,
                                                       const domain::TableDescription &table,
                                                       const std::vector<BlockField> &fields);

// Where the columns of a block without titles were put, when it has two or more: by its first cells.
void tellOrder(const DelimitedTable &block, const std::vector<int> &columns, const domain::TableDescription &table,
               const std::vector<BlockField> &fields, std::vector<Remark> &remarks);

// The row of the table that a label names, as it is written there or as people write it.
[[nodiscard]] std::optional<size_t> labelled(const BlockGrid &grid, const QString &label);

// Whether a field names its record: somebody may be known by a first name or as a structure.
[[nodiscard]] bool isName(const BlockField &field);

// Titles of which none stands above the name of the records: each would be without a name.
[[nodiscard]] std::optional<base::Error> namelessTitles(const DelimitedTable &block, const std::vector<int> &columns,
                                                        const domain::TableDescription &table,
                                                        const std::vector<BlockField> &fields);

} // namespace imports
