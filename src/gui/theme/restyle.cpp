#include "gui/theme/restyle.h"

#include <QApplication>
#include <QEvent>
#include <QStyle>
#include <QWidget>
#include <unordered_set>
#include <vector>

namespace gui
{

namespace
{

constexpr auto mayWait = "aspect-peut-attendre";
constexpr auto waits = "aspect-attend";

bool isPolished(const QWidget *widget)
{
    return widget->testAttribute(Qt::WA_WState_Polished);
}

// The pages that wait, and all that they hold.
std::unordered_set<QWidget *> waitingWidgets()
{
    std::unordered_set<QWidget *> waiting;
    for (QWidget *part : QApplication::allWidgets()) {
        if (!part->isHidden() || !part->property(mayWait).toBool())
            continue;
        part->setProperty(waits, true);
        waiting.insert(part);
        for (QWidget *each : part->findChildren<QWidget *>())
            waiting.insert(each);
    }
    return waiting;
}

// While it lives, widgets are not told that their style is another: all of them, or those that wait.
class Quiet final : public QObject
{
public:
    Quiet() { qApp->installEventFilter(this); }
    ~Quiet() override { qApp->removeEventFilter(this); }
    void keepFor(const std::unordered_set<QWidget *> &waiting) { m_waiting = &waiting; }
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        return event->type() == QEvent::StyleChange && watched->isWidgetType() &&
               (!m_waiting || m_waiting->contains(static_cast<QWidget *>(watched)));
    }

private:
    const std::unordered_set<QWidget *> *m_waiting = nullptr;
};

// From the outside in, as the style wants it.
void dress(QWidget *widget)
{
    if (isPolished(widget)) {
        widget->style()->polish(widget);
        QEvent told(QEvent::StyleChange);
        QCoreApplication::sendEvent(widget, &told);
        widget->update();
    }
    const QObjectList children = widget->children(); // a widget that is told may add others
    for (QObject *child : children)
        if (auto *part = qobject_cast<QWidget *>(child); part && !part->isWindow())
            dress(part);
}

void setFontAndPalette(const Look &look)
{
    const QFont now = QApplication::font();
    if (now.family() != look.font.family() || now.pixelSize() != look.font.pixelSize())
        QApplication::setFont(look.font);
    if (QApplication::palette() != look.palette)
        QApplication::setPalette(look.palette);
}

// To change one sheet for another, Qt styles anew the whole tree under each widget that has a style: a field that lies
// twenty deep in its window, twenty times over. To take a sheet off and to put one on, it goes round the widgets once.
void changeSheet(QApplication &application, const Look &look)
{
    const std::unordered_set<QWidget *> waiting = waitingWidgets();
    Quiet quiet;
    application.setStyleSheet({});
    setFontAndPalette(look);
    std::vector<QWidget *> passed; // Qt leaves alone what never had a style
    for (QWidget *each : waiting)
        if (isPolished(each))
            passed.push_back(each);
    for (QWidget *each : passed)
        each->setAttribute(Qt::WA_WState_Polished, false);
    quiet.keepFor(waiting);
    application.setStyleSheet(look.sheet);
    for (QWidget *each : passed)
        each->setAttribute(Qt::WA_WState_Polished, true);
}

} // namespace

void changeLook(QApplication &application, const Look &look)
{
    const QString before = application.styleSheet();
    if (before != look.sheet && !before.isEmpty())
        return changeSheet(application, look);
    setFontAndPalette(look);
    if (before != look.sheet)
        application.setStyleSheet(look.sheet);
}

void mayWaitForLook(QWidget *part)
{
    part->setProperty(mayWait, true);
}

void styleNow(QWidget *part)
{
    if (!part->property(waits).toBool())
        return;
    part->setProperty(waits, false);
    dress(part);
}

} // namespace gui
