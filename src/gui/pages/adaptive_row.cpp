#include "gui/pages/adaptive_row.h"

#include "gui/theme/theme.h"
#include "gui/widgets/field_editor.h"
#include "gui/widgets/field_frame.h"
#include "gui/widgets/reading_width.h"

#include <algorithm>
#include <QBoxLayout>
#include <QEvent>

namespace gui
{

namespace
{

// A row of fields, not a list and its form.
bool holdsFieldsOnly(const QLayout *layout)
{
    for (int i = 0; layout && i < layout->count(); ++i)
        if (QWidget *child = layout->itemAt(i)->widget();
            child && !qobject_cast<FieldFrame *>(child) && !dynamic_cast<FieldEditor *>(child))
            return false;
    return layout && layout->count() > 0;
}

// What the words of boxes to tick, which never wrap, need side by side.
int besideWidth(const QLayout &layout)
{
    const QMargins margins = layout.contentsMargins();
    int width = margins.left() + margins.right() + (layout.count() - 1) * layout.spacing();
    for (int i = 0; i < layout.count(); ++i)
        width += layout.itemAt(i)->minimumSize().width();
    return width;
}

} // namespace

void AdaptiveRow::setThreshold(int pixels)
{
    m_threshold = pixels;
    arrange();
}

// The width of the widest child: what the column needs, and the row may be brought down to.
QSize AdaptiveRow::minimumSizeHint() const
{
    const QSize whole = QWidget::minimumSizeHint();
    if (!layout())
        return whole;
    int widest = 0;
    for (int i = 0; i < layout()->count(); ++i)
        widest = std::max(widest, layout()->itemAt(i)->minimumSize().width());
    return {widest, whole.height()};
}

void AdaptiveRow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (holdsFieldsOnly(layout()))
        keepReadable(*this);
    arrange();
    alignHeads();
}

bool AdaptiveRow::event(QEvent *event)
{
    const bool done = QWidget::event(event);
    if (event->type() == QEvent::LayoutRequest) // the words above a field changed
        alignHeads();
    return done;
}

void AdaptiveRow::alignHeads()
{
    const auto *box = qobject_cast<QBoxLayout *>(layout());
    if (!box)
        return;
    std::vector<FieldFrame *> frames;
    for (int i = 0; i < box->count(); ++i)
        if (auto *frame = qobject_cast<FieldFrame *>(box->itemAt(i)->widget()); frame && !frame->isHidden())
            frames.push_back(frame);
    if (box->direction() == QBoxLayout::LeftToRight)
        return FieldFrame::alignHeads(frames);
    for (FieldFrame *frame : frames)
        FieldFrame::alignHeads({frame});
}

void AdaptiveRow::arrange()
{
    auto *box = qobject_cast<QBoxLayout *>(layout());
    if (!box)
        return;
    // Fields of one row stand on the same line whatever is written under them.
    for (int i = 0; i < box->count(); ++i)
        if (QWidget *child = box->itemAt(i)->widget();
            child && child->sizePolicy().verticalPolicy() == QSizePolicy::Fixed)
            box->setAlignment(child, Qt::AlignTop);
    const bool narrow = width() < zoomed(m_threshold) || (holdsFieldsOnly(box) && width() < besideWidth(*box));
    const auto direction = narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight;
    if (box->direction() == direction)
        return;
    box->setDirection(direction);
    updateGeometry();
}

} // namespace gui
