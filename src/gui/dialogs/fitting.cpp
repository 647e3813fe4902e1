#include "gui/dialogs/fitting.h"

#include "gui/theme/theme.h"

#include <algorithm>
#include <QDialog>
#include <QScreen>
#include <QScrollArea>
#include <QVBoxLayout>

namespace gui
{

using namespace Qt::Literals::StringLiterals;

namespace
{

const QString scrolled = u"contenu-dialogue"_s;
constexpr int aroundWindow = 40; // what frames and title bars take of a screen

int heightFor(const QLayout &layout, int width)
{
    return layout.hasHeightForWidth() ? layout.totalHeightForWidth(width) : layout.totalSizeHint().height();
}

// What the part that scrolls would take beyond what the layout of the dialog gives it.
QSize hidden(const QDialog &dialog, int width)
{
    const auto *scroll = dialog.findChild<QScrollArea *>(scrolled, Qt::FindDirectChildrenOnly);
    if (!scroll)
        return {0, 0};
    const QLayout &inside = *scroll->widget()->layout();
    const QSize given = dialog.layout()->hasHeightForWidth() ? scroll->minimumSizeHint() : scroll->sizeHint();
    return {inside.totalMinimumSize().width() - scroll->minimumSizeHint().width(),
            heightFor(inside, std::max(width, inside.totalMinimumSize().width())) + 2 * scroll->frameWidth() -
                given.height()};
}

QSize roomOf(const QDialog &dialog)
{
    return dialog.screen()->availableSize() - QSize(aroundWindow, aroundWindow);
}

// Wrapped words have their height once they are shown: what still scrolls then is given the room there is.
void settle(QDialog &dialog)
{
    const auto *scroll = dialog.findChild<QScrollArea *>(scrolled, Qt::FindDirectChildrenOnly);
    if (!scroll || !dialog.isVisible())
        return;
    const int more = scroll->widget()->height() - scroll->viewport()->height();
    if (more > 0)
        dialog.resize(dialog.width(),
                      std::min(dialog.height() + more, std::max(dialog.height(), roomOf(dialog).height())));
}

} // namespace

void fitToWords(QDialog &dialog, int wide, int high)
{
    dialog.ensurePolished();
    for (const QWidget *each : dialog.findChildren<QWidget *>())
        each->ensurePolished(); // a field gets its label then
    for (QLayout *each : dialog.findChildren<QLayout *>())
        each->invalidate(); // what was measured before is not known any more
    QLayout &layout = *dialog.layout();
    const int needed = layout.totalMinimumSize().width() + std::max(0, hidden(dialog, 0).width());
    const QSize room = roomOf(dialog);
    const int width =
        std::min(std::max({zoomed(wide), needed, dialog.width() * int(dialog.isVisible())}), room.width());
    const int height = heightFor(layout, width) + std::max(0, hidden(dialog, width).height());
    const QSize wanted(width, std::min(std::max(height, zoomed(high)), room.height()));
    dialog.resize(dialog.isVisible() ? wanted.expandedTo(dialog.size()) : wanted);
    QMetaObject::invokeMethod(
        &dialog, [&dialog] { settle(dialog); }, Qt::QueuedConnection);
}

QVBoxLayout *scrolledColumn(QDialog &dialog)
{
    auto *whole = new QVBoxLayout(&dialog);
    whole->setContentsMargins(0, 0, 0, 0);
    auto *scroll = new QScrollArea(&dialog);
    scroll->setObjectName(scrolled);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    scroll->setWidget(content);
    whole->addWidget(scroll, 1);
    return column;
}

} // namespace gui
