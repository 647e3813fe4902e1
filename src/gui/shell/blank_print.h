// « Imprimer une trame vierge »: on paper or in a file, without a project.
#pragma once

#include "gui/shell/environment.h"

namespace gui
{

// Asks what and where. Success when the user changes their mind.
[[nodiscard]] base::Result<void> printBlankTrame(const Environment &environment, QWidget *parent);

} // namespace gui
