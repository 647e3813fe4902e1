// Any list that a person can save or paste: CSV of any encoding and separator, cells copied from a spreadsheet.
#pragma once

#include "imports/delimited_parser.h"
#include "imports/text_encoding.h"

#include <functional>
#include <optional>

namespace imports
{

struct DelimitedTable {
    Encoding encoding = Encoding::Utf8;
    QChar separator;                // null: one column
    QStringList header;             // empty when the list has none; titles above it are left out
    std::vector<DelimitedRow> rows; // each as wide as the header, or as the usual row when there is none
    std::vector<Remark> remarks;    // of single rows; the rows themselves are kept
};

// Tells whether a cell is the title of a column that the caller knows. Without one, a first row of words above numbers
// is taken for titles.
using KnowsTitle = std::function<bool(const QString &cell)>;

// `what` begins error sentences: "Le fichier « communes.csv »".
[[nodiscard]] base::Result<DelimitedTable> readDelimited(const QByteArray &bytes, const QString &what,
                                                         const KnowsTitle &knowsTitle = {},
                                                         const DelimitedLimits &limits = {});
// The same for text that was pasted or typed.
[[nodiscard]] base::Result<DelimitedTable> readDelimited(const QString &text, const QString &what,
                                                         const KnowsTitle &knowsTitle = {},
                                                         const DelimitedLimits &limits = {});

// The character that cuts the rows of a text most regularly, of a sample of its start; null when none does.
[[nodiscard]] QChar detectSeparator(QStringView text);
// Excel's own first line "sep=;".
[[nodiscard]] std::optional<QChar> declaredSeparator(const QString &text);

// The text of a cell without what spreadsheets need: the guard of '=1+1, the ="04120" that keeps a zero. Never a
// calculation.
[[nodiscard]] QString plainCell(const QString &cell);

} // namespace imports
