// The cells of a pasted block: which column fills which field, and what a cell says.
#pragma once

#include "imports/block.h"
#include "imports/delimited.h"

namespace imports
{

// The rows of a pasted block, with the titles of its first line when it has some. A block without tabulations nor
// semicolons is one column: commas are those of sentences.
[[nodiscard]] base::Result<DelimitedTable> readBlock(const QString &pasted, const domain::TableDescription &table,
                                                     const std::vector<BlockField> &fields,
                                                     const QString &labelTitle = {});

// Tells that what stood above the titles was left aside.
void tellBanner(DelimitedTable &block, const DelimitedRow &banner);

// What stands in a column under the first row of a block.
struct ColumnBelow {
    int filled = 0;
    int figures = 0;
    int others = 0; // mails, telephones and days
};
[[nodiscard]] ColumnBelow belowFirst(const DelimitedTable &block, qsizetype column);

// The first row of a block, which has one, becomes its titles.
void takeFirstAsTitles(DelimitedTable &block);

// Whether a title is one of those of a field, and not only close to one.
[[nodiscard]] bool isExactTitle(const QString &title, const domain::TableDescription &table, const BlockField &field);
// Whether at least half of the cells of a column are what the field holds, by themselves: of a text, words that it
// knows.
[[nodiscard]] bool fitsByNature(const DelimitedTable &block, qsizetype column, const domain::TableDescription &table,
                                const BlockField &field);

// The first column is 1, 2, 3… or goes on from another number: those of the lines, beside what they say.
[[nodiscard]] bool isNumbering(const DelimitedTable &block);

// Of a list: a first row of words over two columns of figures or more, or over one of mails, telephones or days, is its
// titles, known or not.
void takeLikelyTitles(DelimitedTable &block);

// Index of a field for each column, -1 for none: by the titles when there are, else the first field in order, after
// that of the column before, which most of the column's cells fit.
[[nodiscard]] std::vector<int> blockColumns(const DelimitedTable &block, const domain::TableDescription &table,
                                            const std::vector<BlockField> &fields);

// The error of a block of which nothing could be taken.
[[nodiscard]] base::Error nothingPasted(const std::vector<Remark> &remarks);

} // namespace imports
