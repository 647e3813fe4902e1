// Acronyms developed where a document first uses them: « MSP (maison de santé pluriprofessionnelle) ».
#pragma once

#include "reference/sigles.h"
#include "report/document.h"

namespace report
{

// Adds what an acronym stands for after its first use in the long texts of the project, in a paragraph or in a cell of
// a table; neither in titles nor in names of rows and columns. Nothing is added when the document already writes it
// before or just after, nor inside parentheses, nor for what reference::Sigles::development() leaves as it is. Only
// adds characters, inside the run of the acronym. Gives those developed, in order.
QStringList developSigles(Document &document, const reference::Sigles &sigles);

} // namespace report
