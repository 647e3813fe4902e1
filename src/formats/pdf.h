// Pages -> PDF: the layout's own operations through cairo, then structure, language and outline through qpdf.
#pragma once

#include "base/result.h"
#include "layout/page.h"

#include <QByteArray>

namespace formats
{

// A tagged PDF 1.5 of `pages`, which come from layout::paginate(document). Same document, same bytes. Errors: a font
// of the pages that can't be read (NotFound), or Internal.
[[nodiscard]] base::Result<QByteArray> writePdf(const report::Document &document, const layout::PagedDocument &pages);

} // namespace formats
