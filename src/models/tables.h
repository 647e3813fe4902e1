// The tables of the lettre d'intention, as data for RecordTableModel.
#pragma once

#include "models/record_table_model.h"

namespace models
{

// A code and what people read for it: professions and steps come from the reference data.
struct Labelled {
    QString code;
    QString label;
};
using LabelOf = std::function<QString(const QString &code)>;

// What distinguishes a commune in A3 2a, one word each for the cell: "ZIP", "2 QPV"; "à préciser" when its zoning was
// never told.
[[nodiscard]] QStringList particularites(const Projet &projet, const Id &commune);
// The same in full, for reading: "ZIP · QPV Les Fleurs (ZAC)".
[[nodiscard]] QString particularitesEnClair(const Projet &projet, const Id &commune);
// The quartiers prioritaires that lie in a commune, in order.
[[nodiscard]] std::vector<Id> qpvOf(const Projet &projet, const Id &commune);
// The members of the project team, and the porteur even when not a member, in order.
[[nodiscard]] std::vector<Id> equipe(const Projet &projet);
// "Prénom Nom", whichever is known; empty when neither is.
[[nodiscard]] QString nomComplet(const domain::Personne &personne);

// By French name; the zoning is edited in place.
[[nodiscard]] TableSpec communesTable();
[[nodiscard]] TableSpec equipeTable(const LabelOf &profession);
[[nodiscard]] TableSpec partenairesTable();
[[nodiscard]] TableSpec mobilisationsTable();
[[nodiscard]] TableSpec echeancesTable(const LabelOf &etape);

} // namespace models
