#include "report/map_names.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace report::maps
{

namespace
{

constexpr double millimetresPerPoint = 25.4 / 72;
constexpr double lineHeight = 1.15; // ems
constexpr double around = 0.35;     // mm between words and the border
constexpr int rows = 24;            // heights that are tried
constexpr double leastShare = 0.4;  // of a line that goes over the borders, inside
constexpr double farthest = 22;     // mm, of a name from what it names
constexpr int across = 9;           // places that tell where an area lies
constexpr int down = 4;

using Interval = std::pair<double, double>;
using Intervals = std::vector<Interval>;

// The stretches of a horizontal line that are inside.
Intervals insideAt(const std::vector<const Ring *> &rings, double y)
{
    std::vector<double> crossings;
    for (const Ring *ring : rings)
        for (size_t i = 0; i < ring->size(); ++i) {
            const QPointF a = toPoint((*ring)[i]);
            const QPointF b = toPoint((*ring)[(i + 1) % ring->size()]);
            if ((a.y() <= y) != (b.y() <= y))
                crossings.push_back(a.x() + (y - a.y()) * (b.x() - a.x()) / (b.y() - a.y()));
        }
    std::sort(crossings.begin(), crossings.end());
    Intervals intervals;
    for (size_t i = 0; i + 1 < crossings.size(); i += 2)
        intervals.emplace_back(crossings[i], crossings[i + 1]);
    return intervals;
}

Intervals common(const Intervals &one, const Intervals &other)
{
    Intervals both;
    for (const Interval &a : one)
        for (const Interval &b : other)
            if (const double from = std::max(a.first, b.first), to = std::min(a.second, b.second); from < to)
                both.emplace_back(from, to);
    return both;
}

// The stretches that are inside over a whole height.
Intervals insideOver(const std::vector<const Ring *> &rings, double middle, double height)
{
    const int lines = std::max(2, int(std::ceil(height / 0.8)));
    Intervals inside = insideAt(rings, middle - height / 2);
    for (int i = 1; i <= lines && !inside.empty(); ++i)
        inside = common(inside, insideAt(rings, middle - height / 2 + height * i / lines));
    return inside;
}

bool isFree(const QRectF &area, const std::vector<QRectF> &taken)
{
    return std::none_of(taken.begin(), taken.end(), [&area](const QRectF &each) { return each.intersects(area); });
}

// The middle of the best place for a box.
std::optional<QPointF> placeFor(const Land &land, const QSizeF &size, const std::vector<QRectF> &taken)
{
    const QRectF box = land.box();
    if (box.width() < size.width() || box.height() < size.height())
        return std::nullopt;
    const std::vector<const Ring *> rings = land.rings();
    std::optional<QPointF> best;
    double bestScore = 0;
    for (int i = 0; i <= rows; ++i) {
        const double y = box.top() + size.height() / 2 + (box.height() - size.height()) * i / rows;
        for (const auto &[from, to] : insideOver(rings, y, size.height())) {
            if (to - from < size.width())
                continue;
            for (const double x : {(from + to) / 2, from + size.width() / 2, to - size.width() / 2}) {
                const QPointF at(x, y);
                const double off = std::hypot(x - box.center().x(), y - box.center().y());
                const double score = (to - from) - size.width() - 0.5 * off + 1000;
                if (score > bestScore &&
                    isFree(QRectF(at - QPointF(size.width() / 2, size.height() / 2), size), taken)) {
                    best = at;
                    bestScore = score;
                }
            }
        }
    }
    return best;
}

// "Saint-André-les-Alpes" -> "Saint-André-", "les-Alpes": cut as near the middle as words allow.
QStringList inTwo(const QString &text)
{
    qsizetype cut = -1;
    for (qsizetype i = 1; i + 1 < text.size(); ++i)
        if ((text[i] == u'-' || text[i] == u' ') &&
            (cut < 0 || std::abs(2 * i - text.size()) < std::abs(2 * cut - text.size())))
            cut = i;
    if (cut < 0)
        return {};
    return {text.left(cut + 1).trimmed(), text.mid(cut + 1).trimmed()};
}

QSizeF sizeOf(const QStringList &texts, bool bold, double points)
{
    double width = 0;
    for (const QString &text : texts)
        width = std::max(width, Label{{}, text, points, bold}.width());
    return {width + 2 * around, points * millimetresPerPoint * lineHeight * double(texts.size()) + around};
}

Words wordsAt(const QPointF &middle, const QStringList &texts, bool bold, double points)
{
    const double pitch = points * millimetresPerPoint * lineHeight;
    const QSizeF size = sizeOf(texts, bold, points);
    Words words;
    words.area = QRectF(middle - QPointF(size.width() / 2, size.height() / 2), size);
    for (qsizetype i = 0; i < texts.size(); ++i) {
        // The ascent of capitals is about seven tenths of the size: their middle is that of the line.
        const double line = middle.y() + (double(i) - double(texts.size() - 1) / 2) * pitch;
        words.lines.push_back(
            {{middle.x(), line + 0.36 * points * millimetresPerPoint}, texts[i], points, bold, Label::Anchor::Center});
    }
    return words;
}

std::optional<Words> placed(const Land &land, const QStringList &texts, const std::vector<QRectF> &taken, bool bold,
                            double points)
{
    const auto middle = placeFor(land, sizeOf(texts, bold, points), taken);
    return middle ? std::optional(wordsAt(*middle, texts, bold, points)) : std::nullopt;
}

bool holds(const Land &land, const QPointF &at)
{
    const Intervals inside = insideAt(land.rings(), at.y());
    return std::any_of(inside.begin(), inside.end(),
                       [&at](const Interval &each) { return each.first <= at.x() && at.x() <= each.second; });
}

// How many of some places over the whole area are in the territory.
int placesIn(const Lands &territory, const QRectF &area)
{
    int count = 0;
    for (int i = 0; i < across; ++i)
        for (int k = 0; k < down; ++k) {
            const QPointF at(area.left() + area.width() * i / (across - 1),
                             area.top() + area.height() * k / (down - 1));
            count += std::any_of(territory.begin(), territory.end(),
                                 [&at](const Land *each) { return each->box().contains(at) && holds(*each, at); });
        }
    return count;
}

QRectF areaAt(const QPointF &middle, const QSizeF &size)
{
    return {middle - QPointF(size.width() / 2, size.height() / 2), size};
}

// The middle of the place of which most is inside, about the middle of the land when several are as good.
std::optional<std::pair<double, QPointF>> placeOver(const Land &land, const QSizeF &size, const Lands &territory,
                                                    const std::vector<QRectF> &taken)
{
    const QRectF box = land.box();
    const std::vector<const Ring *> rings = land.rings();
    std::optional<std::pair<double, QPointF>> best;
    for (int i = 1; i < rows; ++i) {
        const double y = box.top() + box.height() * i / rows;
        for (const auto &[from, to] : insideAt(rings, y)) {
            const double share = std::min(1.0, (to - from) / size.width());
            const double score = share - 0.5 * std::abs(y - box.center().y()) / std::max(1.0, box.height());
            if (share < leastShare || (best && score <= best->first))
                continue;
            const double slide = std::max(0.0, size.width() - (to - from)) / 2; // the land stays under the words
            for (const double x : {0.0, -slide / 2, slide / 2, -slide, slide}) {
                const QPointF at((from + to) / 2 + x, y);
                const QRectF area = areaAt(at, size);
                if (!isFree(area, taken) || placesIn(territory, area) < across * down)
                    continue;
                best.emplace(score, at);
                break;
            }
        }
    }
    return best;
}

// A place well inside.
QPointF heartOf(const Land &land)
{
    const QRectF box = land.box();
    QPointF heart = box.center();
    double widest = 0;
    for (int i = 1; i < rows; ++i) {
        const double y = box.top() + box.height() * i / rows;
        for (const auto &[from, to] : insideAt(land.rings(), y))
            if (to - from > widest) {
                widest = to - from;
                heart = {(from + to) / 2, y};
            }
    }
    return heart;
}

} // namespace

std::optional<Words> wordsIn(const Land &land, const QString &text, const std::vector<QRectF> &taken, bool bold,
                             double points, double leastPoints)
{
    if (text.trimmed().isEmpty())
        return std::nullopt;
    for (double size = points; size >= leastPoints; size -= 0.5) {
        if (auto words = placed(land, {text}, taken, bold, size))
            return words;
        if (const QStringList two = inTwo(text); !two.isEmpty())
            if (auto words = placed(land, two, taken, bold, size))
                return words;
    }
    return std::nullopt;
}

std::optional<Words> wordsOver(const Land &land, const QString &text, const Lands &territory,
                               const std::vector<QRectF> &taken, double points)
{
    if (text.trimmed().isEmpty())
        return std::nullopt;
    std::optional<Words> words;
    double best = 0;
    for (const QStringList &texts : {QStringList{text}, inTwo(text)}) {
        const auto place =
            texts.isEmpty() ? std::nullopt : placeOver(land, sizeOf(texts, false, points), territory, taken);
        if (!place || (words && place->first <= best))
            continue;
        best = place->first;
        words = wordsAt(place->second, texts, false, points);
    }
    return words;
}

std::optional<Pointed> wordsBeside(const Land &land, const QString &text, const Lands &territory, const QRectF &frame,
                                   const std::vector<QRectF> &taken, double points)
{
    if (text.trimmed().isEmpty())
        return std::nullopt;
    constexpr double clear = 0.8; // mm from the territory
    constexpr int directions = 24;
    const QSizeF size = sizeOf({text}, false, points);
    const QPointF heart = heartOf(land);
    for (double distance = 2; distance <= farthest; distance += 1)
        for (int i = 0; i < directions; ++i) {
            const double angle = 2 * std::numbers::pi * i / directions;
            const QPointF way(std::cos(angle), std::sin(angle));
            // The edge of the words nearest to the land is at that distance.
            const QPointF near = heart + way * distance;
            const QPointF middle = near + QPointF(way.x() * size.width() / 2, way.y() * size.height() / 2);
            const QRectF area = areaAt(middle, size);
            if (!frame.contains(area) || !isFree(area, taken) ||
                placesIn(territory, area.adjusted(-clear, -clear, clear, clear)) > 0)
                continue;
            return Pointed{wordsAt(middle, {text}, false, points), near, heart};
        }
    return std::nullopt;
}

} // namespace report::maps
