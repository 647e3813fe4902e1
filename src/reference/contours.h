// The outlines of the communes, from an official file that the user imports once for all projects; none come with the
// program. They are kept by département: a project reads only those around it.
#pragma once

#include "base/result.h"

#include <compare>
#include <map>
#include <QByteArray>
#include <QDate>
#include <QStringList>
#include <vector>

namespace reference
{

// In hundred-thousandths of a degree (WGS 84), about a metre: a place that two communes share is equal in both.
struct ContourPoint {
    qint32 x = 0; // longitude
    qint32 y = 0; // latitude
    friend auto operator<=>(const ContourPoint &, const ContourPoint &) = default;
};
constexpr double contourUnitsPerDegree = 100'000;

using ContourRing = std::vector<ContourPoint>;   // closed, its first point not said again
using ContourPolygon = std::vector<ContourRing>; // the outside, then the holes

// The smallest frame around points; empty until it has grown.
struct ContourBox {
    qint32 left = 0;
    qint32 bottom = 0;
    qint32 right = -1;
    qint32 top = -1;

    [[nodiscard]] bool isEmpty() const { return right < left; }
    void grow(const ContourPoint &point);
    void grow(const ContourBox &box);
    [[nodiscard]] ContourBox widened(qint32 by) const { return {left - by, bottom - by, right + by, top + by}; }
    [[nodiscard]] bool meets(const ContourBox &other) const;
    [[nodiscard]] bool holds(const ContourBox &other) const;
};

// One commune, or one arrondissement of Paris, Lyon or Marseille.
struct Contour {
    QString code; // Insee, as the file gives it: it may be of another vintage than the program's
    QString nom;  // as the file gives it; may be empty
    std::vector<ContourPolygon> polygons;

    [[nodiscard]] ContourBox box() const;
};

// Where the outlines come from: cited under every map.
struct ContourOrigin {
    QString fichier; // name of the imported file, without folder
    QString source;  // what the user said of it: producer and year; may be empty
    QDate importeLe;
    int communes = 0;

    // "Contours administratifs, data.gouv.fr, 2025" or, when the user said nothing, "fichier importé le 3 mars 2027".
    [[nodiscard]] QString citation() const;
};

// Outlines that were read, each code once, sorted by code.
struct Contours {
    ContourOrigin origin;
    std::vector<Contour> communes;

    [[nodiscard]] const Contour *find(const QString &code) const;
};

// "04" of "04039", "2A" of "2A004", "974" of "97411".
[[nodiscard]] QString departementOfCode(const QString &insee);

// Gathers outlines and makes of them the bytes of the program's own file, a small index of the départements and their
// outlines.
class ContourBuilder
{
public:
    // A code given again adds its polygons to the first. Rings of less than three points are left out.
    void add(const Contour &contour);
    [[nodiscard]] size_t count() const;
    [[nodiscard]] QByteArray bytes(ContourOrigin origin) const;

private:
    struct Part {
        QByteArray bytes;
        ContourBox box;
        int communes = 0;
    };
    std::map<QString, Part> m_parts; // by département
    std::map<QString, int> m_seen;   // codes
};

// The file of imported outlines on this computer. Each call reads the file again: it may have been replaced.
class ContourStore
{
public:
    // Without a file: the one of this computer, in base::localDataFolder().
    explicit ContourStore(const QString &file = {});

    [[nodiscard]] QString file() const { return m_file; }
    // NotFound when nothing was imported yet; Damaged or Newer: to be imported again, the sentence says so.
    [[nodiscard]] base::Result<ContourOrigin> origin() const;
    // The départements of these communes, and those around: every outline that could touch or lie in the territory.
    [[nodiscard]] base::Result<Contours> around(const QStringList &codes) const;
    [[nodiscard]] base::Result<void> replace(const ContourBuilder &builder, const ContourOrigin &origin) const;
    // Says another source of the outlines that are there.
    [[nodiscard]] base::Result<void> cite(const QString &source) const;

private:
    QString m_file;
};

} // namespace reference
