// The bytes of a .cpts file: writing them, and reading bytes that may come from anyone.
#pragma once

#include "store/contents.h"
#include "store/schema.h"

namespace store
{

// A file is refused above this size before anything reads it.
inline constexpr qint64 maximumFile = 64 * 1024 * 1024;

// What the first bytes say, before SQLite sees them.
struct Header {
    int version = 0;
};
// Foreign (not ours), Damaged (ours, but cut or broken), else the version, which may be newer than ours.
[[nodiscard]] base::Result<Header> readHeader(const QByteArray &bytes);

// A whole file: rollback-journal mode, no side file needed.
[[nodiscard]] base::Result<QByteArray> toBytes(const Contents &contents);

struct Opened {
    Contents contents;
    bool migrated = false; // an older version
    bool newer = false;    // a later version that allows us to read: what we know of it, never to be written over
};
// Reads bytes as untrusted data: header, protections, exact schema, structure, every row, fingerprint.
// Errors: Foreign, Damaged, Hostile, Newer (only a later program can read it).
// `formats`: for tests of later versions.
[[nodiscard]] base::Result<Opened> fromBytes(const QByteArray &bytes, const Formats &formats = knownFormats());
// The summary alone, for lists; checks header and schema but not every page.
[[nodiscard]] base::Result<Resume> resumeFromBytes(const QByteArray &bytes);
// The same, from a file.
[[nodiscard]] base::Result<Resume> readResume(const QString &path);

struct Salvaged {
    Contents contents; // a new identity, marked as salvaged
    int lost = 0;      // rows or values that could not be read; 0 is possible when only the history is gone
};
// What can still be read of a damaged file. Damaged when nothing can: never an empty project.
[[nodiscard]] base::Result<Salvaged> salvage(const QByteArray &bytes);

} // namespace store
