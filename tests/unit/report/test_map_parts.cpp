// The parts of a map: hatches, legend, shades; and any territory of a mosaic drawn without a fault.
#include "map_samples.h"
#include "report/map_legend.h"
#include "report/map_lines.h"

#include <cmath>
#include <set>

using namespace report;
using namespace report::maps;
using namespace Qt::Literals::StringLiterals;

namespace
{

using Points = std::vector<QPointF>;

double lengthOf(const std::vector<Path> &lines)
{
    double length = 0;
    for (const Path &each : lines)
        length += std::hypot(each.points[1].x() - each.points[0].x(), each.points[1].y() - each.points[0].y());
    return length;
}

QStringList textsOf(const std::vector<Drawing> &drawings)
{
    QStringList texts;
    for (const Drawing &drawing : drawings)
        if (const auto *label = std::get_if<Label>(&drawing))
            texts << support::plain(label->text);
    return texts;
}

Legend legend(const std::vector<Shade> &shades, double width, bool limits = false, bool around = false,
              const QStringList &others = {}, double scale = 2)
{
    return legendOf({shades, limits, around, others, scale}, width, {});
}

} // namespace

TEST_CASE("Hatches cover an area evenly, stay inside, and leave holes white")
{
    const Points square{{0, 0}, {60, 0}, {60, 60}, {0, 60}};
    const std::vector<Path> plain = hatched({&square}, 0x112233);
    // Lines a millimetre and a half apart: so much length for so much area.
    CHECK(lengthOf(plain) == Approx(3'600 / 1.5).epsilon(0.03));
    for (const Path &each : plain) {
        CHECK_FALSE(each.closed);
        CHECK(each.stroke->color == 0x112233);
        for (const QPointF &point : each.points)
            CHECK(QRectF(-0.01, -0.01, 60.02, 60.02).contains(point));
    }
    const Points hole{{20, 20}, {40, 20}, {40, 40}, {20, 40}};
    const std::vector<Path> holed = hatched({&square, &hole}, 0);
    CHECK(lengthOf(holed) == Approx(3'200 / 1.5).epsilon(0.03));
    for (const Path &each : holed)
        CHECK_FALSE(QRectF(20.1, 20.1, 19.8, 19.8).contains((each.points[0] + each.points[1]) / 2));
    // Two areas side by side are hatched by lines that go on from one to the other.
    const Points left{{0, 0}, {30, 0}, {30, 60}, {0, 60}};
    const Points right{{30, 0}, {60, 0}, {60, 60}, {30, 60}};
    CHECK(hatched({&left, &right}, 0).size() == plain.size());
    CHECK(hatched({}, 0).empty());
}

TEST_CASE("A legend goes to the line before it is too wide, and cuts what never fits")
{
    const std::vector<Shade> shades{{u"Moins de 200 habitants"_s, 0xD9EDEB},
                                    {u"200 à 499"_s, 0xA6D0CD},
                                    {u"500 habitants et plus"_s, 0x2A7B78, true}};
    const Legend wide = legend(shades, 160);
    const Legend narrow = legend(shades, 50);
    CHECK(narrow.height > 2 * wide.height);
    for (const auto &[each, width] : {std::pair(&wide, 160.0), std::pair(&narrow, 50.0)})
        for (const Drawing &drawing : each->drawings) {
            const QRectF area = areaOf(drawing);
            CHECK(area.right() <= width + 0.5);
            CHECK(area.bottom() <= each->height + 0.5);
        }
    const Legend named = legend({{u"Communauté de communes au nom bien trop long pour la place qu’il a"_s, 0}}, 40);
    CHECK(textsOf(named.drawings).front().endsWith(u'…'));
}

TEST_CASE("A legend tells of limits, neighbours and other CPTS only when they are drawn")
{
    const std::vector<Shade> shades{{u"ZIP"_s, 0x2A7B78}};
    CHECK(textsOf(legend(shades, 160).drawings) == QStringList{u"ZIP"_s, u"10 km"_s});
    CHECK(textsOf(legend(shades, 160, true, true, {u"CPTS A"_s, u"CPTS B"_s}).drawings) ==
          QStringList{u"ZIP"_s, u"Limite d’intercommunalité"_s, u"Autres CPTS : CPTS A et CPTS B"_s,
                      u"Communes voisines"_s, u"10 km"_s});
}

TEST_CASE("The scale is a round length that fits")
{
    const auto scale = [](double millimetresPerKilometre) {
        return textsOf(legend({}, 160, false, false, {}, millimetresPerKilometre).drawings).value(0);
    };
    CHECK(scale(2) == u"10 km");
    CHECK(scale(3) == u"10 km");
    CHECK(scale(3.1) == u"5 km");
    CHECK(scale(0.1) == u"200 km");
    CHECK(scale(20) == u"1 km");
    CHECK(scale(50) == u"500 m");
    for (const double each : {0.05, 0.3, 1.7, 9.0, 60.0}) {
        const Legend one = legend({}, 160, false, false, {}, each);
        const auto *line = std::get_if<Path>(&one.drawings.front());
        REQUIRE(line);
        const double length = line->points[2].x() - line->points[1].x();
        CHECK(length <= 30.01);
        CHECK(length > 10);
    }
}

TEST_CASE("Shades that no commune has are not in the legend, every commune has one of those that are")
{
    for (const MapColour colour : {MapColour::Population, MapColour::Zonage, MapColour::Intercommunalite})
        for (const int count : {1, 2, 5, 20}) {
            std::vector<int> squares;
            for (int i = 0; i < count; ++i)
                squares.push_back(i);
            const domain::Projet projet = ::maps::territory(squares);
            const Theme theme = themeOf({.colour = colour}, projet, support::references());
            std::set<size_t> used;
            for (const auto &[id, commune] : projet.communes) {
                REQUIRE(theme.shadeOf.contains(commune.code));
                used.insert(theme.shadeOf.at(commune.code));
                CHECK(theme.values.contains(commune.code));
            }
            CHECK(used.size() == theme.shades.size());
            CHECK(*used.rbegin() == theme.shades.size() - 1);
        }
}

TEST_CASE("Populations that are unknown, equal or nought are mapped")
{
    domain::Projet projet = ::maps::territory({0, 1, 2, 3});
    const auto shades = [&projet] {
        QStringList names;
        for (const Shade &shade : themeOf({}, projet, support::references()).shades)
            names << support::plain(shade.name);
        return names;
    };
    for (const auto &[id, commune] : projet.communes)
        projet.communes.find(id)->population = 150;
    CHECK(shades() == QStringList{u"150 habitants"_s});
    for (const auto &[id, commune] : projet.communes)
        projet.communes.find(id)->population.reset();
    CHECK(shades() == QStringList{u"Non renseigné"_s});
    projet.communes.find(projet.communes.begin()->first)->population = 0;
    CHECK(shades() == QStringList{u"0 habitants"_s, u"Non renseigné"_s});
    MapValues values;
    values.title = u"Rien"_s;
    values.values = {{outlines::codes().at(0), std::nan("")}};
    CHECK(themeOf({.colour = MapColour::Valeurs, .values = &values}, projet, support::references()).shades.size() == 1);
}

TEST_CASE("Any territory of a mosaic is drawn whole: areas, limits, names in their commune")
{
    std::mt19937 random(99);
    for (int turn = 0; turn < 25; ++turn) {
        std::vector<int> squares;
        for (int i = 0; i < 36; ++i)
            if (random() % 3 != 0)
                squares.push_back(i);
        domain::Projet projet = ::maps::territory(squares);
        for (const auto &[id, commune] : projet.communes)
            if (random() % 2)
                projet.communes.find(id)->epci = u"200067437"_s;
        std::vector<reference::Contour> contours = outlines::grid(6, 6, 4);
        if (turn % 2)
            outlines::jitter(contours, 6, unsigned(turn));
        MapRequest request;
        request.colour =
            std::array{MapColour::Population, MapColour::Zonage, MapColour::Intercommunalite}[size_t(turn % 3)];
        const TerritoryMap made = ::maps::map(projet, request, outlines::contours(contours));
        CAPTURE(turn);
        const QRectF frame = QRectF(QPointF(0, 0), made.figure.size).adjusted(-0.6, -0.6, 0.6, 0.6);
        for (const Drawing &drawing : made.figure.drawings)
            CHECK(frame.contains(areaOf(drawing).adjusted(0, 0, 1e-6, 1e-6)));
        for (const MapArea &area : made.areas) {
            const auto commune = support::references().communes().find(area.code);
            REQUIRE(commune);
            for (const Drawing &drawing : made.figure.drawings) {
                const auto *label = std::get_if<Label>(&drawing);
                if (label && label->text == commune->nom)
                    CHECK(area.holds(label->area().center()));
            }
        }
        CHECK(made.figure.values.rows.size() == squares.size() + 1);
        // The same request gives the same drawings.
        const TerritoryMap again = ::maps::map(projet, request, outlines::contours(contours));
        CHECK(again.figure.drawings.size() == made.figure.drawings.size());
        CHECK(again.figure.description == made.figure.description);
    }
}

TEST_CASE("A figure moves as one thing")
{
    Drawing rectangle = Rectangle{{1, 2, 3, 4}, 0, {}};
    Drawing path = Path{{{1, 2}, {3, 4}}};
    Drawing label = Label{{1, 2}, u"a"_s};
    for (Drawing *each : {&rectangle, &path, &label}) {
        const QRectF before = areaOf(*each);
        moveBy(*each, {10, 20});
        CHECK(areaOf(*each).topLeft() == before.topLeft() + QPointF(10, 20));
        CHECK(areaOf(*each).size() == before.size());
    }
}
