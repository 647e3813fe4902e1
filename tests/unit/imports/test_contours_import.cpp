// Files of outlines: the ways producers write them, what is refused and in which words, and the time it takes.
#include "imports/contours_import.h"
#include "imports/lambert93.h"

#include "support/example.h"
#include "support/outlines.h"

#include <cmath>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace imports;
using namespace Qt::Literals::StringLiterals;

namespace
{

QByteArray degrees(qint32 units)
{
    return QByteArray::number(units / reference::contourUnitsPerDegree, 'f', 5);
}

QByteArray written(const reference::ContourRing &ring)
{
    QByteArrayList points;
    for (size_t i = 0; i <= ring.size(); ++i) {
        const reference::ContourPoint &point = ring[i % ring.size()];
        points << "[" + degrees(point.x) + "," + degrees(point.y) + "]";
    }
    return "[" + points.join(",") + "]";
}

QByteArray polygon(const reference::ContourPolygon &rings)
{
    QByteArrayList list;
    for (const auto &ring : rings)
        list << written(ring);
    return "[" + list.join(",") + "]";
}

QByteArray feature(const QByteArray &properties, const QByteArray &coordinates, const QByteArray &type = "Polygon")
{
    return R"({"type":"Feature","properties":{)" + properties + R"(},"geometry":{"type":")" + type +
           R"(","coordinates":)" + coordinates + "}}";
}

QByteArray properties(const QString &code)
{
    return R"("code":")" + code.toUtf8() + R"(","nom":"Commune )" + code.toUtf8() + '"';
}

QByteArray collection(const QByteArrayList &features, const QByteArray &more = {})
{
    return R"({"type":"FeatureCollection",)" + more + R"("features":[)" + features.join(",\n") + "]}";
}

QByteArray gridFile(int columns = 3, int rows = 3)
{
    QByteArrayList features;
    for (const reference::Contour &each : outlines::grid(columns, rows))
        features << feature(properties(each.code), polygon(each.polygons.front()));
    return collection(features);
}

// A file and where its outlines would go.
struct Folder {
    QTemporaryDir folder;
    reference::ContourStore store{folder.filePath(u"contours.dat"_s)};

    [[nodiscard]] QString put(const QByteArray &bytes, const QString &name = u"essai.geojson"_s) const
    {
        QFile file(folder.filePath(name));
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        return file.fileName();
    }
    [[nodiscard]] base::Result<ContourReading> read(const QByteArray &bytes, ContourOptions options = {}) const
    {
        options.today = QDate(2026, 11, 23);
        return readContours(put(bytes), support::references().communes(), options);
    }
    [[nodiscard]] reference::Contours taken(const QByteArray &bytes, const QStringList &codes) const
    {
        auto reading = read(bytes);
        INFO((reading ? std::string() : reading.error().message.toStdString()));
        REQUIRE(reading);
        REQUIRE(store.replace(reading.value().outlines, reading.value().origin));
        return store.around(codes).value();
    }
    // The sentence of a refusal.
    [[nodiscard]] QString refused(const QByteArray &bytes, base::ErrorCode code,
                                  const ContourOptions &options = {}) const
    {
        const auto reading = read(bytes, options);
        REQUIRE_FALSE(reading);
        CHECK(reading.error().code == code);
        CHECK(reading.error().message.contains(u"Rien n’a été importé, et vos projets ne sont pas touchés."));
        CHECK(reading.error().message.endsWith(u'.'));
        return support::plain(reading.error().message);
    }
};

} // namespace

TEST_CASE("outlines of a GeoJSON are those of the file, whatever the shape")
{
    const Folder folder;
    const auto hole = outlines::rectangle(621'000, 4'391'000, 622'000, 4'392'000);
    const QByteArrayList features{
        feature(properties(u"04006"_s), polygon({outlines::cell(0, 0), hole})),
        feature(properties(u"04007"_s),
                "[" + polygon({outlines::cell(1, 0)}) + "," + polygon({outlines::cell(4, 0)}) + "]", "MultiPolygon"),
    };
    const reference::Contours contours = folder.taken(collection(features), {u"04006"_s});
    REQUIRE(contours.communes.size() == 2);
    CHECK(contours.find(u"04006"_s)->polygons == std::vector<reference::ContourPolygon>{{outlines::cell(0, 0), hole}});
    CHECK(contours.find(u"04007"_s)->polygons ==
          std::vector<reference::ContourPolygon>{{outlines::cell(1, 0)}, {outlines::cell(4, 0)}});
    CHECK(contours.find(u"04006"_s)->nom == u"Commune 04006");
    CHECK(contours.origin.fichier == u"essai.geojson");
    CHECK(contours.origin.importeLe == QDate(2026, 11, 23));
}

