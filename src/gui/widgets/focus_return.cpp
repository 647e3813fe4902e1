#include "gui/widgets/focus_return.h"

#include <QApplication>
#include <QWidget>

namespace gui
{

namespace
{

bool within(const QWidget *part, const QWidget *widget)
{
    return part == widget || part->isAncestorOf(widget);
}

} // namespace

FocusReturn::FocusReturn(QWidget *part) : QObject(part), m_part(part)
{
    follow(QApplication::focusWidget());
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) { follow(now); });
}

void FocusReturn::follow(QWidget *now)
{
    const QWidget *around = m_part->isWindow() ? m_part->parentWidget() : m_part;
    if (now && around && now->window() == around->window() && !within(m_part, now))
        m_before = now;
}

bool FocusReturn::giveBack()
{
    const QWidget *holder = m_part->window()->focusWidget();
    if (!holder || !within(m_part, holder) || !m_before || !m_before->isVisible() || !m_before->isEnabled())
        return false;
    if (m_before->window() != m_part->window())
        m_before->activateWindow();
    m_before->setFocus(Qt::OtherFocusReason);
    return true;
}

void enableOrLeave(QWidget *button, bool enabled, QWidget *place)
{
    if (!enabled && place && button->hasFocus())
        place->setFocus(Qt::OtherFocusReason);
    button->setEnabled(enabled);
}

} // namespace gui
