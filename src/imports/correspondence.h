// Columns of a table said in words, for the command line: « Titre=champ », or the same as JSON.
#pragma once

#include "imports/profiles.h"

namespace imports
{

// `text`: "Nom de famille=nom,3=profession" or {"Nom de famille": "nom"}. A column is its title or its number, from 1;
// a field is its code or its label. An Error names what is not known, and what could have been said.
[[nodiscard]] base::Result<ColumnMapping> readCorrespondence(const QString &text, const QStringList &titles,
                                                             const Profile &profile);

} // namespace imports
