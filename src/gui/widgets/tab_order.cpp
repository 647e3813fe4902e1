#include "gui/widgets/tab_order.h"

#include <algorithm>
#include <QAbstractScrollArea>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QGridLayout>
#include <QLineEdit>
#include <QScrollArea>
#include <QTabBar>
#include <tuple>

namespace gui
{

namespace
{

using Widgets = std::vector<QWidget *>;

// The parts of these are their own matter.
bool isWhole(const QWidget *widget)
{
    const bool area = qobject_cast<const QAbstractScrollArea *>(widget) && !qobject_cast<const QScrollArea *>(widget);
    return area || qobject_cast<const QComboBox *>(widget) || qobject_cast<const QAbstractSpinBox *>(widget) ||
           qobject_cast<const QLineEdit *>(widget) || qobject_cast<const QTabBar *>(widget);
}

// The items of a layout as they are read; a grid is filled in any order.
std::vector<QLayoutItem *> itemsOf(const QLayout *layout)
{
    std::vector<std::tuple<int, int, QLayoutItem *>> placed;
    const auto *grid = qobject_cast<const QGridLayout *>(layout);
    for (int at = 0; at < layout->count(); ++at) {
        int row = 0, column = at, rows = 1, columns = 1;
        if (grid)
            grid->getItemPosition(at, &row, &column, &rows, &columns);
        placed.emplace_back(row, column, layout->itemAt(at));
    }
    std::stable_sort(placed.begin(), placed.end(), [](const auto &a, const auto &b) {
        return std::tie(std::get<0>(a), std::get<1>(a)) < std::tie(std::get<0>(b), std::get<1>(b));
    });
    std::vector<QLayoutItem *> items;
    for (const auto &[row, column, item] : placed)
        items.push_back(item);
    return items;
}

void addLaidOut(const QLayout *layout, Widgets &children)
{
    for (QLayoutItem *item : itemsOf(layout)) {
        if (QWidget *widget = item->widget())
            children.push_back(widget);
        else if (item->layout())
            addLaidOut(item->layout(), children);
    }
}

Widgets childrenOf(QWidget *widget)
{
    Widgets children;
    if (auto *area = qobject_cast<QScrollArea *>(widget)) {
        if (area->widget())
            children.push_back(area->widget());
        return children;
    }
    if (widget->layout())
        addLaidOut(widget->layout(), children);
    for (QWidget *child : widget->findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly))
        if (!child->isWindow() && std::find(children.begin(), children.end(), child) == children.end())
            children.push_back(child);
    return children;
}

void collect(QWidget *widget, Widgets &stops)
{
    if ((widget->focusPolicy() & Qt::TabFocus) && !widget->focusProxy())
        stops.push_back(widget);
    if (isWhole(widget))
        return;
    for (QWidget *child : childrenOf(widget))
        collect(child, stops);
}

} // namespace

std::vector<QWidget *> readingOrder(QWidget *root)
{
    Widgets stops;
    collect(root, stops);
    return stops;
}

void tabInReadingOrder(QWidget *root)
{
    const Widgets stops = readingOrder(root);
    for (size_t at = 1; at < stops.size(); ++at)
        if (stops[at - 1]->nextInFocusChain() != stops[at])
            QWidget::setTabOrder(stops[at - 1], stops[at]);
}

} // namespace gui
