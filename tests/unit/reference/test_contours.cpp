// The file of outlines: what is written is read again, only what is wanted is read, and what is damaged is told.
#include "reference/contours.h"
#include "reference/contours_codec.h"

#include "base/file.h"
#include "support/catch.h"
#include "support/outlines.h"

#include <QFile>
#include <QTemporaryDir>
#include <set>

using namespace reference;
using namespace Qt::Literals::StringLiterals;

namespace
{

const ContourOrigin origin{u"communes-100m.geojson"_s, u"Essai, 2026"_s, QDate(2026, 11, 23), 0};

// A store in a folder of its own.
struct Store {
    QTemporaryDir folder;
    ContourStore store{folder.filePath(u"contours.dat"_s)};

    void write(const std::vector<Contour> &contours) const
    {
        ContourBuilder builder;
        for (const Contour &each : contours)
            builder.add(each);
        REQUIRE(store.replace(builder, origin));
    }
    [[nodiscard]] QByteArray bytes() const { return base::readFile(store.file()).value(); }
    void put(const QByteArray &bytes) const { REQUIRE(base::writeFile(store.file(), bytes)); }
};

Contour randomContour(std::mt19937 &random, const QString &code)
{
    const auto pick = [&random](int low, int high) { return std::uniform_int_distribution(low, high)(random); };
    Contour contour{code, u"Nom « %1 » é"_s.arg(pick(0, 999)), {}};
    for (int i = pick(1, 3); i > 0; --i) {
        ContourPolygon polygon;
        for (int k = pick(1, 3); k > 0; --k) {
            ContourRing ring;
            for (int p = pick(3, 40); p > 0; --p)
                ring.push_back({pick(-18'000'000, 18'000'000), pick(-9'000'000, 9'000'000)});
            polygon.push_back(ring);
        }
        contour.polygons.push_back(polygon);
    }
    return contour;
}

bool same(const Contour &a, const Contour &b)
{
    return a.code == b.code && a.nom == b.nom && a.polygons == b.polygons;
}

} // namespace

TEST_CASE("outlines of any shape are read as they were written")
{
    std::mt19937 random(20261123);
    for (int turn = 0; turn < 200; ++turn) {
        QByteArray bytes;
        std::vector<Contour> written;
        for (int i = 0; i < 5; ++i) {
            written.push_back(randomContour(random, u"040%1"_s.arg(i, 2, 10, QLatin1Char('0'))));
            encode(written.back(), bytes);
        }
        const auto read = decodeContours(bytes);
        REQUIRE(read);
        REQUIRE(read->size() == written.size());
        for (size_t i = 0; i < written.size(); ++i)
            CHECK(same((*read)[i], written[i]));
    }
}

TEST_CASE("bytes that are no outlines are refused, whatever they announce")
{
    std::mt19937 random(7);
    QByteArray bytes;
    encode(randomContour(random, u"04006"_s), bytes);
    for (qsizetype size = 1; size < bytes.size(); ++size)
        CHECK_FALSE(decodeContours(bytes.first(size)));
    CHECK_FALSE(decodeContours(QByteArray("\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x7F")));
    // No text, no name, then as many polygons as there could be atoms.
    CHECK_FALSE(decodeContours(QByteArrayView("\0\0\xFF\xFF\xFF\xFF\x7F\1\1\1", 10)));
    std::uniform_int_distribution<int> byte(0, 255);
    for (int turn = 0; turn < 2'000; ++turn) {
        QByteArray noise(int(random() % 60), '\0');
        for (char &each : noise)
            each = char(byte(random));
        (void)decodeContours(noise); // neither a crash nor an endless memory
    }
    SUCCEED();
}

TEST_CASE("the store gives the départements of the communes asked for and those that come near them")
{
    Store file;
    Contour near = outlines::square(u"83001"_s, 6, 0); // east of a grid of six columns
    Contour far = outlines::square(u"05001"_s, 60, 0);
    std::vector<Contour> all = outlines::grid(6, 6);
    all.push_back(near);
    all.push_back(far);
    file.write(all);
    const auto read = file.store.around({u"04006"_s, u"04059"_s, outlines::codes().at(5)});
    REQUIRE(read);
    CHECK(read.value().communes.size() == 37);
    CHECK(read.value().find(u"83001"_s));
    CHECK_FALSE(read.value().find(u"05001"_s));
    CHECK(same(*read.value().find(u"04006"_s), all[1]));
    CHECK(std::is_sorted(read.value().communes.begin(), read.value().communes.end(),
                         [](const Contour &a, const Contour &b) { return a.code < b.code; }));
    const auto alone = file.store.around({u"05001"_s});
    REQUIRE(alone);
    CHECK(alone.value().communes.size() == 1);
    CHECK(file.store.around({}).value().communes.empty());
}

