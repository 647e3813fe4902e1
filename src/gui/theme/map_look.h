// The colours of a map on the screen.
#pragma once

#include "gui/theme/palette.h"
#include "report/map.h"

namespace gui
{

// Those of paper on a light screen; others, as far from each other, on a dark one.
[[nodiscard]] report::MapLook mapLook(const Palette &palette);

} // namespace gui
