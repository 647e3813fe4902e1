// The features of a GeoJSON file, one at a time. For this room only.
#pragma once

#include "imports/row_source.h"

#include <map>

namespace imports
{

// As the file writes it: degrees, or metres of some projection.
struct GeoPoint {
    double x = 0;
    double y = 0;
};
using GeoRing = std::vector<GeoPoint>;   // closed: its first point is said again at the end
using GeoPolygon = std::vector<GeoRing>; // the outside, then the holes

struct GeoFeature {
    std::map<QString, QString> properties; // texts, and whole numbers as texts; the rest is left out
    std::vector<GeoPolygon> polygons;      // of a Polygon or a MultiPolygon; empty for anything else
};

// Takes a feature; an Error stops the reading.
using FeatureSink = std::function<base::Result<void>(const GeoFeature &feature, const QString &system)>;

struct GeoLimits {
    qint64 bytes = 0;
    qint64 points = 0;
};

// `system` (for the sink): what the file says of its coordinates before its features, "urn:ogc:def:crs:EPSG::2154";
// empty: degrees, as the standard wants. Errors: absent, too large, compressed, not GeoJSON, cut, cancelled.
[[nodiscard]] base::Result<void> readGeoJson(const QString &path, const GeoLimits &limits, const Watch &watch,
                                             const FeatureSink &sink);

// "Le fichier « x » " + why + what is safe + what to do.
[[nodiscard]] base::Error contourError(base::ErrorCode code, const QString &path, const QString &why,
                                       const QString &remedy);

} // namespace imports
