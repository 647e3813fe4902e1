// One piece or several, enclaves, islands: told of outlines drawn well, drawn twice, or with a hole.
#include "reference/territory_shape.h"

#include "shared_reference.h"
#include "support/catch.h"
#include "support/outlines.h"

#include <set>

using namespace reference;
using namespace Qt::Literals::StringLiterals;
using outlines::codes;
using outlines::grid;

namespace
{

QStringList cells(const std::vector<int> &numbers)
{
    QStringList list;
    for (const int number : numbers)
        list << codes().at(number);
    return list;
}

// The same by painting squares: what the real thing must find, however borders are drawn.
struct Painted {
    int columns;
    int rows;
    std::vector<bool> inside;

    [[nodiscard]] std::vector<std::set<int>> groups(bool wanted) const
    {
        std::vector<std::set<int>> found;
        std::set<int> seen;
        for (int start = 0; start < columns * rows; ++start) {
            if (inside[size_t(start)] != wanted || seen.contains(start))
                continue;
            std::vector<int> group{start};
            seen.insert(start);
            for (size_t i = 0; i < group.size(); ++i)
                for (const int next : beside(group[i]))
                    if (inside[size_t(next)] == wanted && seen.insert(next).second)
                        group.push_back(next);
            found.emplace_back(group.begin(), group.end());
        }
        return found;
    }
    [[nodiscard]] std::vector<int> beside(int at) const
    {
        std::vector<int> list;
        if (at % columns > 0)
            list.push_back(at - 1);
        if (at % columns < columns - 1)
            list.push_back(at + 1);
        if (at >= columns)
            list.push_back(at - columns);
        if (at < columns * (rows - 1))
            list.push_back(at + columns);
        return list;
    }
    [[nodiscard]] bool atEdge(int at) const
    {
        return at % columns == 0 || at % columns == columns - 1 || at < columns || at >= columns * (rows - 1);
    }
};

std::set<std::set<QString>> asSets(const std::vector<QStringList> &lists)
{
    std::set<std::set<QString>> sets;
    for (const QStringList &list : lists)
        sets.insert({list.begin(), list.end()});
    return sets;
}

std::set<QString> named(const std::set<int> &numbers)
{
    std::set<QString> names;
    for (const int each : numbers)
        names.insert(codes().at(each));
    return names;
}

} // namespace

TEST_CASE("squares side by side are neighbours, a corner is not enough")
{
    const std::vector<Contour> squares = grid(3, 3);
    const Borders borders(squares);
    CHECK(borders.neighbours(4) == std::vector<size_t>{1, 3, 5, 7});
    CHECK(borders.neighbours(0) == std::vector<size_t>{1, 3});
    CHECK(borders.open(4) == Approx(0).margin(1));
    // About 4 km wide and 5.6 km high.
    CHECK(borders.perimeter(4) == Approx(2 * (4'010 + 5'566)).epsilon(0.01));
    CHECK(borders.open(0) == Approx(4'010 + 5'566).epsilon(0.01));
}

TEST_CASE("borders drawn twice a little apart, or cut at other places, are borders")
{
    std::vector<Contour> squares = grid(3, 3, 7);
    outlines::jitter(squares, 12, 5); // some twelve metres
    const Borders moved(squares);
    CHECK(moved.neighbours(4) == std::vector<size_t>{1, 3, 5, 7});
    CHECK(moved.open(4) < 300);
    squares = grid(3, 3);
    squares[4] = outlines::square(codes().at(4), 1, 1, 6); // its neighbours have no place between the corners
    const Borders cut(squares);
    CHECK(cut.neighbours(4) == std::vector<size_t>{1, 3, 5, 7});
    CHECK(cut.open(4) < 300);
}

