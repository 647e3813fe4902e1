#include "layout/painter.h"

#include "layout/style.h"

#include <QPainter>

namespace layout
{

namespace
{

QRectF scaled(const QRectF &rect, double scale)
{
    return {rect.x() * scale, rect.y() * scale, rect.width() * scale, rect.height() * scale};
}

void paintText(QPainter &painter, const TextOperation &text, double scale)
{
    const QTransform before = painter.transform();
    painter.translate(text.origin.x() * scale, text.origin.y() * scale);
    painter.scale(scale / text.scale, scale / text.scale);
    painter.setPen(text.color);
    for (const QGlyphRun &run : text.glyphs)
        painter.drawGlyphRun(QPointF(), run);
    painter.setTransform(before);
}

void paintPath(QPainter &painter, const PathOperation &path, double scale)
{
    QPolygonF points = path.points;
    for (QPointF &point : points)
        point *= scale;
    painter.setPen(Qt::NoPen);
    if (path.stroke.isValid()) {
        QPen pen(path.stroke, path.width * scale, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin);
        if (path.dashed)
            pen.setDashPattern({dash, dashGap});
        painter.setPen(pen);
    }
    painter.setBrush(path.fill.isValid() ? QBrush(path.fill) : QBrush(Qt::NoBrush));
    if (path.closed)
        painter.drawPolygon(points);
    else
        painter.drawPolyline(points);
}

void paintCheckBox(QPainter &painter, const CheckBoxOperation &box, double scale)
{
    painter.setPen(QPen(look::ink, 0.3 * scale));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(scaled(box.rect, scale));
    if (!box.checked)
        return;
    for (const QLineF &stroke : checkMark(box.rect)) {
        painter.setPen(QPen(look::ink, 0.5 * scale, Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(stroke.p1() * scale, stroke.p2() * scale);
    }
}

} // namespace

void paint(QPainter &painter, const Page &page, const PaintOptions &options)
{
    const double scale = options.pixelsPerMillimetre;
    painter.save();
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing | QPainter::SmoothPixmapTransform);
    for (const Operation &operation : page.operations) {
        if (const auto *fill = std::get_if<FillOperation>(&operation))
            painter.fillRect(scaled(fill->rect, scale), fill->color);
    }
    for (const FieldArea &area : page.fields) {
        if (area.missing && options.showMissing)
            painter.fillRect(scaled(area.rect, scale), options.missing);
    }
    for (const Operation &operation : page.operations) {
        if (const auto *text = std::get_if<TextOperation>(&operation)) {
            paintText(painter, *text, scale);
        } else if (const auto *line = std::get_if<LineOperation>(&operation)) {
            painter.setPen(QPen(line->color, line->width * scale, Qt::SolidLine, Qt::FlatCap));
            painter.drawLine(line->line.p1() * scale, line->line.p2() * scale);
        } else if (const auto *path = std::get_if<PathOperation>(&operation)) {
            paintPath(painter, *path, scale);
        } else if (const auto *picture = std::get_if<PictureOperation>(&operation)) {
            painter.drawImage(scaled(picture->rect, scale), picture->image);
        } else if (const auto *box = std::get_if<CheckBoxOperation>(&operation)) {
            paintCheckBox(painter, *box, scale);
        }
    }
    painter.restore();
}

} // namespace layout
