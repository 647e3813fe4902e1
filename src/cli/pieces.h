// What several verbs do with the attachments of a project.
#pragma once

#include "cli/common.h"

namespace cli
{

// For `info --json`: one object a piece, in order.
[[nodiscard]] Json piecesToJson(const domain::Projet &projet);

// Writes back one piece, by its number in the order of the project, from 1.
Exit exportPiece(const QString &number, const QString &path, const domain::Projet &projet, Console &console);

// What --sorte takes.
[[nodiscard]] QStringList sorteCodes();

} // namespace cli
