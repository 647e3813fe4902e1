// Vector drawings of a document: charts, calendars, maps. Lengths are millimetres from the drawing's top left corner;
// what is drawn later covers what was drawn before.
#pragma once

#include <optional>
#include <QPointF>
#include <QRectF>
#include <QSizeF>
#include <QString>
#include <variant>
#include <vector>

namespace report
{

using Color = quint32; // 0xRRGGBB, opaque

struct Stroke {
    Color color = 0;
    double width = 0.25; // mm
    bool dashed = false;
};

struct Rectangle {
    QRectF rect;
    std::optional<Color> fill = {};
    std::optional<Stroke> stroke = {};
};
// A line, a broken line, or the outline of an area when `closed`: two points at least.
struct Path {
    std::vector<QPointF> points;
    bool closed = false;
    std::optional<Color> fill = {}; // closed only
    std::optional<Stroke> stroke = {};
};
// One line of text, on its baseline. Its measure, here and in the writers, is that of Liberation Sans.
struct Label {
    enum class Anchor { Left, Center, Right };
    QPointF origin; // on the baseline: the left end, the middle or the right end of the text
    QString text;
    double points = 8;
    bool bold = false;
    Anchor anchor = Anchor::Left;
    Color color = 0x1B2A33;

    [[nodiscard]] double width() const; // mm
    [[nodiscard]] QRectF area() const;  // from the ascent to the descent
};
using Drawing = std::variant<Rectangle, Path, Label>;

// A milestone: a square on its point, `radius` from its centre to each of its corners.
[[nodiscard]] Path diamond(const QPointF &center, double radius, std::optional<Color> fill,
                           std::optional<Stroke> stroke = {});
[[nodiscard]] Path line(const QPointF &from, const QPointF &to, const Stroke &stroke);

// The place that a drawing takes, its stroke left out.
[[nodiscard]] QRectF areaOf(const Drawing &drawing);
void moveBy(Drawing &drawing, const QPointF &by);
// Drawings `factor` times larger, texts and strokes with them.
[[nodiscard]] std::vector<Drawing> scaled(std::vector<Drawing> drawings, double factor);

} // namespace report
