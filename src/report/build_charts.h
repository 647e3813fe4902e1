// Charts and maps of the project, as the trame asks for them. For this room only.
#pragma once

#include "report/build_pieces.h"
#include "report/trame_data.h"

namespace report
{

struct Charted {
    Figure figure;
    bool toldElsewhere = false; // each of its values is in a table of the same rubric
};

// Those that there is something to draw in; the values of the others are for the table of values of the document.
[[nodiscard]] std::vector<Charted> chartsOf(const BuildContext &context, const ChartsSpec &spec);

} // namespace report
