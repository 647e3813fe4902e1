#include "report/map.h"

#include "base/text.h"
#include "base/typography.h"
#include "reference/territory_shape.h"
#include "report/charts_pieces.h"
#include "report/map_legend.h"
#include "report/map_names.h"
#include "report/user_text.h"

#include <algorithm>
#include <functional>
#include <QRect>
#include <set>

namespace report
{

using namespace Qt::Literals::StringLiterals;
using namespace maps;
using reference::Contour;
using reference::ContourBox;

namespace
{

constexpr double margin = 7;         // mm around the territory, where what lies around shows
constexpr double bareMargin = 1;     // when nothing is shown there
constexpr double tolerance = 14;     // spots: what a border may move when it is simplified
constexpr double leastHeight = 30;   // mm of a map
constexpr double communeLine = 0.15; // mm
constexpr double epciLine = 0.5;
constexpr double territoryLine = 0.65;
constexpr double aboveLegend = 2.5;
constexpr double smallest = 6; // points, of a name that is read on paper

std::vector<QPointF> toPoints(const Ring &ring)
{
    std::vector<QPointF> points;
    points.reserve(ring.size());
    for (const Spot &spot : ring)
        points.push_back(toPoint(spot));
    return points;
}

// Draws one map.
class Drawer
{
public:
    Drawer(const domain::Projet &projet, const reference::Reference &reference, const reference::Contours &contours,
           const MapRequest &request)
        : m_projet(projet), m_reference(reference), m_contours(contours), m_request(request),
          m_codes(territoryCodes(projet)), m_outlines(outlinesAround(contours, m_codes, reference.communes())),
          m_theme(themeOf(request, projet, reference))
    {
    }

    std::optional<TerritoryMap> draw()
    {
        ContourBox territory;
        for (const Contour &outline : m_outlines)
            if (m_codes.contains(outline.code))
                territory.grow(outline.box());
        if (territory.isEmpty())
            return std::nullopt;
        m_shape = territoryShape(m_outlines, m_codes);
        project(territory);
        drawAreas();
        drawHatches();
        drawLimits();
        drawMarks();
        if (m_request.names)
            drawNames();
        drawLegend();
        // LibreOffice makes a group as large as what it holds: this gives it the size of the figure.
        drawings().insert(drawings().begin(), Rectangle{QRectF(QPointF(0, 0), m_map.figure.size), {}, {}});
        tell();
        return std::move(m_map);
    }

private:
    void project(const ContourBox &territory);
    void drawAreas();
    void drawArea(const Land &land, const std::vector<Ring> &polygon);
    void drawHatches();
    void drawLimits();
    [[nodiscard]] std::vector<const Land *> ranged(const std::function<double(const Land &)> &size) const;
    bool putWords(const Land &land, const std::optional<Words> &words, Color color, bool grounded = false);
    void pointAt(const Land &land, const std::optional<Pointed> &pointed);
    void drawMarks();
    void drawNames();
    void drawLegend();
    void tell();
    [[nodiscard]] QString description() const;
    [[nodiscard]] const Shade &shadeOf(const Land &land) const { return m_theme.shades[m_theme.shadeOf.at(land.code)]; }
    std::vector<Drawing> &drawings() { return m_map.figure.drawings; }

