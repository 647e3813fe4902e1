// What every reader of PDF looks for.
#pragma once

#include <QByteArray>

namespace base
{

// Whether the bytes say that they are a PDF, whole or damaged: its mark within the first kilobyte.
[[nodiscard]] inline bool isPdf(const QByteArray &bytes)
{
    constexpr qsizetype mostBefore = 1024;
    return bytes.left(mostBefore).contains("%PDF-");
}

} // namespace base
