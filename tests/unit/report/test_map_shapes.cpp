// Outlines on the drawing: what is simplified stays true and shared, limits are where they are, classes are round.
#include "report/map_classes.h"
#include "report/map_lines.h"
#include "report/map_names.h"

#include "support/example.h"
#include "support/outlines.h"

#include <cmath>
#include <map>
#include <QRect>
#include <set>

using namespace report;
using namespace report::maps;
using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr int cellSize = 1'000;

// A mosaic of cells whose borders wander, each border the same for both sides.
class Mosaic
{
public:
    Mosaic(int columns, int rows, unsigned seed) : m_random(seed)
    {
        for (int row = 0; row < rows; ++row)
            for (int column = 0; column < columns; ++column) {
                Ring ring;
                append(ring, border(column, row, true), false);
                append(ring, border(column + 1, row, false), false);
                append(ring, border(column, row + 1, true), true);
                append(ring, border(column, row, false), true);
                cells.push_back(ring);
            }
    }

    std::vector<Ring> cells;

private:
    // From a corner, east or north.
    const Ring &border(int column, int row, bool east)
    {
        Ring &line = m_borders[{column, row, east}];
        if (!line.empty())
            return line;
        std::uniform_int_distribution<int> off(-120, 120);
        for (int i = 0; i <= 20; ++i) {
            const bool end = i == 0 || i == 20;
            const int along = i * cellSize / 20;
            const int aside = end ? 0 : off(m_random);
            line.push_back({column * cellSize + (east ? along : aside), row * cellSize + (east ? aside : along)});
        }
        return line;
    }
    static void append(Ring &ring, const Ring &line, bool backwards)
    {
        if (backwards)
            ring.insert(ring.end(), line.rbegin(), line.rend() - 1);
        else
            ring.insert(ring.end(), line.begin(), line.end() - 1);
    }

    std::mt19937 m_random;
    std::map<std::tuple<int, int, bool>, Ring> m_borders;
};

std::map<std::pair<Spot, Spot>, int> edges(const std::vector<Ring> &rings)
{
    std::map<std::pair<Spot, Spot>, int> counts;
    for (const Ring &ring : rings)
        for (size_t i = 0; i < ring.size(); ++i)
            ++counts[std::minmax(ring[i], ring[(i + 1) % ring.size()])];
    return counts;
}

double distanceTo(const Ring &ring, const Spot &spot)
{
    double least = 1e18;
    for (size_t i = 0; i < ring.size(); ++i) {
        const QPointF a(ring[i].x, ring[i].y);
        const QPointF b(ring[(i + 1) % ring.size()].x, ring[(i + 1) % ring.size()].y);
        const QPointF along = b - a;
        const QPointF away = QPointF(spot.x, spot.y) - a;
        const double square = QPointF::dotProduct(along, along);
        const double part = square > 0 ? std::clamp(QPointF::dotProduct(away, along) / square, 0.0, 1.0) : 0;
        const QPointF left = away - part * along;
        least = std::min(least, std::hypot(left.x(), left.y()));
    }
    return least;
}

Land land(const QString &code, const Ring &ring, const QString &epci, bool inside = true)
{
    return {code, code, inside, epci, {{ring}}};
}

Ring box(int left, int top, int right, int bottom)
{
    return {{left, top}, {right, top}, {right, bottom}, {left, bottom}};
}

double lengthOf(const std::vector<Ring> &lines)
{
    double length = 0;
    for (const Ring &line : lines)
        for (size_t i = 0; i + 1 < line.size(); ++i)
            length += std::hypot(line[i + 1].x - line[i].x, line[i + 1].y - line[i].y);
    return length;
}

} // namespace

