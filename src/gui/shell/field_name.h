// What the screen calls a field: the page, and the label above it.
#pragma once

#include "gui/context.h"
#include "gui/page.h"

namespace gui
{

// « Calendrier, appui : Mode d’organisation », « Organisation : Personne « Exemple Camille », Téléphone ». `made` gives
// the page of a code, where a text that has no other name is looked for. Empty when no page edits the field.
[[nodiscard]] QString nameOnScreen(const AppContext &context, const domain::FieldAddress &at,
                                   const std::function<FormPage *(const QString &)> &made);

} // namespace gui
