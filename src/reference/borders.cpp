#include "reference/outlines.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <optional>
#include <unordered_map>

namespace reference
{

namespace
{

constexpr double metresPerUnit = 111'319.5 / contourUnitsPerDegree; // along a meridian
constexpr double near = 50;      // metres: two lines so close are one border, drawn twice
constexpr double enough = 150;   // metres followed that make a border; a corner gives at most twice `near`
constexpr double step = 20;      // metres between the points that are compared
constexpr double cellSize = 100; // metres
constexpr double parallel = 0.5; // the sine of the angle under which two lines run along each other

struct Place {
    double x = 0; // metres
    double y = 0;
};

struct Segment {
    size_t outline = 0;
    Place from;
    Place to;
    bool shared = false; // another outline has the very same

    [[nodiscard]] double length() const { return std::hypot(to.x - from.x, to.y - from.y); }
    [[nodiscard]] Place at(double part) const
    {
        return {from.x + (to.x - from.x) * part, from.y + (to.y - from.y) * part};
    }
};

struct EdgeHash {
    size_t operator()(const std::pair<ContourPoint, ContourPoint> &edge) const
    {
        quint64 hash = 0;
        for (const qint32 part : {edge.first.x, edge.first.y, edge.second.x, edge.second.y})
            hash = (hash ^ quint32(part)) * 0x9E3779B97F4A7C15ULL;
        return size_t(hash ^ (hash >> 29));
    }
};

// Metres east and north, around the middle of all: exact enough at the size of a territory. Most files draw a border
// once, for both sides: `meet` is told of these.
template <class Meet>
std::vector<Segment> segmentsOf(const std::vector<Contour> &outlines, Meet meet)
{
    ContourBox all;
    for (const Contour &contour : outlines)
        all.grow(contour.box());
    const double middle = (double(all.bottom) + all.top) / 2 / contourUnitsPerDegree;
    const double eastUnit = metresPerUnit * std::cos(middle * std::numbers::pi / 180);
    const auto place = [&](const ContourPoint &point) { return Place{point.x * eastUnit, point.y * metresPerUnit}; };
    std::vector<Segment> segments;
    std::unordered_map<std::pair<ContourPoint, ContourPoint>, size_t, EdgeHash> first;
    for (size_t i = 0; i < outlines.size(); ++i)
        for (const ContourPolygon &polygon : outlines[i].polygons)
            for (const ContourRing &ring : polygon)
                for (size_t k = 0; k < ring.size(); ++k) {
                    const ContourPoint &a = ring[k];
                    const ContourPoint &b = ring[(k + 1) % ring.size()];
                    const auto [known, fresh] = first.try_emplace(std::minmax(a, b), segments.size());
                    segments.push_back({i, place(a), place(b), !fresh});
                    if (fresh)
                        continue;
                    Segment &other = segments[known->second];
                    other.shared = true;
                    if (other.outline != i && a != b)
                        meet(other.outline, i);
                }
    return segments;
}

// The segments that are of one outline only, by where they pass.
class Grid
{
public:
    explicit Grid(const std::vector<Segment> &segments) : m_segments(segments)
    {
        for (size_t i = 0; i < segments.size(); ++i) {
            if (segments[i].shared)
                continue;
            const int steps = std::max(1, int(std::ceil(segments[i].length() / (cellSize / 2))));
            for (int k = 0; k <= steps; ++k)
                put(i, segments[i].at(double(k) / steps));
        }
    }

    // The outline, another one, whose line is nearest among those that go the same way there.
    [[nodiscard]] std::optional<size_t> followed(const Segment &segment, const Place &place) const
    {
        const auto cell = m_cells.find(keyOf(place, 0, 0));
        if (cell == m_cells.end())
            return std::nullopt;
        std::optional<size_t> found;
        double nearest = near;
        for (const size_t each : cell->second) {
            const Segment &other = m_segments[each];
            if (other.outline == segment.outline || !goesAlong(segment, other))
                continue;
            if (const double distance = distanceTo(other, place); distance <= nearest) {
                nearest = distance;
                found = other.outline;
            }
        }
        return found;
    }

private:
    static quint64 keyOf(const Place &place, int right, int up)
    {
        const auto column = quint32(int(std::floor(place.x / cellSize)) + right);
        const auto row = quint32(int(std::floor(place.y / cellSize)) + up);
        return quint64(column) << 32 | row;
    }
    // In the cell of a place and in those around: whoever looks in one of them may be near.
    void put(size_t segment, const Place &place)
    {
        for (int right = -1; right <= 1; ++right)
            for (int up = -1; up <= 1; ++up) {
                std::vector<size_t> &cell = m_cells[keyOf(place, right, up)];
                if (cell.empty() || cell.back() != segment)
                    cell.push_back(segment);
            }
    }
    static bool goesAlong(const Segment &one, const Segment &other)
    {
        const double lengths = one.length() * other.length();
        const double cross = (one.to.x - one.from.x) * (other.to.y - other.from.y) -
                             (one.to.y - one.from.y) * (other.to.x - other.from.x);
        return lengths > 0 && std::abs(cross) / lengths <= parallel;
    }
    static double distanceTo(const Segment &segment, const Place &place)
    {
        const double x = segment.to.x - segment.from.x;
        const double y = segment.to.y - segment.from.y;
        const double part = ((place.x - segment.from.x) * x + (place.y - segment.from.y) * y) / (x * x + y * y);
        const Place nearest = segment.at(std::clamp(part, 0.0, 1.0));
        return std::hypot(nearest.x - place.x, nearest.y - place.y);
    }

    const std::vector<Segment> &m_segments;
    std::unordered_map<quint64, std::vector<size_t>> m_cells;
};

} // namespace

Borders::Borders(const std::vector<Contour> &outlines)
    : m_neighbours(outlines.size()), m_perimeters(outlines.size(), 0), m_open(outlines.size(), 0)
{
    const std::vector<Segment> segments = segmentsOf(outlines, [this](size_t a, size_t b) { join(a, b); });
    const Grid grid(segments);
    std::map<std::pair<size_t, size_t>, double> followed; // metres
    for (const Segment &segment : segments) {
        const double length = segment.length();
        m_perimeters[segment.outline] += length;
        if (segment.shared || length <= 0)
            continue;
        const int steps = std::max(1, int(length / step));
        for (int i = 0; i < steps; ++i) {
            const auto other = grid.followed(segment, segment.at((i + 0.5) / steps));
            if (other)
                followed[{segment.outline, *other}] += length / steps;
            else
                m_open[segment.outline] += length / steps;
        }
    }
    for (const auto &[pair, length] : followed)
        if (length >= enough)
            join(pair.first, pair.second);
    for (std::vector<size_t> &each : m_neighbours)
        std::sort(each.begin(), each.end());
}

void Borders::join(size_t a, size_t b)
{
    if (std::find(m_neighbours[a].begin(), m_neighbours[a].end(), b) != m_neighbours[a].end())
        return;
    m_neighbours[a].push_back(b);
    m_neighbours[b].push_back(a);
}

} // namespace reference
