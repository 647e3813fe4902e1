// The CPTS around the territory, typed or read from the list of the ARS.
#pragma once

#include "gui/pages/repeat_editor.h"

namespace gui
{

// Each with its communes, by code; says how many.
[[nodiscard]] RepeatEditor *makeVoisines(const AppContext &context, Binder &binder, QWidget *parent);

} // namespace gui
