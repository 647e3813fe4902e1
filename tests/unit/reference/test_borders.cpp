// Borders of outlines that wander, drawn once for both sides or simplified each by itself.
#include "reference/outlines.h"

#include "support/catch.h"
#include "support/outlines.h"

#include <cmath>
#include <set>

using namespace reference;

namespace
{

// A mosaic whose borders wander; the same line for both sides.
class Mosaic
{
public:
    Mosaic(int wide, int high, unsigned seed) : columns(wide), rows(high), m_random(seed)
    {
        for (int row = 0; row < rows; ++row)
            for (int column = 0; column < columns; ++column) {
                ContourRing ring;
                append(ring, border(column, row, true), false);
                append(ring, border(column + 1, row, false), false);
                append(ring, border(column, row + 1, true), true);
                append(ring, border(column, row, false), true);
                cells.push_back({outlines::codes().at(row * columns + column), {}, {{ring}}});
            }
    }

    int columns;
    int rows;
    std::vector<Contour> cells;

private:
    const ContourRing &border(int column, int row, bool east)
    {
        ContourRing &line = m_borders[{column, row, east}];
        constexpr int steps = 24;
        std::uniform_int_distribution<qint32> off(-400, 400);
        for (int i = 0; line.size() <= steps; ++i) {
            const qint32 along = outlines::side * i / steps;
            const qint32 aside = i == 0 || i == steps ? 0 : off(m_random);
            line.push_back({outlines::corner.x + column * outlines::side + (east ? along : aside),
                            outlines::corner.y + row * outlines::side + (east ? aside : along)});
        }
        return line;
    }
    static void append(ContourRing &ring, const ContourRing &line, bool backwards)
    {
        if (backwards)
            ring.insert(ring.end(), line.rbegin(), line.rend() - 1);
        else
            ring.insert(ring.end(), line.begin(), line.end() - 1);
    }

    std::mt19937 m_random;
    std::map<std::tuple<int, int, bool>, ContourRing> m_borders;
};

void checkNeighbours(const Mosaic &mosaic, const Borders &borders)
{
    for (int i = 0; i < mosaic.columns * mosaic.rows; ++i) {
        std::set<size_t> expected;
        const int column = i % mosaic.columns;
        const int row = i / mosaic.columns;
        if (column > 0)
            expected.insert(size_t(i - 1));
        if (column + 1 < mosaic.columns)
            expected.insert(size_t(i + 1));
        if (row > 0)
            expected.insert(size_t(i - mosaic.columns));
        if (row + 1 < mosaic.rows)
            expected.insert(size_t(i + mosaic.columns));
        const auto &found = borders.neighbours(size_t(i));
        CAPTURE(i);
        CHECK(std::set<size_t>(found.begin(), found.end()) == expected);
        CHECK(found.size() == expected.size());
    }
}

} // namespace

TEST_CASE("borders that wander are found, and closed where another outline follows them")
{
    for (unsigned seed = 1; seed <= 8; ++seed) {
        const Mosaic mosaic(4, 3, seed);
        const Borders borders(mosaic.cells);
        checkNeighbours(mosaic, borders);
        CHECK(borders.open(5) == 0); // in the middle
        CHECK(borders.open(0) > 8'000);
        CHECK(borders.open(0) < borders.perimeter(0));
    }
}

TEST_CASE("borders simplified each by itself are found again")
{
    for (unsigned seed = 1; seed <= 8; ++seed) {
        Mosaic mosaic(4, 3, seed);
        // Each outline loses its own places: one in eight, other ones for each.
        std::mt19937 random(seed);
        for (Contour &cell : mosaic.cells) {
            ContourRing &ring = cell.polygons.front().front();
            ContourRing kept;
            for (size_t i = 0; i < ring.size(); ++i)
                if (i % 24 == 0 || random() % 8 != 0)
                    kept.push_back(ring[i]);
            ring = kept;
        }
        const Borders borders(mosaic.cells);
        checkNeighbours(mosaic, borders);
    }
}

TEST_CASE("what comes near without touching is no neighbour")
{
    // A strip of a third commune between two squares, then a strip of nothing.
    const qint32 left = outlines::corner.x;
    const qint32 bottom = outlines::corner.y;
    for (const qint32 gap : {200, 1'000}) { // about 160 and 800 metres
        const std::vector<Contour> apart{
            {QStringLiteral("04005"), {}, {{outlines::rectangle(left, bottom, left + 5'000, bottom + 5'000)}}},
            {QStringLiteral("04006"),
             {},
             {{outlines::rectangle(left + 5'000 + gap, bottom, left + 10'000 + gap, bottom + 5'000)}}}};
        CHECK(Borders(apart).neighbours(0).empty());
        std::vector<Contour> between = apart;
        between.push_back({QStringLiteral("04007"),
                           {},
                           {{outlines::rectangle(left + 5'000, bottom, left + 5'000 + gap, bottom + 5'000)}}});
        const Borders borders(between);
        CHECK(borders.neighbours(0) == std::vector<size_t>{2});
        CHECK(borders.neighbours(2) == std::vector<size_t>{0, 1});
    }
}

TEST_CASE("outlines of several pieces are neighbours through any of them")
{
    Contour islands = outlines::square(QStringLiteral("04005"), 0, 0);
    islands.polygons.push_back({outlines::cell(4, 0)});
    const std::vector<Contour> all{islands, outlines::square(QStringLiteral("04006"), 1, 0),
                                   outlines::square(QStringLiteral("04007"), 5, 0)};
    const Borders borders(all);
    CHECK(borders.neighbours(0) == std::vector<size_t>{1, 2});
    CHECK(borders.neighbours(1) == std::vector<size_t>{0});
}

TEST_CASE("no outline, an outline alone, an outline of no size: nothing goes wrong")
{
    CHECK_NOTHROW(Borders({}));
    const Borders alone({outlines::square(QStringLiteral("04005"), 0, 0)});
    CHECK(alone.neighbours(0).empty());
    CHECK(alone.open(0) == Approx(alone.perimeter(0)));
    const Contour flat{QStringLiteral("04006"), {}, {{{{5, 5}, {5, 5}, {5, 5}}}}};
    const Borders degenerate({flat, flat});
    CHECK(degenerate.perimeter(0) == 0);
    CHECK(degenerate.open(0) == 0);
}
