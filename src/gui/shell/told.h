// Sentences of the main window about what happened to the project.
#pragma once

#include "dossier/dossier.h"

namespace gui
{

// « 2 indicateurs d’actions retirés. »: the records of lists that came or went, those of the first table; one that came
// back alone by its name; empty for none.
[[nodiscard]] QString recordsTold(const domain::ChangeList &changes, const domain::Projet &projet);
// The same of a step that was just undone or redone; of a merge, which holds any number of things, that it was.
[[nodiscard]] QString stepTold(const QString &label, const domain::ChangeList &changes,
                               const dossier::Dossier &dossier);

} // namespace gui
