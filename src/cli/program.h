// The command line as a function: what main() calls, and what tests can call without a process.
#pragma once

#include "cli/verb.h"

namespace cli
{

// Runs one call; `words` without the program's name. Returns the exit code.
[[nodiscard]] int run(const QStringList &words, QTextStream &out, QTextStream &err, const base::Clock &clock);

// True when these words need fonts, that is a QGuiApplication: only a PDF (so does the guide in a file), an annexe
// and the whole dossier do.
[[nodiscard]] bool needsFonts(const QStringList &words);

// The date that documents bear: SOURCE_DATE_EPOCH (seconds since 1970, UTC) when set, for documents that can be
// reproduced; else now. An Error for a value that is no number.
[[nodiscard]] base::Result<std::unique_ptr<base::Clock>> clockOfEnvironment();

} // namespace cli
