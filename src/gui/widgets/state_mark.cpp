#include "gui/widgets/state_mark.h"

#include "gui/theme/theme.h"

#include <QPainter>
#include <QPainterPath>

namespace gui
{

using namespace Qt::Literals::StringLiterals;

namespace
{

void paintTick(QPainter &painter, const QPointF &centre, double radius, const QColor &colour)
{
    QPainterPath tick;
    tick.moveTo(centre + QPointF(-0.45, 0.02) * radius);
    tick.lineTo(centre + QPointF(-0.1, 0.38) * radius);
    tick.lineTo(centre + QPointF(0.48, -0.32) * radius);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(colour, radius * 0.27, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(tick);
}

} // namespace

QString spoken(Mark mark)
{
    switch (mark) {
    case Mark::None:
        return {};
    case Mark::Empty:
        return u"à remplir"_s;
    case Mark::ToReview:
        return u"à voir"_s;
    case Mark::Done:
        return u"complet"_s;
    case Mark::Blocking:
        return u"bloquant"_s;
    }
    return {};
}

void paintMark(QPainter &painter, const QRectF &area, Mark mark)
{
    const Palette &colours = currentPalette();
    const double radius = std::min(area.width(), area.height()) / 2 - 0.5;
    const double stroke = radius * 0.22;
    const QPointF centre = area.center();
    const QRectF ring = QRectF(centre, QSizeF()).adjusted(-radius, -radius, radius, radius);
    const QRectF inner = ring.adjusted(stroke / 2, stroke / 2, -stroke / 2, -stroke / 2);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Qt::NoBrush);
    switch (mark) {
    case Mark::None:
        painter.setPen(QPen(colours.control, stroke));
        painter.drawRoundedRect(inner, radius * 0.35, radius * 0.35);
        break;
    case Mark::Empty:
        painter.setPen(QPen(colours.control, stroke));
        painter.drawEllipse(inner);
        break;
    case Mark::ToReview:
        painter.setBrush(colours.review);
        painter.drawPie(ring, 90 * 16, 180 * 16);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(colours.review, stroke));
        painter.drawEllipse(inner);
        break;
    case Mark::Done:
        painter.setBrush(colours.done);
        painter.drawEllipse(ring);
        paintTick(painter, centre, radius, colours.surface);
        break;
    case Mark::Blocking:
        painter.setBrush(colours.blocking);
        painter.drawEllipse(ring);
        painter.setBrush(colours.surface);
        painter.drawRoundedRect(QRectF(centre, QSizeF()).adjusted(-radius / 2, -stroke / 2, radius / 2, stroke / 2), 1,
                                1);
        break;
    }
    painter.restore();
}

StateMark::StateMark(Mark mark, QWidget *parent) : QWidget(parent), m_mark(mark)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleName(spoken(mark));
}

void StateMark::setMark(Mark mark)
{
    m_mark = mark;
    setAccessibleName(spoken(mark));
    update();
}

QSize StateMark::sizeHint() const
{
    const int side = zoomed(16);
    return {side, side};
}

void StateMark::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintMark(painter, QRectF(rect()), m_mark);
}

} // namespace gui
