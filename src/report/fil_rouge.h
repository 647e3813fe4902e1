// The fil rouge on paper: from each need to the evidence, and what hangs in the air.
#pragma once

#include "reference/reference.h"
#include "report/document.h"
#include "report/trame.h"

namespace report
{

enum class FilRougeForm {
    Liste,   // A4, to read
    Affiche, // A3 landscape, one table, to put on a wall: for paper and PDF
};

// An error only when the trame has no words for it. A project with nothing in it gives a document that says so.
[[nodiscard]] base::Result<Document> filRouge(const Trame &trame, const domain::Projet &projet,
                                              const reference::Reference &reference, FilRougeForm form,
                                              const QDate &today);

} // namespace report
