// The tables of format version 1, for ever: an old file must find here exactly what it was written with.
#pragma once

#include <QByteArray>
#include <vector>

namespace store
{

[[nodiscard]] const std::vector<QByteArray> &schemaV1();

} // namespace store
