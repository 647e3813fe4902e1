// The outlines of the communes, from an official GeoJSON file of any size, into the program's own file: once for all
// projects. The file is read as it comes, never held whole.
#pragma once

#include "imports/row_source.h"
#include "reference/communes.h"
#include "reference/contours.h"

namespace imports
{

// What a file may not pass; a test makes them small.
struct ContourLimits {
    qint64 bytes = 400LL * 1024 * 1024;
    qint64 points = 30'000'000;
    size_t communes = 60'000;
};

struct ContourOptions {
    QDate today;    // the date of the import
    QString source; // to cite under the maps, see guessedContourSource()
    Watch watch = {};
    ContourLimits limits = {};
};

struct ContourReading {
    reference::ContourBuilder outlines;
    reference::ContourOrigin origin;
    QStringList summary; // French lines: what was read, what was left out
};

// Accepts FeatureCollections whose features have the Insee code ("code", "INSEE_COM"…) among their properties, in
// degrees (WGS 84) or in Lambert 93 when the file says so. Errors: sentences, nothing is kept.
[[nodiscard]] base::Result<ContourReading> readContours(const QString &path, const reference::Communes &communes,
                                                        const ContourOptions &options);
// Reads, then replaces the outlines of this computer; gives the summary.
[[nodiscard]] base::Result<QStringList> importContours(const QString &path, const reference::ContourStore &store,
                                                       const reference::Communes &communes,
                                                       const ContourOptions &options);

// What to propose as source for a file of a known name: « communes-100m.geojson » is one of those of data.gouv.fr.
// Empty for any other.
[[nodiscard]] QString guessedContourSource(const QString &fileName);
// Where to find the official file, in two or three sentences: for an empty map, the dialog and cpts.
[[nodiscard]] QString contourGuide();

} // namespace imports
