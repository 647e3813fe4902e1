// Bytes of unknown origin to text: the encodings that French office software writes, and a refusal of what is no text.
#pragma once

#include "base/result.h"

#include <QByteArray>

namespace imports
{

enum class Encoding { Utf8, Utf16LittleEndian, Utf16BigEndian, Windows1252 };

struct DecodedText {
    QString text; // without byte order mark; U+FFFD where a byte of mostly good UTF-8 was damaged
    Encoding encoding = Encoding::Utf8;
};

// The byte order mark decides, else the zero bytes (UTF-16), else validity (UTF-8), else Windows-1252. Workbooks, PDF,
// pictures and other binaries are refused with a sentence that says what to do; `what` begins it: "Le fichier « x »".
[[nodiscard]] base::Result<DecodedText> decodeText(const QByteArray &bytes, const QString &what);

// Bytes of a file read in pieces, known to be Windows-1252; U+FFFD where that has no character.
[[nodiscard]] QString decodeWindows1252(QByteArrayView bytes);

} // namespace imports
