// Which column of a list holds what, by its title or, without titles, by what is written in it.
#pragma once

#include "imports/delimited.h"
#include "reference/communes.h"

namespace imports
{

enum class ColumnRole {
    Ignored,
    CodeInsee,
    CodePostal,
    Nom,
    Departement, // code or name
    Epci,        // SIREN or name
    Zonage,
    ZonageAnnee,
    Zip, // a cross or "oui" in it
    Zac,
    Qpv,
    Population,
};

// What one row of the list says about one commune or EPCI; empty where it is silent. Cells are already plain text.
struct CommuneEntry {
    int line = 0;
    QString insee; // 5 characters when it is one
    QString postal;
    QString nom;
    QString departement; // code
    QString epci;
    QString zonage; // "zip" and "zac" come here too
    QString zonageAnnee;
    QString qpv;
    QString population;
    QString written; // the cells that name the commune, in their order
    [[nodiscard]] bool namesNothing() const;
    [[nodiscard]] QString asWritten() const;
};

// Ignored for a title that says nothing to us.
[[nodiscard]] ColumnRole roleOfTitle(const QString &title);
// One role per column; from the titles when there are any. An Error when no column can name communes.
[[nodiscard]] base::Result<std::vector<ColumnRole>> columnRoles(const DelimitedTable &table,
                                                                const reference::Communes &communes);
// Several names on a single line without titles ("Castellane, Allos") count as one row each.
[[nodiscard]] base::Result<std::vector<CommuneEntry>> communeEntries(const DelimitedTable &table,
                                                                     const reference::Communes &communes);

} // namespace imports
