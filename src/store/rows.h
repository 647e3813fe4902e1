// Records and journal rows to and from SQL, through the descriptions of the domain.
#pragma once

#include "store/contents.h"
#include "store/sqlite.h"

namespace store
{

// Writing, inside a transaction of the caller.
[[nodiscard]] base::Result<void> writeChanges(Connection &connection, const domain::ChangeList &changes);
[[nodiscard]] base::Result<void> writeJournalRow(Connection &connection, const JournalRow &row);
[[nodiscard]] base::Result<void> writeMeta(Connection &connection, const Contents &contents);
// The bytes of an attachment, in parts.
[[nodiscard]] base::Result<void> writeContenu(Connection &connection, const QByteArray &octets);
// Everything, into empty tables; of the attachments, those of keptContenus().
[[nodiscard]] base::Result<void> writeContents(Connection &connection, const Contents &contents);

// How strictly rows are read: a whole file, or what is left of one.
enum class Reading {
    Strict, // the first row that is not right is an error
    Salvage // rows that are not right are left out, references to missing records are cleared
};
// Reads every row under checks: types, UTF-8, lengths, codes, references. `lost` counts what a salvage left out.
[[nodiscard]] base::Result<Contents> readContents(Connection &connection, Reading reading = Reading::Strict,
                                                  int *lost = nullptr);
// The attachments whose bytes are those their fingerprint says; `lost` grows when there are others.
[[nodiscard]] base::Result<domain::Contenus> readContenus(Connection &connection, int *lost);
// "meta" and "resume" only.
[[nodiscard]] base::Result<Resume> readResumeRows(Connection &connection);
// One entry of "meta" or "resume"; empty when it is absent.
[[nodiscard]] base::Result<QString> readEntry(Connection &connection, const char *table, const QString &key);

} // namespace store
