// What the contract covers, kept at its signature, and what the project has become since.
#pragma once

#include "domain/changes.h"
#include "reference/reference.h"

namespace suivi
{

// Names in the order a person reads them; everything empty: nothing changed that the contract tells.
struct EcartContrat {
    QStringList communesAjoutees;
    QStringList communesRetirees;
    QStringList missionsAjoutees;
    QStringList missionsRetirees;
    std::optional<int> tailleContrat; // both set when the size of the CPTS is another
    std::optional<int> taille;

    [[nodiscard]] bool vide() const;
};

// Whether the territory and the missions of the contract were kept at all.
[[nodiscard]] bool contratRetenu(const domain::Projet &projet);
[[nodiscard]] EcartContrat ecartAuContrat(const domain::Projet &projet, const reference::Reference &reference);
// « communes : + Annot, − Allos ; mission ajoutée : Prévention »; empty without any difference.
[[nodiscard]] QString ecartEnMots(const EcartContrat &ecart);
// The amendment that tells what changed: its reason and its object, not signed. Nothing in it when nothing changed, or
// when an amendment of the list tells it already.
[[nodiscard]] domain::Avenant avenantAPreparer(const domain::Projet &projet, const reference::Reference &reference);
// Keeps the territory, the missions and the population of today as those of the contract.
[[nodiscard]] domain::ChangeList retenirContrat(const domain::Projet &projet);

} // namespace suivi
