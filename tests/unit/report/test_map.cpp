// The map as a figure: what it colours, what it says, and that it reads on paper.
#include "map_samples.h"
#include "unit/report/drawings_of.h"

#include <cmath>
#include <set>

using namespace maps;
using namespace report;

namespace
{

QStringList textsOf(const Figure &figure)
{
    QStringList texts;
    for (const Label &label : kinds<Label>(figure))
        texts << support::plain(label.text);
    return texts;
}

// What holds for any map.
void checkMap(const Figure &figure)
{
    constexpr double slack = 0.5;
    const QRectF frame = QRectF(QPointF(0, 0), figure.size).adjusted(-slack, -slack, slack, slack);
    CHECK(figure.size.width() <= 170);
    CHECK_FALSE(figure.title.isEmpty());
    CHECK_FALSE(figure.description.isEmpty());
    for (const Drawing &drawing : figure.drawings) {
        const QRectF area = areaOf(drawing);
        INFO(area.left() << " " << area.top() << " " << area.right() << " " << area.bottom());
        CHECK(frame.contains(area.adjusted(0, 0, 1e-6, 1e-6)));
    }
    const std::vector<Label> labels = kinds<Label>(figure);
    for (size_t i = 0; i < labels.size(); ++i)
        for (size_t k = i + 1; k < labels.size(); ++k) {
            INFO(labels[i].text.toStdString() << " / " << labels[k].text.toStdString());
            CHECK_FALSE(
                labels[i].area().adjusted(0, 0.6, 0, -0.6).intersects(labels[k].area().adjusted(0, 0.6, 0, -0.6)));
        }
}

double luminance(Color color)
{
    const auto linear = [](double channel) {
        return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(((color >> 16) & 0xFF) / 255.0) + 0.7152 * linear(((color >> 8) & 0xFF) / 255.0) +
           0.0722 * linear((color & 0xFF) / 255.0);
}

double contrast(Color a, Color b)
{
    const double x = luminance(a);
    const double y = luminance(b);
    return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

// The areas whose fill is one of these colours.
std::vector<Path> filled(const Figure &figure, Color color)
{
    std::vector<Path> found;
    for (const Path &path : kinds<Path>(figure))
        if (path.closed && path.fill == color)
            found.push_back(path);
    return found;
}

} // namespace

TEST_CASE("A map of the population: each commune in the colour of its class, every value in the table")
{
    const domain::Projet projet = territory(block(4, 3));
    const TerritoryMap made = map(projet);
    checkMap(made.figure);
    const MapLook look;
    size_t areas = 0;
    for (const Color color : look.ramp)
        areas += filled(made.figure, color).size();
    CHECK(areas == 12);
    CHECK_FALSE(filled(made.figure, look.around).empty());
    CHECK(made.areas.size() == 12);
    CHECK(made.figure.values.rows.size() == 13);
    CHECK(support::plain(made.figure.title) == u"Habitants des communes du territoire");
    CHECK(support::plain(made.shape) == u"12 communes d’un seul tenant");
    const QString told = support::plain(made.figure.description);
    CHECK(told.contains(u"12 communes d’un seul tenant"));
    CHECK(told.contains(u"Moins de 200 habitants : Allons ;"));
    for (const auto &[id, commune] : projet.communes)
        CHECK(told.contains(commune.nom));
    CHECK(support::plain(made.figure.source).contains(u"Insee, populations de référence 2023"));
    CHECK(support::plain(made.figure.source).endsWith(u"Contours des communes : Essai 2026."));
    CHECK(textsOf(made.figure).contains(u"Communes voisines"_s));
    CHECK(textsOf(made.figure).filter(u"km"_s).size() == 1);
}

TEST_CASE("What is told of the zoning is told without colours too")
{
    const TerritoryMap made = map(territory(block(4, 1)), {.colour = MapColour::Zonage});
    checkMap(made.figure);
    const MapLook look;
    // ZIP, ZAC, none and unknown: four greys far enough from each other, and hatches on one.
    const std::vector<Color> fills{look.ramp[3], look.ramp[1], look.ramp[0], look.unknown};
    for (const Color fill : fills)
        CHECK_FALSE(filled(made.figure, fill).empty());
    CHECK(contrast(fills[0], fills[1]) > 2);
    CHECK(contrast(fills[1], fills[2]) > 1.3);
    std::vector<Path> hatches;
    for (const Path &path : kinds<Path>(made.figure))
        if (!path.closed && path.points.size() == 2 && path.stroke && path.stroke->color == look.line)
            hatches.push_back(path);
    CHECK(hatches.size() > 5);
    const auto &zac = *std::find_if(made.areas.begin(), made.areas.end(),
                                    [](const MapArea &area) { return area.code == outlines::codes().at(1); });
    for (const Path &hatch : hatches)
        CHECK(zac.holds((hatch.points[0] + hatch.points[1]) / 2));
    const QString told = support::plain(made.figure.description);
    CHECK(told.contains(u"ZIP, zone d’intervention prioritaire : Allons"));
    CHECK(told.contains(u"À préciser : Annot"));
    CHECK(support::plain(made.figure.source).startsWith(u"Zonage de 2022."));
}

TEST_CASE("Intercommunalités have their letter, their limits, their name and their communes")
{
    domain::Projet projet = territory(block(4, 2));
    for (auto &[id, commune] : projet.communes)
        if (commune.code > outlines::codes().at(3))
            projet.communes.find(id)->epci = u"200067437"_s;
    const auto epci = support::references().communes().epci(u"200067437"_s);
    const TerritoryMap made = map(projet, {.colour = MapColour::Intercommunalite});
    checkMap(made.figure);
    const QStringList texts = textsOf(made.figure);
    CHECK(texts.count(u"A"_s) == 2); // on the map and in the legend
    CHECK(texts.count(u"B"_s) == 2);
    CHECK(texts.contains(u"Limite d’intercommunalité"_s));
    REQUIRE(epci);
    CHECK(texts.filter(support::plain(epci->nom)).size() == 1);
    // The official list has straight quotes.
    CHECK(texts.filter(u"CC Alpes-Provence-Verdon « Sources de lumière »"_s).size() == 1);
    CHECK(texts.filter(u"\""_s).isEmpty());
    std::vector<Path> thick;
    for (const Path &path : kinds<Path>(made.figure))
        if (path.stroke && path.stroke->width > 0.4)
            thick.push_back(path);
    CHECK(thick.size() == 3); // one limit, the outline, and the line of the legend
    const TerritoryMap alone = map(territory(block(4, 2)), {.colour = MapColour::Intercommunalite});
    CHECK_FALSE(textsOf(alone.figure).contains(u"Limite d’intercommunalité"_s));
    CHECK_FALSE(textsOf(alone.figure).contains(u"A"_s));
}

TEST_CASE("Any indicator is mapped with its unit, its source and its year, what is not known is said")
{
    const domain::Projet projet = territory(block(3, 3));
    MapValues values;
    values.title = u"Généralistes"_s;
    values.unit = u"pour 10 000 habitants"_s;
    values.source = u"CartoSanté"_s;
    values.year = 2024;
    double value = 2.5;
    for (const auto &[id, commune] : projet.communes)
        if (commune.code != outlines::codes().at(0))
            values.values[commune.code] = value += 0.75;
    const TerritoryMap made = map(projet, {.colour = MapColour::Valeurs, .values = &values});
    checkMap(made.figure);
    CHECK(support::plain(made.figure.title) == u"Généralistes (pour 10 000 habitants)");
    CHECK(support::plain(made.figure.source).startsWith(u"Source : CartoSanté, 2024."));
    CHECK(textsOf(made.figure).contains(u"Non renseigné"_s));
    CHECK(support::plain(made.figure.description).contains(u"Non renseigné : Allons"));
    values.values[outlines::codes().at(0)] = 1;
    CHECK_FALSE(
        textsOf(map(projet, {.colour = MapColour::Valeurs, .values = &values}).figure).contains(u"Non renseigné"_s));
}

TEST_CASE("An enclave is told, named, and can be pointed at, a place belongs to one commune")
{
    std::vector<int> squares = block(3, 3);
    std::erase(squares, 7); // the middle, of six columns
    const TerritoryMap made = map(territory(squares));
    checkMap(made.figure);
    CHECK(support::plain(made.shape).contains(u"1 enclave : Braux"));
    CHECK(textsOf(made.figure).contains(u"Braux"_s));
    REQUIRE(made.areas.size() == 9);
    CHECK(made.areas.back().code == outlines::codes().at(7));
    for (const MapArea &area : made.areas) {
        const QRectF box = areaOf(Path{area.rings.front()});
        for (const MapArea &other : made.areas)
            CHECK(other.holds(box.center()) == (&other == &area));
    }
}

TEST_CASE("Neighbouring communes are an option, and those of another CPTS are told apart")
{
    const domain::Projet projet = territory(block(2, 2));
    MapRequest request;
    request.around = false;
    const TerritoryMap alone = map(projet, request);
    checkMap(alone.figure);
    CHECK(filled(alone.figure, request.look.around).empty());
    CHECK_FALSE(textsOf(alone.figure).contains(u"Communes voisines"_s));
    request.around = true;
    request.autresCpts[outlines::codes().at(2)] = u"CPTS voisine"_s;
    const TerritoryMap beside = map(projet, request);
    checkMap(beside.figure);
    CHECK(filled(beside.figure, request.look.elsewhere).size() == 1);
    CHECK(textsOf(beside.figure).contains(u"Autre CPTS : CPTS voisine"_s));
    request.names = request.legend = false;
    CHECK(textsOf(map(projet, request).figure).isEmpty());
}

TEST_CASE("Words on a map are read on their colour")
{
    for (const MapColour colour : {MapColour::Population, MapColour::Zonage, MapColour::Intercommunalite}) {
        const TerritoryMap made = map(territory(block(6, 4)), {.colour = colour});
        checkMap(made.figure);
        for (const Label &label : kinds<Label>(made.figure)) {
            Color ground = 0xFFFFFF;
            for (const Path &path : kinds<Path>(made.figure))
                if (path.closed && path.fill && MapArea{{}, {}, {path.points}}.holds(label.area().center()))
                    ground = *path.fill;
            INFO(label.text.toStdString());
            CHECK(contrast(label.color, ground) >= 4.5);
        }
    }
}

TEST_CASE("A commune too small for its name has it over its borders, the most populated first, on its own colour")
{
    // Squares of about 8 mm: no name of two words fits in one.
    domain::Projet projet = territory(block(6, 6));
    const TerritoryMap made = map(projet, {.around = false, .size = {48, 48}});
    checkMap(made.figure);
    const QStringList texts = textsOf(made.figure);
    const auto named = [&texts](const QString &name) {
        return texts.contains(name) || texts.filter(name.left(name.indexOf(u'-') + 1)).size() > 0;
    };
    // The last square has the most inhabitants.
    const QString last = support::references().communes().find(outlines::codes().at(35))->nom;
    INFO(last.toStdString() << " in " << texts.join(u", "_s).toStdString());
    CHECK(named(last));
    size_t grounds = 0;
    for (const Rectangle &each : kinds<Rectangle>(made.figure))
        grounds += each.fill && each.rect.width() > 8 && each.rect.height() < 8;
    CHECK(grounds > 3);
}

TEST_CASE("Without an outline of the territory there is no map, what lacks some says which")
{
    const reference::Contours elsewhere = outlines::contours({outlines::square(u"05001"_s, 40, 0)});
    CHECK_FALSE(territoryMap(territory(block(2, 2)), support::references(), elsewhere));
    CHECK_FALSE(territoryMap({}, support::references(), contours()));
    std::vector<reference::Contour> some = outlines::grid(6, 6);
    some.erase(some.begin() + 1);
    const TerritoryMap made = map(territory(block(2, 2)), {}, outlines::contours(some));
    CHECK(support::plain(made.shape).contains(u"1 commune absente des contours importés : Allos"));
    CHECK(made.figure.values.rows.size() == 5); // it has its value all the same
}

TEST_CASE("A map fits the place it is given, from a card to a poster")
{
    for (const QSizeF size : {QSizeF(60, 60), QSizeF(87, 70), QSizeF(160, 130), QSizeF(160, 40)}) {
        const TerritoryMap made = map(territory(block(6, 6)), {.size = size});
        CHECK(made.figure.size.width() == Approx(size.width()));
        checkMap(made.figure);
    }
}

TEST_CASE("A figure that goes by itself carries its title and its source")
{
    const TerritoryMap made = map(territory(block(3, 3)));
    const Figure alone = standalone(made.figure);
    CHECK(alone.size.height() > made.figure.size.height());
    const QString texts = textsOf(alone).join(u' ');
    CHECK(texts.startsWith(support::plain(made.figure.title)));
    CHECK(texts.endsWith(u"Essai 2026."));
    const QRectF frame(QPointF(0, 0), alone.size);
    for (const Drawing &drawing : alone.drawings)
        CHECK(frame.adjusted(-0.5, -0.5, 0.5, 0.5).contains(areaOf(drawing)));
    CHECK(standalone({}).drawings.size() == 1);
}

TEST_CASE("A map of many communes has a reasonable number of places, and is made at once", "[measure]")
{
    // As detailed as a file simplified to 5 m: some 400 places a commune.
    const reference::Contours detailed = contours(99);
    const TerritoryMap made = map(territory(block(6, 6)), {}, detailed);
    size_t places = 0;
    for (const Path &path : kinds<Path>(made.figure))
        places += path.points.size();
    CHECK(places < 2'000);
}
