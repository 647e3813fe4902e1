// Who came to the meetings, and what that says of the elaboration of the projet de santé.
#pragma once

#include "domain/changes.h"

namespace suivi
{

// How many were there: the number typed, or the persons named when they are more.
[[nodiscard]] domain::Number participants(const domain::Reunion &reunion);
// Named at a meeting held until `today` that prepares the project (not a dialogue de gestion), and nobody said whether
// they took part in the elaboration; in the user's order.
[[nodiscard]] std::vector<domain::Id> presentsNonComptes(const domain::Projet &projet, const QDate &today);
// Says of all of them that they took part.
[[nodiscard]] domain::ChangeList compterPresents(const domain::Projet &projet, const QDate &today);

} // namespace suivi