TEST_CASE("simplified together, borders stay shared, true to the tolerance, and are fewer places")
{
    for (unsigned seed = 1; seed <= 20; ++seed) {
        const Mosaic before(4, 3, seed);
        std::vector<Ring> after = before.cells;
        std::vector<Ring *> rings;
        for (Ring &ring : after)
            rings.push_back(&ring);
        // The same cells walked the other way, from elsewhere: the result must not depend on it.
        for (size_t i = 0; i < after.size(); i += 2) {
            std::reverse(after[i].begin(), after[i].end());
            std::rotate(after[i].begin(), after[i].begin() + seed, after[i].end());
        }
        const double tolerance = 40;
        simplifyTogether(rings, tolerance);
        int alone = 0;
        for (const auto &[edge, count] : edges(after)) {
            CHECK(count <= 2);
            if (count == 1)
                alone += int(std::hypot(edge.second.x - edge.first.x, edge.second.y - edge.first.y));
        }
        int outside = 0;
        for (const auto &[edge, count] : edges(before.cells))
            if (count == 1)
                outside += int(std::hypot(edge.second.x - edge.first.x, edge.second.y - edge.first.y));
        CHECK(alone <= outside); // only the sides of the whole are of one cell
        CHECK(alone > 0);
        size_t places = 0;
        for (size_t i = 0; i < after.size(); ++i) {
            places += after[i].size();
            for (const Spot &spot : before.cells[i])
                CHECK(distanceTo(after[i], spot) <= tolerance + 1);
        }
        CHECK(places < before.cells.size() * 80 * 9 / 10);
    }
}

TEST_CASE("an island, and the hole that it fills, are simplified alike")
{
    Ring island;
    for (int i = 0; i < 200; ++i)
        island.push_back({5'000 + int(2'000 * std::cos(i * 0.0314159)), 5'000 + int(2'000 * std::sin(i * 0.0314159))});
    Ring hole(island.rbegin(), island.rend());
    std::rotate(hole.begin(), hole.begin() + 77, hole.end());
    std::vector<Ring *> rings{&island, &hole};
    simplifyTogether(rings, 30);
    CHECK(island.size() < 60);
    CHECK(std::set<Spot>(island.begin(), island.end()) == std::set<Spot>(hole.begin(), hole.end()));
    Ring speck{{0, 0}, {5, 0}, {5, 5}, {0, 5}, {0, 5}, {0, 0}};
    simplifyTogether({&speck}, 100);
    CHECK(speck.size() == 4); // it does not vanish, its doubled places do
}

