// Making, copying and ranging fiches-actions, as change lists: one call, one undo step.
#pragma once

#include "models/operations.h"

namespace models
{

// The fiches of a mission (code of reference::Mission), as the user ranged them; those without mission for an empty
// code.
[[nodiscard]] std::vector<Id> fichesOf(const Projet &projet, const QString &mission);
// A new last fiche of a mission. From a need, when one is given: its words become the fiche's, and it is linked.
[[nodiscard]] domain::ChangeList newFiche(const Projet &projet, const Id &id, const QString &mission,
                                          const Id &besoin = {});
// A copy with its objectives, steps, indicators (linked to the copied objectives) and budget, after the original.
// Yearly actuals and what was spent are not copied: they belong to what was done.
[[nodiscard]] domain::ChangeList copyFiche(const Projet &projet, const Id &original, const Id &copy);
// Up (-1) or down (+1) among the fiches of its mission. Empty at the end of the list.
[[nodiscard]] domain::ChangeList moveFiche(const Projet &projet, const Id &fiche, int by);
// To the end of another mission, which is added when nobody wrote about it yet.
[[nodiscard]] domain::ChangeList moveFicheTo(const Projet &projet, const Id &fiche, const QString &mission);

// The field of a need that a field of a fiche was taken from: its needs themselves, a title or a public that still
// reads as the need does. Nothing once it was written over.
[[nodiscard]] std::optional<domain::FieldAddress> takenFromDiagnostic(const Projet &projet, const Id &fiche,
                                                                      const QString &field);

} // namespace models
