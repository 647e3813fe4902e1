// A projet de santé as large as a CPTS of forty-four communes writes one: for the windows, the exports and the
// measures. Always the same, every field filled, every text its own: a word that is found again came from one place.
#pragma once

#include "domain/projet.h"

#include <QStringList>

namespace support
{

// What the reference gives; see nomenclature() in grand_territoire.h.
struct Nomenclature {
    std::vector<domain::Commune> communes;
    QStringList professions; // codes of persons, those of the lines first
    QStringList lignes;      // codes of the lines of the counters
    QStringList missions;
    QStringList contacts;
};

// How many records of a table it has; 0 for what it does not fill.
[[nodiscard]] int grandCount(const QString &table);
[[nodiscard]] domain::Projet grandDossier(const Nomenclature &words);
// A text of that many words, all its own by `number`; with a list and bold words when it is long.
[[nodiscard]] QString grandText(int number, int words);

} // namespace support
