// What the accord conventionnel (ACI) pays a CPTS a year, as far as anything readable says: dated, each line with its
// source and how sure it is. Most is not published; the signed contract decides.
#pragma once

#include "base/paths.h"
#include "base/result.h"
#include "reference/provenance.h"

#include <map>
#include <optional>
#include <QStringList>
#include <vector>

namespace reference
{

struct LigneAci {
    // Etabli: shown as an amount. Propose: of a negotiation, never shown as official. Inconnu: no figure at all.
    enum class Statut { Etabli, Propose, Inconnu };
    QString code; // "fonctionnement"
    QString libelle;
    QString texte; // "ACI 2019"
    Statut statut = Statut::Inconnu;
    std::map<int, std::optional<qint64>> montants; // by size
    QString source;
    QStringList adresses; // of web pages, to be read and never opened

    [[nodiscard]] std::optional<qint64> montant(int taille) const;
};

// Read by the page that shows it, not with the rest of the reference: see ADR 18.
struct Aci {
    Provenance provenance;
    std::vector<LigneAci> lignes;

    [[nodiscard]] const LigneAci *ligne(const QString &code) const;

    static base::Result<Aci> load(const QString &folder = base::referenceFolder());
};

} // namespace reference
