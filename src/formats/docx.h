// A document as a Word file. Needs neither a display nor fonts.
#pragma once

#include "base/result.h"
#include "report/document.h"

#include <QByteArray>

namespace formats
{

// Same document and same reference, same bytes. Styles, theme, header, footer, numbering, page size and margins come
// from the reference file (docs/adr/0005-docx-odt.md tells what it must have); its own text is never taken. Each run
// with a `field` becomes a content control whose tag is shortTag(field): see formats/fieldtag.h.
// The table of contents of a document that has one is links and numbers of pages: those that the program which opens
// the file counts, or, until it does, `headingPages`, one a heading (see layout::headingPages()) when they are known.
[[nodiscard]] base::Result<QByteArray> writeDocx(const report::Document &document, const QString &referencePath,
                                                 const std::vector<int> &headingPages = {});

} // namespace formats
