// Changes and conflicts in words, for the windows that show what another copy brings.
#pragma once

#include "domain/merge.h"

#include <functional>

namespace gui
{

// "Commune « Allos »", "Personne « Exemple Camille »"; the label of the table alone for what has no name.
[[nodiscard]] QString recordWords(const domain::Projet &projet, const domain::FieldAddress &at);
// "Adresse mail" and the like; empty for a whole record.
[[nodiscard]] QString fieldWords(const domain::FieldAddress &at);
// A value as a person reads it; « (vide) » when there is none. References are named.
[[nodiscard]] QString valueWords(const domain::Projet &projet, const domain::FieldAddress &at,
                                 const domain::Value &value);
// One line for each fact that the list brings, in its order, inserted records told once, a value after the one it
// replaces.
// `naming`: what the screen calls a field, see below.
using FieldNaming = std::function<QString(const domain::FieldAddress &at)>;
[[nodiscard]] QStringList changeLines(const domain::Projet &after, const domain::ChangeList &changes,
                                      const FieldNaming &naming = {});
// « Organisation : Personne « Exemple Camille », Téléphone »; by `naming` when there is one, else by the records alone.
[[nodiscard]] QString questionWords(const domain::Projet &projet, const domain::FieldAddress &at,
                                    const FieldNaming &naming = {});

} // namespace gui
