// Sentences of the main window about what happened to the project.
#pragma once

#include "domain/changes.h"
#include "gui/shell/page_host.h"

namespace gui
{

// « 2 indicateurs d’actions retirés. »: the records of lists that came or went, those of the first table; one that came
// back alone by its name; empty for none.
[[nodiscard]] QString recordsTold(const domain::ChangeList &changes, const domain::Projet &projet);

// « La date affichée dans Organisation n’est pas lisible : le document garde l’ancienne. » `unread`: one at least.
[[nodiscard]] QString unreadTold(const std::vector<PageHost::Unread> &unread, const domain::Projet &projet);

} // namespace gui