TEST_CASE("any choice of squares is told as painting them tells, drawn well or twice")
{
    std::mt19937 random(20260102);
    for (int turn = 0; turn < 60; ++turn) {
        const int columns = 3 + int(random() % 4);
        const int rows = 3 + int(random() % 4);
        std::vector<Contour> squares = grid(columns, rows, turn % 3 == 0 ? 0 : 4);
        if (turn % 3 == 2)
            outlines::jitter(squares, 8, unsigned(turn));
        Painted painted{columns, rows, std::vector<bool>(size_t(columns * rows), false)};
        QStringList territory;
        for (int i = 0; i < columns * rows; ++i)
            if (random() % 100 < 60) {
                painted.inside[size_t(i)] = true;
                territory << codes().at(i);
            }
        const TerritoryShape shape = territoryShape(squares, territory);
        std::set<std::set<QString>> parts;
        for (const auto &group : painted.groups(true))
            parts.insert(named(group));
        std::set<std::set<QString>> enclaves;
        for (const auto &group : painted.groups(false))
            if (std::none_of(group.begin(), group.end(), [&](int each) { return painted.atEdge(each); }))
                enclaves.insert(named(group));
        std::vector<QStringList> found;
        for (const auto &part : shape.parties)
            found.push_back(part.codes);
        CAPTURE(turn, columns, rows, territory.join(u' ').toStdString());
        CHECK(asSets(found) == parts);
        CHECK(asSets(shape.enclaves) == enclaves);
        CHECK(std::is_sorted(shape.parties.begin(), shape.parties.end(),
                             [](const auto &a, const auto &b) { return a.codes.size() > b.codes.size(); }));
    }
}

TEST_CASE("a commune in the hole of another is an enclave, and its hole alone is none")
{
    const QString around = codes().at(0);
    const QString within = codes().at(1);
    Contour outside{around, {}, {{outlines::cell(0, 0), {}}}};
    const ContourRing hole = outlines::rectangle(622'000, 4'392'000, 623'000, 4'393'000);
    outside.polygons.front()[1] = hole;
    const std::vector<Contour> both{outside, {within, {}, {{hole}}}};
    const TerritoryShape shape = territoryShape(both, {around});
    REQUIRE(shape.enclaves.size() == 1);
    CHECK(shape.enclaves.front() == QStringList{within});
    CHECK(territoryShape({outside}, {around}).enclaves.empty());
    CHECK(territoryShape(both, {around, within}).unSeulTenant());
}

TEST_CASE("what the sea or abroad borders is not enclosed")
{
    // A bay: the middle of the south side of a grid that ends there.
    const TerritoryShape bay = territoryShape(grid(3, 2), cells({0, 2, 3, 4, 5}));
    CHECK(bay.enclaves.empty());
    CHECK(bay.unSeulTenant());
}

TEST_CASE("an island is a part that nobody chose")
{
    std::vector<Contour> land = grid(3, 2);
    land.push_back(outlines::square(codes().at(6), 8, 0));
    const TerritoryShape shape = territoryShape(land, cells({0, 1, 6}));
    REQUIRE(shape.parties.size() == 2);
    CHECK(shape.parties[1].ile);
    CHECK_FALSE(shape.parties[0].ile);
    CHECK(shape.unSeulTenant());
    CHECK_FALSE(territoryShape(land, cells({0, 2})).unSeulTenant());
}

