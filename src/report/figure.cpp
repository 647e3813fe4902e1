#include "report/figure.h"

#include "base/word_width.h"

#include <algorithm>

namespace report
{

namespace
{

constexpr double millimetresPerPoint = 25.4 / 72;
constexpr double ascent = 0.905; // of Liberation Sans, in ems
constexpr double descent = 0.212;

QRectF areaOf(const std::vector<QPointF> &points)
{
    if (points.empty())
        return {};
    const auto [left, right] = std::minmax_element(points.begin(), points.end(),
                                                   [](const QPointF &a, const QPointF &b) { return a.x() < b.x(); });
    const auto [top, bottom] = std::minmax_element(points.begin(), points.end(),
                                                   [](const QPointF &a, const QPointF &b) { return a.y() < b.y(); });
    return {QPointF(left->x(), top->y()), QPointF(right->x(), bottom->y())};
}

void scale(std::optional<Stroke> &stroke, double factor)
{
    if (stroke)
        stroke->width *= factor;
}

void scale(Rectangle &rectangle, double factor)
{
    rectangle.rect = QRectF(rectangle.rect.topLeft() * factor, rectangle.rect.size() * factor);
    scale(rectangle.stroke, factor);
}

void scale(Path &path, double factor)
{
    for (QPointF &point : path.points)
        point *= factor;
    scale(path.stroke, factor);
}

void scale(Label &label, double factor)
{
    label.origin *= factor;
    label.points *= factor;
}

} // namespace

double Label::width() const
{
    return base::wordWidth(text, bold) * points * millimetresPerPoint;
}

QRectF Label::area() const
{
    const double em = points * millimetresPerPoint;
    const double taken = width();
    const double left = anchor == Anchor::Left     ? origin.x()
                        : anchor == Anchor::Center ? origin.x() - taken / 2
                                                   : origin.x() - taken;
    return {left, origin.y() - ascent * em, taken, (ascent + descent) * em};
}

Path diamond(const QPointF &center, double radius, std::optional<Color> fill, std::optional<Stroke> stroke)
{
    return {{center + QPointF(0, -radius), center + QPointF(radius, 0), center + QPointF(0, radius),
             center + QPointF(-radius, 0)},
            true,
            fill,
            stroke};
}

Path line(const QPointF &from, const QPointF &to, const Stroke &stroke)
{
    return {{from, to}, false, {}, stroke};
}

QRectF areaOf(const Drawing &drawing)
{
    if (const auto *rectangle = std::get_if<Rectangle>(&drawing))
        return rectangle->rect;
    if (const auto *path = std::get_if<Path>(&drawing))
        return areaOf(path->points);
    return std::get<Label>(drawing).area();
}

void moveBy(Drawing &drawing, const QPointF &by)
{
    if (auto *rectangle = std::get_if<Rectangle>(&drawing))
        rectangle->rect.translate(by);
    else if (auto *path = std::get_if<Path>(&drawing))
        for (QPointF &point : path->points)
            point += by;
    else
        std::get<Label>(drawing).origin += by;
}

std::vector<Drawing> scaled(std::vector<Drawing> drawings, double factor)
{
    for (Drawing &drawing : drawings)
        std::visit([factor](auto &each) { scale(each, factor); }, drawing);
    return drawings;
}

} // namespace report
