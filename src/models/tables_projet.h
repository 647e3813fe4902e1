// The tables of the projet de santé, as data for RecordTableModel.
#pragma once

#include "models/tables.h"

namespace models
{

[[nodiscard]] TableSpec besoinsTable();
// The figures of the diagnostic beside their comparators, with their unit.
[[nodiscard]] TableSpec indicateursTable();
// One fixed row per age band of the reference, typed in place.
[[nodiscard]] TableSpec tranchesTable(const std::vector<Labelled> &tranches);
// « Total : 18 230 habitants, pour une population retenue de 18 500. »; empty while nothing is given.
[[nodiscard]] QString totalDesAges(const Projet &projet);
// The professions by their labels, in the order given.
[[nodiscard]] TableSpec protocolesTable(const std::vector<Labelled> &professions);
[[nodiscard]] TableSpec acteursTable();
// The members, persons and structures.
[[nodiscard]] TableSpec membresTable(const LabelOf &profession);
[[nodiscard]] TableSpec instancesTable();
[[nodiscard]] TableSpec partenairesProjetTable();
[[nodiscard]] TableSpec outilsTable();
[[nodiscard]] TableSpec postesTable();
// « Total : 3 personnes, 2,5 équivalents temps plein. »; empty while nothing is given.
[[nodiscard]] QString totalDesPostes(const Projet &projet);
[[nodiscard]] TableSpec prestationsTable();
[[nodiscard]] TableSpec reunionsTable();
// The attachments in the order they are sent; « contenu absent » where the project came without the bytes.
[[nodiscard]] TableSpec piecesTable();

// What belongs to one fiche-action.
[[nodiscard]] TableSpec objectifsTable(const Id &fiche);
[[nodiscard]] TableSpec etapesActionTable(const Id &fiche);
[[nodiscard]] TableSpec indicateursActionTable(const Id &fiche);
[[nodiscard]] TableSpec budgetTable(const Id &fiche);

// "12 Ko", "1,4 Mo".
[[nodiscard]] QString tailleEnClair(qint64 octets);
// "14,9 %", "6,1 pour 10 000 habitants": a figure with its unit; empty when it is not known.
[[nodiscard]] QString chiffre(const domain::Decimal &value, const QString &unite);

} // namespace models
