#include "imports/contours_import.h"

#include "base/text.h"
#include "imports/geojson.h"
#include "imports/lambert93.h"

#include <algorithm>
#include <cmath>
#include <QFileInfo>
#include <QRegularExpression>
#include <set>

namespace imports
{

using namespace Qt::Literals::StringLiterals;
using base::ErrorCode;
using reference::Contour;
using reference::ContourPoint;
using reference::ContourPolygon;
using reference::ContourRing;

namespace
{

// How producers call the Insee code and the name, as bare() leaves them; the first found is taken.
const QStringList codeNames{u"code"_s,    u"inseecom"_s,         u"codeinsee"_s, u"insee"_s,
                            u"codgeo"_s,  u"depcom"_s,           u"comcode"_s,   u"codecommune"_s,
                            u"codecom"_s, u"codeinseecommune"_s, u"inseearm"_s};
const QStringList nameNames{u"nom"_s,     u"nomcom"_s, u"nomofficiel"_s, u"nomcommune"_s,
                            u"libelle"_s, u"libgeo"_s, u"comname"_s,     u"name"_s};
const QString wgs84 = u"Enregistrez-le en degrés (WGS 84, EPSG:4326), ou choisissez-en un autre"_s;

constexpr double leastRecognised = 0.5; // of the codes: under it, the file is about something else
constexpr int mostQuoted = 8;

// The value of the first of some properties that a feature has.
class Wanted
{
public:
    explicit Wanted(const QStringList &names) : m_names(names) {}

    QString of(const GeoFeature &feature)
    {
        qsizetype best = m_names.size();
        QString found;
        for (const auto &[property, value] : feature.properties)
            if (const qsizetype rank = rankOf(property); rank < best && !value.trimmed().isEmpty()) {
                best = rank;
                found = value.trimmed();
            }
        return found;
    }

private:
    // "INSEE_COM" is "inseecom". All features have the same properties: each is looked at once.
    qsizetype rankOf(const QString &property)
    {
        const auto known = m_ranks.find(property);
        if (known != m_ranks.end())
            return known->second;
        const qsizetype rank = m_names.indexOf(base::fold(property).remove(u' '));
        return m_ranks[property] = rank < 0 ? m_names.size() : rank;
    }

    const QStringList &m_names;
    std::map<QString, qsizetype> m_ranks;
};

// "4039", as a spreadsheet leaves it, is "04039".
QString padded(const QString &code)
{
    static const QRegularExpression shortened(u"^[0-9]{4}$"_s);
    return shortened.match(code).hasMatch() ? u'0' + code : code;
}

bool isInsee(const QString &code)
{
    static const QRegularExpression form(u"^([0-9]{2}|2[AB])[0-9]{3}$"_s);
    return form.match(code).hasMatch();
}

// Takes the features of one file.
class Collector
{
public:
    Collector(const QString &path, const reference::Communes &communes, const ContourOptions &options)
        : m_path(path), m_communes(communes), m_options(options)
    {
    }

    base::Result<void> take(const GeoFeature &feature, const QString &system);
    base::Result<ContourReading> finish();

private:
    [[nodiscard]] base::Error refuse(ErrorCode code, const QString &why, const QString &remedy = {}) const
    {
        return contourError(code, m_path, why,
                            remedy.isEmpty() ? u"Choisissez le fichier des communes au format GeoJSON"_s : remedy);
    }
    base::Result<ContourPoint> place(const GeoPoint &point, const QString &system) const;
    base::Result<ContourRing> ring(const GeoRing &points, const QString &system) const;
    base::Result<Contour> outline(const GeoFeature &feature, const QString &system) const;
    [[nodiscard]] base::Error nothingUseful() const;

