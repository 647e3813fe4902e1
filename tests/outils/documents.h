// The documents that the programs of others judge.
#pragma once

#include "docx_samples.h"

namespace documents
{

// The annexe 3 as the program makes it: of the example, to be filled by hand, of an empty project, with a long text.
[[nodiscard]] report::Document annexe3();
[[nodiscard]] std::vector<samples::Named> annexes3();

// What somebody looked at, page by page: names of files.
[[nodiscard]] std::vector<samples::Named> lookedAt();

// As a file in the folder; the look is the trame's unless told.
[[nodiscard]] QString save(const QString &folder, const report::Document &document, const QString &format,
                           const QString &reference = {});

} // namespace documents
