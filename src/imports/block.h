// Cells copied from a spreadsheet and pasted on a list or on a table of the program: rows to add, or cells to fill.
// Nothing is applied here; what is not understood is told with its line.
#pragma once

#include "domain/changes.h"
#include "imports/delimited.h"

#include <functional>
#include <optional>

namespace imports
{

// A field that a column of the block may fill.
struct BlockField {
    QString name;
    QStringList titles = {}; // what may stand above it, besides the label of its description
    // What is read in a cell, with the code or the identity of the record that it stands for.
    std::vector<std::pair<QString, QString>> words = {};
    bool freeText = true;                               // of a text: other words than those are kept as written
    QString pattern = {};                               // of titles, as ImportField::pattern: how people write them
    bool titledOnly = false;                            // filled under its title, never by its place
    std::function<QString(const QString &)> known = {}; // other ways to write a word of the list: its code, or empty
    // Of a choice that nobody leaves out: the code that fits words best, which are then kept in the text `wordsIn`.
    std::function<QString(const QString &)> nearest = {};
    QString wordsIn = {};
    std::function<QString(const QString &)> refusal = {}; // why a row with such a cell is left; empty: it is taken
    bool onlyJudged = false; // nothing but `refusal` is asked of its cells: `initial` says what is stored
    // Of several records in one cell: those that have to be added before they are referred to.
    std::function<domain::ChangeList(const domain::Projet &, const domain::IdList &)> missing = {};
};

// A list where each row of the block becomes a record.
struct BlockList {
    QString table;
    std::vector<BlockField> fields; // in the order of the form: that of columns without titles
    std::vector<std::pair<QString, domain::Value>> initial;
    // The record that a row is about, when the project has it: it is not added again, it takes `initial` and what it
    // lacks.
    using Fields = std::vector<std::pair<QString, domain::Value>>;
    std::function<std::optional<domain::Id>(const domain::Projet &, const Fields &)> already = {};
    // Makes the cells of the block those that the import of such a list would read; what it tells goes to the remarks.
    std::function<void(DelimitedTable &, const domain::Projet &)> prepare = {};
    // A title that `prepare` reads as several fields, « Nom complet »: it cuts a first column without titles in two
    // when that is what it holds.
    QString wholeTitle = {};
};

// What a person says of the columns of a block, before it is pasted on a list.
struct BlockTitles {
    QStringList titles;       // of each column, one of those that the list knows; empty: left aside
    bool firstIsTitle = true; // the first row of the block is no record
};

// A table of fixed rows whose cells are filled.
struct BlockGrid {
    struct Row {
        domain::Id id;
        QString label;
        QString key; // code of a keyed record that filling creates
    };
    QString table;
    std::vector<Row> rows;
    QString labelTitle; // above the labels
    std::vector<BlockField> columns;
    std::function<bool(size_t row, size_t column)> editable;
    std::function<std::optional<size_t>(const QString &label)> rowOf; // how people write the labels
    // A row for all that has none of its own: what leads there by another name is added up, and its name is written in
    // that field of the row.
    std::optional<size_t> others = {};
    QString othersField = {};
    size_t row = 0; // where a block without labels and titles goes
    size_t column = 0;
};

// What a cell says that its field can't hold: « mi-avril » for a date.
struct RefusedCell {
    domain::FieldAddress at;
    QString written;
    QString sentence; // « « mi-avril » n’a pas été compris pour « Début » »
};

struct BlockProposal {
    domain::ChangeList changes;
    std::vector<domain::Id> added; // of a list, in order
    QString taken;                 // « 12 étapes d’actions ajoutées. »
    std::vector<Remark> remarks;   // what was not understood
    // Of a list: what was written and is in no record, word for word; nothing of it may go unseen.
    std::vector<Remark> lost;
    std::vector<RefusedCell> refused; // those of them that are the content of one field
};

// An Error is a French sentence: nothing to paste, nothing understood, too long, most of the titles unknown. `said`:
// what the columns are, instead of what the block says.
[[nodiscard]] base::Result<BlockProposal> proposeRows(const QString &pasted, const BlockList &list,
                                                      const domain::Projet &projet,
                                                      const std::optional<BlockTitles> &said = {});
// An empty cell leaves what is there.
[[nodiscard]] base::Result<BlockProposal> proposeCells(const QString &pasted, const BlockGrid &grid,
                                                       const domain::Projet &projet,
                                                       const std::optional<BlockTitles> &said = {});

// What was taken, then what was lost, then the first remarks, a line each: to show under the list. `whole`: all of
// them, as far as a person can read.
[[nodiscard]] QString blockReport(const BlockProposal &proposal, bool whole = false);

} // namespace imports
