// A document of the project in a file: built once, written by one of the three writers, or painted on paper.
#pragma once

#include "base/result.h"
#include "gui/context.h"
#include "report/builder.h"

class QPagedPaintDevice;

namespace layout
{
struct PagedDocument;
}

namespace gui
{

enum class ExportFormat { Docx, Pdf, Odt };

// "docx"
[[nodiscard]] QString suffixOf(ExportFormat format);
// « Lettre d’intention - CPTS des Vallées - 2026-11-23.docx », without what a file name can't hold.
[[nodiscard]] QString exportFileName(const AppContext &context, const QString &document, report::Content content,
                                     ExportFormat format);
// The whole file. The look comes from the trame's reference files.
[[nodiscard]] base::Result<QByteArray> exportDocument(const AppContext &context, const QString &document,
                                                      report::Content content, ExportFormat format);
// Draws the pages on a printer, one sheet each.
[[nodiscard]] base::Result<void> printPages(const layout::PagedDocument &pages, QPagedPaintDevice &printer);

} // namespace gui
