// The codes and communes that the large dossier is made with. A program that uses it links reference.
#pragma once

#include "reference/reference.h"
#include "support/grand_dossier.h"
#include "support/known_commune.h"

namespace support
{

// The EPCI whose communes are the territory, and three communes beside it.
inline const QString grandEpci = QStringLiteral("200068625");
inline const QStringList grandVoisines{QStringLiteral("04070"), QStringLiteral("04112"), QStringLiteral("04088")};

inline Nomenclature nomenclature(const reference::Reference &reference)
{
    Nomenclature words;
    for (const QString &code : reference.communes().epci(grandEpci)->membres + grandVoisines)
        words.communes.push_back(knownCommune(reference.communes(), code));
    for (const auto &line : reference.professions().trame) {
        words.lignes << line.code;
        words.professions << line.code;
    }
    for (const auto &other : reference.professions().personnes)
        words.professions << other.code;
    for (const auto &mission : reference.missions().toutes)
        words.missions << mission.code;
    words.contacts =
        QStringList{QStringLiteral("exercice-coordonne"), QStringLiteral("appui-coordination"),
                    QStringLiteral("collectivites"), QStringLiteral("centre-hospitalier"), QStringLiteral("autres")};
    return words;
}

} // namespace support
