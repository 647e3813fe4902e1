// A merge that is proposed before it is done, and the one step that a merge and its answers make.
#pragma once

#include "dossier/dossier.h"

namespace dossier
{

// As Dossier::mergeWith() without writing anything: what that would bring, its attachments in `merged`. Given up,
// nothing happened, what can be redone included; else Dossier::holdAll() and editMerge() take it.
void proposeMerge(Dossier &dossier, const QString &otherPath, const Dossier::ThenMerged &then);
// A merge that was proposed, with the answers to its disagreements; or the answers to one that was just done: these are
// of one step with it.
[[nodiscard]] base::Result<void> editMerge(Dossier &dossier, const QString &label, const domain::ChangeList &changes);
// Whether Dossier::undo() takes a merge back.
[[nodiscard]] bool lastIsMerge(const Dossier &dossier);
// What the step is called that brings in this copy.
[[nodiscard]] QString mergeLabel(const QString &otherPath);
[[nodiscard]] bool isMergeLabel(const QString &label);

} // namespace dossier
