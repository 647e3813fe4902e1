// What has to be asked of the columns of a block before it is pasted on a list: without titles, or under titles that
// nobody knows, nothing says for sure what they are.
#pragma once

#include "imports/block.h"

namespace imports
{

struct BlockQuestion {
    QStringList titles;            // as the block has them; empty: it has none
    std::vector<QStringList> rows; // the first ones
    QStringList choices;           // the titles that the list knows
    QStringList likely;            // of each column, one of those; empty: nothing is known of it
    QStringList otherwise;         // the same when the first row is titles and was read as a record, or the contrary
    QStringList names;             // those of the choices of which one at least is needed; may be empty
    bool rowsAreNamed = false;     // the first column says the rows of a table, whatever is said of it
};

// Nothing when the block itself says what its columns are. An Error is that of proposeRows().
[[nodiscard]] base::Result<std::optional<BlockQuestion>> questionOf(const QString &pasted, const BlockList &list,
                                                                    const domain::Projet &projet);

// The same of a block whose first column names rows of a table; nothing for figures that go where they are pasted.
[[nodiscard]] base::Result<std::optional<BlockQuestion>> questionOf(const QString &pasted, const BlockGrid &grid);

// Whether the rows of a block begin with labels of the table, most of them: it was copied for this table.
[[nodiscard]] bool isMeantFor(const QString &pasted, const BlockGrid &grid);

// Of a table of fixed rows: words over figures that name none of its rows are titles, known or not.
void takeGridTitles(DelimitedTable &block, const BlockGrid &grid);

// Of a list: words that can only be titles are, and what stands alone above titles is left aside and told.
void settleTitles(DelimitedTable &block, const BlockList &list);

// A year in a title that is read, « Objectif 2027 », goes nowhere: it is told.
void tellYears(DelimitedTable &block, const BlockList &list, const std::optional<BlockTitles> &said);

// Whether what a person said leaves a column aside that holds something.
[[nodiscard]] bool leavesAside(const DelimitedTable &block, const BlockTitles &said);

// Puts what a person said above the columns of a block.
void takeTitles(DelimitedTable &block, const BlockTitles &said);

} // namespace imports
