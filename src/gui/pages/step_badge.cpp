#include "gui/pages/step_badge.h"

#include "gui/theme/theme.h"

#include <QPainter>

namespace gui
{

namespace
{

constexpr double diameter = 30;

} // namespace

StepBadge::StepBadge(int number, bool current, QWidget *parent) : QWidget(parent), m_number(number), m_current(current)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void StepBadge::setCurrent(bool current)
{
    m_current = current;
    update();
}

QSize StepBadge::sizeHint() const
{
    return {zoomed(diameter), zoomed(diameter)};
}

void StepBadge::paintEvent(QPaintEvent *)
{
    const Palette &colours = currentPalette();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    // A pair of the palette that is read in every theme; lines between areas are decorative, and black in one of them.
    painter.setPen(m_current ? QPen(Qt::NoPen) : QPen(colours.control, 1));
    painter.setBrush(m_current ? colours.accent : colours.surfaceRaised);
    painter.drawEllipse(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
    QFont bold = font();
    bold.setBold(true);
    painter.setFont(bold);
    painter.setPen(m_current ? colours.onAccent : colours.ink);
    painter.drawText(rect(), Qt::AlignCenter, QString::number(m_number));
}

} // namespace gui
