#include "imports/geojson.h"

#include <array>
#include <istream>
#include <nlohmann/json.hpp>
#include <QFile>
#include <QFileInfo>
#include <streambuf>

namespace imports
{

using namespace Qt::Literals::StringLiterals;
using base::ErrorCode;
using nlohmann::json;

namespace
{

constexpr size_t deepest = 32;
constexpr size_t mostProperties = 200;
const QString takeAnother = u"Choisissez le fichier des communes au format GeoJSON"_s;

// The bytes of the file in blocks, with progress and a way to stop.
class Source final : public std::streambuf
{
public:
    Source(QFile &file, const Watch &watch) : m_file(file), m_watch(watch), m_total(file.size()) {}

    [[nodiscard]] bool cancelled() const { return m_cancelled; }

protected:
    int_type underflow() override
    {
        if (m_watch.cancelled && m_watch.cancelled())
            m_cancelled = true;
        if (m_cancelled)
            return traits_type::eof();
        const qint64 read = m_file.read(m_block.data(), qint64(m_block.size()));
        if (read <= 0)
            return traits_type::eof();
        m_done += read;
        if (m_watch.progress)
            m_watch.progress(m_done, m_total);
        setg(m_block.data(), m_block.data(), m_block.data() + read);
        return traits_type::to_int_type(m_block.front());
    }

private:
    QFile &m_file;
    const Watch &m_watch;
    qint64 m_total;
    qint64 m_done = 0;
    bool m_cancelled = false;
    std::array<char, 256 * 1024> m_block{};
};

// Follows the file as nlohmann reads it. Where it stands is told by the depth: 1 the whole, 3 a feature, 4 its
// properties or its geometry, deeper its coordinates.
class Reader final : public nlohmann::json_sax<json>
{
public:
    Reader(QString path, const GeoLimits &limits, const FeatureSink &sink)
        : m_path(std::move(path)), m_limits(limits), m_sink(sink)
    {
    }

    [[nodiscard]] const std::optional<base::Error> &error() const { return m_error; }
    [[nodiscard]] bool sawFeatures() const { return m_sawFeatures; }

    bool null() override { return true; }
    bool boolean(bool) override { return true; }
    bool number_integer(number_integer_t value) override { return number(double(value), QString::number(value)); }
    bool number_unsigned(number_unsigned_t value) override { return number(double(value), QString::number(value)); }
    bool number_float(number_float_t value, const string_t &) override { return number(value, {}); }
    bool string(string_t &value) override { return text(value); }
    bool binary(binary_t &) override { return true; }
    bool key(string_t &name) override;
    bool start_object(size_t) override;
    bool end_object() override;
    bool start_array(size_t) override;
    bool end_array() override;
    bool parse_error(size_t, const std::string &, const json::exception &error) override;

private:
    bool fail(ErrorCode code, const QString &why, const QString &remedy = takeAnother);
    bool number(double value, const QString &written);
    bool text(const string_t &value);
    bool enter(bool array);
    bool takePoint();
    void keep(const QString &value);
    [[nodiscard]] bool inFeature() const { return m_inFeatures && m_depth >= 3; }
    [[nodiscard]] bool inCoordinates() const
    {
        return inFeature() && m_depth > 4 && m_featureKey == "geometry" && m_geometryKey == "coordinates";
    }

