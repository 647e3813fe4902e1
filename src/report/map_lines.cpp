#include "report/map_lines.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>

namespace report::maps
{

namespace
{

constexpr double nearBorder = 60; // spots: 0.6 mm, where two drawings of one border may part
constexpr double parallel = 0.5;  // the sine of the angle under which two lines go the same way

using Edge = std::pair<Spot, Spot>; // its lower place first
using Owners = std::map<Edge, std::vector<size_t>>;

Edge edgeOf(const Spot &a, const Spot &b)
{
    return std::minmax(a, b);
}

template <class Visit>
void eachEdge(const Land &land, Visit visit)
{
    for (const Ring *ring : land.rings())
        for (size_t i = 0; i < ring->size(); ++i)
            visit((*ring)[i], (*ring)[(i + 1) % ring->size()]);
}

Owners ownersOf(const std::vector<Land> &lands)
{
    Owners owners;
    for (size_t i = 0; i < lands.size(); ++i)
        eachEdge(lands[i], [&](const Spot &from, const Spot &to) {
            std::vector<size_t> &known = owners[edgeOf(from, to)];
            if (std::find(known.begin(), known.end(), i) == known.end())
                known.push_back(i);
        });
    return owners;
}

// Whether a place lies beside a line that goes the same way: before or after it is not beside.
bool isBeside(const QPointF &place, const QPointF &way, const Spot &from, const Spot &to)
{
    const QPointF along(to.x - from.x, to.y - from.y);
    const QPointF away = place - QPointF(from.x, from.y);
    const double square = QPointF::dotProduct(along, along);
    const double part = square > 0 ? QPointF::dotProduct(away, along) / square : -1;
    if (part < 0 || part > 1)
        return false;
    const QPointF left = away - part * along;
    const double sine = std::abs(way.x() * along.y() - way.y() * along.x()) /
                        std::max(1e-9, std::hypot(way.x(), way.y()) * std::sqrt(square));
    return std::hypot(left.x(), left.y()) <= nearBorder && sine <= parallel;
}

// What a stretch of border separates from the commune it belongs to.
class Sides
{
public:
    explicit Sides(const std::vector<Land> &lands) : m_lands(lands), m_owners(ownersOf(lands))
    {
        for (const Land &land : lands)
            m_boxes.push_back(land.box());
    }

    // The commune on the other side; nothing for the sea, abroad or what is not drawn.
    [[nodiscard]] std::optional<size_t> across(size_t land, const Spot &from, const Spot &to) const
    {
        for (const size_t owner : m_owners.at(edgeOf(from, to)))
            if (owner != land)
                return owner;
        const QPointF middle((double(from.x) + to.x) / 2, (double(from.y) + to.y) / 2);
        const QPointF way(to.x - from.x, to.y - from.y);
        std::optional<size_t> found;
        for (size_t other = 0; other < m_lands.size() && !found; ++other) {
            const double room = nearBorder / spotsPerMillimetre;
            if (other == land || !m_lands[other].inside ||
                !m_boxes[other].adjusted(-room, -room, room, room).contains(middle / spotsPerMillimetre))
                continue;
            eachEdge(m_lands[other], [&](const Spot &a, const Spot &b) {
                if (!found && isBeside(middle, way, a, b) && m_owners.at(edgeOf(a, b)).size() == 1)
                    found = other;
            });
        }
        return found;
    }

private:
    const std::vector<Land> &m_lands;
    Owners m_owners;
    std::vector<QRectF> m_boxes;
};

// Stretches end to end, as long as they go on.
std::vector<Ring> chained(const std::vector<Edge> &edges)
{
    std::multimap<Spot, size_t> ends;
    for (size_t i = 0; i < edges.size(); ++i) {
        ends.emplace(edges[i].first, i);
        ends.emplace(edges[i].second, i);
    }
    std::vector<bool> used(edges.size(), false);
    const auto follow = [&](Ring line) {
        for (bool more = true; more;) {
            more = false;
            const auto [from, to] = ends.equal_range(line.back());
            for (auto at = from; at != to && !more; ++at) {
                const auto &[a, b] = edges[at->second];
                if (used[at->second])
                    continue;
                used[at->second] = more = true;
                line.push_back(a == line.back() ? b : a);
            }
        }
        return line;
    };
    std::vector<Ring> lines;
    const auto startAt = [&](const Spot &spot) {
        while (true) {
            Ring line = follow({spot});
            if (line.size() < 2)
                return;
            lines.push_back(std::move(line));
        }
    };
    for (auto at = ends.begin(); at != ends.end(); at = ends.upper_bound(at->first))
        if (ends.count(at->first) % 2 == 1) // lines that have ends, from one of them
            startAt(at->first);
    for (const auto &[spot, edge] : ends)
        if (!used[edge])
            startAt(spot);
    return lines;
}

} // namespace

std::vector<const Ring *> Land::rings() const
{
    std::vector<const Ring *> all;
    for (const std::vector<Ring> &polygon : polygons)
        for (const Ring &ring : polygon)
            all.push_back(&ring);
    return all;
}

QRectF Land::box() const
{
    std::optional<QRectF> box;
    for (const Ring *ring : rings())
        for (const Spot &spot : *ring) {
            const QPointF point = toPoint(spot);
            if (!box)
                box = QRectF(point, QSizeF(0, 0));
            box->setLeft(std::min(box->left(), point.x()));
            box->setRight(std::max(box->right(), point.x()));
            box->setTop(std::min(box->top(), point.y()));
            box->setBottom(std::max(box->bottom(), point.y()));
        }
    return box.value_or(QRectF());
}

double Land::area() const
{
    double spots = 0;
    for (const std::vector<Ring> &polygon : polygons)
        for (size_t i = 0; i < polygon.size(); ++i)
            spots += (i == 0 ? 1 : -1) * doubleArea(polygon[i]) / 2;
    return spots / (spotsPerMillimetre * spotsPerMillimetre);
}

Limits limitsOf(const std::vector<Land> &lands)
{
    const Sides sides(lands);
    std::vector<Edge> epci;
    std::vector<Edge> territory;
    for (size_t i = 0; i < lands.size(); ++i) {
        if (!lands[i].inside)
            continue;
        eachEdge(lands[i], [&](const Spot &from, const Spot &to) {
            const auto other = sides.across(i, from, to);
            if (!other || !lands[*other].inside)
                territory.push_back(edgeOf(from, to));
            else if (lands[i].epci != lands[*other].epci && i < *other) // each once
                epci.push_back(edgeOf(from, to));
        });
    }
    return {chained(epci), chained(territory)};
}

} // namespace report::maps
