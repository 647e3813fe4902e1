// A picture made ready to be kept in a project.
#pragma once

#include "base/result.h"

#include <QByteArray>

namespace formats
{

// The longest side of a picture that fills the width of a page at 300 points an inch.
constexpr int longestPictureSide = 2000;

// The same picture upright, no larger than a page needs, and without what a camera wrote beside it (place, date,
// owner). PNG stays PNG, JPEG stays JPEG. `name` is for the sentences of errors.
[[nodiscard]] base::Result<QByteArray> preparedPicture(const QString &name, const QByteArray &bytes);

} // namespace formats
