// The starting library of indicators in front of a project: what a record takes from it, what is already there.
#pragma once

#include "models/operations.h"
#include "reference/communes.h"
#include "reference/indicateurs.h"

namespace models
{

// The same for an entry of the library in every project.
[[nodiscard]] Id libraryId(const reference::IndicateurType &type);
// What is known of it: theme, title, definition, unit, source. No value, no year: see figureOf().
[[nodiscard]] FieldValues fieldsOf(const reference::IndicateurType &type);
// The figure, its year and its source where the program knows them: the inhabitants of the territory, while those of
// every commune are the ones of the reference. Nothing else.
[[nodiscard]] FieldValues figureOf(const reference::IndicateurType &type, const Projet &projet,
                                   const reference::Communes &communes);
// Whether one of the same title is there, however it is typed.
[[nodiscard]] bool inDiagnostic(const Projet &projet, const reference::IndicateurType &type);
[[nodiscard]] bool inFiche(const Projet &projet, const Id &fiche, const reference::IndicateurType &type);

} // namespace models
