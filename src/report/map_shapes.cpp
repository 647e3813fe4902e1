#include "report/map_shapes.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <QRect>
#include <unordered_map>

namespace report::maps
{

namespace
{

struct SpotHash {
    size_t operator()(const Spot &spot) const
    {
        return size_t((quint64(quint32(spot.x)) << 32 | quint32(spot.y)) * 0x9E3779B97F4A7C15ULL);
    }
};

// The two places beside a place, and whether some ring has others there: a stretch of border begins or ends.
struct Crossing {
    Spot one;
    Spot other;
    bool junction = false;
};
using Crossings = std::unordered_map<Spot, Crossing, SpotHash>;

void dropDoubles(Ring &ring)
{
    ring.erase(std::unique(ring.begin(), ring.end()), ring.end());
    while (ring.size() > 1 && ring.front() == ring.back())
        ring.pop_back();
}

Crossings crossingsOf(const std::vector<Ring *> &rings)
{
    Crossings crossings;
    for (const Ring *ring : rings)
        for (size_t i = 0; i < ring->size(); ++i) {
            const Spot &before = (*ring)[(i + ring->size() - 1) % ring->size()];
            const Spot &after = (*ring)[(i + 1) % ring->size()];
            const auto [one, other] = std::minmax(before, after);
            const auto [at, fresh] = crossings.try_emplace((*ring)[i], Crossing{one, other});
            if (!fresh && (at->second.one != one || at->second.other != other))
                at->second.junction = true;
        }
    return crossings;
}

double squareDistance(const Spot &at, const Spot &from, const Spot &to)
{
    const double alongX = double(to.x) - from.x;
    const double alongY = double(to.y) - from.y;
    const double x = double(at.x) - from.x;
    const double y = double(at.y) - from.y;
    const double square = alongX * alongX + alongY * alongY;
    const double part = square > 0 ? std::clamp((x * alongX + y * alongY) / square, 0.0, 1.0) : 0;
    const double awayX = x - part * alongX;
    const double awayY = y - part * alongY;
    return awayX * awayX + awayY * awayY;
}

// Douglas and Peucker, without recursion.
void thin(const Ring &line, double tolerance, std::vector<bool> &kept)
{
    std::vector<std::pair<size_t, size_t>> spans{{0, line.size() - 1}};
    while (!spans.empty()) {
        const auto [from, to] = spans.back();
        spans.pop_back();
        double farthest = tolerance * tolerance;
        size_t at = from;
        for (size_t i = from + 1; i < to; ++i)
            if (const double distance = squareDistance(line[i], line[from], line[to]); distance > farthest) {
                farthest = distance;
                at = i;
            }
        if (at == from)
            continue;
        kept[at] = true;
        spans.emplace_back(from, at);
        spans.emplace_back(at, to);
    }
}

// A stretch from one end to another, the same whichever side walks it.
Ring thinned(Ring line, double tolerance)
{
    if (line.size() < 3)
        return line;
    const bool turned = line.back() < line.front();
    if (turned)
        std::reverse(line.begin(), line.end());
    std::vector<bool> kept(line.size(), false);
    kept.front() = kept.back() = true;
    thin(line, tolerance, kept);
    Ring result;
    for (size_t i = 0; i < line.size(); ++i)
        if (kept[i])
            result.push_back(line[i]);
    if (turned)
        std::reverse(result.begin(), result.end());
    return result;
}

// The place farthest from the first; of several, always the same.
size_t farthestFromFirst(const Ring &ring)
{
    size_t found = 0;
    double most = -1;
    for (size_t i = 1; i < ring.size(); ++i) {
        const double distance = std::hypot(double(ring[i].x) - ring[0].x, double(ring[i].y) - ring[0].y);
        if (distance > most || (distance == most && ring[i] < ring[found])) {
            most = distance;
            found = i;
        }
    }
    return found;
}

// `stretch` begins and ends at junctions; its last place is left to the next stretch.
void append(Ring &result, const Ring &stretch, double tolerance)
{
    const auto take = [&](const Ring &part) {
        const Ring thin = thinned(part, tolerance);
        result.insert(result.end(), thin.begin(), thin.end() - 1);
    };
    if (stretch.front() != stretch.back()) {
        take(stretch);
        return;
    }
    const Ring open(stretch.begin(), stretch.end() - 1);
    const auto half = Ring::difference_type(farthestFromFirst(open));
    take(Ring(stretch.begin(), stretch.begin() + half + 1));
    take(Ring(stretch.begin() + half, stretch.end()));
}

Ring simplified(Ring ring, const Crossings &crossings, double tolerance)
{
    // From a junction; without one, from its lowest place, which all who have this ring have too.
    const auto junction =
        std::find_if(ring.begin(), ring.end(), [&](const Spot &spot) { return crossings.at(spot).junction; });
    std::rotate(ring.begin(), junction == ring.end() ? std::min_element(ring.begin(), ring.end()) : junction,
                ring.end());
    ring.push_back(ring.front());
    Ring result;
    Ring stretch{ring.front()};
    for (size_t i = 1; i < ring.size(); ++i) {
        stretch.push_back(ring[i]);
        if (i + 1 == ring.size() || crossings.at(ring[i]).junction) {
            append(result, stretch, tolerance);
            stretch = {ring[i]};
        }
    }
    return result;
}

// One side of a clipping: what is on the inner side of a line parallel to an axis.
template <class Inside, class Cut>
Ring clippedBy(const Ring &ring, Inside inside, Cut cut)
{
    Ring result;
    for (size_t i = 0; i < ring.size(); ++i) {
        const Spot &from = ring[i];
        const Spot &to = ring[(i + 1) % ring.size()];
        if (inside(from))
            result.push_back(from);
        if (inside(from) != inside(to))
            result.push_back(cut(from, to));
    }
    return result;
}

Spot cutAtX(const Spot &from, const Spot &to, int x)
{
    return {x, from.y + int(std::lround(double(x - from.x) * (to.y - from.y) / (to.x - from.x)))};
}

Spot cutAtY(const Spot &from, const Spot &to, int y)
{
    return {from.x + int(std::lround(double(y - from.y) * (to.x - from.x) / (to.y - from.y))), y};
}

} // namespace

double doubleArea(const Ring &ring)
{
    double sum = 0;
    for (size_t i = 0; i < ring.size(); ++i) {
        const Spot &a = ring[i];
        const Spot &b = ring[(i + 1) % ring.size()];
        sum += double(a.x) * b.y - double(b.x) * a.y;
    }
    return std::abs(sum);
}

double Projection::heightFor(const reference::ContourBox &shown, double width)
{
    const double latitude = (double(shown.bottom) + shown.top) / 2 / reference::contourUnitsPerDegree;
    const double wide = std::max(1.0, (double(shown.right) - shown.left) * std::cos(latitude * std::numbers::pi / 180));
    return width * std::max(1.0, double(shown.top) - shown.bottom) / wide;
}

Projection::Projection(const reference::ContourBox &shown, const QRectF &frame) : m_middle(frame.center())
{
    constexpr double unit = reference::contourUnitsPerDegree;
    m_longitude = (double(shown.left) + shown.right) / 2 / unit;
    m_latitude = (double(shown.bottom) + shown.top) / 2 / unit;
    m_narrowing = std::cos(m_latitude * std::numbers::pi / 180);
    const double wide = std::max(1.0, double(shown.right) - shown.left) / unit * m_narrowing;
    const double high = std::max(1.0, double(shown.top) - shown.bottom) / unit;
    m_perDegree = std::min(frame.width() / wide, frame.height() / high);
}

Spot Projection::operator()(const reference::ContourPoint &point) const
{
    constexpr double unit = reference::contourUnitsPerDegree;
    const double x = m_middle.x() + (point.x / unit - m_longitude) * m_narrowing * m_perDegree;
    const double y = m_middle.y() - (point.y / unit - m_latitude) * m_perDegree;
    return {int(std::lround(x * spotsPerMillimetre)), int(std::lround(y * spotsPerMillimetre))};
}

void simplifyTogether(std::vector<Ring *> rings, double tolerance)
{
    for (Ring *ring : rings)
        dropDoubles(*ring);
    std::erase_if(rings, [](const Ring *ring) { return ring->size() < 3; });
    const Crossings crossings = crossingsOf(rings);
    for (Ring *ring : rings)
        if (Ring result = simplified(*ring, crossings, tolerance); result.size() >= 3)
            *ring = std::move(result);
}

Ring clipped(const Ring &ring, const QRect &frame)
{
    const auto xs = [&ring](int x, bool above) {
        return clippedBy(
            ring, [x, above](const Spot &spot) { return above ? spot.x >= x : spot.x <= x; },
            [x](const Spot &from, const Spot &to) { return cutAtX(from, to, x); });
    };
    Ring result = xs(frame.left(), true);
    const auto again = [&result](auto inside, auto cut) { result = clippedBy(result, inside, cut); };
    const int right = frame.left() + frame.width();
    const int bottom = frame.top() + frame.height();
    again([right](const Spot &spot) { return spot.x <= right; },
          [right](const Spot &from, const Spot &to) { return cutAtX(from, to, right); });
    again([top = frame.top()](const Spot &spot) { return spot.y >= top; },
          [top = frame.top()](const Spot &from, const Spot &to) { return cutAtY(from, to, top); });
    again([bottom](const Spot &spot) { return spot.y <= bottom; },
          [bottom](const Spot &from, const Spot &to) { return cutAtY(from, to, bottom); });
    dropDoubles(result);
    return result;
}

} // namespace report::maps
