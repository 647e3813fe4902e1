// Reading of GeoJSON: each feature as it is written, whatever stands around it, and nothing held longer than needed.
#include "imports/geojson.h"

#include "support/catch.h"

#include <QFile>
#include <QTemporaryDir>

using namespace imports;
using namespace Qt::Literals::StringLiterals;

namespace
{

struct Read {
    std::vector<GeoFeature> features;
    std::vector<QString> systems;
    base::Result<void> result;
};

Read read(const QByteArray &bytes, const GeoLimits &limits = {1'000'000, 10'000}, const Watch &watch = {})
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"essai.geojson"_s));
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(bytes);
    file.close();
    Read all;
    all.result = readGeoJson(file.fileName(), limits, watch, [&all](const GeoFeature &feature, const QString &system) {
        all.features.push_back(feature);
        all.systems.push_back(system);
        return base::Result<void>();
    });
    return all;
}

QByteArray collection(const QByteArray &features)
{
    return R"({"type":"FeatureCollection","features":[)" + features + "]}";
}

QByteArray geometry(const QByteArray &type, const QByteArray &coordinates)
{
    return R"({"type":"Feature","properties":{},"geometry":{"type":")" + type + R"(","coordinates":)" + coordinates +
           "}}";
}

} // namespace

TEST_CASE("polygons come with their rings, in their order, points as written")
{
    const Read all = read(
        collection(geometry("Polygon", "[[[0,1],[2.5,-3e1],[4,5],[0,1]],[[1,1],[1,2],[2,2],[1,1]]]") + "," +
                   geometry("MultiPolygon",
                            "[[[[0,0],[1,0],[1,1],[0,0]]],[[[5,5],[6,5],[6,6],[5,5]],[[7,7],[8,7],[8,8],[7,7]]]]")));
    REQUIRE(all.result);
    REQUIRE(all.features.size() == 2);
    const auto &first = all.features[0].polygons;
    REQUIRE(first.size() == 1);
    REQUIRE(first[0].size() == 2);
    REQUIRE(first[0][0].size() == 4);
    CHECK(first[0][0][1].x == 2.5);
    CHECK(first[0][0][1].y == -30);
    CHECK(first[0][1][2].x == 2);
    const auto &second = all.features[1].polygons;
    REQUIRE(second.size() == 2);
    CHECK(second[0].size() == 1);
    REQUIRE(second[1].size() == 2);
    CHECK(second[1][1][0].x == 7);
}

TEST_CASE("what is no area has no polygon, and does not spoil the next feature")
{
    const QByteArray area = geometry("Polygon", "[[[0,0],[1,0],[1,1],[0,0]]]");
    for (const QByteArray &other :
         {geometry("Point", "[1,2]"), geometry("LineString", "[[1,2],[3,4]]"),
          geometry("MultiLineString", "[[[1,2],[3,4]],[[5,6],[7,8]]]"),
          QByteArray(R"({"type":"Feature","properties":{},"geometry":null})"),
          QByteArray(R"({"type":"Feature","properties":{},"geometry":{"type":"GeometryCollection","geometries":[)"
                     R"({"type":"Polygon","coordinates":[[[9,9],[8,9],[8,8],[9,9]]]}]}})"),
          QByteArray(R"({"type":"Feature","properties":null})"), geometry("Polygon", "[]"), QByteArray("{}")}) {
        CAPTURE(other.toStdString());
        const Read all = read(collection(area + "," + other + "," + area));
        REQUIRE(all.result);
        REQUIRE(all.features.size() == 3);
        CHECK(all.features[1].polygons.empty());
        for (const size_t i : {size_t(0), size_t(2)}) {
            REQUIRE(all.features[i].polygons.size() == 1);
            CHECK(all.features[i].polygons[0][0].size() == 4);
        }
    }
}

