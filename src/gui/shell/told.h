// Sentences of the main window about what happened to the project.
#pragma once

#include "domain/changes.h"

namespace gui
{

// « 2 indicateurs d’actions retirés. »: the records of lists that came or went, those of the first table; one that came
// back alone by its name; empty for none.
[[nodiscard]] QString recordsTold(const domain::ChangeList &changes, const domain::Projet &projet);

} // namespace gui
