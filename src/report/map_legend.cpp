#include "report/map_legend.h"

#include "base/text.h"
#include "base/typography.h"
#include "report/charts_pieces.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace report::maps
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr double rowHeight = 0.65; // mm a point
constexpr double swatchWidth = 6;
constexpr double swatchHeight = 3.4;
constexpr double gap = 1.6;
constexpr double between = 6;
constexpr double hatchStep = 1.5;
constexpr double hatchWidth = 0.25;

// What stands before the words of an entry.
struct Entry {
    enum class Kind { Area, Limit };
    QString text;
    Kind kind = Kind::Area;
    Color color = 0;
    bool hatched = false;
    QString mark = {};
};

std::vector<Entry> entriesOf(const LegendInput &input, const MapLook &look)
{
    std::vector<Entry> entries;
    for (const Shade &shade : input.shades)
        entries.push_back({shade.name, Entry::Kind::Area, shade.fill, shade.hatched, shade.mark});
    if (input.epciLimits)
        entries.push_back({u"Limite d’intercommunalité"_s, Entry::Kind::Limit, look.limit});
    if (!input.autresCpts.isEmpty())
        entries.push_back({(input.autresCpts.size() > 1 ? u"Autres CPTS : "_s : u"Autre CPTS : "_s) +
                               base::frenchList(input.autresCpts),
                           Entry::Kind::Area, look.elsewhere});
    if (input.around)
        entries.push_back({u"Communes voisines"_s, Entry::Kind::Area, look.around});
    return entries;
}

void drawSwatch(const Entry &entry, double x, double middle, double points, const MapLook &look, Legend &legend)
{
    if (entry.kind == Entry::Kind::Limit) {
        legend.drawings.emplace_back(line({x, middle}, {x + swatchWidth, middle}, {entry.color, 0.6}));
        return;
    }
    const QRectF box(x, middle - swatchHeight / 2, swatchWidth, swatchHeight);
    legend.drawings.emplace_back(Rectangle{box, entry.color, {}});
    if (entry.hatched) {
        const std::vector<QPointF> ring{box.topLeft(), box.topRight(), box.bottomRight(), box.bottomLeft()};
        for (Path &each : hatched({&ring}, look.ink))
            legend.drawings.emplace_back(std::move(each));
    }
    legend.drawings.emplace_back(Rectangle{box, {}, Stroke{look.line, 0.2}});
    if (!entry.mark.isEmpty()) {
        Label mark = charts::labelAt(box.center().x(), middle, entry.mark, points, Label::Anchor::Center, true);
        mark.color = readableOn(entry.color, look);
        legend.drawings.emplace_back(std::move(mark));
    }
}

// One, two or five times a power of ten kilometres, at most so wide.
double scaleKilometres(double millimetresPerKilometre, double widest)
{
    const double most = std::max(0.001, widest / millimetresPerKilometre);
    const double power = std::pow(10, std::floor(std::log10(most)));
    for (const double factor : {5.0, 2.0, 1.0})
        if (factor * power <= most)
            return factor * power;
    return power;
}

} // namespace

Legend legendOf(const LegendInput &input, double width, const MapLook &look)
{
    Legend legend;
    const double points = input.points;
    const double pitch = rowHeight * points;
    double x = 0;
    double row = 0;
    const auto put = [&](double wide, auto draw) {
        if (x > 0 && x + wide > width) {
            x = 0;
            row += pitch;
        }
        draw(x, row + pitch / 2);
        x += wide + between;
    };
    const auto words = [&](double at, double middle, const QString &text) {
        Label label = charts::labelAt(at, middle, text, points);
        label.color = look.ink;
        legend.drawings.emplace_back(std::move(label));
    };
    for (const Entry &entry : entriesOf(input, look)) {
        const QString text =
            charts::fittedLines(base::frenchTypography(entry.text), width - swatchWidth - gap, points, false, 1)
                .join(QString());
        put(swatchWidth + gap + charts::widest({text}, points), [&](double at, double middle) {
            drawSwatch(entry, at, middle, points, look, legend);
            words(at + swatchWidth + gap, middle, text);
        });
    }
    const double kilometres = scaleKilometres(input.millimetresPerKilometre, 30);
    const double length = kilometres * input.millimetresPerKilometre;
    const QString text = kilometres < 1
                             ? base::frenchTypography(u"%1 m"_s.arg(base::frenchNumber(qint64(kilometres * 1000))))
                             : base::frenchTypography(u"%1 km"_s.arg(base::frenchNumber(qint64(kilometres))));
    put(length + gap + charts::widest({text}, points), [&](double at, double middle) {
        const Stroke stroke{look.ink, 0.3};
        legend.drawings.emplace_back(
            Path{{{at, middle - 0.9}, {at, middle + 0.9}, {at + length, middle + 0.9}, {at + length, middle - 0.9}},
                 false,
                 {},
                 stroke});
        words(at + length + gap, middle, text);
    });
    legend.height = row + pitch;
    return legend;
}

std::vector<Path> hatched(const std::vector<const std::vector<QPointF> *> &rings, Color color)
{
    // Turned by an eighth of a circle, the lines are rows.
    const double half = std::numbers::sqrt2 / 2;
    const auto turned = [half](const QPointF &at) {
        return QPointF((at.x() + at.y()) * half, (at.x() - at.y()) * half);
    };
    double low = 1e9;
    double high = -1e9;
    for (const auto *ring : rings)
        for (const QPointF &point : *ring) {
            low = std::min(low, turned(point).y());
            high = std::max(high, turned(point).y());
        }
    std::vector<Path> lines;
    for (double y = std::ceil(low / hatchStep) * hatchStep; y < high; y += hatchStep) {
        std::vector<double> crossings;
        for (const auto *ring : rings)
            for (size_t i = 0; i < ring->size(); ++i) {
                const QPointF a = turned((*ring)[i]);
                const QPointF b = turned((*ring)[(i + 1) % ring->size()]);
                if ((a.y() <= y) != (b.y() <= y))
                    crossings.push_back(a.x() + (y - a.y()) * (b.x() - a.x()) / (b.y() - a.y()));
            }
        std::sort(crossings.begin(), crossings.end());
        for (size_t i = 0; i + 1 < crossings.size(); i += 2) {
            const double from = crossings[i];
            // Over a border between two areas, the line goes on.
            while (i + 3 < crossings.size() && crossings[i + 2] - crossings[i + 1] < 0.01)
                i += 2;
            const QPointF start((from + y) * half, (from - y) * half);
            const QPointF end((crossings[i + 1] + y) * half, (crossings[i + 1] - y) * half);
            lines.push_back(line(start, end, {color, hatchWidth}));
        }
    }
    return lines;
}

} // namespace report::maps
