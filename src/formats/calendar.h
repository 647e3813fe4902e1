// The dates of the project for a calendar program (iCalendar).
#pragma once

#include "domain/projet.h"
#include "reference/reference.h"

#include <QByteArray>

namespace formats
{

// The deadlines, the meetings, the delays of the procedure, the steps of the actions, and the start and deployment that
// each mission owes after the signature of the contract: events of whole days, whose identifiers stay the same from one
// export to the next so that a calendar replaces them. No person is named. `today` is the date of the export.
[[nodiscard]] QByteArray writeCalendar(const domain::Projet &projet, const reference::Reference &reference,
                                       const QDate &today);

} // namespace formats
