// The counters of the professions: typed by hand, or counted in the list of members; never both silently.
#pragma once

#include "domain/projet.h"

namespace domain
{

// The counts that every page, document and criterion shows for a profession (code of reference::Profession): adhérents,
// gouvernance and élaboration come from the members when the project says so (Organisation::comptage), where nobody
// counts as 0; identifiés and sollicités are always typed.
[[nodiscard]] Effectif effectifDe(const Projet &projet, const QString &profession);
// The counts of every profession that has any, by code.
[[nodiscard]] std::map<QString, Effectif> effectifs(const Projet &projet);
// The members, persons and structures, in the order the user gave them.
[[nodiscard]] std::vector<std::pair<Id, const Personne *>> membres(const Projet &projet);
// "Nom Prénom", or the structure when it is a structure that is a member; empty when neither is known.
[[nodiscard]] QString nomDe(const Personne &personne);

} // namespace domain
