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
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_current ? colours.accent : colours.hairline);
    painter.drawEllipse(rect());
    QFont bold = font();
    bold.setBold(true);
    painter.setFont(bold);
    painter.setPen(m_current ? colours.onAccent : colours.ink);
    painter.drawText(rect(), Qt::AlignCenter, QString::number(m_number));
}

} // namespace gui
