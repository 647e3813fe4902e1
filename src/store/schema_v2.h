// The tables of format version 2 (the whole projet de santé), frozen, and how version 1 becomes it.
#pragma once

#include <QByteArray>
#include <vector>

namespace store
{

[[nodiscard]] const std::vector<QByteArray> &schemaV2();
// Statements run in memory on the tables of version 1.
[[nodiscard]] const std::vector<QByteArray> &migrationToV2();

} // namespace store
