// Writing and reading whole files, with errors a person understands.
#pragma once

#include "base/result.h"

#include <QByteArray>

namespace base
{

// Replaces the file in one step (temporary beside it, fsync, rename): the old content or the new, never a mix.
[[nodiscard]] Result<void> writeFile(const QString &path, const QByteArray &bytes);
// The whole content; refused above `maximumBytes`.
[[nodiscard]] Result<QByteArray> readFile(const QString &path, qint64 maximumBytes = 64 * 1024 * 1024);

// How a person knows the disk a path is on: its name, or « le disque de cet ordinateur ».
[[nodiscard]] QString diskName(const QString &path);
// Too little room for that many bytes: names the disk and the need in Mo. `whatIsSafe`: a sentence, may be empty.
[[nodiscard]] Error diskFull(const QString &path, qint64 needed, const QString &whatIsSafe = {});

} // namespace base
