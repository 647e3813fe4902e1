// A document of the project as a file or on paper. The pages of the preview, the printer and the PDF are the same.
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "report/builder.h"

class QPrinter;
class QWidget;

namespace gui
{

enum class Format { Docx, Pdf, Odt };

// "docx" and the like; the name of the format as the user reads it; and the filter of the file dialog.
[[nodiscard]] QString extensionOf(Format format);
[[nodiscard]] QString formatName(Format format);
[[nodiscard]] QString filterOf(Format format);

// What goes into the document.
struct ExportRequest {
    QString document; // code of the trame's document, "annexe-3"
    report::Content content = report::Content::Filled;
};

// What every document is made from.
struct ExportSource {
    const report::Trame &trame;
    const reference::Reference &reference;
    const base::Clock &clock;
};

// "Lettre d’intention - CPTS des Vallées.docx", without characters a disk refuses.
[[nodiscard]] QString suggestedName(const report::Trame &trame, const ExportRequest &request,
                                    const QString &projectName, Format format);
// The document as bytes. Errors are sentences for the user.
[[nodiscard]] base::Result<QByteArray> exported(const ExportSource &source, const domain::Projet &projet,
                                                const ExportRequest &request, Format format);
// To a printer already set up.
[[nodiscard]] base::Result<void> printed(const ExportSource &source, const domain::Projet &projet,
                                         const ExportRequest &request, QPrinter &printer);

} // namespace gui