TEST_CASE("the names that producers give to the code are known")
{
    const Folder folder;
    const QByteArray area = polygon({outlines::cell(0, 0)});
    for (const char *each :
         {R"("INSEE_COM":"04006","NOM":"Allos")", R"("codgeo":"04006","libgeo":"Allos")",
          R"("insee":4006,"nom":"Allos")", R"("com_code":["04006"],"com_name":["Allos"])",
          R"("id":"COMMUNE_1","code_insee":"04006","nom_officiel":"Allos")",
          R"("nom":"Allos","population":{"annee":2023,"valeurs":[1,2]},"vide":null,"plm":false,"code":"04006")"}) {
        CAPTURE(each);
        const auto contours = folder.taken(collection({feature(each, area)}), {u"04006"_s});
        REQUIRE(contours.communes.size() == 1);
        CHECK(contours.communes.front().code == u"04006");
        CHECK(contours.communes.front().nom == u"Allos");
    }
}

TEST_CASE("the members of the file may come in any order, with points of three numbers and a mark at the start")
{
    const Folder folder;
    const QByteArray bytes =
        "\xEF\xBB\xBF{\"bbox\":[6.0,43.0,7.0,44.0],\"features\":[{\"geometry\":{\"coordinates\":[[[6.2,43.9,12.5],"
        "[6.25,43.9,1],[6.25,43.95,2],[6.2,43.9,12.5]]],\"type\":\"Polygon\",\"bbox\":[1,2,3,4]},\"properties\":{"
        "\"code\":\"04006\"},\"type\":\"Feature\"}],\"type\":\"FeatureCollection\"}";
    const auto contours = folder.taken(bytes, {u"04006"_s});
    REQUIRE(contours.communes.size() == 1);
    CHECK(contours.communes.front().polygons.front().front() ==
          reference::ContourRing{{620'000, 4'390'000}, {625'000, 4'390'000}, {625'000, 4'395'000}});
}

TEST_CASE("Lambert 93 becomes degrees when the file says that it is")
{
    // The origin of the projection, and a place of Picardie computed elsewhere.
    const auto [longitude, latitude] = fromLambert93(668'832.5384, 6'950'138.7285);
    CHECK(longitude == Approx(2.56865).epsilon(1e-5));
    CHECK(latitude == Approx(49.64961).epsilon(1e-5));
    const auto [east, north] = fromLambert93(700'000, 6'600'000);
    CHECK(east == Approx(3).epsilon(1e-9));
    CHECK(north == Approx(46.5).epsilon(1e-9));

    const Folder folder;
    const QByteArray area = "[[[960000,6310000],[965000,6310000],[965000,6315000],[960000,6310000]]]";
    const QByteArray system = R"("crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::2154"}},)";
    const auto contours = folder.taken(collection({feature(properties(u"04006"_s), area)}, system), {u"04006"_s});
    REQUIRE(contours.communes.size() == 1);
    const auto box = contours.communes.front().box();
    CHECK(box.left > 600'000);
    CHECK(box.right < 650'000);
    CHECK(box.bottom > 4'370'000);
    CHECK(box.top < 4'400'000);
    CHECK(folder.refused(collection({feature(properties(u"04006"_s), area)}), base::ErrorCode::Invalid)
              .contains(u"n’a pas ses coordonnées en degrés"));
}

TEST_CASE("what is no file of communes is refused in words")
{
    using Code = base::ErrorCode;
    const Folder folder;
    const QByteArray area = polygon({outlines::cell(0, 0)});
    CHECK(folder.refused("Bonjour", Code::Foreign).contains(u"n’est pas un fichier GeoJSON"));
    CHECK(folder.refused("", Code::Foreign).contains(u"n’est pas un fichier GeoJSON"));
    CHECK(folder.refused("[1,2,3]", Code::Foreign).contains(u"n’est pas un fichier GeoJSON"));
    CHECK(folder.refused(R"({"a":1})", Code::Foreign).contains(u"n’est pas un fichier GeoJSON de contours"));
    CHECK(folder.refused(R"({"type":"Topology","objects":{}})", Code::Foreign).contains(u"TopoJSON"));
    CHECK(folder.refused("\x1F\x8B\x08 compressed", Code::Foreign).contains(u"Décompressez-le"));
    CHECK(folder.refused("PK\x03\x04", Code::Foreign).contains(u"est compressé"));
    CHECK(folder.refused(collection({}), Code::Foreign).contains(u"ne contient aucun contour"));
    CHECK(folder.refused(collection({feature(R"("ident":"A","titre":"B")", area)}), Code::Foreign)
              .contains(u"il a seulement : ident, titre"));
    CHECK(folder.refused(collection({feature(R"("code":"04","nom":"Alpes")", area)}), Code::Foreign)
              .contains(u"ses codes sont « 04 »"));
    CHECK(folder.refused(collection({feature(properties(u"04006"_s), "[6.2,43.9]", "Point")}), Code::Foreign)
              .contains(u"donne des points, et non des contours"));
    CHECK(folder.refused(collection({feature(properties(u"04999"_s), area)}), Code::Foreign)
              .contains(u"0 codes sur 1 sont reconnus"));
    const auto absent = readContours(folder.folder.filePath(u"absent"_s), support::references().communes(), {});
    REQUIRE_FALSE(absent);
    CHECK(absent.error().code == Code::NotFound);
}

TEST_CASE("coordinates of elsewhere are refused")
{
    using Code = base::ErrorCode;
    const Folder folder;
    const auto sentence = [&](const QByteArray &area) {
        return folder.refused(collection({feature(properties(u"04006"_s), area)}), Code::Invalid);
    };
    CHECK(sentence("[[[43.9,6.2],[43.9,6.3],[44,6.3],[43.9,6.2]]]").contains(u"hors de France"));
    CHECK(sentence("[[[0,0],[0,1],[1,1],[0,0]]]").contains(u"place « Commune 04006 » hors de France"));
    CHECK(sentence("[[[1e300,6],[1,2],[3,4],[1e300,6]]]").contains(u"degrés"));
    // La Réunion is where it is.
    CHECK(folder.read(
        collection({feature(properties(u"97411"_s), "[[[55.4,-20.9],[55.5,-20.9],[55.5,-21],[55.4,-20.9]]]")})));
}

TEST_CASE("a file cut anywhere is refused, and the outlines of before stay")
{
    const Folder folder;
    const QByteArray whole = gridFile();
    const reference::Communes &communes = support::references().communes();
    REQUIRE(importContours(folder.put(whole), folder.store, communes, {}));
    for (qsizetype size = 40; size < whole.size(); size += 61) {
        const QString sentence = folder.refused(whole.first(size), base::ErrorCode::Damaged);
        CHECK(sentence.contains(u"s’arrête avant la fin"));
        CHECK_FALSE(importContours(folder.put(whole.first(size)), folder.store, communes, {}));
    }
    CHECK(folder.store.origin().value().communes == 9);
    QByteArray noise = whole;
    noise[200] = '\x01';
    CHECK_FALSE(folder.read(noise));
}

TEST_CASE("limits are told before memory or patience is lost")
{
    using Code = base::ErrorCode;
    const Folder folder;
    ContourOptions options;
    options.limits.bytes = 1'000;
    CHECK(folder.refused(gridFile(), Code::Hostile, options).contains(u"trop volumineux"));
    options.limits = {};
    options.limits.points = 20;
    CHECK(folder.refused(gridFile(), Code::Hostile, options).contains(u"millions de points"));
    options.limits = {};
    options.limits.communes = 5;
    CHECK(folder.refused(gridFile(), Code::Hostile, options).contains(u"plus de communes que la France"));
    CHECK(folder
              .refused(R"({"type":"FeatureCollection","features":[{"properties":)" + QByteArray(200, '[') +
                           QByteArray(200, ']') + "}]}",
                       Code::Hostile)
              .contains(u"pas construit comme"));
    CHECK(folder.refused(collection({feature(properties(u"04006"_s), "[[[[[6.2]]]]]")}), Code::Damaged)
              .contains(u"sans ses deux coordonnées"));
}

TEST_CASE("an import is watched, and stopped when asked")
{
    const Folder folder;
    ContourOptions options;
    std::vector<qint64> seen;
    options.watch.progress = [&seen](qint64 done, qint64 total) {
        seen.push_back(done);
        CHECK(done <= total);
    };
    REQUIRE(folder.read(gridFile(), options));
    REQUIRE_FALSE(seen.empty());
    CHECK(seen.back() == gridFile().size());
    options.watch.cancelled = [] { return true; };
    CHECK(folder.refused(gridFile(), base::ErrorCode::Cancelled, options).contains(u"vous avez arrêté l’import"));
}

TEST_CASE("what was read is told: old communes, unknown codes, the rest of the file")
{
    const Folder folder;
    const QByteArray area = polygon({outlines::cell(0, 0)});
    const auto reading =
        folder.read(collection({feature(properties(u"04006"_s), area), feature(properties(u"04007"_s), area),
                                feature(properties(u"04008"_s), area), feature(properties(u"04010"_s), area),
                                feature(properties(u"04998"_s), area), feature(R"("titre":"légende")", area)}));
    REQUIRE(reading);
    CHECK(support::plain(reading.value().summary.join(u'\n')) ==
          u"5 contours de communes lus\n1 ancienne commune, comptée dans celle d’aujourd’hui\n"
          u"1 code inconnu de la liste des communes de 2026\n1 autre objet du fichier laissé de côté");
}

TEST_CASE("the source to cite is proposed for the files of data.gouv.fr only")
{
    for (const QString &name : {u"communes-100m.geojson"_s, u"communes-1000m-2025-01-08.geojson"_s})
        CHECK(guessedContourSource(name).startsWith(u"Contours administratifs, data.gouv.fr"));
    for (const QString &name : {u"essai.geojson"_s, u"communes-100m.geojson.gz"_s, u"departements-100m.geojson"_s})
        CHECK(guessedContourSource(name).isEmpty());
    const Folder folder;
    ContourOptions options;
    options.source = u"  IGN,\n 2026 "_s;
    CHECK(folder.read(gridFile(), options).value().origin.citation() == u"IGN, 2026");
}

TEST_CASE("what can't be written is said, and what was there stays")
{
    const Folder folder;
    const reference::Communes &communes = support::references().communes();
    REQUIRE(importContours(folder.put(gridFile()), folder.store, communes, {}));
    const reference::ContourStore nowhere(folder.folder.filePath(u"absent/contours.dat"_s));
    const auto refused = importContours(folder.put(gridFile(2, 2)), nowhere, communes, {});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().message.contains(u"n’existe pas"));
    // A folder in the place of the file.
    REQUIRE(QDir(folder.folder.path()).mkdir(u"occupe.dat"_s));
    const reference::ContourStore occupied(folder.folder.filePath(u"occupe.dat"_s));
    CHECK_FALSE(importContours(folder.put(gridFile(2, 2)), occupied, communes, {}));
    CHECK(folder.store.origin().value().communes == 9);
}

TEST_CASE("Lambert 93 and degrees say the same place, everywhere in France")
{
    // The other way round, by IGN's formulas of the direct projection: an ellipsoid, then a cone.
    const auto project = [](double longitude, double latitude) {
        constexpr double degree = 3.14159265358979323846 / 180;
        constexpr double e = 0.08181919104281579;
        constexpr double n = 0.7256077650532670;
        const double sine = std::sin(latitude * degree);
        const double isometric = std::atanh(sine) - e * std::atanh(e * sine);
        const double radius = 11754255.4260960 * std::exp(-n * isometric);
        const double angle = n * (longitude - 3) * degree;
        return std::pair(700000 + radius * std::sin(angle), 12655612.0498760 - radius * std::cos(angle));
    };
    for (double longitude = -5; longitude <= 10; longitude += 1.25)
        for (double latitude = 41; latitude <= 51.5; latitude += 0.75) {
            const auto [x, y] = project(longitude, latitude);
            const auto [east, north] = fromLambert93(x, y);
            CAPTURE(longitude, latitude, x, y);
            CHECK(east == Approx(longitude).margin(1e-9));
            CHECK(north == Approx(latitude).margin(1e-9));
        }
}

TEST_CASE("any bytes are refused or read, never more", "[fuzz]")
{
    const Folder folder;
    const QByteArray sound = gridFile(2, 2);
    std::mt19937 random(11);
    for (int turn = 0; turn < 400; ++turn) {
        QByteArray bytes = sound;
        for (int i = 0; i < 3; ++i)
            bytes[qsizetype(random() % unsigned(bytes.size()))] = R"([]{}",:0-e.t)"[random() % 12];
        const auto reading = folder.read(bytes);
        if (!reading)
            CHECK(reading.error().message.contains(u"Rien n’a été importé"));
    }
}
