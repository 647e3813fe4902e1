// The map of the territory on a sheet of paper.
#pragma once

#include "formats/figure_sheets.h"
#include "report/map.h"

namespace formats
{

// "svg", "png" and "pdf"; all but "svg" need a QGuiApplication.
[[nodiscard]] QStringList mapFormats();

// What a map is made from.
struct MapSource {
    const reference::Reference &reference;
    const reference::Contours &contours;
    QDate today;
};

// The map as large as the sheet takes, lying or standing as the territory is, or a picture of the size that is asked.
// Errors: no commune of the project has an outline (NotFound); sentences for the user.
[[nodiscard]] base::Result<QByteArray> exportedMap(const MapSource &source, const domain::Projet &projet,
                                                   const report::MapRequest &request, const QString &format,
                                                   Paper paper = Paper::A4);

} // namespace formats
