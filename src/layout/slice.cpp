#include "layout/slice.h"

namespace layout
{

namespace
{

struct Shifter {
    QPointF by;
    void operator()(TextOperation &text) const
    {
        text.origin += by;
        text.area.translate(by);
    }
    void operator()(LineOperation &line) const { line.line.translate(by); }
    void operator()(FillOperation &fill) const { fill.rect.translate(by); }
    void operator()(PathOperation &path) const { path.points.translate(by); }
    void operator()(PictureOperation &picture) const { picture.rect.translate(by); }
    void operator()(CheckBoxOperation &box) const { box.rect.translate(by); }
    void operator()(BeginTag &tag) const { tag.box.translate(by); }
    void operator()(EndTag &) const {}
};

} // namespace

std::array<QLineF, 2> checkMark(const QRectF &box)
{
    const double inset = box.width() * 0.2;
    const QRectF inner = box.adjusted(inset, inset, -inset, -inset);
    return {QLineF(inner.topLeft(), inner.bottomRight()), QLineF(inner.bottomLeft(), inner.topRight())};
}

void shift(Operation &operation, double dx, double dy)
{
    std::visit(Shifter{QPointF(dx, dy)}, operation);
}

void append(const Slice &slice, double dx, double dy, std::vector<Operation> &operations,
            std::vector<FieldArea> &fields)
{
    for (const Operation &operation : slice.operations) {
        operations.push_back(operation);
        shift(operations.back(), dx, dy);
    }
    for (const FieldArea &area : slice.fields)
        fields.push_back({area.rect.translated(dx, dy), area.field, area.missing});
}

void track(const Operation &operation, std::vector<BeginTag> &open)
{
    if (const auto *begin = std::get_if<BeginTag>(&operation))
        open.push_back(*begin);
    else if (std::holds_alternative<EndTag>(operation) && !open.empty())
        open.pop_back();
}

BeginTag continued(const BeginTag &tag)
{
    BeginTag again = tag;
    again.anchor.clear();
    again.title.clear();
    return again;
}

void enclose(std::vector<Slice> &slices, const BeginTag &tag)
{
    if (slices.empty())
        return;
    slices.front().operations.insert(slices.front().operations.begin(), tag);
    slices.back().operations.push_back(EndTag{tag.tag});
}

double stackedHeight(const std::vector<Slice> &slices)
{
    double height = 0;
    for (const Slice &slice : slices)
        height += (&slice == &slices.front() ? 0 : slice.gap) + slice.height;
    return height;
}

} // namespace layout
