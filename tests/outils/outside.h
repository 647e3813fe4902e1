// Running the programs of others that judge our files.
#pragma once

#include <optional>
#include <QString>
#include <QStringList>

namespace outside
{

// The path of the OOXML SDK validator; nothing when absent, as support::program().
[[nodiscard]] std::optional<QString> validator();
// Those whose rules it knows, oldest first.
[[nodiscard]] const QStringList &officeVersions();
// The errors it finds in a file for one of them, as it writes them; empty when the file is valid.
[[nodiscard]] QString validationErrors(const QString &validator, const QString &file, const QString &version);

// The file LibreOffice made of `path` ("txt", "pdf", "docx"…), in the same folder; empty when it failed.
[[nodiscard]] QString convert(const QString &soffice, const QString &path, const QString &format);
// The file as LibreOffice saves it again, in the folder; empty when it failed.
[[nodiscard]] QString savedAgain(const QString &soffice, const QString &path, const QString &folder);

// The first word that is not found in its order; empty when all are. Spaces do not count: a narrow cell cuts words.
[[nodiscard]] QString firstLostWord(const QStringList &words, const QString &found);

} // namespace outside