TEST_CASE("the projection fills the frame, keeps proportions, north above")
{
    const reference::ContourBox shown{600'000, 4'400'000, 620'000, 4'410'000};
    const Projection projection(shown, QRectF(10, 20, 100, 100));
    const Spot southWest = projection({600'000, 4'400'000});
    const Spot northEast = projection({620'000, 4'410'000});
    CHECK(southWest.x == Approx(1'000).margin(2));
    CHECK(northEast.x == Approx(11'000).margin(2));
    CHECK(northEast.y < southWest.y);
    // Two tenths of a degree of longitude at 44° are some 16 km, one tenth of latitude some 11.
    CHECK((northEast.x - southWest.x) / 100.0 / projection.millimetresPerKilometre() == Approx(16.01).epsilon(0.01));
    CHECK((southWest.y - northEast.y) / 100.0 / projection.millimetresPerKilometre() == Approx(11.13).epsilon(0.01));
    CHECK(Projection::heightFor(shown, 100) == Approx(100 * 11.13 / 16.01).epsilon(0.01));
}

TEST_CASE("what is clipped is inside, and as large as it should be")
{
    const QRect frame(0, 0, 1'000, 1'000);
    CHECK(clipped(box(-500, -500, -100, -100), frame).size() < 3);
    CHECK(doubleArea(clipped(box(-500, 200, 500, 600), frame)) == 2 * 500 * 400);
    CHECK(doubleArea(clipped(box(-500, -500, 2'000, 2'000), frame)) == 2 * 1'000 * 1'000);
    for (const Spot &spot : clipped({{500, -700}, {1'700, 500}, {500, 1'700}, {-700, 500}}, frame)) {
        CHECK(spot.x >= 0);
        CHECK(spot.x <= 1'000);
        CHECK(spot.y >= 0);
        CHECK(spot.y <= 1'000);
    }
}

TEST_CASE("limits are drawn once, between intercommunalités and around the territory")
{
    // Two squares of one EPCI, one of another, a neighbour that is not of the territory.
    const std::vector<Land> lands{land(u"a"_s, box(0, 0, 50, 50), u"x"_s), land(u"b"_s, box(50, 0, 100, 50), u"x"_s),
                                  land(u"c"_s, box(100, 0, 150, 50), u"y"_s),
                                  land(u"d"_s, box(0, 50, 50, 100), u"x"_s, false)};
    const Limits limits = limitsOf(lands);
    CHECK(limits.epci.size() == 1);
    CHECK(lengthOf(limits.epci) == Approx(50));
    // However small the squares: what goes on straight after a border is not beside it.
    REQUIRE(limits.territory.size() == 1);
    CHECK(limits.territory.front().front() == limits.territory.front().back());
    CHECK(lengthOf(limits.territory) == Approx(400));
}

TEST_CASE("a border drawn twice is still one limit")
{
    const std::vector<Land> lands{land(u"a"_s, box(0, 0, 5'000, 5'000), u"x"_s),
                                  land(u"b"_s, {{5'030, 20}, {10'000, 0}, {10'000, 5'000}, {5'020, 4'990}}, u"y"_s),
                                  land(u"c"_s, {{10'010, 0}, {15'000, 0}, {15'000, 5'000}, {10'020, 5'000}}, u"y"_s)};
    const Limits limits = limitsOf(lands);
    CHECK(lengthOf(limits.epci) == Approx(5'000).epsilon(0.02));
    CHECK(lengthOf(limits.territory) == Approx(40'000).epsilon(0.02));
}

TEST_CASE("bounds are round, rising, few, and leave no class empty")
{
    CHECK(roundBounds({113, 150, 250, 300, 452, 700, 731, 994, 1519}) == std::vector<double>{200, 500, 1000});
    CHECK(roundBounds({7, 7, 7}).empty());
    CHECK(roundBounds({}).empty());
    CHECK(roundBounds({24.1, 26, 28.4, 30.2, 35.8}) == std::vector<double>{25, 30, 35});
    std::mt19937 random(4);
    for (int turn = 0; turn < 500; ++turn) {
        std::vector<double> values;
        const int count = 1 + int(random() % 60);
        const double scale = std::pow(10, int(random() % 8) - 2);
        for (int i = 0; i < count; ++i)
            values.push_back(turn % 2 ? scale * double(random() % 1'000)
                                      : scale * std::exp(double(random() % 900) / 100));
        const std::vector<double> bounds = roundBounds(values);
        CAPTURE(turn, bounds.size());
        CHECK(bounds.size() <= 4);
        std::set<size_t> used;
        for (const double value : values)
            used.insert(classOf(value, bounds));
        CHECK(used.size() == bounds.size() + 1);
        for (const double bound : bounds) {
            const double power = std::pow(10, std::floor(std::log10(std::abs(bound))) - 3);
            CHECK(std::abs(bound / power - std::round(bound / power)) < 1e-6); // four digits at most
        }
        CHECK(classNames(values, bounds, u"habitants"_s).size() == qsizetype(bounds.size()) + 1);
    }
}

TEST_CASE("classes are named as people say them")
{
    const auto names = [](const std::vector<double> &values, const std::vector<double> &bounds, const QString &unit) {
        return support::plain(classNames(values, bounds, unit).join(u" | "_s));
    };
    CHECK(names({10, 250, 3'000}, {200, 1'000}, u"habitants"_s) ==
          u"Moins de 200 habitants | 200 à 999 | 1 000 habitants et plus");
    CHECK(names({1, 2, 3}, {2, 3}, {}) == u"Moins de 2 | 2 | 3 et plus");
    CHECK(names({20.5, 26}, {22.5, 25}, u"%"_s) == u"Moins de 22,5 % | 22,5 à moins de 25 | 25 % et plus");
    CHECK(names({12, 12}, {}, u"%"_s) == u"12 %");
    CHECK(names({12, 14}, {}, u"%"_s) == u"12 à 14 %");
    CHECK(classNames({}, {}, {}).isEmpty());
}

TEST_CASE("words go where they hold, on two lines if they must, and touch nothing that is there")
{
    const Land wide = land(u"a"_s, box(0, 0, 6'000, 2'000), {});
    const auto inside = [](const Words &words, const QRectF &frame) {
        for (const Label &label : words.lines)
            CHECK(frame.contains(label.area()));
    };
    const auto one = wordsIn(wide, u"Saint-André-les-Alpes"_s, {});
    REQUIRE(one);
    CHECK(one->lines.size() == 1);
    inside(*one, QRectF(0, 0, 60, 20));
    const Land narrow = land(u"b"_s, box(0, 0, 2'100, 2'000), {});
    const auto two = wordsIn(narrow, u"Saint-André-les-Alpes"_s, {});
    REQUIRE(two);
    REQUIRE(two->lines.size() == 2);
    CHECK(two->lines[0].text == u"Saint-André-");
    CHECK(two->lines[1].text == u"les-Alpes");
    inside(*two, QRectF(0, 0, 21, 20));
    CHECK_FALSE(wordsIn(land(u"c"_s, box(0, 0, 500, 2'000), {}), u"Castellane"_s, {}));
    CHECK_FALSE(wordsIn(wide, u"Castellane"_s, {QRectF(0, 0, 60, 20)}));
    const QRectF taken(0, 0, 60, 10);
    const auto moved = wordsIn(wide, u"Castellane"_s, {taken});
    REQUIRE(moved);
    CHECK_FALSE(moved->area.intersects(taken));
    CHECK_FALSE(wordsIn(wide, u"  "_s, {}));
    // A hole is not inside.
    Land holed = wide;
    holed.polygons.front().push_back(box(1'000, 100, 5'000, 1'900));
    CHECK_FALSE(wordsIn(holed, u"Saint-André-les-Alpes"_s, {}));
}

TEST_CASE("words too wide for their place go over their neighbours, never over the outline of the territory")
{
    const Land narrow = land(u"a"_s, box(4'000, 4'000, 5'000, 5'000), {});
    const Land around = land(u"b"_s, box(1'000, 1'000, 9'000, 9'000), {});
    const Lands territory{&narrow, &around};
    CHECK_FALSE(wordsIn(narrow, u"Castellane"_s, {}, false, 8, 6));
    const auto over = wordsOver(narrow, u"Castellane"_s, territory, {});
    REQUIRE(over);
    CHECK(over->area.width() > 10);
    CHECK(over->area.center().x() == Approx(45));
    CHECK(over->area.center().y() == Approx(45).margin(1));
    const auto moved = wordsOver(narrow, u"Castellane"_s, territory, {over->area});
    CHECK((!moved || !moved->area.intersects(over->area)));
    CHECK_FALSE(wordsOver(narrow, u"Castellane"_s, {&narrow}, {}));
    CHECK_FALSE(wordsOver(land(u"c"_s, box(4'000, 4'000, 4'300, 5'000), {}), u"Castellane"_s, territory, {}));
    CHECK_FALSE(wordsOver(narrow, u" "_s, territory, {}));
}

TEST_CASE("words without any place in the territory stand around it, near, with a line that leads to their land")
{
    const QRectF frame(0, 0, 100, 100);
    const Land alone = land(u"a"_s, box(4'000, 4'000, 5'000, 5'000), {});
    const auto beside = wordsBeside(alone, u"Castellane"_s, {&alone}, frame, {});
    REQUIRE(beside);
    CHECK(frame.contains(beside->words.area));
    CHECK_FALSE(beside->words.area.intersects(QRectF(40, 40, 10, 10)));
    CHECK(QRectF(40, 40, 10, 10).contains(beside->to));
    CHECK(beside->words.area.adjusted(-0.1, -0.1, 0.1, 0.1).contains(beside->from));
    const auto other = wordsBeside(alone, u"Castellane"_s, {&alone}, frame, {beside->words.area});
    REQUIRE(other);
    CHECK_FALSE(other->words.area.intersects(beside->words.area));
    CHECK_FALSE(wordsBeside(alone, u"Castellane"_s, {&alone}, QRectF(38, 38, 14, 14), {}));
    CHECK_FALSE(wordsBeside(alone, u""_s, {&alone}, frame, {}));
}
