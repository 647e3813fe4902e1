// Where the files of the source tree are: the shipped data, the fixtures, the documentation.
#pragma once

#include <QString>

namespace support
{

// A file of the source tree, "resources/reference".
[[nodiscard]] QString source(const QString &path);

} // namespace support
