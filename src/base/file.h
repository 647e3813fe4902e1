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

} // namespace base
