// Running the programs of others that judge our files.
#pragma once

#include <optional>
#include <QByteArray>
#include <QString>
#include <QStringList>

namespace outside
{

// The path of the OOXML SDK validator, of LibreOffice, of pdftotext. Nothing when absent: the test has then been told
// so (or has failed, when ATELIER_COMPLET=1).
[[nodiscard]] std::optional<QString> validator();
[[nodiscard]] std::optional<QString> program(const QString &name);

struct Run {
    int code = -1;
    QByteArray output;
};
[[nodiscard]] Run run(const QString &program, const QStringList &arguments);
// The file LibreOffice made of `path` ("txt", "pdf", "docx"…), in the same folder; empty when it failed.
[[nodiscard]] QString convert(const QString &soffice, const QString &path, const QString &format);

// The first word that is not found in its order; empty when all are. Spaces do not count: a narrow cell cuts words.
[[nodiscard]] QString firstLostWord(const QStringList &words, const QString &found);

} // namespace outside
