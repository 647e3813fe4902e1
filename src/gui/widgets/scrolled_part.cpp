#include "gui/widgets/scrolled_part.h"

#include <algorithm>
#include <QEvent>
#include <QScrollArea>

namespace gui
{

ScrolledPart::ScrolledPart(QWidget *of) : QObject(of), m_of(of)
{
    of->installEventFilter(this);
}

QScrollArea *ScrolledPart::page() const
{
    for (QWidget *each = m_of->parentWidget(); each; each = each->parentWidget())
        if (auto *area = qobject_cast<QScrollArea *>(each))
            return area;
    return nullptr;
}

int ScrolledPart::above() const
{
    const QScrollArea *area = page();
    return area ? std::max(0, -m_of->mapTo(area->viewport(), QPoint()).y()) : 0;
}

bool ScrolledPart::eventFilter(QObject *watched, QEvent *event)
{
    const bool shown = event->type() == QEvent::Show;
    const QScrollArea *area = shown && watched == m_of ? page() : nullptr;
    for (QWidget *each = m_of->parentWidget(); area && each && each != area->viewport(); each = each->parentWidget())
        each->installEventFilter(this);
    if (shown || event->type() == QEvent::Move || event->type() == QEvent::Resize)
        Q_EMIT moved();
    return QObject::eventFilter(watched, event);
}

} // namespace gui
