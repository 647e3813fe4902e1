// What the lists of the pages propose, from the reference data.
#pragma once

#include "controle/finding.h"
#include "domain/projet.h"
#include "gui/context.h"
#include "models/tables.h"
#include "reference/reference.h"
#include "reference/territory_shape.h"
#include "report/trame.h"

namespace gui
{

// The professions a person may have, singular; « autres » is a line of a table, not a profession.
[[nodiscard]] std::vector<domain::Choice> professionChoices(const reference::Reference &reference);
// The label of a profession's code; what was typed by hand as it is.
[[nodiscard]] QString professionLabel(const reference::Reference &reference, const QString &code);
// The twelve lines of the head counts.
[[nodiscard]] std::vector<models::Labelled> professionLines(const reference::Reference &reference);
[[nodiscard]] std::vector<domain::Choice> etapeChoices(const reference::Reference &reference);
[[nodiscard]] std::vector<domain::Choice> structureAppuiChoices(const reference::Reference &reference);
// The four territorial dynamics that A4 1c asks for by name.
[[nodiscard]] std::vector<domain::Choice> dynamiqueChoices(const reference::Reference &reference);
// The age bands of Insee's « évolution et structure de la population » file; the code is the first age.
[[nodiscard]] std::vector<models::Labelled> ageBands();
// The criteria that judge a document of the trame: the first is the lettre, the others make the projet de santé.
[[nodiscard]] controle::Volet voletOf(const report::Trame &trame, const QString &document);
// Those of the step the project is in.
[[nodiscard]] controle::Volet voletEnCours(const domain::Projet &projet);
// What the outlines of this computer say of the territory; nullptr without any.
[[nodiscard]] const reference::TerritoryShape *shapeOf(const AppContext &context);
// "Taille 1 : moins de 40 000 habitants"; empty when there is no population yet.
[[nodiscard]] QString tailleEnMots(const reference::Tailles &tailles, qint64 population);
// A warning when a few inhabitants decide the size; empty otherwise.
[[nodiscard]] QString tailleProcheEnMots(const reference::Tailles &tailles, qint64 population);

} // namespace gui
