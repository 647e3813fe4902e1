// The starting library of indicators: what a diagnostic or a fiche-action may measure, and where to find it. No value.
#pragma once

#include "base/result.h"
#include "reference/provenance.h"

#include <vector>

namespace reference
{

struct IndicateurType {
    QString code;
    QString theme;   // of the diagnostic; empty for one of a fiche-action
    QString mission; // code of the mission that a fiche-action serves; empty for one of the diagnostic
    QString libelle;
    QString definition; // empty when only the source can say it: aPreciser tells so
    QString aPreciser;  // what whoever takes it has to add; shown to them, never printed; may be empty
    QString unite;
    QString source; // who publishes the figure; empty for one of a fiche-action
    QString vuDans; // where the indicator was seen
};

struct IndicateursTypes {
    Provenance provenance;
    std::vector<IndicateurType> diagnostic; // those of a theme together
    std::vector<IndicateurType> actions;    // those of a mission together

    static base::Result<IndicateursTypes> load(const QString &folder);
};

} // namespace reference
