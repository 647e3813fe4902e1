#include "gui/pages/fiche_aside.h"

#include "gui/pages/fiche_list.h"
#include "gui/theme/theme.h"
#include "gui/widgets/page_scroll.h"

#include <algorithm>
#include <QBoxLayout>
#include <QFrame>
#include <QPushButton>

namespace gui
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr int besideFrom = 700; // pixels of the page, at 100 %
constexpr int side = 30;        // as the page
constexpr int between = 50;     // margins of the fiche and the bar of the list
constexpr int barRoom = 14;
constexpr double leastHeight = 96; // above the fiche, at 100 %

} // namespace

FicheAside::FicheAside(const AppContext &context, QWidget *parent)
    : QWidget(parent), m_scroll(new PageScroll(this)),
      m_list(new FicheList(context, m_scroll->viewport())), // where it stays: it would be styled again elsewhere
      m_new(new QPushButton(u"+ Nouvelle fiche"_s, this)), m_calendar(new QPushButton(u"Calendrier du projet"_s, this)),
      m_edge(new QFrame(this)), m_column(new QVBoxLayout(this)), m_line(new QVBoxLayout)
{
    m_edge->setProperty("role", u"filet"_s);
    m_list->layout()->setContentsMargins(0, 0, barRoom, 0);
    m_scroll->setWidget(m_list);
    m_scroll->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    m_scroll->setMinimumHeight(1); // it scrolls: it asks for no height
    auto *buttons = new QVBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_new);
    buttons->addWidget(m_calendar);
    buttons->addStretch();
    m_line->setSpacing(10);
    m_line->addWidget(m_scroll, 3);
    m_line->addLayout(buttons);
    m_column->setSpacing(10);
    m_column->addLayout(m_line, 1);
    m_column->addWidget(m_edge);
}

bool FicheAside::fit(const QSize &page)
{
    const bool above = page.width() < zoomed(besideFrom);
    m_edge->setVisible(above);
    m_line->setDirection(above ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_column->setContentsMargins(side, above ? 14 : 24, above ? side : 0, above ? 0 : 16);
    if (above) {
        setMinimumWidth(0);
        setMaximumWidth(QWIDGETSIZE_MAX);
        setFixedHeight(std::max(zoomed(leastHeight), page.height() * 3 / 10));
        return true;
    }
    setMinimumHeight(0);
    setMaximumHeight(QWIDGETSIZE_MAX);
    const int share = (page.width() - side - between) * 2 / 7;
    const int words = std::min(m_list->minimumSizeHint().width(), page.width() / 3);
    setFixedWidth(side + std::max(share, words));
    return false;
}

void FicheAside::bring(const base::Id &fiche)
{
    if (QWidget *button = m_list->buttonOf(fiche))
        m_scroll->showTold(button);
}

} // namespace gui
