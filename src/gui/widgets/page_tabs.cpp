#include "gui/widgets/page_tabs.h"

#include "gui/theme/theme.h"
#include "gui/widgets/labels.h"

#include <QEvent>
#include <QFrame>
#include <QSignalBlocker>
#include <QTabBar>
#include <QVBoxLayout>
#include <utility>

namespace gui
{

using namespace Qt::Literals::StringLiterals;

PageTabs::PageTabs(const QString &spoken, bool tight, QWidget *parent)
    : PageColumn(parent), m_tight(tight), m_bar(new QTabBar(this)), m_column(new QVBoxLayout(this))
{
    m_bar->setAccessibleName(spoken);
    m_bar->setDrawBase(false);
    m_bar->setExpanding(false);
    m_bar->setElideMode(Qt::ElideNone);
    m_bar->setFocusPolicy(Qt::StrongFocus);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    m_column->addWidget(m_bar);
    auto *line = new QFrame(this);
    line->setProperty("role", u"filet"_s);
    m_column->addWidget(line);
    connect(m_bar, &QTabBar::currentChanged, this, &PageTabs::showCurrent);
}

void PageTabs::addTab(const QString &title, Maker make)
{
    m_parts.push_back({std::move(make)});
    const QSignalBlocker quiet(m_bar); // the first title becomes the current one
    m_bar->addTab(title);
    fitTitles();
}

QWidget *PageTabs::part(int index)
{
    Part &part = m_parts[size_t(index)];
    // Taken first: what ties its cards together, while it is made, may ask for it again.
    if (const Maker make = std::exchange(part.make, nullptr)) {
        part.content = make(this);
        // Not shown before its place is known: Qt would lay it all out in the width of a widget that has none.
        if (index != currentIndex())
            part.content->hide();
        else
            part.content->resize(width(), part.content->height());
        m_column->addWidget(part.content);
    }
    return part.content;
}

void PageTabs::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitTitles();
}

void PageTabs::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        fitTitles();
}

void PageTabs::fitTitles()
{
    QFont chosen = m_bar->font();
    chosen.setWeight(QFont::DemiBold); // any of them may be the one in front
    const QFontMetrics metrics(chosen);
    int words = 0;
    for (int at = 0; at < m_bar->count(); ++at)
        words += metrics.horizontalAdvance(m_bar->tabText(at));
    // The paddings and the frame of the style sheet, from the widest.
    constexpr int frame = 2;
    constexpr std::pair<const char16_t *, double> looks[] = {{u"", 12}, {u"serre", 7}, {u"tres-serre", 4}};
    size_t look = m_tight ? 1 : 0;
    while (look + 1 < std::size(looks) && words + 2 * m_bar->count() * (zoomed(looks[look].second) + frame) > width())
        ++look;
    const QString role = QString::fromUtf16(looks[look].first);
    if (m_bar->property("role").toString() != role)
        setRole(m_bar, role);
}

int PageTabs::currentIndex() const
{
    return m_bar->currentIndex();
}

void PageTabs::setCurrentIndex(int index)
{
    const QSignalBlocker quiet(m_bar);
    m_bar->setCurrentIndex(index);
    showCurrent();
}

void PageTabs::open(const QWidget *widget)
{
    for (int at = 0; at < count(); ++at)
        if (m_parts[size_t(at)].content && m_parts[size_t(at)].content->isAncestorOf(widget))
            return setCurrentIndex(at);
}

QString PageTabs::currentTitle() const
{
    return m_bar->tabText(currentIndex());
}

void PageTabs::openTitled(const QString &title)
{
    for (int at = 0; at < count(); ++at)
        if (m_bar->tabText(at) == title)
            return setCurrentIndex(at);
}

void PageTabs::showCurrent()
{
    QWidget *front = part(currentIndex());
    for (const Part &each : m_parts)
        if (each.content && each.content->isHidden() == (each.content == front))
            each.content->setVisible(each.content == front);
}

} // namespace gui
