// Whom to write to: the labelled structures d'appui and the functional addresses of the délégations. No person.
#pragma once

#include "base/result.h"
#include "reference/provenance.h"

#include <QStringList>
#include <vector>

namespace reference
{

struct StructureAppui {
    QString code;
    QString nom;
    QString adresse; // street
    QString codePostal;
    QString ville;
    QStringList telephones;
    QString courriel; // functional only; empty when the document gives only addresses of persons
};

struct StructuresAppui {
    Provenance provenance;
    int labelAnnee = 0;
    int labelDureeAns = 0;
    std::vector<StructureAppui> toutes;
    QStringList mission; // what the ARS asks them to do

    [[nodiscard]] const StructureAppui *find(const QString &code) const;
    // False once the label has run out: the list is then to be checked with the ARS.
    [[nodiscard]] bool labelCourt(const QDate &today) const { return today.year() <= labelAnnee + labelDureeAns; }

    static base::Result<StructuresAppui> load(const QString &folder);
};

struct Referent {
    QString departement; // code
    QString organisme;
    QString courriel;
};

struct Referents {
    Provenance provenance;
    std::vector<Referent> tous;

    // Empty outside the region the document covers.
    [[nodiscard]] std::vector<Referent> of(const QString &departement) const;

    static base::Result<Referents> load(const QString &folder);
};

} // namespace reference
