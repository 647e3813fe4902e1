// The state machine that cuts text into rows and cells (RFC 4180, and what people's files do to it). See
// docs/adr/0009-lecture-csv.md for why it is ours.
#pragma once

#include "base/result.h"

#include <QStringList>
#include <vector>

namespace imports
{

// Something a person should know about one line of a file.
struct Remark {
    int line = 0; // first line of the row in the file, from 1; 0 = the whole file
    QString sentence;
};

struct DelimitedRow {
    int line = 0;      // as Remark::line
    QStringList cells; // trimmed; never interpreted: "=1+1" is four characters
};

// What a hostile or wrong file may not pass.
struct DelimitedLimits {
    qint64 bytes = 64 * 1024 * 1024;
    int columns = 1000;
    qsizetype cell = 1024 * 1024;   // characters
    qsizetype cells = 4'000'000;    // of the whole file
    qsizetype rows = 1'000'000'000; // stops quietly there: for samples
};

struct ParsedText {
    std::vector<DelimitedRow> rows; // blank ones left out
    std::vector<Remark> remarks;
};

// A null separator makes one column. Ends of line of any system; a quote that is never closed is taken as a plain
// character and told. Passing a limit is an Error that names the line.
[[nodiscard]] base::Result<ParsedText> parseDelimited(QStringView text, QChar separator, const QString &what,
                                                      const DelimitedLimits &limits);

} // namespace imports
