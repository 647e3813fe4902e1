// The calendar of the project by itself, on sheets that lie or as one picture.
#pragma once

#include "formats/figure_sheets.h"

namespace formats
{

struct GanttRequest {
    Paper paper = Paper::A4; // lying
    bool steps = true;       // else one line a fiche
    QDate from = {};         // only what happens from then
    QDate to = {};           // to then; both or none
};

// "pdf", "svg" and "png"; all but "svg" need a QGuiApplication.
[[nodiscard]] QStringList ganttFormats();
// The pages to print. Errors as below.
[[nodiscard]] base::Result<layout::PagedDocument> ganttPages(const ExportSource &source, const domain::Projet &projet,
                                                             const GanttRequest &request);
// As many pages as it takes in PDF, one long picture else. Errors: no step has a date, or none in that time (NotFound);
// sentences for the user.
[[nodiscard]] base::Result<QByteArray> exportedGantt(const ExportSource &source, const domain::Projet &projet,
                                                     const GanttRequest &request, const QString &format);

} // namespace formats
