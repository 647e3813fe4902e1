// The four dynamics of a territory whose articulation with the CPTS annexe 4 asks for by name (1c).
#pragma once

#include "base/result.h"
#include "reference/provenance.h"

#include <QStringList>
#include <vector>

namespace reference
{

struct Dynamique {
    QString code;         // "cls": what an Acteur carries
    QString libelle;      // as the trame names it
    QString sigle;        // may be empty
    QString rappel;       // what it is, one sentence
    QString section;      // of the cahier des charges
    QStringList reconnuA; // words that name it in a text, as base::fold() writes them
};

struct Dynamiques {
    Provenance provenance;
    std::vector<Dynamique> toutes; // in the order of the trame

    [[nodiscard]] const Dynamique *find(const QString &code) const;

    static base::Result<Dynamiques> load(const QString &folder);
};

} // namespace reference
