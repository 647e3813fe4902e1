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
    FieldTag field;
    QString label; // what the field is called
    std::vector<Fact> more;
};

[[nodiscard]] Fact factOf(const BuildContext &context, const Piece &piece, const RecordScope &scope);

// How to reach a structure d'appui: its address for mail, or its postal address and telephone.
[[nodiscard]] QString contactOf(const reference::StructureAppui &structure);

} // namespace report
