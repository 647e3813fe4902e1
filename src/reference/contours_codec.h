// Outlines as bytes: lengths and steps from point to point, small numbers on few bytes. For this room only.
#pragma once

#include "reference/contours.h"

#include <optional>

namespace reference
{

void encode(const Contour &contour, QByteArray &bytes);

// Every commune of the bytes, in their order; nothing when they are not what encode() wrote. No count of the bytes is
// believed before there are enough bytes for it.
[[nodiscard]] std::optional<std::vector<Contour>> decodeContours(QByteArrayView bytes);

} // namespace reference
