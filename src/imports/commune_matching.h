// From what a row says to the commune it means: certain, to be chosen, or unknown with the nearest names.
#pragma once

#include "imports/commune_columns.h"
#include "imports/communes.h"

namespace imports
{

// The meaning of one entry: outcome, codes, candidates and reason of a line. `departements` are those of the
// territory: where an entry that says nothing of its place is looked for; empty = anywhere. A homonym is settled by
// them, with the others as candidates; a name borne elsewhere only is asked about.
[[nodiscard]] CommuneLine matchEntry(const CommuneEntry &entry, const reference::Communes &communes,
                                     const QStringList &departements = {});

// "La Garde (04092, Alpes-de-Haute-Provence)", "CC … (41 communes)".
[[nodiscard]] CommuneCandidate candidate(const reference::Commune &commune, const reference::Communes &communes);
[[nodiscard]] CommuneCandidate candidate(const reference::Epci &epci);

} // namespace imports
