// The money of a project on paper: what the actions cost and what is expected, added up, then line by line.
#pragma once

#include "reference/reference.h"
#include "report/document.h"
#include "report/trame.h"

namespace report
{

// A project without any amount gives a document that says so. `trame`: for the look only, nothing of it is official.
[[nodiscard]] Document budgetDocument(const Trame &trame, const domain::Projet &projet,
                                      const reference::Reference &reference, const QDate &today);

} // namespace report
