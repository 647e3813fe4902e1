// A document as an OpenDocument text (ODF 1.2). Needs neither a display nor fonts.
#pragma once

#include "base/result.h"
#include "report/document.h"

#include <QByteArray>

namespace formats
{

// Same document and same reference, same bytes. styles.xml (styles, page, header, footer) comes from the reference
// file; the lines of its sample table are those of every table (docs/adr/0005-docx-odt.md).
// `headingPages`: the page of each heading (layout::headingPages), for the table of contents of a document that has
// one; without them it has links and no numbers.
[[nodiscard]] base::Result<QByteArray> writeOdt(const report::Document &document, const QString &referencePath,
                                                const std::vector<int> &headingPages = {});

} // namespace formats
