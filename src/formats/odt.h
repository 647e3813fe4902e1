// A document as an OpenDocument text (ODF 1.2). Needs neither a display nor fonts.
#pragma once

#include "base/result.h"
#include "report/document.h"

#include <QByteArray>

namespace formats
{

// Same document and same reference, same bytes. styles.xml (styles, page, header, footer) comes from the reference
// file; the lines of its sample table are those of every table (docs/adr/0005-docx-odt.md).
// The table of contents and its numbers are as in DOCX.
[[nodiscard]] base::Result<QByteArray> writeOdt(const report::Document &document, const QString &referencePath,
                                                const std::vector<int> &headingPages = {});

} // namespace formats
