// A commune of the official data, as a record of a project. A program that uses it links reference.
#pragma once

#include "domain/projet.h"
#include "reference/communes.h"

namespace support
{

inline domain::Commune knownCommune(const reference::Communes &communes, const QString &code)
{
    const auto known = communes.find(code);
    domain::Commune commune;
    commune.code = code;
    commune.nom = known.value().nom; // throws: no test means a commune that is not there
    commune.codePostal = known->codesPostaux.value(0);
    if (known->population)
        commune.population = *known->population;
    commune.epci = known->epci;
    return commune;
}

inline base::Id addKnownCommune(domain::Projet &projet, const reference::Communes &communes, const QString &code)
{
    const base::Id id = base::Id::fromKey(QStringLiteral("commune:") + code);
    projet.communes.insert(id, knownCommune(communes, code));
    return id;
}

} // namespace support
