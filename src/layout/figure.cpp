#include "layout/figure.h"

#include "base/picture_info.h"
#include "layout/lines.h"
#include "layout/paragraphs.h"

#include <algorithm>
#include <QBuffer>
#include <QImageReader>

namespace layout
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr double belowTitle = 1;
constexpr double belowDrawing = 1;
constexpr double roomForTexts = 30; // mm of the page, for a title and a source of some lines
constexpr double longestLabel = 10'000;

QColor color(report::Color rgb)
{
    return QColor::fromRgb(rgb);
}

PathOperation pathOf(QPolygonF points, bool closed, const std::optional<report::Color> &fill,
                     const std::optional<report::Stroke> &stroke)
{
    PathOperation path{std::move(points), closed};
    if (fill)
        path.fill = color(*fill);
    if (stroke) {
        path.stroke = color(stroke->color);
        path.width = stroke->width;
        path.dashed = stroke->dashed;
    }
    return path;
}

void draw(const report::Rectangle &rectangle, Slice &slice)
{
    const QRectF &rect = rectangle.rect;
    slice.operations.push_back(
        pathOf(QPolygonF({rect.topLeft(), rect.topRight(), rect.bottomRight(), rect.bottomLeft()}), true,
               rectangle.fill, rectangle.stroke));
}

void draw(const report::Path &path, Slice &slice)
{
    slice.operations.push_back(
        pathOf(QPolygonF(QList<QPointF>(path.points.begin(), path.points.end())), path.closed, path.fill, path.stroke));
}

void draw(const report::Label &label, Slice &slice)
{
    const std::vector<report::Run> runs{{.text = oneLine({{.text = label.text}})}};
    const look::TextStyle style{.points = label.points, .bold = label.bold, .color = color(label.color)};
    const Slice line = breakIntoLines({.runs = runs, .style = style, .width = longestLabel}).front();
    double width = 0;
    for (const Operation &operation : line.operations)
        if (const auto *text = std::get_if<TextOperation>(&operation))
            width = std::max(width, text->area.right());
    const double left = label.anchor == report::Label::Anchor::Left     ? 0
                        : label.anchor == report::Label::Anchor::Center ? width / 2
                                                                        : width;
    for (Operation operation : line.operations)
        if (const auto *text = std::get_if<TextOperation>(&operation)) {
            shift(operation, label.origin.x() - left, label.origin.y() - text->origin.y());
            slice.operations.push_back(operation);
        }
}

} // namespace

QImage decodedPicture(const QByteArray &bytes)
{
    const auto info = base::pictureInfo(bytes);
    if (!info || !info->isReasonable())
        return {};
    QBuffer buffer;
    buffer.setData(bytes);
    QImageReader reader(&buffer, info->type == base::PictureInfo::Type::Png ? "png"_ba : "jpeg"_ba);
    reader.setAutoTransform(false); // every format shows the bytes as they are
    QImageReader::setAllocationLimit(int(base::mostPicturePoints * 4 / (1024 * 1024)));
    return reader.read();
}

double figureScale(const report::Figure &figure, double width, double pageHeight)
{
    const double height = pageHeight - roomForTexts;
    return std::min({1.0, width / std::max(figure.size.width(), 1.0), height / std::max(figure.size.height(), 1.0)});
}

Page drawingOf(const report::Figure &figure)
{
    Slice drawing;
    for (const report::Drawing &each : figure.drawings)
        std::visit([&drawing](const auto &one) { draw(one, drawing); }, each);
    return {std::move(drawing.operations), {}};
}

std::vector<Slice> layFigure(const report::Figure &figure, Composition &composition)
{
    std::vector<Slice> slices;
    if (!figure.title.isEmpty())
        slices = layText({{.text = figure.title}}, look::captionStyle(), report::Paragraph::Alignment::Left,
                         composition.begin(Tag::P), composition);
    const double factor = figureScale(figure, composition.sheet.textWidth(), composition.sheet.textHeight());
    const QRectF place(QPointF(0, 0), figure.size * factor);
    Slice drawing;
    drawing.gap = slices.empty() ? 0 : belowTitle;
    drawing.height = place.height();
    BeginTag tag = composition.begin(Tag::Figure);
    tag.alternative = figure.description;
    tag.box = place;
    drawing.operations.push_back(tag);
    for (const report::Drawing &each : report::scaled(figure.drawings, factor))
        std::visit([&drawing](const auto &one) { draw(one, drawing); }, each);
    if (!figure.picture.isEmpty())
        drawing.operations.push_back(PictureOperation{place, decodedPicture(figure.picture), figure.picture});
    drawing.operations.push_back(EndTag{Tag::Figure});
    if (!figure.field.isEmpty())
        drawing.fields.push_back({place, figure.field, false});
    drawing.glued = !figure.source.isEmpty();
    slices.push_back(std::move(drawing));
    if (!figure.source.isEmpty()) {
        std::vector<Slice> source =
            layText({{.text = figure.source}}, look::paragraphStyle(report::Paragraph::Role::Note),
                    report::Paragraph::Alignment::Left, composition.begin(Tag::P), composition);
        source.front().gap = belowDrawing;
        source.back().glued = false;
        slices.insert(slices.end(), source.begin(), source.end());
    }
    return slices;
}

} // namespace layout
