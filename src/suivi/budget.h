// The money of a project added up: what the actions cost, what is expected and what was paid.
#pragma once

#include "domain/projet.h"
#include "reference/reference.h"

namespace suivi
{

// Sums in euros, exact to the cent. Unset: no line gives that amount, which is not zero.
struct Montants {
    domain::Decimal prevu; // budget of the actions
    domain::Decimal realise;
    domain::Decimal attendu; // fundings
    domain::Decimal verse;

    // What is expected minus what is planned; unset while neither is known.
    [[nodiscard]] domain::Decimal solde() const;
};

struct Poste {
    QString nom; // « 2027 », « ARS », « Prévention »; « Sans année »… for lines that do not say
    Montants montants;
};

struct Bilan {
    std::vector<Poste> annees;     // in order, without year last
    std::vector<Poste> types;      // of costs, in the order of the choices, « Sans type » last
    std::vector<Poste> financeurs; // by name, without funder last
    std::vector<Poste> missions;   // in the order of the trame, « Autres missions », « Toute la CPTS »
    Montants total;
};

[[nodiscard]] Bilan bilan(const domain::Projet &projet, const reference::Reference &reference);

} // namespace suivi
