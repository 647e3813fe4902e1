#include "gui/pages/wrap_layout.h"

#include <algorithm>

namespace gui
{

WrapLayout::WrapLayout(QWidget *parent) : QLayout(parent)
{
    setContentsMargins(0, 0, 0, 0);
    setSpacing(8);
}

WrapLayout::~WrapLayout()
{
    for (QLayoutItem *item : m_items)
        delete item;
}

void WrapLayout::addItem(QLayoutItem *item)
{
    m_items.push_back(item);
}

QLayoutItem *WrapLayout::itemAt(int index) const
{
    return index >= 0 && index < count() ? m_items[size_t(index)] : nullptr;
}

QLayoutItem *WrapLayout::takeAt(int index)
{
    QLayoutItem *item = itemAt(index);
    if (item)
        m_items.erase(m_items.begin() + index);
    return item;
}

int WrapLayout::heightForWidth(int width) const
{
    return arrange({0, 0, width, 0}, false);
}

QSize WrapLayout::sizeHint() const
{
    QSize size;
    for (const QLayoutItem *item : m_items) {
        const QSize hint = item->isEmpty() ? QSize() : item->sizeHint();
        if (!hint.isEmpty())
            size = {std::max(size.width(), 0) + hint.width() + (size.width() > 0 ? spacing() : 0),
                    std::max(size.height(), hint.height())};
    }
    return size.expandedTo({0, 0});
}

QSize WrapLayout::minimumSize() const
{
    QSize size(0, 0);
    for (const QLayoutItem *item : m_items)
        if (!item->isEmpty())
            size = size.expandedTo(item->minimumSize());
    return size;
}

void WrapLayout::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    arrange(rect, true);
}

int WrapLayout::arrange(const QRect &rect, bool place) const
{
    QPoint at = rect.topLeft();
    int lineHeight = 0;
    for (QLayoutItem *item : m_items) {
        const QSize hint = item->isEmpty() ? QSize() : item->sizeHint();
        if (hint.isEmpty()) { // a group whose buttons are all hidden: where it was, it would take clicks
            if (place)
                item->setGeometry({rect.topLeft(), QSize(0, 0)});
            continue;
        }
        if (at.x() > rect.left() && at.x() + hint.width() > rect.left() + rect.width())
            at = {rect.left(), at.y() + std::exchange(lineHeight, 0) + spacing()};
        const int width = std::min(hint.width(), rect.width());
        const int height = item->hasHeightForWidth() ? item->heightForWidth(width) : hint.height();
        if (place)
            item->setGeometry({at, QSize(width, height)});
        at.rx() += width + spacing();
        lineHeight = std::max(lineHeight, height);
    }
    return at.y() + lineHeight - rect.top();
}

} // namespace gui
