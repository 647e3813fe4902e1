// Names of files that came from somebody else: shown, and written on a disk only once they are safe.
#pragma once

#include <QString>

namespace base
{

// The name alone (no folder, drive or stream), in letters, figures and plain punctuation, that Windows, macOS and Linux
// all take: no control or direction character, no "..", no dot or space at an end, no device name, at most 100
// characters with the extension kept. Never empty; safe names come out as they are.
[[nodiscard]] QString safeName(const QString &given);

// "pdf" of "Statuts.v2.PDF": lower case, empty without one.
[[nodiscard]] QString extensionOfName(const QString &name);

} // namespace base
