// The text of an exported file, in reading order, by other means than the writers'.
#pragma once

#include <QStringList>
#include <vector>

namespace guitest
{

[[nodiscard]] QString docxText(const QByteArray &bytes);
// One part of a Word or OpenDocument file; empty when it is not there.
[[nodiscard]] QByteArray docxPart(const QByteArray &bytes, const char *name);
[[nodiscard]] QString odtText(const QByteArray &bytes);

// The rows of the tables of a Word file, cell by cell, spaces simplified.
[[nodiscard]] std::vector<QStringList> docxRows(const QByteArray &bytes);
// The rows of a sheet of a workbook; of the first one of a text.
[[nodiscard]] std::vector<QStringList> sheetRows(const QByteArray &bytes, const QString &file,
                                                 const QString &sheet = {});
// The pages that pdftotext found.
[[nodiscard]] int pdfPages(const QString &pdfText);

// The first word of `expected` that `text` lacks; empty when all are there, the lines of `expected` in order and the
// words of each line in order. A line is sought from where the one before starts: in a PDF the cells of a row that goes
// over a page are not read one after the other.
[[nodiscard]] QString firstMissingWord(const QString &expected, const QString &text);

} // namespace guitest
