#include "gui/widgets/gantt_heading.h"

#include "base/typography.h"
#include "gui/theme/theme.h"
#include "gui/widgets/scrolled_part.h"

#include <algorithm>
#include <QPainter>
#include <QScrollArea>
#include <QScrollBar>

namespace gui
{

namespace
{

constexpr int frameWidth = 2; // of the calendar that has the keyboard

} // namespace

GanttHeading::GanttHeading(QWidget *calendar) : QWidget(calendar), m_scrolled(new ScrolledPart(calendar))
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    connect(m_scrolled, &ScrolledPart::moved, this, &GanttHeading::place);
}

void GanttHeading::setTime(const report::TimeScale &scale, int height)
{
    m_scale = scale;
    resize(parentWidget()->width(), height);
    place();
    update();
}

void GanttHeading::place()
{
    move(0, std::min(m_scrolled->above(), std::max(0, parentWidget()->height() - height())));
}

void GanttHeading::reveal(const QRectF &line)
{
    const QScrollArea *area = m_scrolled->page();
    if (!area || line.isNull())
        return;
    const int top = parentWidget()->mapTo(area->widget(), line.topLeft().toPoint()).y() - height();
    const int bottom = parentWidget()->mapTo(area->widget(), line.bottomLeft().toPoint()).y();
    QScrollBar *bar = area->verticalScrollBar();
    bar->setValue(std::min(std::max(bar->value(), bottom - area->viewport()->height()), top));
}

void GanttHeading::paintEvent(QPaintEvent *)
{
    const Palette &palette = currentPalette();
    const int frame = parentWidget()->hasFocus() ? frameWidth : 0;
    QPainter painter(this);
    if (y() > 0) // over the lines
        painter.fillRect(rect().adjusted(frame, 0, -frame, 0), palette.surface);
    for (QDate start = m_scale.from; start < m_scale.to; start = start.addMonths(m_scale.months)) {
        const double x = m_scale.x(start);
        const double next = m_scale.x(start.addMonths(m_scale.months));
        painter.setPen(QPen(palette.hairline, 1));
        painter.drawLine(QPointF(x, 0), QPointF(x, height()));
        painter.setPen(palette.inkSecondary);
        painter.drawText(QRectF(x + zoomed(5), 0, next - x - zoomed(5), height()), Qt::AlignVCenter | Qt::AlignLeft,
                         base::frenchTypography(m_scale.name(start)));
    }
    painter.setPen(QPen(palette.hairline, 1));
    painter.drawLine(frame, height() - 1, width() - frame, height() - 1);
}

} // namespace gui
