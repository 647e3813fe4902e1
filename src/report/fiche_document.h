// Which document of a trame is made of one fiche-action.
#pragma once

#include "report/trame.h"

namespace report
{

// The code of the document that repeats for each fiche; empty when the trame has none.
[[nodiscard]] QString ficheDocument(const Trame &trame);

} // namespace report
