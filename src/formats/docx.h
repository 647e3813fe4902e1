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
// The table of contents of a document that has one is links, without page numbers: the program that opens the file
// breaks pages its own way, and sets its numbers when the reader updates the table.
[[nodiscard]] base::Result<QByteArray> writeDocx(const report::Document &document, const QString &referencePath);

} // namespace formats