    const domain::Projet &m_projet;
    const reference::Reference &m_reference;
    const reference::Contours &m_contours;
    const MapRequest &m_request;
    QStringList m_codes;
    std::vector<Contour> m_outlines;
    Theme m_theme;
    reference::TerritoryShape m_shape;
    std::vector<Land> m_lands;
    QRectF m_frame; // of the map, mm
    double m_millimetresPerKilometre = 1;
    bool m_epciLimits = false;
    std::vector<QRectF> m_taken; // by words
    TerritoryMap m_map;
};

void Drawer::project(const ContourBox &territory)
{
    const double room = m_request.around ? margin : bareMargin;
    const double width = std::max(leastHeight, m_request.size.width());
    const double most = std::max(leastHeight, m_request.size.height());
    const double height = std::min(most, Projection::heightFor(territory, width - 2 * room) + 2 * room);
    const double taken = std::min(width, (height - 2 * room) / Projection::heightFor(territory, 1) + 2 * room);
    m_frame = {(width - taken) / 2, 0, taken, height};
    const Projection projection(territory, m_frame.adjusted(room, room, -room, -room));
    m_millimetresPerKilometre = projection.millimetresPerKilometre();
    std::map<QString, QString> epci;
    for (const auto &[id, commune] : m_projet.communes)
        epci[commune.code] = commune.epci;
    std::vector<Ring *> rings;
    for (const Contour &outline : m_outlines) {
        const bool inside = m_codes.contains(outline.code);
        if (!inside && !m_request.around)
            continue;
        Land land{outline.code, outline.nom, inside, epci[outline.code], {}};
        for (const reference::ContourPolygon &polygon : outline.polygons) {
            std::vector<Ring> &drawn = land.polygons.emplace_back();
            for (const reference::ContourRing &ring : polygon) {
                Ring &spots = drawn.emplace_back();
                for (const reference::ContourPoint &point : ring)
                    spots.push_back(projection(point));
            }
        }
        m_lands.push_back(std::move(land));
    }
    for (Land &land : m_lands)
        for (std::vector<Ring> &polygon : land.polygons)
            for (Ring &ring : polygon)
                rings.push_back(&ring);
    simplifyTogether(std::move(rings), tolerance);
}

void Drawer::drawArea(const Land &land, const std::vector<Ring> &polygon)
{
    const MapLook &look = m_request.look;
    const QRect frame(int(m_frame.x() * spotsPerMillimetre), 0, int(m_frame.width() * spotsPerMillimetre),
                      int(m_frame.height() * spotsPerMillimetre));
    const bool elsewhere = m_request.autresCpts.contains(land.code);
    for (size_t i = 0; i < polygon.size(); ++i) {
        const Ring ring = land.inside ? polygon[i] : clipped(polygon[i], frame);
        if (ring.size() < 3)
            continue;
        const Color fill = i > 0         ? look.ground
                           : land.inside ? shadeOf(land).fill
                           : elsewhere   ? look.elsewhere
                                         : look.around;
        drawings().emplace_back(
            Path{toPoints(ring), true, fill, Stroke{land.inside ? lineOn(fill, look) : look.aroundLine, communeLine}});
    }
}

// The largest first: what lies in a hole of another is drawn after it.
void Drawer::drawAreas()
{
    struct Area {
        const Land *land = nullptr;
        const std::vector<Ring> *polygon = nullptr;
        double size = 0;
    };
    std::vector<Area> areas;
    for (const Land &land : m_lands)
        for (const std::vector<Ring> &polygon : land.polygons)
            if (!polygon.empty())
                areas.push_back({&land, &polygon, doubleArea(polygon.front())});
    std::stable_sort(areas.begin(), areas.end(), [](const Area &a, const Area &b) { return a.size > b.size; });
    for (const Area &area : areas)
        drawArea(*area.land, *area.polygon);
    std::set<QString> enclosed;
    for (const QStringList &group : m_shape.enclaves)
        enclosed.insert(group.begin(), group.end());
    for (const bool inside : {true, false})
        for (const Land &land : m_lands) {
            if (land.inside != inside || (!inside && !enclosed.contains(land.code)))
                continue;
            MapArea &area = m_map.areas.emplace_back(MapArea{land.code, land.nom, {}});
            for (const Ring *ring : land.rings())
                area.rings.push_back(toPoints(*ring));
        }
}

void Drawer::drawHatches()
{
    std::vector<std::vector<QPointF>> rings;
    for (const Land &land : m_lands)
        if (land.inside && shadeOf(land).hatched)
            for (const Ring *ring : land.rings())
                rings.push_back(toPoints(*ring));
    std::vector<const std::vector<QPointF> *> all;
    for (const auto &ring : rings)
        all.push_back(&ring);
    for (Path &each : hatched(all, m_request.look.line))
        drawings().emplace_back(std::move(each));
}

void Drawer::drawLimits()
{
    const Limits limits = limitsOf(m_lands);
    const auto put = [this](const Ring &ring, double width) {
        const bool closed = ring.size() > 3 && ring.front() == ring.back();
        std::vector<QPointF> points = toPoints(ring);
        if (closed)
            points.pop_back();
        drawings().emplace_back(Path{std::move(points), closed, {}, Stroke{m_request.look.limit, width}});
    };
    for (const Ring &ring : limits.epci)
        put(ring, epciLine);
    for (const Ring &ring : limits.territory)
        put(ring, territoryLine);
    m_epciLimits = !limits.epci.empty();
}

std::vector<const Land *> Drawer::ranged(const std::function<double(const Land &)> &size) const
{
    std::vector<const Land *> lands;
    for (const Land &land : m_lands)
        if (land.inside)
            lands.push_back(&land);
    std::stable_sort(lands.begin(), lands.end(), [&size](const Land *a, const Land *b) { return size(*a) > size(*b); });
    return lands;
}

bool Drawer::putWords(const Land &land, const std::optional<Words> &words, Color color, bool grounded)
{
    if (!words)
        return false;
    m_taken.push_back(words->area);
    // On hatches and over borders, words stand on their own ground.
    if (land.inside && (grounded || shadeOf(land).hatched))
        drawings().emplace_back(Rectangle{words->area, shadeOf(land).fill, {}});
    for (Label label : words->lines) {
        label.color = color;
        drawings().emplace_back(std::move(label));
    }
    return true;
}

void Drawer::drawMarks()
{
    const double points = m_request.points;
    std::set<QString> marked;
    for (const Land *land : ranged([](const Land &each) { return each.area(); }))
        if (const Shade &shade = shadeOf(*land);
            !shade.mark.isEmpty() && !marked.contains(shade.mark) &&
            putWords(*land, wordsIn(*land, shade.mark, m_taken, true, 1.5 * points, points - 1),
                     readableOn(shade.fill, m_request.look)))
            marked.insert(shade.mark);
}

// The most populated first: a reader looks for the town before the hamlets around it.
void Drawer::drawNames()
{
    std::map<QString, qint64> people;
    for (const auto &[id, commune] : m_projet.communes)
        people[commune.code] = commune.population.value_or(0);
    const double points = m_request.points;
    const double least = std::max(smallest, points - 2);
    std::vector<const Land *> nameless;
    for (const Land *land : ranged([&people](const Land &each) { return double(people[each.code]); }))
        if (!putWords(*land, wordsIn(*land, land->nom, m_taken, false, points, least),
                      readableOn(shadeOf(*land).fill, m_request.look)))
            nameless.push_back(land);
    for (const QStringList &group : m_shape.enclaves)
        for (const Land &land : m_lands)
            if (group.contains(land.code))
                putWords(land, wordsIn(land, land.nom, m_taken, false, points, least), m_request.look.secondary);
    const Lands territory = ranged([](const Land &each) { return each.area(); });
    for (const Land *land : nameless)
        if (!putWords(*land, wordsOver(*land, land->nom, territory, m_taken, least),
                      readableOn(shadeOf(*land).fill, m_request.look), true))
            pointAt(*land, wordsBeside(*land, land->nom, territory, m_frame, m_taken, least));
}

void Drawer::pointAt(const Land &land, const std::optional<Pointed> &pointed)
{
    if (!pointed)
        return;
    const MapLook &look = m_request.look;
    const Color ground = m_request.around ? look.around : look.ground;
    const auto leading = [&](double width, Color color) {
        drawings().emplace_back(Path{{pointed->from, pointed->to}, false, {}, Stroke{color, width}});
    };
    leading(0.7, shadeOf(land).fill); // seen on the thick outline too
    leading(0.25, readableOn(shadeOf(land).fill, look) == look.ink ? look.ink : look.secondary);
    m_taken.push_back(pointed->words.area);
    drawings().emplace_back(Rectangle{pointed->words.area, ground, {}});
    for (Label label : pointed->words.lines) {
        label.color = readableOn(ground, look);
        drawings().emplace_back(std::move(label));
    }
}

void Drawer::drawLegend()
{
    const double width = m_frame.width() + 2 * m_frame.x();
    m_map.figure.size = {width, m_frame.height()};
    if (!m_request.legend)
        return;
    std::set<QString> others;
    for (const Land &land : m_lands)
        if (const auto at = m_request.autresCpts.find(land.code); !land.inside && at != m_request.autresCpts.end())
            others.insert(at->second);
    const bool around = std::any_of(m_lands.begin(), m_lands.end(), [](const Land &land) { return !land.inside; });
    const Legend legend = legendOf({m_theme.shades, m_epciLimits, around, QStringList(others.begin(), others.end()),
                                    m_millimetresPerKilometre, m_request.points},
                                   width, m_request.look);
    const QPointF corner(0, m_frame.height() + aboveLegend);
    for (Drawing drawing : legend.drawings) {
        moveBy(drawing, corner);
        drawings().push_back(std::move(drawing));
    }
    m_map.figure.size.setHeight(corner.y() + legend.height);
}

QString Drawer::description() const
{
    QStringList facts;
    for (size_t shade = 0; shade < m_theme.shades.size(); ++shade) {
        QStringList names;
        for (const auto &[id, commune] : domain::communesParNom(m_projet))
            if (m_theme.shadeOf.at(commune->code) == shade)
                names << printedText(commune->nom);
        facts << u"%1 : %2"_s.arg(m_theme.shades[shade].name, names.join(u", "_s));
    }
    return base::frenchTypography(u"Carte : %1. %2. %3."_s.arg(m_theme.title, m_map.shape, facts.join(u" ; "_s)));
}

void Drawer::tell()
{
    Figure &figure = m_map.figure;
    m_map.shape = base::frenchTypography(shapeInWords(m_shape, m_outlines, m_reference.communes()));
    figure.title = m_theme.title;
    const QString origin = printedText(u"Contours des communes : %1."_s.arg(m_contours.origin.citation()));
    figure.source = m_theme.source.isEmpty() ? origin : m_theme.source + u' ' + origin;
    figure.description = description();
    std::vector<QStringList> rows;
    for (const auto &[id, commune] : domain::communesParNom(m_projet))
        rows.push_back({printedText(commune->nom), m_theme.values.at(commune->code)});
    figure.values = charts::tableOf({u"Commune"_s, base::frenchTypography(m_theme.heading)}, rows, figure.title);
}

} // namespace

QStringList mapColourCodes()
{
    return {u"population"_s, u"zonage"_s, u"intercommunalite"_s};
}

std::optional<MapColour> mapColourOfCode(const QString &code)
{
    const qsizetype at = mapColourCodes().indexOf(code);
    return at < 0 ? std::nullopt : std::optional(MapColour(at));
}

bool MapArea::holds(const QPointF &place) const
{
    bool inside = false;
    for (const std::vector<QPointF> &ring : rings)
        for (size_t i = 0; i < ring.size(); ++i) {
            const QPointF &a = ring[i];
            const QPointF &b = ring[(i + 1) % ring.size()];
            if ((a.y() <= place.y()) != (b.y() <= place.y()) &&
                place.x() < a.x() + (place.y() - a.y()) * (b.x() - a.x()) / (b.y() - a.y()))
                inside = !inside;
        }
    return inside;
}

QStringList territoryCodes(const domain::Projet &projet)
{
    QStringList codes;
    for (const auto &[id, commune] : projet.communes)
        codes << commune.code;
    codes.sort();
    codes.removeDuplicates();
    return codes;
}

std::optional<TerritoryMap> territoryMap(const domain::Projet &projet, const reference::Reference &reference,
                                         const reference::Contours &contours, const MapRequest &request)
{
    return Drawer(projet, reference, contours, request).draw();
}

Figure standalone(Figure figure, const MapLook &look)
{
    constexpr double titlePoints = 11;
    constexpr double sourcePoints = 8;
    constexpr double edge = 4;
    const double width = figure.size.width();
    const auto texts = [&](const QString &text, double points, bool bold, int most) {
        return charts::fittedLines(text, width, points, bold, most);
    };
    std::vector<Drawing> framed;
    double y = edge;
    const auto put = [&](const QStringList &lines, double points, bool bold, Color color) {
        const double pitch = points * 25.4 / 72 * 1.3;
        for (const QString &text : lines) {
            Label label = charts::labelAt(edge, y + pitch / 2, text, points, Label::Anchor::Left, bold);
            label.color = color;
            framed.emplace_back(std::move(label));
            y += pitch;
        }
    };
    put(texts(figure.title, titlePoints, true, 2), titlePoints, true, look.ink);
    y += 2;
    for (Drawing drawing : figure.drawings) {
        moveBy(drawing, {edge, y});
        framed.push_back(std::move(drawing));
    }
    y += figure.size.height() + 2;
    put(texts(figure.source, sourcePoints, false, 4), sourcePoints, false, look.secondary);
    figure.size = {width + 2 * edge, y + edge};
    framed.insert(framed.begin(), Rectangle{QRectF(QPointF(0, 0), figure.size), look.ground, {}});
    figure.drawings = std::move(framed);
    return figure;
}

} // namespace report
