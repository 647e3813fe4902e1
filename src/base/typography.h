// French typography, applied when a text is shown or exported, never to what is stored.
#pragma once

#include <QString>

namespace base
{

// U+202F before ; ! ?, U+00A0 before : % € and units, in « » and telephones; ’ for '; "12 mars", "annexe 4" unbroken.
// Idempotent; leaves URLs, e-mail addresses, hours (14:30), codes and SIRET numbers as they are.
[[nodiscard]] QString frenchTypography(const QString &text);

} // namespace base
