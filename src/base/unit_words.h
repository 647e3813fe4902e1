// The unit of a figure, agreed with it.
#pragma once

#include <QString>

namespace base
{

// Below two, a unit typed in the plural takes the singular, up to its first preposition: unitFor(1, "patients suivis
// par mois") is "patient suivi par mois". Words that end so in the singular ("mois") stay, and so does a singular unit:
// nobody can tell what the plural of "ETP" or "km" is.
[[nodiscard]] QString unitFor(double value, const QString &unit);

} // namespace base
