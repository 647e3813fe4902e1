#include "gui/shell/pages_ahead.h"

#include "gui/shell/page_host.h"

#include <QApplication>
#include <QEvent>

namespace gui
{

namespace
{

bool isOfSomebody(QEvent::Type type)
{
    switch (type) {
    case QEvent::KeyPress:
    case QEvent::InputMethod:
    case QEvent::MouseButtonPress:
    case QEvent::MouseButtonRelease:
    case QEvent::MouseMove:
    case QEvent::Wheel:
    case QEvent::DragMove:
        return true;
    default:
        return false;
    }
}

} // namespace

PagesAhead::PagesAhead(PageHost &host) : PagesAhead(host, Pace()) {}

PagesAhead::PagesAhead(PageHost &host, const Pace &pace) : QObject(&host), m_host(host), m_pace(pace)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &PagesAhead::step);
    qApp->installEventFilter(this);
    m_timer.start(m_pace.quiet);
}

bool PagesAhead::eventFilter(QObject *watched, QEvent *event)
{
    if (isOfSomebody(event->type()))
        m_timer.start(m_pace.quiet);
    return QObject::eventFilter(watched, event);
}

void PagesAhead::step()
{
    // A dialog, a menu or a list that is open: somebody is choosing.
    if (QApplication::activeModalWidget() || QApplication::activePopupWidget())
        m_timer.start(m_pace.quiet);
    else if (m_host.makeAhead())
        m_timer.start(m_pace.between);
    else
        deleteLater();
}

} // namespace gui
