// A field's content as a cell of a table shows it, edits it and gets it back.
#pragma once

#include "domain/description.h"

#include <optional>
#include <QVariant>

namespace models
{

// What is read in the cell: "11 274", "Oui", "ZIP", "12/03/2027"; empty when there is no answer.
[[nodiscard]] QString cellText(const domain::FieldDescription &field, const domain::Value &value);
// What an editor starts from: the text, number, date, code of a choice; an invalid QVariant when there is no answer.
[[nodiscard]] QVariant cellEdit(const domain::Value &value);
// What an editor gives back. Understands what people type ("11 274", "oui", "12/03/2027", the label of a choice);
// nothing when it can't be that field's content. An empty text is "no answer".
[[nodiscard]] std::optional<domain::Value> cellValue(const domain::FieldDescription &field, const QVariant &edited);
// What to say when cellValue() gave nothing: what is expected, with an example.
[[nodiscard]] QString expectedInCell(const domain::FieldDescription &field);

} // namespace models
