#include "gui/widgets/page_scroll.h"

#include <algorithm>
#include <chrono>
#include <QApplication>
#include <QEvent>
#include <QPaintEvent>
#include <QScrollBar>
#include <QTimer>

namespace gui
{

using namespace std::chrono_literals;

namespace
{

constexpr auto settling = 1000ms; // how long a page may still grow after the keyboard moved
constexpr int sideMargin = 30;
constexpr int margin = 80; // room for the label above and for a sentence below

// Its room is there whether or not there is something to scroll: a page whose rows are laid out by their width would
// be shorter with it than without, and go from one to the other for ever.
class QuietBar final : public QScrollBar
{
public:
    using QScrollBar::QScrollBar;

protected:
    void paintEvent(QPaintEvent *event) override
    {
        if (maximum() > minimum())
            QScrollBar::paintEvent(event);
    }
};

} // namespace

PageScroll::PageScroll(QWidget *parent) : QScrollArea(parent)
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    setVerticalScrollBar(new QuietBar(this));
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    connect(qApp, &QApplication::focusChanged, this, &PageScroll::focusMoved);
}

PageScroll::~PageScroll()
{
    disconnect(qApp, nullptr, this, nullptr); // the keyboard leaves the fields as they go
}

QSize PageScroll::sizeHint() const
{
    const int line = fontMetrics().height();
    return {36 * line, 24 * line}; // the most that a scroll area wishes for
}

void PageScroll::toTop()
{
    verticalScrollBar()->setValue(0);
}

void PageScroll::bring(QWidget *target)
{
    while (target->focusProxy())
        target = target->focusProxy();
    m_brought = target;
    m_fromTop = false;
    m_since.start();
    for (const auto wait : {0ms, 60ms, 180ms})
        QTimer::singleShot(wait, this, &PageScroll::showBrought);
}

void PageScroll::beginAt(QWidget *target)
{
    toTop();
    bring(target);
    m_fromTop = true;
}

void PageScroll::bringAlso(QWidget *told)
{
    m_told = told;
    m_toldSince.start();
    for (const auto wait : {0ms, 60ms, 180ms})
        QTimer::singleShot(wait, this, &PageScroll::showBrought);
}

void PageScroll::showTold(QWidget *told)
{
    m_brought = nullptr; // or the page would go back to the keyboard
    for (const auto wait : {0ms, 60ms, 180ms})
        QTimer::singleShot(wait, told, [this, told] {
            if (told->isVisible())
                ensureWidgetVisible(told, sideMargin, sideMargin);
        });
}

// A drawing taller than the page can't be shown whole: what is seen of it stays, or its head would scroll away.
bool PageScroll::showsPartOfTall(const QWidget &target) const
{
    const int room = viewport()->height();
    const bool typed = target.testAttribute(Qt::WA_InputMethodEnabled); // where one types the caret is followed
    if (target.height() <= room || typed || !widget())
        return false;
    const int top = target.mapTo(widget(), QPoint()).y() - verticalScrollBar()->value();
    return std::min(top + target.height(), room) - std::max(top, 0) >= room / 3;
}

void PageScroll::showBrought()
{
    const bool told = m_told && m_told->isVisible() && m_toldSince.elapsed() < settling.count();
    if (told)
        ensureWidgetVisible(m_told, sideMargin, 0);
    // The keyboard may have gone on; what can't have it, in a project that is only read, is shown all the same.
    if (m_brought && !showsPartOfTall(*m_brought) && (m_brought == window()->focusWidget() || !m_brought->isEnabled()))
        ensureWidgetVisible(m_brought, sideMargin,
                            told        ? 0 // the keyboard is always in sight
                            : m_fromTop ? sideMargin
                                        : margin);
}

bool PageScroll::eventFilter(QObject *watched, QEvent *event)
{
    const bool grows = event->type() == QEvent::Resize && watched == widget();
    if (grows && m_brought && m_since.elapsed() < settling.count())
        QTimer::singleShot(0, this, &PageScroll::showBrought);
    return QScrollArea::eventFilter(watched, event);
}

void PageScroll::focusMoved(const QWidget *from, QWidget *to)
{
    if (from && to && widget() && widget()->isAncestorOf(to) && QApplication::mouseButtons() == Qt::NoButton)
        bring(to);
}

PageScroll *PageScroll::around(const QWidget *widget)
{
    for (QWidget *each = widget->parentWidget(); each; each = each->parentWidget())
        if (auto *page = qobject_cast<PageScroll *>(each))
            return page;
    return nullptr;
}

void bringTold(QWidget *told)
{
    if (PageScroll *page = PageScroll::around(told); page && told->isVisible())
        page->bringAlso(told);
}

} // namespace gui
