// What cairo can't write: structure tree, language, artifacts, outline, links, metadata.
#pragma once

#include "formats/pdf_canvas.h"

namespace formats::pdf
{

// The finished file. Throws what qpdf throws (std::exception): the caller turns it into a Result.
[[nodiscard]] QByteArray finish(const report::Document &document, const DrawnPages &drawn);

} // namespace formats::pdf
