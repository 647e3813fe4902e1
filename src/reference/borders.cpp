#include "reference/outlines.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <unordered_map>

namespace reference
{

namespace
{

constexpr double metresPerUnit = 111'319.5 / contourUnitsPerDegree; // along a meridian
constexpr double near = 50;      // metres: two lines so close are one border, drawn twice
constexpr double enough = 150;   // metres followed that make a border; a corner gives at most twice `near`
constexpr double step = 20;      // metres between the points that are compared
constexpr double parallel = 0.5; // the sine of the angle under which two lines run along each other

struct EdgeHash {
    size_t operator()(const std::pair<ContourPoint, ContourPoint> &edge) const
    {
        quint64 hash = 0;
        for (const qint32 part : {edge.first.x, edge.first.y, edge.second.x, edge.second.y})
            hash = (hash ^ quint32(part)) * 0x9E3779B97F4A7C15ULL;
        return size_t(hash ^ (hash >> 29));
    }
};

} // namespace

Borders::Borders(const std::vector<Contour> &outlines) : m_outlines(outlines.size()), m_neighbours(outlines.size())
{
    measure(outlines);
    shareSegments(outlines);
    compareNear();
    for (std::vector<size_t> &each : m_neighbours)
        std::sort(each.begin(), each.end());
}

// Metres east and north, around the middle of all: exact enough at the size of a territory.
void Borders::measure(const std::vector<Contour> &outlines)
{
    ContourBox all;
    for (const Contour &contour : outlines)
        all.grow(contour.box());
    const double middle = (double(all.bottom) + all.top) / 2 / contourUnitsPerDegree;
    const double eastUnit = metresPerUnit * std::cos(middle * std::numbers::pi / 180);
    const auto place = [&](const ContourPoint &point) { return Place{point.x * eastUnit, point.y * metresPerUnit}; };
    for (size_t i = 0; i < outlines.size(); ++i) {
        Metric &metric = m_outlines[i];
        const ContourBox box = outlines[i].box();
        const Place low = place({box.left, box.bottom});
        const Place high = place({box.right, box.top});
        metric.left = low.x;
        metric.bottom = low.y;
        metric.right = high.x;
        metric.top = high.y;
        for (const ContourPolygon &polygon : outlines[i].polygons)
            for (const ContourRing &ring : polygon)
                for (size_t k = 0; k < ring.size(); ++k)
                    metric.segments.push_back({place(ring[k]), place(ring[(k + 1) % ring.size()])});
    }
}

// Most files draw a border once, for both sides.
void Borders::shareSegments(const std::vector<Contour> &outlines)
{
    std::unordered_map<std::pair<ContourPoint, ContourPoint>, std::pair<size_t, size_t>, EdgeHash> first;
    for (size_t i = 0; i < outlines.size(); ++i) {
        size_t number = 0;
        for (const ContourPolygon &polygon : outlines[i].polygons)
            for (const ContourRing &ring : polygon)
                for (size_t k = 0; k < ring.size(); ++k, ++number) {
                    const auto [from, to] = std::minmax(ring[k], ring[(k + 1) % ring.size()]);
                    const auto [known, fresh] = first.try_emplace({from, to}, i, number);
                    if (fresh)
                        continue;
                    const auto [other, at] = known->second;
                    m_outlines[i].segments[number].shared = true;
                    m_outlines[other].segments[at].shared = true;
                    if (other != i && from != to)
                        join(other, i);
                }
    }
}

void Borders::join(size_t a, size_t b)
{
    if (std::find(m_neighbours[a].begin(), m_neighbours[a].end(), b) != m_neighbours[a].end())
        return;
    m_neighbours[a].push_back(b);
    m_neighbours[b].push_back(a);
}

void Borders::compareNear()
{
    for (size_t a = 0; a < m_outlines.size(); ++a)
        for (size_t b = a + 1; b < m_outlines.size(); ++b) {
            const Metric &one = m_outlines[a];
            const Metric &other = m_outlines[b];
            if (one.left > other.right + near || other.left > one.right + near || one.bottom > other.top + near ||
                other.bottom > one.top + near)
                continue;
            if (std::find(m_neighbours[a].begin(), m_neighbours[a].end(), b) == m_neighbours[a].end() &&
                followed(one, other, enough) >= enough)
                join(a, b);
        }
}

double Borders::followed(const Metric &one, const Metric &other, double enoughOf)
{
    double length = 0;
    for (const Segment &segment : one.segments) {
        if (segment.shared || std::min(segment.from.x, segment.to.x) > other.right + near ||
            std::max(segment.from.x, segment.to.x) < other.left - near ||
            std::min(segment.from.y, segment.to.y) > other.top + near ||
            std::max(segment.from.y, segment.to.y) < other.bottom - near)
            continue;
        const Place along{segment.to.x - segment.from.x, segment.to.y - segment.from.y};
        const double whole = std::hypot(along.x, along.y);
        const int steps = std::max(1, int(whole / step));
        if (whole <= 0)
            continue;
        for (int i = 0; i < steps && length < enoughOf; ++i) {
            const double part = (i + 0.5) / steps;
            const Place at{segment.from.x + along.x * part, segment.from.y + along.y * part};
            if (follows(at, {along.x / whole, along.y / whole}, other))
                length += whole / steps;
        }
        if (length >= enoughOf)
            break;
    }
    return length;
}

bool Borders::follows(const Place &place, const Place &direction, const Metric &other)
{
    if (place.x < other.left - near || place.x > other.right + near || place.y < other.bottom - near ||
        place.y > other.top + near)
        return false;
    for (const Segment &segment : other.segments) {
        if (std::min(segment.from.x, segment.to.x) > place.x + near ||
            std::max(segment.from.x, segment.to.x) < place.x - near ||
            std::min(segment.from.y, segment.to.y) > place.y + near ||
            std::max(segment.from.y, segment.to.y) < place.y - near)
            continue;
        const Place along{segment.to.x - segment.from.x, segment.to.y - segment.from.y};
        const double square = along.x * along.x + along.y * along.y;
        if (square <= 0)
            continue;
        const double part = std::clamp(
            ((place.x - segment.from.x) * along.x + (place.y - segment.from.y) * along.y) / square, 0.0, 1.0);
        const double distance =
            std::hypot(segment.from.x + along.x * part - place.x, segment.from.y + along.y * part - place.y);
        const double sine = std::abs(direction.x * along.y - direction.y * along.x) / std::sqrt(square);
        if (distance <= near && sine <= parallel)
            return true;
    }
    return false;
}

double Borders::perimeter(size_t outline) const
{
    double length = 0;
    for (const Segment &segment : m_outlines[outline].segments)
        length += std::hypot(segment.to.x - segment.from.x, segment.to.y - segment.from.y);
    return length;
}

double Borders::open(size_t outline) const
{
    double length = 0;
    for (const Segment &segment : m_outlines[outline].segments)
        if (!segment.shared)
            length += std::hypot(segment.to.x - segment.from.x, segment.to.y - segment.from.y);
    if (length <= 0)
        return 0;
    double closed = 0;
    for (const size_t other : m_neighbours[outline])
        closed += followed(m_outlines[outline], m_outlines[other], length);
    return std::max(0.0, length - closed);
}

} // namespace reference
