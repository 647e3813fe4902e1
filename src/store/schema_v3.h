// The tables of format version 3 (attachments, follow-up of the contract, protocols), and how version 2 becomes it.
// Open until the first release that writes it: then frozen, as version 2 is.
#pragma once

#include <QByteArray>
#include <vector>

namespace store
{

[[nodiscard]] const std::vector<QByteArray> &schemaV3();
// Statements run in memory on the tables of version 2.
[[nodiscard]] const std::vector<QByteArray> &migrationToV3();

} // namespace store
