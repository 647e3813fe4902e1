#include "gui/widgets/tab_order.h"

#include <algorithm>
#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QAbstractSpinBox>
#include <QButtonGroup>
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

// The buttons of which one at most is checked; nothing for a button that stands alone.
QList<QAbstractButton *> choicesOf(const QAbstractButton *button)
{
    if (button->group())
        return button->group()->exclusive() ? button->group()->buttons() : QList<QAbstractButton *>();
    QList<QAbstractButton *> choices;
    if (button->autoExclusive() && button->parentWidget())
        for (auto *each :
             button->parentWidget()->findChildren<QAbstractButton *>(QString(), Qt::FindDirectChildrenOnly))
            if (each->autoExclusive() && !each->group())
                choices += each;
    return choices;
}

// Tab stops at the choice that is checked, or at the first, and leaves all of them at once: the arrows go from one to
// the other.
bool isOtherChoice(const QWidget *widget, const QWidget *from)
{
    const auto *button = qobject_cast<const QAbstractButton *>(widget);
    if (!button)
        return false;
    const QList<QAbstractButton *> choices = choicesOf(button);
    if (choices.isEmpty())
        return false;
    if (std::any_of(choices.begin(), choices.end(), [from](const QAbstractButton *each) { return each == from; }))
        return true;
    const auto checked =
        std::find_if(choices.begin(), choices.end(), [](const QAbstractButton *each) { return each->isChecked(); });
    return button != (checked == choices.end() ? choices.front() : *checked);
}

bool isStop(const QWidget *widget)
{
    if (widget->focusProxy())
        return false;
    if (widget->focusPolicy() & Qt::TabFocus)
        return true;
    // Qt takes Tab away from the choices that did not have the keyboard last, checked or not.
    const auto *button = qobject_cast<const QAbstractButton *>(widget);
    return button && button->focusPolicy() != Qt::NoFocus && !choicesOf(button).isEmpty();
}

void collect(QWidget *widget, Widgets &stops)
{
    if (isStop(widget))
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

bool tabAlong(QWidget *root, bool next)
{
    const Widgets stops = readingOrder(root);
    const QWidget *from = root->window()->focusWidget();
    const auto here = std::find_if(stops.rbegin(), stops.rend(), [from](const QWidget *stop) {
        return stop == from || (from && stop->isAncestorOf(from));
    });
    if (here == stops.rend())
        return false;
    const size_t count = stops.size();
    const size_t at = static_cast<size_t>(std::distance(here, stops.rend())) - 1;
    for (size_t step = 1; step < count; ++step) {
        QWidget *to = stops[(at + (next ? step : count - step)) % count];
        if (!to->isVisible() || !to->isEnabled() || isOtherChoice(to, from))
            continue;
        to->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
        return true;
    }
    return false;
}

void focusWithin(const QWidget &part)
{
    for (QWidget *child : part.findChildren<QWidget *>()) {
        if (!child->isVisible() || !child->isEnabled() || !(child->focusPolicy() & Qt::TabFocus))
            continue;
        child->setFocus(Qt::ShortcutFocusReason);
        for (QWidget *up = child->parentWidget(); up; up = up->parentWidget())
            if (auto *scroll = qobject_cast<QScrollArea *>(up)) // it may stand where one read before
                scroll->ensureWidgetVisible(child, 0, 3 * child->height());
        return;
    }
}

} // namespace gui