    QString m_path;
    const reference::Communes &m_communes;
    const ContourOptions &m_options;
    Wanted m_code{codeNames};
    Wanted m_name{nameNames};
    ContourReading m_reading;
    std::set<QString> m_recognised;
    std::set<QString> m_former;
    QStringList m_properties;       // of the first feature without code
    std::set<QString> m_otherCodes; // a few of those that are none of a commune
    int m_features = 0;
    int m_withoutCode = 0;
    int m_withoutArea = 0;
};

base::Result<ContourPoint> Collector::place(const GeoPoint &point, const QString &system) const
{
    double longitude = point.x;
    double latitude = point.y;
    if (system.contains(u"2154"))
        std::tie(longitude, latitude) = fromLambert93(point.x, point.y);
    if (!std::isfinite(longitude) || !std::isfinite(latitude) || std::abs(longitude) > 180 || std::abs(latitude) > 90)
        return refuse(ErrorCode::Invalid, u"n’a pas ses coordonnées en degrés"_s, wgs84);
    return ContourPoint{qint32(std::lround(longitude * reference::contourUnitsPerDegree)),
                        qint32(std::lround(latitude * reference::contourUnitsPerDegree))};
}

base::Result<ContourRing> Collector::ring(const GeoRing &points, const QString &system) const
{
    ContourRing ring;
    ring.reserve(points.size());
    for (const GeoPoint &point : points) {
        const auto at = place(point, system);
        if (!at)
            return at.error();
        if (ring.empty() || ring.back() != at.value())
            ring.push_back(at.value());
    }
    while (ring.size() > 1 && ring.front() == ring.back())
        ring.pop_back();
    return ring;
}

base::Result<Contour> Collector::outline(const GeoFeature &feature, const QString &system) const
{
    Contour contour;
    for (const GeoPolygon &polygon : feature.polygons) {
        ContourPolygon rings;
        for (const GeoRing &points : polygon) {
            auto read = ring(points, system);
            if (!read)
                return read.error();
            rings.push_back(std::move(read.value()));
        }
        contour.polygons.push_back(std::move(rings));
    }
    return contour;
}

// The frame of the hexagon and Corse, in degrees, widely: a commune out of it was drawn with other coordinates.
bool isInFrance(const reference::ContourBox &box)
{
    constexpr double unit = reference::contourUnitsPerDegree;
    return box.left >= -6 * unit && box.right <= 11 * unit && box.bottom >= 40 * unit && box.top <= 52 * unit;
}

base::Result<void> Collector::take(const GeoFeature &feature, const QString &system)
{
    ++m_features;
    const QString code = padded(m_code.of(feature)).toUpper();
    if (!isInsee(code)) {
        ++m_withoutCode;
        if (m_otherCodes.size() < mostQuoted && !code.isEmpty())
            m_otherCodes.insert(code.left(12));
        if (m_properties.isEmpty())
            for (const auto &[property, value] : feature.properties)
                m_properties << property.left(30);
        return {};
    }
    auto contour = outline(feature, system);
    if (!contour)
        return contour.error();
    contour.value().code = code;
    contour.value().nom = m_name.of(feature).simplified().left(100);
    const reference::ContourBox box = contour.value().box();
    if (box.isEmpty()) {
        ++m_withoutArea;
        return {};
    }
    if (reference::departementOfCode(code).size() == 2 && !isInFrance(box))
        return refuse(ErrorCode::Invalid, u"place « %1 » hors de France"_s.arg(contour.value().nom), wgs84);
    m_reading.outlines.add(contour.value());
    if (m_communes.find(code))
        m_recognised.insert(code);
    else if (m_communes.successor(code))
        m_former.insert(code);
    if (m_reading.outlines.count() > m_options.limits.communes)
        return refuse(ErrorCode::Hostile, u"compte plus de communes que la France"_s);
    return {};
}

base::Error Collector::nothingUseful() const
{
    if (m_features == 0)
        return refuse(ErrorCode::Foreign, u"ne contient aucun contour"_s);
    if (!m_otherCodes.empty()) {
        QStringList codes;
        for (const QString &code : m_otherCodes)
            codes << u"« %1 »"_s.arg(code);
        return refuse(ErrorCode::Foreign,
                      u"ne contient pas des communes : ses codes sont %1"_s.arg(base::frenchList(codes)));
    }
    if (m_withoutArea > 0)
        return refuse(ErrorCode::Foreign, u"donne des points, et non des contours"_s);
    const QString found = m_properties.isEmpty()
                              ? QString()
                              : u" ; il a seulement : %1"_s.arg(m_properties.mid(0, mostQuoted).join(u", "_s));
    return refuse(ErrorCode::Foreign,
                  u"n’a pas de code de commune (« code », « INSEE_COM », « codgeo »…)%1"_s.arg(found));
}

base::Result<ContourReading> Collector::finish()
{
    const size_t count = m_reading.outlines.count();
    if (count == 0)
        return nothingUseful();
    if (double(m_recognised.size()) < leastRecognised * double(count))
        return refuse(ErrorCode::Foreign,
                      u"ne contient pas les communes d’aujourd’hui : %1 codes sur %2 sont reconnus"_s.arg(
                          base::frenchNumber(qint64(m_recognised.size())), base::frenchNumber(qint64(count))));
    m_reading.origin = {QFileInfo(m_path).fileName(), m_options.source.simplified().left(200), m_options.today,
                        int(count)};
    QStringList &summary = m_reading.summary;
    summary << base::frenchCount(qint64(count), u"contour de commune lu"_s, u"contours de communes lus"_s);
    if (!m_former.empty())
        summary << base::frenchCount(qint64(m_former.size()), u"ancienne commune, comptée"_s,
                                     u"anciennes communes, comptées"_s) +
                       u" dans celle d’aujourd’hui"_s;
    const qint64 unknown = qint64(count) - qint64(m_recognised.size()) - qint64(m_former.size());
    if (unknown > 0)
        summary << base::frenchCount(unknown, u"code inconnu de la liste des communes"_s,
                                     u"codes inconnus de la liste des communes"_s) +
                       u" de %1"_s.arg(m_communes.vintage());
    if (m_withoutCode + m_withoutArea > 0)
        summary << base::frenchCount(m_withoutCode + m_withoutArea, u"autre objet du fichier laissé de côté"_s,
                                     u"autres objets du fichier laissés de côté"_s);
    return std::move(m_reading);
}

} // namespace

base::Result<ContourReading> readContours(const QString &path, const reference::Communes &communes,
                                          const ContourOptions &options)
{
    Collector collector(path, communes, options);
    const auto read = readGeoJson(
        path, {options.limits.bytes, options.limits.points}, options.watch,
        [&collector](const GeoFeature &feature, const QString &system) { return collector.take(feature, system); });
    if (!read)
        return read.error();
    return collector.finish();
}

base::Result<QStringList> importContours(const QString &path, const reference::ContourStore &store,
                                         const reference::Communes &communes, const ContourOptions &options)
{
    const auto read = readContours(path, communes, options);
    if (!read)
        return read.error();
    if (const auto written = store.replace(read.value().outlines, read.value().origin); !written)
        return written.error();
    return read.value().summary;
}

QString guessedContourSource(const QString &fileName)
{
    static const QRegularExpression etalab(u"^communes-(5|50|100|1000)m(-[0-9-]+)?\\.geojson$"_s);
    return etalab.match(fileName).hasMatch() ? u"Contours administratifs, data.gouv.fr (d’après IGN, Admin Express)"_s
                                             : QString();
}

QString contourGuide()
{
    return u"Sur data.gouv.fr, cherchez le jeu de données « Contours administratifs » et téléchargez le fichier "
           u"« communes-100m.geojson » (31 Mo, toute la France, arrondissements compris)."_s;
}

} // namespace imports