TEST_CASE("the store says what was imported, in the words to cite")
{
    Store file;
    file.write(outlines::grid(3, 3));
    const auto known = file.store.origin();
    REQUIRE(known);
    CHECK(known.value().communes == 9);
    CHECK(known.value().fichier == origin.fichier);
    CHECK(known.value().importeLe == origin.importeLe);
    CHECK(known.value().citation() == u"Essai, 2026");
    CHECK(ContourOrigin{u"a.geojson"_s, u"  "_s, {}, 0}.citation() == u"a.geojson");
    CHECK(ContourOrigin{u"a.geojson"_s, {}, QDate(2027, 3, 12), 0}.citation() == u"fichier importé le 12 mars 2027");
}

TEST_CASE("a code given twice is one commune, and rings that are none are left out")
{
    Store file;
    Contour first = outlines::square(u"04006"_s, 0, 0);
    const Contour second = outlines::square(u"04006"_s, 3, 0);
    first.polygons.push_back({{{1, 1}, {2, 2}}});                       // no outside at all
    first.polygons.push_back({outlines::cell(1, 1), {{5, 5}, {6, 6}}}); // a hole of two points
    ContourBuilder builder;
    builder.add(first);
    builder.add(second);
    builder.add({u"04007"_s, {}, {{{{1, 1}, {2, 2}}}}});
    CHECK(builder.count() == 1);
    REQUIRE(file.store.replace(builder, origin));
    const auto read = file.store.around({u"04006"_s});
    REQUIRE(read);
    REQUIRE(read.value().communes.size() == 1);
    const Contour &kept = read.value().communes.front();
    REQUIRE(kept.polygons.size() == 3);
    CHECK(kept.polygons[1].size() == 1);
    CHECK(kept.box().right == outlines::corner.x + 4 * outlines::side);
}

TEST_CASE("without an import, the sentence says that everything else works")
{
    const Store file;
    const auto read = file.store.around({u"04006"_s});
    REQUIRE_FALSE(read);
    CHECK(read.error().code == base::ErrorCode::NotFound);
    CHECK(read.error().message.contains(u"tout le reste fonctionne"));
    CHECK(file.store.origin().error().code == base::ErrorCode::NotFound);
}

TEST_CASE("a file damaged anywhere is told, never drawn wrong")
{
    Store file;
    const std::vector<Contour> all = outlines::grid(6, 6, 3);
    file.write(all);
    const QByteArray sound = file.bytes();
    const QStringList codes{u"04006"_s};
    std::mt19937 random(3);
    for (int turn = 0; turn < 400; ++turn) {
        QByteArray bytes = sound;
        const auto at = qsizetype(random() % unsigned(bytes.size()));
        bytes[at] = char(bytes[at] ^ (1 << (random() % 8)));
        file.put(bytes);
        const auto read = file.store.around(codes);
        if (read) { // an accident that changes nothing would be a wonder
            CAPTURE(at);
            FAIL("taken as sound");
        }
        CHECK((read.error().code == base::ErrorCode::Damaged || read.error().code == base::ErrorCode::Newer));
        CHECK(read.error().message.contains(u"Importez de nouveau"));
    }
    for (qsizetype size = 0; size < sound.size(); size += 97) {
        file.put(sound.first(size));
        CHECK_FALSE(file.store.around(codes));
    }
    file.put(sound);
    CHECK(file.store.around(codes));
}

TEST_CASE("a file of a later program is not read as if it were ours")
{
    Store file;
    file.write(outlines::grid(2, 2));
    file.put(QByteArray(file.bytes()).replace("atelier-contours\t1", "atelier-contours\t2"));
    CHECK(file.store.origin().error().code == base::ErrorCode::Newer);
    file.put("n’importe quoi");
    CHECK(file.store.origin().error().code == base::ErrorCode::Damaged);
}

TEST_CASE("a second import takes the place of the first, or leaves it when it can't be written")
{
    Store file;
    file.write(outlines::grid(3, 3));
    file.write(outlines::grid(2, 2));
    CHECK(file.store.origin().value().communes == 4);
    const ContourStore nowhere(file.folder.filePath(u"absent/contours.dat"_s));
    CHECK_FALSE(nowhere.replace({}, origin));
    CHECK(file.store.origin().value().communes == 4);
}

TEST_CASE("départements are those of the codes")
{
    CHECK(departementOfCode(u"04039"_s) == u"04");
    CHECK(departementOfCode(u"2A004"_s) == u"2A");
    CHECK(departementOfCode(u"97411"_s) == u"974");
    CHECK(departementOfCode(u"98735"_s) == u"987");
}
