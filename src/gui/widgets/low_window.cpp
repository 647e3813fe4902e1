#include "gui/widgets/low_window.h"

#include "gui/theme/theme.h"

#include <QStyle>
#include <QVariant>
#include <QWidget>

namespace gui
{

bool inLowWindow(const QWidget &part)
{
    constexpr int lowBelow = 560; // pixels of the window, at 100 %
    return part.window()->height() < zoomed(lowBelow);
}

bool setTight(QWidget &button, bool tight)
{
    constexpr const char *name = "serre"; // known to the style sheet
    if (button.property(name).toBool() == tight)
        return false;
    button.setProperty(name, tight);
    button.style()->unpolish(&button);
    button.style()->polish(&button);
    button.updateGeometry();
    return true;
}

} // namespace gui
