#include "gui/shell/first_size.h"

#include <QScreen>

namespace gui
{

namespace
{

constexpr int smallScreen = 1500; // px: narrower, nothing beside the window is of use
constexpr QSize comfortable(1600, 950);

} // namespace

QRect firstGeometry(const QRect &room)
{
    if (room.width() < smallScreen)
        return {};
    QRect place(QPoint(), comfortable.boundedTo(room.size()));
    place.moveCenter(room.center());
    return place;
}

void showFitting(QWidget &window, bool first, const QWidget *left)
{
    if (left && left->isVisible() && left->isMaximized() && !window.isVisible())
        return window.showMaximized();
    if (!first || window.isVisible() || !window.screen())
        return window.show();
    const QRect place = firstGeometry(window.screen()->availableGeometry());
    if (place.isEmpty())
        return window.showMaximized();
    window.setGeometry(place);
    window.show();
}

} // namespace gui
