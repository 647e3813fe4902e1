// The counters of the professions: typed by hand, or counted in the list of members; never both silently.
#pragma once

#include "domain/projet.h"

#include <functional>

namespace domain
{

// The line of the trame in which a profession counts ("ergothérapeute" -> "autres"); reference::Professions::ligneDe.
// It is given the code of Personne::profession; an empty line counts nowhere.
using LigneOf = std::function<QString(const QString &profession)>;

// The counts that every page, document and criterion shows for a line of the trame: adhérents, gouvernance and
// élaboration come from the members when the project says so (Organisation::comptage), where nobody counts as 0, and a
// question that no member answers has no count; identifiés and sollicités are always typed. Without `ligneOf`, a
// profession is its own line.
[[nodiscard]] Effectif effectifDe(const Projet &projet, const QString &ligne, const LigneOf &ligneOf = {});
// The counts of every line that has any, by code.
[[nodiscard]] std::map<QString, Effectif> effectifs(const Projet &projet, const LigneOf &ligneOf = {});
// The professions of the members that count in a line, as `Personne::profession` says them, each once; none while the
// counts are typed.
[[nodiscard]] QStringList professionsComptees(const Projet &projet, const QString &ligne, const LigneOf &ligneOf);
// The members, persons and structures, in the order the user gave them.
[[nodiscard]] std::vector<std::pair<Id, const Personne *>> membres(const Projet &projet);
// "Nom Prénom", or the structure when it is a structure that is a member; empty when neither is known.
[[nodiscard]] QString nomDe(const Personne &personne);

} // namespace domain
