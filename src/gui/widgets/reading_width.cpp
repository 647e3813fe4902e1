#include "gui/widgets/reading_width.h"

#include "gui/theme/theme.h"

#include <algorithm>
#include <QLayout>
#include <QWidget>

namespace gui
{

namespace
{

constexpr double widest = 820; // pixels, at 100 %

} // namespace

int readingWidth()
{
    return zoomed(widest);
}

void keepReadable(QWidget &holder)
{
    QLayout *layout = holder.layout();
    if (!layout)
        return;
    QMargins margins = layout->contentsMargins();
    const int right = std::max(0, holder.width() - readingWidth());
    if (margins.right() == right)
        return;
    margins.setRight(right);
    layout->setContentsMargins(margins);
}

} // namespace gui
