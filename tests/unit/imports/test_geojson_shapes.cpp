// Outlines of any shape in a file of communes: rings that are none, holes, places of elsewhere, wrong kinds of values.
// A commune is drawn as the file draws it, or told.
#include "imports/contours_import.h"

#include "support/example.h"

#include <cmath>
#include <QFile>
#include <QTemporaryDir>

using namespace imports;
using namespace Qt::Literals::StringLiterals;

namespace
{

QByteArray feature(const QByteArray &code, const QByteArray &coordinates, const QByteArray &type = "Polygon")
{
    return R"({"type":"Feature","properties":{"code":)" + code + R"(,"nom":"Essai"},"geometry":{"type":")" + type +
           R"(","coordinates":)" + coordinates + "}}";
}

const QByteArray square = "[[[6.5,43.9],[6.6,43.9],[6.6,44.0],[6.5,44.0],[6.5,43.9]]]";
const QByteArray castellane = R"("04039")";

base::Result<ContourReading> readFeatures(const QByteArrayList &features, const ContourLimits &limits = {})
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"essai.geojson"_s));
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(R"({"type":"FeatureCollection","features":[)" + features.join(",") + "]}");
    file.close();
    ContourOptions options;
    options.today = QDate(2026, 11, 27);
    options.limits = limits;
    return readContours(file.fileName(), support::references().communes(), options);
}

// The outlines as the program would keep and read them again.
std::vector<reference::Contour> kept(const ContourReading &reading)
{
    const QTemporaryDir folder;
    const reference::ContourStore store(folder.filePath(u"contours"_s));
    REQUIRE(store.replace(reading.outlines, reading.origin));
    const auto read = store.around({u"04039"_s});
    REQUIRE(read);
    return read.value().communes;
}

QString refusal(const QByteArrayList &features)
{
    const auto read = readFeatures(features);
    REQUIRE_FALSE(read);
    CHECK(read.error().message.startsWith(u"Le fichier « essai.geojson » "_s));
    CHECK(read.error().message.contains(u"Rien n’a été importé, et vos projets ne sont pas touchés."_s));
    CHECK(read.error().message.endsWith(u'.'));
    return read.error().message;
}

} // namespace

TEST_CASE("rings of less than three places are left out, the others of the commune stay")
{
    for (const QByteArray &ring : {QByteArray("[[6.5,43.9],[6.6,43.9],[6.5,43.9]]"),
                                   QByteArray("[[6.5,43.9],[6.5,43.9],[6.5,43.9]]"), QByteArray("[[6.5,43.9]]")}) {
        CAPTURE(ring.toStdString());
        const auto read = readFeatures({feature(castellane, "[" + square + ",[" + ring + "]]", "MultiPolygon")});
        REQUIRE(read);
        const auto outlines = kept(read.value());
        REQUIRE(outlines.size() == 1);
        size_t places = 0;
        for (const auto &polygon : outlines.front().polygons)
            for (const auto &each : polygon) {
                CHECK(each.size() >= 3);
                places += each.size();
            }
        CHECK(places == 4);
    }
}

