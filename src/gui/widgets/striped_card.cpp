#include "gui/widgets/striped_card.h"

#include "gui/theme/theme.h"

#include <QPainter>
#include <QPainterPath>

namespace gui
{

namespace
{

constexpr double stripe = 5;
constexpr double radius = 10;

} // namespace

StripedCard::StripedCard(const QString &mission, QWidget *parent) : QFrame(parent), m_mission(mission)
{
    setFrameShape(QFrame::NoFrame);
}

void StripedCard::paintEvent(QPaintEvent *)
{
    const Palette &colours = currentPalette();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF area = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    QPainterPath outline;
    outline.addRoundedRect(area, zoomed(radius), zoomed(radius));
    painter.fillPath(outline, colours.surface);
    painter.setClipPath(outline);
    painter.fillRect(QRectF(0, 0, zoomed(stripe), height()), missionColour(colours, m_mission));
    painter.setClipping(false);
    painter.strokePath(outline, QPen(colours.hairline, 1));
}

} // namespace gui
