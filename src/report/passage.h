// Where a question about the project is answered in it.
#pragma once

#include "domain/champ.h"
#include "report/document.h"

namespace report
{

struct Passage {
    QString titre;
    std::vector<Block> blocks;  // never empty
    domain::FieldAddress field; // of the first fact that is shown; table empty when none is known
};

} // namespace report
