// The facts of the project that pieces show, as values and as text. For this room only.
#pragma once

#include "report/build_pieces.h"

namespace report
{

// A fact. `more` are facts shown after it that have another field (the QPV of a commune);
// their text is final.
struct Fact {
    bool bound = false;    // the piece is bound to something
    bool answered = false; // there is something to show
    domain::Value value;
    QString text;          // raw, without typography
    bool longText = false; // paragraphs
    bool chosen = false;   // an answer in our words: one of a list, yes or no
    FieldTag field;
    QString label; // what the field is called
    std::vector<Fact> more;
    std::vector<Fact> items; // of a field that names several records: one each, and `text` is empty
};

[[nodiscard]] Fact factOf(const BuildContext &context, const Piece &piece, const RecordScope &scope);

// Where a field is read: the date of a step that took place is its real one, see suivi::dateTenue.
[[nodiscard]] domain::FieldAddress heldAt(const BuildContext &context, const domain::FieldAddress &at);

// Whether the conditions of the piece hold for the record.
[[nodiscard]] bool holds(const BuildContext &context, const Piece &piece, const RecordScope &scope);
// Whether the record passes.
[[nodiscard]] bool passes(const BuildContext &context, const Filter &filter, const domain::TableDescription &table,
                          const base::Id &id);
// All the records of a table, ranged; those of the counters, with the lines that only the members count.
[[nodiscard]] std::vector<base::Id> recordsOf(const BuildContext &context, const domain::TableDescription &table);
// The records of a table as the user ranged them; those of the trame's codes in the order of the reference.
[[nodiscard]] std::vector<base::Id> ranged(const BuildContext &context, const domain::TableDescription &table,
                                           std::vector<base::Id> ids);

// How to reach a structure d'appui: its address for mail, or its postal address and telephone.
[[nodiscard]] QString contactOf(const reference::StructureAppui &structure);

} // namespace report
