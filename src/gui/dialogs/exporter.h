// A document of the project as a file or on paper. The pages of the preview, the printer and the PDF are the same.
#pragma once

#include "base/clock.h"
#include "formats/export.h"
#include "layout/page.h"

#include <memory>

class QPrinter;

namespace gui
{

class ContourShelf;

using formats::ExportRequest;
using formats::Format;
using formats::suggestedName;

// "docx" and the like; the name of the format as the user reads it; and the filter of the file dialog.
[[nodiscard]] QString extensionOf(Format format);
[[nodiscard]] QString formatName(Format format);
[[nodiscard]] QString filterOf(Format format);

// What every document is made from.
struct ExportSource {
    const report::Trame &trame;
    const reference::Reference &reference;
    const base::Clock &clock;
    ContourShelf *contours = nullptr;
};

// The outlines around the communes of the project; nullptr without.
[[nodiscard]] std::shared_ptr<const reference::Contours> contoursOf(const ExportSource &source,
                                                                    const domain::Projet &projet);

// The document of today as bytes. Errors are sentences for the user.
[[nodiscard]] base::Result<QByteArray> exported(const ExportSource &source, const domain::Projet &projet,
                                                const ExportRequest &request, Format format);
// To a printer already set up.
[[nodiscard]] base::Result<void> printed(const ExportSource &source, const domain::Projet &projet,
                                         const ExportRequest &request, QPrinter &printer);
// A document that is built already; the printer takes its paper.
[[nodiscard]] base::Result<void> printed(const report::Document &document, QPrinter &printer);
// Pages that are laid out already: A4 or A3, upright or lying.
[[nodiscard]] base::Result<void> printed(const layout::PagedDocument &paged, const QString &title, QPrinter &printer);

} // namespace gui
