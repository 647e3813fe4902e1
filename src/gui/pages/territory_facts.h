// What can be said of a territory without a map, and what adding to it means.
#pragma once

#include "domain/changes.h"
#include "reference/communes.h"

namespace gui
{

// One intercommunalité that the territory touches.
struct EpciCover {
    QString nom;
    int inside = 0; // communes of the territory
    int all = 0;    // communes it has
    [[nodiscard]] bool entire() const { return inside >= all; }
};
// The most covered first. A city known by its arrondissements counts as one commune.
[[nodiscard]] std::vector<EpciCover> epciCovers(const domain::Projet &projet, const reference::Communes &communes);

// Sentences for « Le territoire en bref », the most useful first.
[[nodiscard]] QStringList territoryFacts(const domain::Projet &projet, const reference::Communes &communes);

// The département of most communes, to be preferred in a search; empty without any commune.
[[nodiscard]] QString mainDepartement(const domain::Projet &projet, const reference::Communes &communes);
// Where a search looks first: that département, after a comma the others of its region, "04,05 06 13 83 84". Without
// any commune, all those of `region`, the name of the trame's.
[[nodiscard]] QString departementsFirst(const domain::Projet &projet, const QString &region,
                                        const reference::Communes &communes);
// An official name whose straight quotes became “ ”: it is shown between « ».
[[nodiscard]] QString shownName(const QString &official);
// « Alpes-de-Haute-Provence » or « Alpes-de-Haute-Provence et Var ».
[[nodiscard]] QString departementNames(const domain::Projet &projet, const reference::Communes &communes);

// Why an answer of the search can't be added: « déjà dans le territoire »; empty when it can.
[[nodiscard]] QString obstacleTo(const reference::Hit &hit, const domain::Projet &projet,
                                 const reference::Communes &communes);
// A commune, an arrondissement, or every commune of an EPCI that is not there yet.
[[nodiscard]] domain::ChangeList addingHit(const reference::Hit &hit, const domain::Projet &projet,
                                           const reference::Communes &communes);

} // namespace gui
