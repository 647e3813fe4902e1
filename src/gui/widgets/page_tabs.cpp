#include "gui/widgets/page_tabs.h"

#include <QFrame>
#include <QTabBar>
#include <QVBoxLayout>

namespace gui
{

using namespace Qt::Literals::StringLiterals;

PageTabs::PageTabs(const QString &spoken, bool tight, QWidget *parent)
    : QWidget(parent), m_bar(new QTabBar(this)), m_column(new QVBoxLayout(this))
{
    m_bar->setAccessibleName(spoken);
    m_bar->setDrawBase(false);
    m_bar->setExpanding(false);
    m_bar->setElideMode(Qt::ElideNone);
    m_bar->setFocusPolicy(Qt::StrongFocus);
    if (tight)
        m_bar->setProperty("role", u"serre"_s);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    m_column->addWidget(m_bar);
    auto *line = new QFrame(this);
    line->setProperty("role", u"filet"_s);
    m_column->addWidget(line);
    connect(m_bar, &QTabBar::currentChanged, this, &PageTabs::showCurrent);
}

void PageTabs::addTab(QWidget *content, const QString &title)
{
    m_parts.push_back(content);
    m_column->addWidget(content);
    m_bar->addTab(title);
    showCurrent();
}

int PageTabs::currentIndex() const
{
    return m_bar->currentIndex();
}

void PageTabs::setCurrentIndex(int index)
{
    m_bar->setCurrentIndex(index);
}

void PageTabs::open(const QWidget *widget)
{
    for (int at = 0; at < count(); ++at)
        if (m_parts[size_t(at)]->isAncestorOf(widget))
            setCurrentIndex(at);
}

void PageTabs::showCurrent()
{
    for (int at = 0; at < count(); ++at)
        m_parts[size_t(at)]->setVisible(at == currentIndex());
}

} // namespace gui
