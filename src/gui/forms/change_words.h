// Changes and conflicts in words, for the windows that show what another copy brings.
#pragma once

#include "domain/merge.h"

namespace gui
{

// "Commune « Allos »", "Personne « Exemple Camille »"; the label of the table alone for what has no name.
[[nodiscard]] QString recordWords(const domain::Projet &projet, const domain::FieldAddress &at);
// "Adresse mail" and the like; empty for a whole record.
[[nodiscard]] QString fieldWords(const domain::FieldAddress &at);
// A value as a person reads it; « (vide) » when there is none. References are named.
[[nodiscard]] QString valueWords(const domain::Projet &projet, const domain::FieldAddress &at,
                                 const domain::Value &value);
// One line for each fact that the list brings, in its order, inserted records told once.
[[nodiscard]] QStringList changeLines(const domain::Projet &after, const domain::ChangeList &changes);

} // namespace gui
