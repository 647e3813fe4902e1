// Where the program's own files and the user's working data live.
#pragma once

#include <QStringList>

namespace base
{

// The folder that holds templates/ and reference/: ATELIER_DONNEES, else beside the installed program, else the
// source tree of a development build. Empty when the installation is broken.
[[nodiscard]] QString templatesFolder();
[[nodiscard]] QString referenceFolder();

// The names of the trames there are, the folders of templatesFolder() that hold a trame.json, in alphabetical order.
[[nodiscard]] QStringList installedTrames();

// Local application data (working copies, backups, settings of the program), created when missing.
[[nodiscard]] QString localDataFolder();

} // namespace base
