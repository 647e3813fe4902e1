// Zip packages: what DOCX and ODT files are. The writer gives the same bytes for the same parts; the reader treats the
// archive as untrusted (a reference file may come from anyone).
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <vector>

namespace formats
{

// One file of a package. `path` uses "/" and is relative.
struct ZipPart {
    QString path;
    QByteArray bytes;
    bool compressed = true; // the "mimetype" part of an ODT must be first and stored as it is
};

// The parts in their order, dated 1980-01-01 so that neither the clock nor the time zone shows.
[[nodiscard]] base::Result<QByteArray> writeZip(const std::vector<ZipPart> &parts);

// The bar for archives we did not write (sizes in bytes). Sizes are counted while inflating: a directory may lie.
struct ZipLimits {
    qint64 entries = 4096;
    qint64 total = 100 * 1024 * 1024;
    qint64 ratio = 100; // inflated / packed, only looked at above `ratioThreshold`
    qint64 ratioThreshold = 100 * 1024;
};

// Every file of the archive, folders left out. ErrorCode::Hostile when a limit is passed, when a name is absolute,
// climbs out of the archive or appears twice, or when an entry is encrypted or itself an archive; Damaged when the
// bytes are not a whole zip.
[[nodiscard]] base::Result<std::vector<ZipPart>> readZip(const QByteArray &bytes, const ZipLimits &limits = {});

} // namespace formats