TEST_CASE("a ring is closed once, whether the file closes it or not, and doubled places go")
{
    for (const QByteArray &ring :
         {square, QByteArray("[[[6.5,43.9],[6.6,43.9],[6.6,44.0],[6.5,44.0]]]"),
          QByteArray("[[[6.5,43.9],[6.5,43.9],[6.6,43.9],[6.6,43.9],[6.6,44.0],[6.5,44.0],[6.5,43.9],[6.5,43.9]]]"),
          QByteArray("[[[6.500000001,43.9],[6.6,43.9],[6.6,44.0],[6.5,44.0],[6.5,43.9]]]")}) {
        const auto read = readFeatures({feature(castellane, ring)});
        REQUIRE(read);
        const auto outlines = kept(read.value());
        REQUIRE(outlines.size() == 1);
        REQUIRE(outlines.front().polygons.size() == 1);
        const reference::ContourRing &places = outlines.front().polygons.front().front();
        CHECK(places.size() == 4);
        CHECK(places.front() != places.back());
        CHECK(outlines.front().box().left == 650'000);
        CHECK(outlines.front().box().top == 4'400'000);
    }
}

TEST_CASE("a hole stays a hole of its polygon, in the order of the file")
{
    const QByteArray hole = "[[6.52,43.92],[6.54,43.92],[6.54,43.94],[6.52,43.92]]";
    QByteArray holed = square;
    holed.chop(1);
    const auto read = readFeatures({feature(castellane, holed + "," + hole + "]")});
    REQUIRE(read);
    const auto outlines = kept(read.value());
    REQUIRE(outlines.front().polygons.front().size() == 2);
    CHECK(outlines.front().polygons.front()[0].size() == 4);
    CHECK(outlines.front().polygons.front()[1].size() == 3);
}

TEST_CASE("a commune given in two features is one commune of two pieces")
{
    const auto read = readFeatures(
        {feature(castellane, square), feature(castellane, "[[[6.7,43.9],[6.8,43.9],[6.8,44.0],[6.7,43.9]]]")});
    REQUIRE(read);
    CHECK(read.value().outlines.count() == 1);
    const auto outlines = kept(read.value());
    REQUIRE(outlines.size() == 1);
    CHECK(outlines.front().polygons.size() == 2);
}

TEST_CASE("places that are on no globe, or outside France for a commune of it, refuse the file")
{
    for (const QByteArray &place :
         {QByteArray("[181,43.9]"), QByteArray("[-180.5,43.9]"), QByteArray("[6.5,90.01]"), QByteArray("[6.5,-91]"),
          QByteArray("[955000,6300000]"), QByteArray("[1e300,43.9]")}) {
        CAPTURE(place.toStdString());
        CHECK(refusal({feature(castellane, "[[" + place + ",[6.6,43.9],[6.6,44.0]," + place + "]]")})
                  .contains(u"n’a pas ses coordonnées en degrés"_s));
    }
    // Longitude and latitude the other way round, across the antimeridian, beside the equator.
    for (const QByteArray &ring : {QByteArray("[[43.9,6.5],[43.9,6.6],[44.0,6.6],[43.9,6.5]]"),
                                   QByteArray("[[179.9,43.9],[-179.9,43.9],[-179.9,44.0],[179.9,43.9]]"),
                                   QByteArray("[[0,0],[0.1,0],[0.1,0.1],[0,0]]")})
        CHECK(refusal({feature(castellane, "[" + ring + "]")}).contains(u"hors de France"_s));
    // Overseas is elsewhere, and in France.
    const auto overseas =
        readFeatures({feature(R"("97411")", "[[[55.4,-20.9],[55.5,-20.9],[55.5,-20.8],[55.4,-20.9]]]")});
    REQUIRE(overseas);
    CHECK(overseas.value().outlines.count() == 1);
}

TEST_CASE("codes as spreadsheets and sites leave them are codes, what is none is left aside and counted")
{
    for (const QByteArray &code :
         {QByteArray("4039"), QByteArray(R"("4039")"), QByteArray(R"(" 04039 ")"), QByteArray(R"(["04039"])")}) {
        CAPTURE(code.toStdString());
        const auto read = readFeatures({feature(code, square)});
        REQUIRE(read);
        CHECK(kept(read.value()).front().code == u"04039");
    }
    const auto corse = readFeatures({feature(R"("2a004")", "[[[8.7,41.9],[8.8,41.9],[8.8,42.0],[8.7,41.9]]]")});
    REQUIRE(corse);
    CHECK(corse.value().outlines.count() == 1);
    const auto some =
        readFeatures({feature(castellane, square), feature(R"("")", square), feature("null", square),
                      feature("12.5", square), feature(R"("Castellane")", square), feature("-4039", square)});
    REQUIRE(some);
    CHECK(some.value().outlines.count() == 1);
    CHECK(support::plain(some.value().summary.join(u' ')).contains(u"5 autres objets du fichier laissés de côté"_s));
}

TEST_CASE("coordinates of a wrong kind never make a place")
{
    for (const QByteArray &coordinates :
         {QByteArray(R"("6.5 43.9")"), QByteArray("null"), QByteArray("12"), QByteArray("true"), QByteArray("{}"),
          QByteArray("[]"), QByteArray("[[]]"), QByteArray("[[[]]]"),
          QByteArray(R"([[["6.5","43.9"],["6.6","43.9"],["6.6","44"]]])"),
          QByteArray("[[[null,null],[null,null],[null,null]]]"), QByteArray(R"([[{"x":6.5,"y":43.9}]])")}) {
        CAPTURE(coordinates.toStdString());
        const auto read = readFeatures({feature(castellane, coordinates), feature(R"("04008")", square)});
        if (!read) {
            CHECK(read.error().code == base::ErrorCode::Damaged);
            continue;
        }
        CHECK(read.value().outlines.count() == 1); // the other one
        for (const reference::Contour &outline : kept(read.value()))
            CHECK(outline.code != u"04039");
    }
}

TEST_CASE("a hundred thousand places of one commune are kept, one more than the limit is not")
{
    constexpr int count = 100'000;
    QByteArray ring = "[";
    for (int i = 0; i < count; ++i) {
        const double angle = 6.283185307 * i / count;
        ring += "[" + QByteArray::number(6.5 + std::cos(angle), 'f', 5) + "," +
                QByteArray::number(44 + std::sin(angle), 'f', 5) + "],";
    }
    ring += "[7.50000,44.00000]]";
    const auto read = readFeatures({feature(castellane, "[" + ring + "]")});
    REQUIRE(read);
    const auto outlines = kept(read.value());
    CHECK(outlines.front().polygons.front().front().size() > 90'000);
    ContourLimits limits;
    limits.points = count;
    const auto refused = readFeatures({feature(castellane, "[" + ring + "]")}, limits);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == base::ErrorCode::Hostile);
    CHECK(refused.error().message.contains(u"communes-100m.geojson"_s));
}