TEST_CASE("the shape is told in one line, names in French order")
{
    const Communes &communes = test::theCommunes();
    const std::vector<Contour> squares = grid(5, 5);
    const auto words = [&](const std::vector<int> &numbers) {
        const QStringList territory = cells(numbers);
        return shapeInWords(territoryShape(squares, territory), squares, communes);
    };
    CHECK(words({0}) == u"1 commune");
    CHECK(words({0, 1, 2}) == u"3 communes d’un seul tenant");
    CHECK(words({6, 7, 8, 11, 13, 16, 17, 18}) == u"8 communes d’un seul tenant · 1 enclave : Clumanc");
    const QString apart = words({0, 1, 5, 3, 23, 24});
    CHECK(apart.startsWith(u"6 communes en 3 parties : Allons, Allos et "_s)); // the first is named as the others are
    CHECK(apart.endsWith(u" ; La Rochette et Peyroules ; Annot"_s));
    CHECK_FALSE(apart.contains(u"île"_s));
    CHECK(shapeInWords(territoryShape(squares, cells({0, 2, 4, 10, 12, 14})), squares, communes, 2) ==
          u"6 communes en 6 parties : Allons ; Angles ; 4 autres");
    QStringList territory = cells({0, 1});
    territory << u"04218"_s << u"99999"_s;
    CHECK(shapeInWords(territoryShape(squares, territory), squares, communes) ==
          u"2 communes d’un seul tenant · 2 communes absentes des contours importés : 99999 et Thorame-Basse");
    CHECK(shapeInWords(territoryShape(squares, {u"99999"_s}), squares, communes).isEmpty());
    CHECK(territoryShape(squares, {u"99999"_s}).absentes == QStringList{u"99999"_s});
    CHECK(territoryShape({}, {}).parties.empty());
    CHECK(namesInWords(cells({0, 1, 2, 3}), squares, communes, 2) == u"Allons, Allos et 2 autres");
    CHECK(namesInWords(cells({0, 1, 2}), squares, communes, 2) == u"Allons, Allos et Angles");
}

TEST_CASE("a commune that has merged counts in the one it has become, unless the project still names it")
{
    const Communes &communes = test::theCommunes();
    std::vector<Contour> squares = grid(3, 3);
    squares[4].code = u"04010"_s; // Argens, in La Mure-Argens today
    squares[5].code = u"04136"_s; // La Mure-Argens
    const Contours contours = outlines::contours(squares);
    QStringList territory{u"04136"_s};
    for (const int i : {0, 1, 2, 3, 6, 7, 8})
        territory << codes().at(i);
    const std::vector<Contour> today = outlinesAround(contours, territory, communes);
    CHECK(today.size() == 8);
    const TerritoryShape shape = territoryShape(today, territory);
    CHECK(shape.unSeulTenant());
    CHECK(shape.enclaves.empty());
    const auto old = outlinesAround(contours, {u"04010"_s, u"04136"_s}, communes);
    CHECK(old.size() == 9);
}

TEST_CASE("of a city, its arrondissements or the whole, never both")
{
    const Communes &communes = test::theCommunes();
    const Contour city = outlines::square(u"13055"_s, 0, 0);
    const Contour one{u"13201"_s, {}, {{outlines::rectangle(620'000, 4'390'000, 622'500, 4'395'000)}}};
    const Contour two{u"13202"_s, {}, {{outlines::rectangle(622'500, 4'390'000, 625'000, 4'395'000)}}};
    const Contour beside = outlines::square(u"13001"_s, 1, 0);
    const auto names = [&](const std::vector<Contour> &of, const QStringList &territory) {
        QStringList list;
        for (const Contour &each : outlinesAround(outlines::contours(of), territory, communes))
            list << each.code;
        return list;
    };
    const std::vector<Contour> all{city, one, two, beside};
    CHECK(names(all, {u"13055"_s}) == QStringList{u"13001"_s, u"13055"_s});
    CHECK(names(all, {u"13001"_s}) == QStringList{u"13001"_s, u"13055"_s});
    CHECK(names(all, {u"13201"_s}) == QStringList{u"13001"_s, u"13201"_s, u"13202"_s});
    // A file that has the arrondissements alone: together they are the city.
    CHECK(names({one, two, beside}, {u"13055"_s}) == QStringList{u"13001"_s, u"13055"_s});
    // One that has the city alone: its arrondissement is missing, and said to be.
    CHECK(territoryShape(outlinesAround(outlines::contours({city, beside}), {u"13201"_s}, communes), {u"13201"_s})
              .absentes == QStringList{u"13201"_s});
}

TEST_CASE("only what lies around the territory is kept")
{
    std::vector<Contour> squares = grid(6, 6);
    const auto kept = outlinesAround(outlines::contours(squares), cells({0}), test::theCommunes());
    CHECK(kept.size() == 4); // itself and the three that touch its frame
    CHECK(outlinesAround(outlines::contours(squares), {}, test::theCommunes()).empty());
}
