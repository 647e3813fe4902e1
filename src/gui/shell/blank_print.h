// « Imprimer une trame vierge »: on paper or in a file, without a project.
#pragma once

#include "gui/shell/environment.h"

namespace gui
{

// Asks what and where until the user closes: a workshop needs several of them. What was written, or could not be, is
// told in the dialog.
void printBlankTrames(const Environment &environment, QWidget *parent);

} // namespace gui
