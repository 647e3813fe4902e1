// What a document is called outside of itself: in the tab of a reader, in the properties of a file.
#pragma once

#include "report/document.h"

namespace report
{

// "Projet de santé – CPTS des Vallées": its subject and whose it is. The title on the page is the form's, in capitals.
[[nodiscard]] QString nameOf(const Document &document);

} // namespace report
