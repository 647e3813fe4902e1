// What a file is, by its bytes first and then by its name.
#pragma once

#include <QByteArray>
#include <QStringList>

namespace imports
{

struct FileType {
    QString media;          // "application/pdf"
    QStringList extensions; // those its name may have, the usual one first
    bool safeToSend = true; // false: a disk could run it, or a reader its programs
    QString refusal;        // then, the sentence that says what it is and what to do
};

// Never fails: what is not known is "application/octet-stream" without extensions.
[[nodiscard]] FileType fileTypeOf(const QString &name, const QByteArray &bytes);
// Whether a name with this extension promises one of the known documents.
[[nodiscard]] bool isKnownExtension(const QString &extension);

} // namespace imports
