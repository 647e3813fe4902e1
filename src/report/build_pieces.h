// Pieces of the trame -> paragraphs of a line or of a cell. For this room only.
#pragma once

#include "report/builder.h"
#include "report/trame_data.h"

namespace report
{

// What a document is built from.
struct BuildContext {
    const domain::Projet &projet;
    const reference::Reference &reference;
    Content content = Content::Filled;
    BuildOptions options = {};

    [[nodiscard]] bool filled() const { return content == Content::Filled; }
};

// The record that relative names of fields are about; its row when it is one of the trame's.
struct RecordScope {
    const domain::TableDescription *table = nullptr;
    base::Id id;
    const FixedRow *row = nullptr;
};

struct Rendered {
    std::vector<Paragraph> paragraphs; // at least one
    bool bound = false;                // some piece shows a fact of the project
    bool answered = false;             // and one of these facts is there
    FieldTag field;                    // of the first bound piece
};

// In the blank contents no fact is shown; `rules` then asks for an empty rule in its place (lines, not cells).
// Nothing of the project is shown by pieces whose conditions are not met.
[[nodiscard]] Rendered render(const BuildContext &context, const Pieces &pieces, const RecordScope &scope,
                              Paragraph::Role role, bool rules);

// Blocks outside any document.
[[nodiscard]] std::vector<Block> buildBlocks(const BuildContext &context, const std::vector<BlockSpec> &specs);

// Words of the trame, with French typography.
[[nodiscard]] Run words(const QString &text, bool bold = false);

} // namespace report
