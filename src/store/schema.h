// The tables of a .cpts file, described in docs/format-fichier.md. Version 1 is frozen: later versions are added.
#pragma once

#include "store/sqlite.h"

#include <vector>

namespace store
{

inline constexpr quint32 applicationId = 0x41435054; // "ACPT"
inline constexpr int formatVersion = 1;
// The oldest formats whose program may read, and write, a file of this version.
inline constexpr int minimumReader = 1;
inline constexpr int minimumWriter = 1;

// One CREATE statement per table, made from domain::tables(), after the tables of the file itself.
[[nodiscard]] std::vector<QByteArray> generatedSchema();
// The statements exactly as files of that version hold them; empty for an unknown version.
[[nodiscard]] const std::vector<QByteArray> &frozenSchema(int version);

// Identity, version and tables, in an empty connection. The caller holds the transaction.
[[nodiscard]] base::Result<void> createSchema(Connection &connection, int version = formatVersion);

// Everything sqlite_schema says but page numbers, one line per object, sorted: what opening compares.
[[nodiscard]] base::Result<std::vector<QByteArray>> schemaOf(Connection &connection);

} // namespace store
