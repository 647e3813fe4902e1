// The tables of a .cpts file, described in docs/format-fichier.md. Versions are frozen once written: later ones are
// added.
#pragma once

#include "store/sqlite.h"

#include <vector>

namespace store
{

inline constexpr quint32 applicationId = 0x41435054; // "ACPT"
inline constexpr int formatVersion = 3;              // of what is written
// The oldest formats whose program may read, and write, a file of this version.
inline constexpr int minimumReader = 3;
inline constexpr int minimumWriter = 3;

// One CREATE statement per table, made from domain::tables(), after the tables of the file itself.
[[nodiscard]] std::vector<QByteArray> generatedSchema();
// One version of the format: its tables, for ever, and what turns the previous version's into them.
struct Format {
    int version = 0;
    std::vector<QByteArray> schema;
    std::vector<QByteArray> fromPrevious; // statements, run in one transaction with the change of version
};
using Formats = std::vector<Format>; // oldest first, without gaps

// Every version this program reads.
[[nodiscard]] const Formats &knownFormats();

// Identity, version and tables, in an empty connection. The caller holds the transaction.
[[nodiscard]] base::Result<void> createSchema(Connection &connection, const Format &format = knownFormats().back());

// Everything sqlite_schema says but page numbers, one line per object, sorted: what opening compares.
[[nodiscard]] base::Result<std::vector<QByteArray>> schemaOf(Connection &connection);

} // namespace store