TEST_CASE("properties are texts and whole numbers, those of one feature are not those of the next")
{
    const Read all = read(collection(
        R"({"properties":{"code":"04006","n":12,"negatif":-3,"part":0.5,"vrai":true,"rien":null,"liste":["un","deux"],)"
        R"("objet":{"code":"99999"}},"id":"x"},{"properties":{"autre":"é"},"geometry":null})"));
    REQUIRE(all.result);
    REQUIRE(all.features.size() == 2);
    const auto &first = all.features[0].properties;
    CHECK(first.at(u"code"_s) == u"04006");
    CHECK(first.at(u"n"_s) == u"12");
    CHECK(first.at(u"negatif"_s) == u"-3");
    CHECK(first.at(u"liste"_s) == u"un");
    CHECK_FALSE(first.contains(u"part"_s));
    CHECK_FALSE(first.contains(u"vrai"_s));
    CHECK(first.at(u"objet"_s) == u"99999"); // under its own name: it never passes for the code
    CHECK(all.features[1].properties == std::map<QString, QString>{{u"autre"_s, u"é"_s}});
}

TEST_CASE("the system of coordinates is told with each feature, when the file says it before")
{
    const QByteArray crs = R"("crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::2154"}})";
    const QByteArray features = R"("features":[{"properties":{}}])";
    const Read before = read("{" + crs + "," + features + "}");
    REQUIRE(before.result);
    CHECK(before.systems.front().contains(u"EPSG::2154"));
    const Read after = read("{" + features + "," + crs + "}");
    REQUIRE(after.result);
    CHECK(after.systems.front().isEmpty());
}

TEST_CASE("the sink stops the reading with its own words")
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"a.geojson"_s));
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(collection("{},{},{}"));
    file.close();
    int seen = 0;
    const auto result = readGeoJson(file.fileName(), {1'000, 10}, {}, [&seen](const GeoFeature &, const QString &) {
        return ++seen == 2 ? base::Result<void>(base::Error{base::ErrorCode::Invalid, u"Assez."_s, {}})
                           : base::Result<void>();
    });
    REQUIRE_FALSE(result);
    CHECK(result.error().message == u"Assez.");
    CHECK(seen == 2);
}

TEST_CASE("points of other depths than the first of their geometry are refused")
{
    for (const char *coordinates :
         {"[[[0,0],[1,0],[[1,1]],[0,0]]]", "[[[0,0],[1,0],3,[0,0]]]", "[[[0,0],[1],[0,0]]]"}) {
        CAPTURE(coordinates);
        const Read all = read(collection(geometry("Polygon", coordinates)));
        REQUIRE_FALSE(all.result);
        CHECK(all.result.error().code == base::ErrorCode::Damaged);
    }
}

TEST_CASE("a file longer than a block is read whole, and progress goes to its end")
{
    QByteArray features;
    constexpr int count = 20'000;
    for (int i = 0; i < count; ++i)
        features += (i ? "," : "") + geometry("Polygon", "[[[0,0],[1,0],[1,1],[0,0]]]");
    const QByteArray bytes = collection(features);
    REQUIRE(bytes.size() > 3 * 256 * 1024);
    qint64 last = 0;
    int steps = 0;
    Watch watch;
    watch.progress = [&](qint64 done, qint64 total) {
        CHECK(done > last);
        CHECK(total == bytes.size());
        last = done;
        ++steps;
    };
    const Read all = read(bytes, {10'000'000, 1'000'000}, watch);
    REQUIRE(all.result);
    CHECK(all.features.size() == count);
    CHECK(last == bytes.size());
    CHECK(steps > 3);
    // Stopped in the middle, it stops at once.
    watch.progress = {};
    int asked = 0;
    watch.cancelled = [&asked] { return ++asked > 2; };
    const Read part = read(bytes, {10'000'000, 1'000'000}, watch);
    REQUIRE_FALSE(part.result);
    CHECK(part.result.error().code == base::ErrorCode::Cancelled);
    CHECK(part.features.size() < count);
    CHECK(asked == 3);
}
