#include "gui/widgets/aim_frame.h"

#include "gui/theme/theme.h"

#include <QApplication>
#include <QEvent>
#include <QPainter>

namespace gui
{

namespace
{
constexpr int around = 4; // pixels left between the outline and what it shows
constexpr double corner = 7;
constexpr double stroke = 2;
} // namespace

AimFrame::AimFrame(QWidget *target, QWidget *ground) : QWidget(ground), m_target(target)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    for (QWidget *each = target; each && each != ground; each = each->parentWidget())
        each->installEventFilter(this);
    ground->installEventFilter(this);
    connect(target, &QObject::destroyed, this, &QObject::deleteLater);
    connect(qApp, &QApplication::focusChanged, this, [this](const QWidget *, const QWidget *to) {
        if (to && parentWidget()->isAncestorOf(to))
            deleteLater();
    });
    place();
}

void AimFrame::show(QWidget *target, QWidget *ground)
{
    clear(ground);
    auto *frame = new AimFrame(target, ground);
    frame->raise();
    frame->setVisible(true);
}

void AimFrame::clear(const QWidget *ground)
{
    for (QWidget *child : ground->findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly))
        if (dynamic_cast<AimFrame *>(child))
            delete child;
}

void AimFrame::place()
{
    if (!m_target)
        return;
    const QRect shown(m_target->mapTo(parentWidget(), QPoint()), m_target->size());
    setGeometry(shown.adjusted(-around, -around, around, around));
}

bool AimFrame::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Move || event->type() == QEvent::Resize)
        place();
    if (event->type() == QEvent::Hide) // another tab, another page
        deleteLater();
    return QWidget::eventFilter(watched, event);
}

void AimFrame::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(currentPalette().accent, stroke));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), corner, corner);
}

} // namespace gui
