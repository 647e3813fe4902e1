// What stands in the column of a page, and gets its width from there.
#pragma once

#include <QLayout>
#include <QWidget>

namespace gui
{

// Is never measured in the width that it would wish for: a widget with a layout asks all its words how high they are
// in that one too, and nobody looks at the answer.
class PageColumn : public QWidget
{
public:
    using QWidget::QWidget;
    [[nodiscard]] QSize sizeHint() const override
    {
        const QLayout *inside = layout();
        if (!inside || !inside->hasHeightForWidth())
            return QWidget::sizeHint();
        const QMargins around = contentsMargins();
        return inside->sizeHint() + QSize(around.left() + around.right(), around.top() + around.bottom());
    }
};

} // namespace gui
