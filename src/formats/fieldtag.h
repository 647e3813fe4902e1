// The name of a field inside a Word file. Word allows 64 characters in the tag of a content control and a field of the
// project ("commune/<36 characters>/zonage") can need more, so the identity is written in base64url (22 characters).
#pragma once

#include "report/document.h"

#include <optional>

namespace formats
{

constexpr int maximumTagLength = 64; // ECMA-376 part 1, 17.5.2.42

// "commune/aBcD…/zonage". Nothing when `field` is not table/identity/field or would still be too long.
[[nodiscard]] std::optional<QString> shortTag(const report::FieldTag &field);
// The field a tag stands for; nothing when the tag is not one of ours.
[[nodiscard]] std::optional<report::FieldTag> fieldOfTag(const QString &tag);

} // namespace formats
