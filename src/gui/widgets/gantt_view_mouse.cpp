// The mouse: a bar is moved, stretched by its ends, or drawn on an empty line.
#include "gui/widgets/gantt_view.h"

#include "base/text.h"
#include "gui/theme/theme.h"

#include <QApplication>
#include <QMouseEvent>
#include <QToolTip>

namespace gui
{

using namespace Qt::Literals::StringLiterals;
using models::Grip;
using models::Span;
using report::CalendarLine;

namespace
{

constexpr double endWidth = 6;  // of a bar, where it is stretched
constexpr double shortBar = 22; // has no middle to take: its left half moves it

QString words(const Span &span)
{
    return span.from == span.to ? base::frenchLongDate(span.from)
                                : u"%1 – %2"_s.arg(base::frenchLongDate(span.from), base::frenchLongDate(span.to));
}

} // namespace

int GanttView::indexAt(const QPointF &place) const
{
    for (size_t i = 0; i < m_places.size(); ++i)
        if (place.y() >= m_places[i].top() && place.y() < m_places[i].bottom())
            return int(i);
    return -1;
}

std::optional<Grip> GanttView::gripAt(const QPointF &place, const CalendarLine &line) const
{
    const QRectF bar = barOf(line.id).adjusted(-2, -4, 2, 4);
    if (barOf(line.id).isNull() || !bar.contains(place))
        return std::nullopt;
    if (line.keyDate)
        return Grip::Whole;
    // A step of one day has only its right to be made longer.
    if (line.from == line.to || bar.width() < shortBar)
        return place.x() > bar.right() - endWidth ? Grip::End : Grip::Whole;
    return place.x() < bar.left() + endWidth + 2    ? Grip::Start
           : place.x() > bar.right() - endWidth - 2 ? Grip::End
                                                    : Grip::Whole;
}

std::optional<GanttView::Drag> GanttView::dragFrom(const QPointF &place) const
{
    const int index = indexAt(place);
    if (!m_content.editable || index < 0 || place.x() < m_scale.left)
        return std::nullopt;
    Drag drag{.step = {}, .pressed = place, .day = m_scale.dateAt(place.x()), .before = {}};
    if (size_t(index) == m_content.lines.size())
        return drag;
    const CalendarLine &line = m_content.lines[size_t(index)];
    if (line.type != CalendarLine::Type::Step)
        return std::nullopt;
    drag.step = line.id;
    drag.before = {line.from, line.to};
    drag.undated = !line.from.isValid();
    if (drag.undated)
        return drag;
    const std::optional<Grip> grip = gripAt(place, line);
    if (!grip)
        return std::nullopt;
    drag.grip = *grip;
    return drag;
}

void GanttView::follow(Drag &drag, const QPointF &place) const
{
    const QDate day = m_scale.dateAt(place.x());
    if (drag.step.isNull() || drag.undated)
        drag.now = models::wholeUnits(drag.day, day, unit());
    else
        drag.now = models::stretched(drag.before, drag.grip, unit(), models::unitsBetween(drag.day, day, unit()));
}

void GanttView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const int index = indexAt(event->position());
    choose(index);
    m_drag = dragFrom(event->position());
    if (isLink(event->position()))
        Q_EMIT opened(m_content.lines[size_t(index)].id);
}

bool GanttView::isLink(const QPointF &place) const
{
    const int index = indexAt(place);
    return m_content.links && place.x() < m_scale.left && index >= 0 && size_t(index) < m_content.lines.size() &&
           !m_content.lines[size_t(index)].id.isNull();
}

void GanttView::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_drag) {
        const std::optional<Drag> would = dragFrom(event->position());
        setCursor(isLink(event->position())                ? Qt::PointingHandCursor
                  : !would                                 ? Qt::ArrowCursor
                  : would->step.isNull() || would->undated ? Qt::CrossCursor
                  : would->grip == Grip::Whole             ? Qt::OpenHandCursor
                                                           : Qt::SizeHorCursor);
        return;
    }
    if (!m_drag->begun && (event->position() - m_drag->pressed).manhattanLength() < QApplication::startDragDistance())
        return;
    m_drag->begun = true;
    follow(*m_drag, event->position());
    QToolTip::showText(event->globalPosition().toPoint(), words(m_drag->now), this);
    update();
}

void GanttView::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !m_drag)
        return;
    const Drag drag = *m_drag;
    cancelDrag();
    if (!drag.begun || drag.now == drag.before)
        return;
    if (drag.step.isNull())
        Q_EMIT drawn(drag.now);
    else
        Q_EMIT moved(drag.step, drag.now, false);
}

void GanttView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || isLink(event->position()))
        return;
    m_drag.reset();
    const int index = indexAt(event->position());
    if (index >= 0 && size_t(index) < m_content.lines.size() && !m_content.lines[size_t(index)].id.isNull())
        Q_EMIT opened(m_content.lines[size_t(index)].id);
}

void GanttView::cancelDrag()
{
    m_drag.reset();
    QToolTip::hideText();
    update();
}

void GanttView::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    if (m_chosen.isNull())
        chooseBeside(1);
    update();
}

void GanttView::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    cancelDrag();
}

} // namespace gui
