// The program's own icons, drawn in the colour of the text around them.
#pragma once

#include "gui/theme/palette.h"

#include <QIcon>

namespace gui
{

// An icon of resources/icons, by file name without extension; follows the theme and stays sharp at any scale.
[[nodiscard]] QIcon icon(const QString &name, QColor Palette::*colour = &Palette::ink);

} // namespace gui
