// When a step of an action happens, told the same by every calendar, document and table.
#pragma once

#include "domain/fiche.h"

namespace domain
{

// From a day to another, both included; the same day twice when it is one, both null without any date.
struct Jours {
    QDate debut;
    QDate fin;

    friend bool operator==(const Jours &, const Jours &) = default;
};

// A date clé is one day: the end that it had before it became one is kept, and shown nowhere.
// As they were typed: what a person reads, where an end before its beginning is to be seen.
[[nodiscard]] Jours joursSaisis(const EtapeAction &etape);
// In their order, for what draws or sorts them, whatever way round the two dates were typed.
[[nodiscard]] Jours joursDe(const EtapeAction &etape);

} // namespace domain
