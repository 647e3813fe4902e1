// Reading of the pieces that lines and cells are made of. For this room only.
#pragma once

#include "report/trame_data.h"
#include "report/trame_reader.h"

namespace report
{

// What the names of the fields mean at a place of the trame.
struct PieceScope {
    const domain::TableDescription *table = nullptr; // set: names are fields of that table
    bool communes = false;                           // the table shows the communes of the territory
    bool row = false;                                // in a row of the trame, that has a label
    bool reserved = false; // in the part of the ARS: nothing of the project may be printed there
    const std::vector<FixedRow> *rows = nullptr;
};

[[nodiscard]] Pieces readPieces(const Node &holder, const PieceScope &scope);

// The optional key `filtre` of a collection of that table.
[[nodiscard]] Filter readFilter(const Node &holder, const domain::TableDescription *table);

} // namespace report
