// The place of a record among its like: a text between its neighbours' texts, so that moving one record changes one
// field and two people can insert at the same place.
#pragma once

#include <QString>

namespace domain
{

// A rank strictly between two others in plain character order; empty `before` = the start, empty `after` = the end.
[[nodiscard]] QString rankBetween(const QString &before, const QString &after);

} // namespace domain
