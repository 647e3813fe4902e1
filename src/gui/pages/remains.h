// What the criteria still ask of a document, told when it leaves: nobody sends a lettre with holes unawares.
#pragma once

#include "controle/controle.h"
#include "gui/context.h"
#include "gui/dialogs/exporter.h"

namespace gui
{

// « Il reste 23 points, dont 10 bloquants. »; empty when nothing blocks.
[[nodiscard]] QString remainsSentence(const controle::Readiness &readiness);
// Of the whole lettre or projet de santé.
[[nodiscard]] QString remainsOf(const AppContext &context, controle::Volet volet);
// Of the document that is asked for: of the fiches-actions alone, what is to be seen in them. Nothing of a blank one,
// nor of one fiche.
[[nodiscard]] QString remainsOf(const AppContext &context, const ExportRequest &request);
// What goes to paper or to a PDF: a document that is not ready is a draft that says what lacks, unless the user wants
// it bare.
[[nodiscard]] ExportRequest onPages(const AppContext &context, ExportRequest request);

} // namespace gui