    QString m_path;
    const GeoLimits &m_limits;
    const FeatureSink &m_sink;
    std::optional<base::Error> m_error;
    size_t m_depth = 0;
    std::string m_rootKey;
    std::string m_featureKey;
    std::string m_geometryKey;
    std::string m_property;
    bool m_inFeatures = false;
    bool m_sawFeatures = false;
    QString m_system;
    GeoFeature m_feature;
    std::string m_geometryType;
    std::array<double, 2> m_point{};
    size_t m_numbers = 0;    // of the point being read
    size_t m_pointDepth = 0; // of arrays that are points, once known
    qint64 m_points = 0;
};

bool Reader::fail(ErrorCode code, const QString &why, const QString &remedy)
{
    if (!m_error)
        m_error = contourError(code, m_path, why, remedy);
    return false;
}

bool Reader::enter(bool array)
{
    if (++m_depth > deepest)
        return fail(ErrorCode::Hostile, u"n’est pas construit comme un fichier de contours"_s);
    if (m_depth == 1 && array)
        return fail(ErrorCode::Foreign, u"n’est pas un fichier GeoJSON"_s);
    if (m_depth == 2 && array && m_rootKey == "features")
        m_inFeatures = m_sawFeatures = true;
    if (m_depth == 3 && m_inFeatures)
        m_feature = {};
    if (m_depth == 4 && m_inFeatures && m_featureKey == "geometry") {
        m_geometryType.clear();
        m_geometryKey.clear();
        m_pointDepth = 0;
    }
    if (array && inCoordinates()) {
        m_numbers = 0;
        // Rings and polygons are made as the arrays that hold points open, once that depth is known.
        if (m_pointDepth != 0 && m_depth + 2 == m_pointDepth)
            m_feature.polygons.emplace_back();
        if (m_pointDepth != 0 && m_depth + 1 == m_pointDepth && !m_feature.polygons.empty())
            m_feature.polygons.back().emplace_back();
    }
    return true;
}

bool Reader::start_object(size_t)
{
    return enter(false);
}

bool Reader::start_array(size_t)
{
    return enter(true);
}

bool Reader::key(string_t &name)
{
    if (m_depth == 1)
        m_rootKey = name;
    else if (m_depth == 3)
        m_featureKey = name;
    else if (m_depth == 4 && m_featureKey == "geometry")
        m_geometryKey = name;
    else if (m_depth == 4)
        m_property = name;
    return true;
}

bool Reader::text(const string_t &value)
{
    if (m_depth == 1 && m_rootKey == "type" && value != "FeatureCollection")
        return fail(ErrorCode::Foreign, value == "Topology" ? u"est au format TopoJSON, et non GeoJSON"_s
                                                            : u"n’est pas une collection de contours"_s);
    if (m_rootKey == "crs" && !m_inFeatures && m_depth > 1)
        m_system += QString::fromStdString(value) + u' ';
    if (m_depth == 4 && inFeature() && m_featureKey == "geometry" && m_geometryKey == "type")
        m_geometryType = value;
    keep(QString::fromStdString(value));
    return true;
}

bool Reader::number(double value, const QString &written)
{
    if (inCoordinates()) {
        if (m_numbers < m_point.size())
            m_point[m_numbers] = value;
        ++m_numbers;
        if (m_pointDepth == 0) { // the first point of the geometry: its arrays are open already
            m_pointDepth = m_depth;
            m_feature.polygons.assign(1, GeoPolygon(1));
        }
        return m_depth == m_pointDepth || fail(ErrorCode::Damaged, u"a des coordonnées mal rangées"_s);
    }
    if (!written.isEmpty())
        keep(written);
    return true;
}

// A property, or the first value of one that is a list: some sites write ["04039"].
void Reader::keep(const QString &value)
{
    if (inFeature() && m_featureKey == "properties" && (m_depth == 4 || m_depth == 5) &&
        m_feature.properties.size() < mostProperties)
        m_feature.properties.try_emplace(QString::fromStdString(m_property), value);
}

bool Reader::takePoint()
{
    if (m_numbers < 2)
        return fail(ErrorCode::Damaged, u"a un point sans ses deux coordonnées"_s);
    m_numbers = 0;
    if (++m_points > m_limits.points)
        return fail(ErrorCode::Hostile,
                    u"compte plus de %1 millions de points"_s.arg(std::max<qint64>(1, m_limits.points / 1'000'000)),
                    u"Choisissez une version plus simplifiée, par exemple « communes-100m.geojson »"_s);
    if (!m_feature.polygons.empty() && !m_feature.polygons.back().empty())
        m_feature.polygons.back().back().push_back({m_point[0], m_point[1]});
    return true;
}

bool Reader::end_array()
{
    if (inCoordinates() && m_pointDepth != 0 && m_depth == m_pointDepth && !takePoint())
        return false;
    if (m_depth == 2)
        m_inFeatures = false;
    --m_depth;
    return true;
}

bool Reader::end_object()
{
    if (m_depth == 3 && m_inFeatures) {
        const bool area = m_geometryType == "Polygon" || m_geometryType == "MultiPolygon";
        if (!area)
            m_feature.polygons.clear();
        if (const auto taken = m_sink(m_feature, m_system); !taken) {
            m_error = taken.error();
            return false;
        }
        m_geometryType.clear();
        m_featureKey.clear();
    }
    --m_depth;
    return true;
}

bool Reader::parse_error(size_t position, const std::string &, const json::exception &error)
{
    if (m_error)
        return false;
    const bool cut = position >= size_t(QFileInfo(m_path).size());
    if (m_depth == 0)
        return fail(ErrorCode::Foreign, u"n’est pas un fichier GeoJSON"_s);
    fail(ErrorCode::Damaged,
         cut ? u"s’arrête avant la fin : son téléchargement a sans doute été interrompu"_s
             : u"n’est pas un GeoJSON correct"_s,
         cut ? u"Téléchargez-le de nouveau"_s : takeAnother);
    m_error->detail = QString::fromUtf8(error.what());
    return false;
}

// What a compressed file begins with: people download those, and they look alike.
bool isCompressed(const QByteArray &start)
{
    return start.startsWith("\x1F\x8B") || start.startsWith("PK\x03\x04") || start.startsWith("7z\xBC\xAF");
}

} // namespace

base::Error contourError(ErrorCode code, const QString &path, const QString &why, const QString &remedy)
{
    return {code,
            u"Le fichier « %1 » %2. Rien n’a été importé, et vos projets ne sont pas touchés. %3."_s.arg(
                QFileInfo(path).fileName(), why, remedy),
            path};
}

base::Result<void> readGeoJson(const QString &path, const GeoLimits &limits, const Watch &watch,
                               const FeatureSink &sink)
{
    QFile file(path);
    if (!QFileInfo(path).isFile())
        return contourError(ErrorCode::NotFound, path, u"est introuvable"_s,
                            u"Vérifiez son nom et l’endroit où il est rangé"_s);
    if (!file.open(QIODevice::ReadOnly))
        return contourError(ErrorCode::Unreadable, path, u"ne peut pas être lu"_s, u"Vérifiez que vous y avez accès"_s);
    if (file.size() > limits.bytes)
        return contourError(ErrorCode::Hostile, path,
                            u"est trop volumineux (plus de %1 Mo)"_s.arg(limits.bytes / (1024 * 1024)),
                            u"Choisissez une version simplifiée, par exemple « communes-100m.geojson »"_s);
    if (isCompressed(file.peek(8)))
        return contourError(ErrorCode::Foreign, path, u"est compressé"_s,
                            u"Décompressez-le, ou téléchargez celui qui se termine par « .geojson »"_s);
    auto source = std::make_unique<Source>(file, watch);
    std::istream stream(source.get());
    Reader reader(path, limits, sink);
    const bool whole = json::sax_parse(stream, &reader);
    if (source->cancelled())
        return contourError(ErrorCode::Cancelled, path, u"n’a pas été lu jusqu’au bout : vous avez arrêté l’import"_s,
                            u"Recommencez quand vous voudrez"_s);
    if (!whole)
        return reader.error().value_or(
            contourError(ErrorCode::Damaged, path, u"n’est pas un GeoJSON correct"_s, takeAnother));
    if (!reader.sawFeatures())
        return contourError(ErrorCode::Foreign, path, u"n’est pas un fichier GeoJSON de contours"_s, takeAnother);
    return {};
}

} // namespace imports
