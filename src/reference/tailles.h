// The four sizes of CPTS of the ACI: a figure that decides the money, so its rule at the thresholds is data.
#pragma once

#include "base/result.h"
#include "reference/provenance.h"

#include <optional>
#include <vector>

namespace reference
{

struct Taille {
    int numero = 0;
    qint64 minimum = 0; // population from which it applies, included
    qint64 seuil = 0;   // the round figure of the source below it; 0 for the smallest
};

// A population that a small change of figures would put in another size.
struct SeuilProche {
    qint64 seuil = 0;    // the round figure: 40 000
    qint64 ecart = 0;    // inhabitants from the population to the threshold, never negative
    double pourcent = 0; // ecart in % of the threshold
    int autreTaille = 0; // the size on the other side
};

struct Tailles {
    Provenance provenance;
    double proximitePourcent = 0;
    std::vector<Taille> toutes; // from the smallest

    // Nothing for a population of 0 or less: not known yet.
    [[nodiscard]] std::optional<int> taille(qint64 population) const;
    // The nearest threshold when it is within proximitePourcent of it.
    [[nodiscard]] std::optional<SeuilProche> proche(qint64 population) const;

    static base::Result<Tailles> load(const QString &folder);
};

} // namespace reference
