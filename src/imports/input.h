// What an import reads, wherever it comes from, and the tables that are in it.
#pragma once

#include "imports/row_source.h"

#include <QStringList>

namespace imports
{

// A file of the disk, bytes in memory, or pasted text.
struct ImportInput {
    QString path;
    QByteArray bytes;
    QString name; // of the file, without folder; empty for pasted text
    TextForm form = {};

    [[nodiscard]] static ImportInput file(const QString &path);
    [[nodiscard]] static ImportInput memory(const QByteArray &bytes, const QString &name);
    [[nodiscard]] static ImportInput pasted(const QString &text);
    // The start of sentences: "Le fichier « x.csv »", "La liste collée".
    [[nodiscard]] QString what() const;
};

// The sheets of a workbook, the lists of an archive, or the one list of a text. Copies share what is open.
class Tables
{
public:
    // Refuses what is neither text, workbook nor archive of texts.
    static base::Result<Tables> open(const ImportInput &input);

    // Of the sheets or of the archive's files; one empty name for a text.
    [[nodiscard]] QStringList names() const { return m_names; }
    // The rows of one, from the start; may be asked again.
    // With `spread`, cells of a workbook merged over rows hold the same text in each of them.
    [[nodiscard]] base::Result<std::unique_ptr<RowSource>> rows(qsizetype table, const Watch &watch = {},
                                                                bool spread = false) const;

private:
    using Opener =
        std::function<base::Result<std::unique_ptr<RowSource>>(qsizetype table, const Watch &watch, bool spread)>;
    QStringList m_names;
    Opener m_open;
};

} // namespace imports
