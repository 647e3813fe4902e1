// The starting library of indicators, as what a list proposes to tick.
#pragma once

#include "gui/pages/repeat_editor.h"

namespace gui
{

// For the diagnostic, by theme.
[[nodiscard]] RecordLibrary diagnosticLibrary(const AppContext &context);
// For a fiche-action, by mission: that of the fiche comes first.
[[nodiscard]] RecordLibrary ficheLibrary(const AppContext &context, const base::Id &fiche);

} // namespace gui
