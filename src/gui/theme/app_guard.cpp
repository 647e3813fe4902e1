#include "gui/theme/app_guard.h"

#include <QAbstractButton>
#include <QAbstractSlider>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScreen>
#include <QScrollBar>
#include <QToolButton>

namespace gui
{

namespace
{

// An answer that a turn of the wheel would change, unseen by who scrolls the page after a choice.
bool isAnswer(const QWidget *widget)
{
    if (qobject_cast<const QScrollBar *>(widget))
        return false;
    return qobject_cast<const QAbstractSpinBox *>(widget) || qobject_cast<const QComboBox *>(widget) ||
           qobject_cast<const QAbstractSlider *>(widget);
}

// The widget that would take the wheel: the one under the mouse, or the field it is a part of.
const QWidget *guarded(const QWidget *widget)
{
    for (int steps = 0; widget && steps < 3; ++steps, widget = widget->parentWidget()) {
        if (isAnswer(widget) || qobject_cast<const QPlainTextEdit *>(widget))
            return widget;
        if (widget->isWindow())
            break;
    }
    return nullptr;
}

bool hasKeyboard(const QWidget *widget)
{
    const QWidget *focus = widget->window()->focusWidget();
    return focus && (focus == widget || widget->isAncestorOf(focus));
}

// The bar of pages would be under the edge of a 1366 by 768 screen, which also holds a title and a task bar.
void fitToScreen(QWidget &window)
{
    constexpr int titleBar = 40; // what frames add at most, before the system knows it
    const QRect room = window.screen()->availableGeometry();
    const bool fits = window.width() <= room.width() && window.height() + titleBar <= room.height();
    if (!fits && !window.windowState().testFlag(Qt::WindowMaximized))
        window.setWindowState(window.windowState() | Qt::WindowMaximized);
}

// A dialog, or the guide, over its window: no larger than the screen, whatever the size of the text. Its buttons would
// be out of reach.
void keepWithin(QWidget &window)
{
    constexpr int titleBar = 40;
    const QRect room = window.screen()->availableGeometry().adjusted(0, 0, 0, -titleBar);
    const QSize size = window.size().boundedTo(room.size());
    if (size != window.size())
        window.resize(size);
}

bool isOverAnother(const QWidget *widget)
{
    return widget && widget->isWindow() && widget->parentWidget() &&
           (widget->windowType() == Qt::Window || widget->windowType() == Qt::Dialog);
}

// Ctrl+E goes to the end of the line in the fields of Qt on some systems, where it is a command of ours: « Exporter ».
bool isKeyOfCommand(const QKeyEvent *event)
{
    return event->key() == Qt::Key_E && event->modifiers() == Qt::ControlModifier;
}

bool isMainWindow(const QWidget *widget)
{
    return widget && widget->isWindow() && widget->windowType() == Qt::Window && !widget->parentWidget();
}

bool isEnter(const QKeyEvent *event)
{
    return (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) &&
           (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
}

} // namespace

bool AppGuard::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Polish) {
        if (auto *label = qobject_cast<QLabel *>(watched); label && label->textFormat() == Qt::AutoText)
            label->setTextFormat(Qt::PlainText);
        // Else Qt gives the keyboard to a field because the wheel passes over it.
        if (auto *widget = qobject_cast<QWidget *>(watched); widget && widget->focusPolicy() == Qt::WheelFocus)
            widget->setFocusPolicy(Qt::StrongFocus);
        if (auto *widget = qobject_cast<QWidget *>(watched); isMainWindow(widget))
            fitToScreen(*widget);
    } else if (event->type() == QEvent::Show) {
        if (auto *widget = qobject_cast<QWidget *>(watched); isOverAnother(widget))
            keepWithin(*widget);
    } else if (event->type() == QEvent::ShortcutOverride && isKeyOfCommand(static_cast<QKeyEvent *>(event))) {
        event->ignore();
        return true;
    } else if (event->type() == QEvent::KeyPress && isEnter(static_cast<QKeyEvent *>(event))) {
        auto *button = qobject_cast<QAbstractButton *>(watched);
        if (button && (qobject_cast<QPushButton *>(button) || qobject_cast<QToolButton *>(button))) {
            button->click();
            return true;
        }
    } else if (event->type() == QEvent::Wheel) {
        const QWidget *field = guarded(qobject_cast<QWidget *>(watched));
        if (field && (isAnswer(field) || !hasKeyboard(field))) {
            event->ignore(); // goes on to the parents, up to the page
            return true;
        }
    }
    return QObject::eventFilter(watched, event);
}

} // namespace gui
