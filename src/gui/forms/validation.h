// What is worth telling about the content of a field. It informs and never blocks.
#pragma once

#include "domain/description.h"

namespace gui
{

// A French sentence with an example, empty when there is nothing to say. An empty field is never wrong.
[[nodiscard]] QString remarkOn(const domain::FieldDescription &field, const domain::Value &value);

} // namespace gui
