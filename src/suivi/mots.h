// What the steps and delays are called in a sentence; the same words on every page.
#pragma once

#include "suivi/demarche.h"

namespace suivi
{

// « Réponse favorable reçue le »: what the real date of a step is.
[[nodiscard]] QString libelleDateReelle(const QString &etape);
// « prévue le 12 mars 2027 », « en cours depuis le 3 janvier 2027 »; empty for a step to come without any date.
[[nodiscard]] QString etatEnMots(const Etape &etape, const QDate &today);
// « Réponse de l’ARS… : avant le 12 avril 2027 (estimation : la date de départ est prévue) ».
[[nodiscard]] QString termeEnMots(const Terme &terme);
// A short name for a calendar: « Réponse de l’ARS attendue ».
[[nodiscard]] QString nomDuTerme(const QString &delai);
// « 1 an », « 2 mois ».
[[nodiscard]] QString moisEnMots(int mois);

} // namespace suivi
