// The state from which two copies of a project were edited apart.
#pragma once

#include "store/container.h"
#include "store/file_operations.h"

#include <optional>

namespace dossier
{

// Found in the journals: the last step both hold, checked from both sides. Nothing when they share no past.
[[nodiscard]] std::optional<domain::Projet> commonAncestor(const store::Contents &mine, const store::Contents &theirs);

// True when theirs is an earlier state of mine, as far as the journals tell: a file that a sync tool, a copy or a disk
// brought back. Steps that somebody undid over there are another matter.
[[nodiscard]] bool isBehind(const store::Contents &theirs, const store::Contents &mine);

// What the user's file held when we last read or published it: noted beside the working copy, else the journals', else
// an empty project (every difference is then a conflict to be shown; nothing is lost).
[[nodiscard]] domain::Projet lastPublished(const QString &copyFolder, const store::Contents &mine,
                                           const store::Contents &theirs, store::FileOperations &files);

} // namespace dossier
