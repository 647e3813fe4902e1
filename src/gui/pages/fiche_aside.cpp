#include "gui/pages/fiche_aside.h"

#include "gui/pages/fiche_list.h"
#include "gui/theme/theme.h"
#include "gui/widgets/choice_box.h"
#include "gui/widgets/low_window.h"
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
constexpr int leastBox = 150;      // beside the buttons, at 100 %
constexpr double leastHeight = 96; // above the fiche, at 100 %

} // namespace

FicheAside::FicheAside(const AppContext &context, QWidget *parent)
    : QWidget(parent), m_scroll(new PageScroll(this)),
      m_list(new FicheList(context, m_scroll->viewport())), // where it stays: it would be styled again elsewhere
      m_new(new QPushButton(u"+ Nouvelle fiche"_s, this)), m_calendar(new QPushButton(u"Calendrier du projet"_s, this)),
      m_box(new ChoiceBox(this)), m_buttons(new QVBoxLayout), m_edge(new QFrame(this)), m_column(new QVBoxLayout(this)),
      m_line(new QVBoxLayout)
{
    m_edge->setProperty("role", u"filet"_s);
    m_list->layout()->setContentsMargins(0, 0, barRoom, 0);
    m_scroll->setWidget(m_list);
    m_scroll->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    m_scroll->setMinimumHeight(1); // it scrolls: it asks for no height
    m_box->setAccessibleName(u"Fiche-action affichée"_s);
    m_box->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_box->hide();
    connect(m_box, &QComboBox::activated, this, [this](int row) {
        Q_EMIT m_list->chosen(base::Id::parse(m_box->itemData(row).toString()).value_or(base::Id()));
    });
    connect(m_list, &FicheList::refreshed, this, &FicheAside::fillBox);
    m_buttons->setSpacing(8);
    m_buttons->addWidget(m_new);
    m_buttons->addWidget(m_calendar);
    m_buttons->addStretch();
    m_line->setSpacing(10);
    m_line->addWidget(m_scroll, 3);
    m_line->addWidget(m_box, 3);
    m_line->addLayout(m_buttons);
    m_column->setSpacing(10);
    m_column->addLayout(m_line, 1);
    m_column->addWidget(m_edge);
}

bool FicheAside::fit(const QSize &page)
{
    const bool above = page.width() < zoomed(besideFrom);
    const bool folded = above && inLowWindow(*this);
    for (QPushButton *button : {m_new, m_calendar})
        setTight(*button, folded);
    // The keyboard goes on from the one to the other.
    QWidget *keyboard = window()->focusWidget();
    const bool had = keyboard && (keyboard == m_box || m_scroll->isAncestorOf(keyboard));
    m_scroll->setHidden(folded);
    m_box->setVisible(folded);
    m_buttons->setDirection(folded ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    if (QWidget *place = had ? placeOf(m_list->shown()) : nullptr; place && place != keyboard)
        place->setFocus(Qt::OtherFocusReason);
    m_edge->setVisible(above);
    if (above) {
        fitAbove(page, folded);
        return true;
    }
    m_line->setDirection(QBoxLayout::TopToBottom);
    m_column->setContentsMargins(side, 24, 0, 16);
    setMinimumHeight(0);
    setMaximumHeight(QWIDGETSIZE_MAX);
    const int share = (page.width() - side - between) * 2 / 7;
    const int words = std::min(m_list->minimumSizeHint().width(), page.width() / 3);
    setFixedWidth(side + std::max(share, words));
    return false;
}

void FicheAside::fitAbove(const QSize &page, bool folded)
{
    setMinimumWidth(0);
    setMaximumWidth(QWIDGETSIZE_MAX);
    const int beside = page.width() - 2 * side - m_new->sizeHint().width() - m_calendar->sizeHint().width();
    m_line->setDirection(folded && beside < zoomed(leastBox) ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_column->setContentsMargins(side, folded ? 6 : 14, side, 0);
    m_column->setSpacing(folded ? 5 : 10);
    setFixedHeight(folded ? m_column->sizeHint().height() : std::max(zoomed(leastHeight), page.height() * 3 / 10));
}

void FicheAside::fillBox()
{
    m_box->clear();
    for (const FicheList::Entry &each : m_list->entries()) {
        m_box->addItem(each.words, each.id.toString());
        if (each.id == m_list->shown())
            m_box->setCurrentIndex(m_box->count() - 1);
    }
}

QWidget *FicheAside::placeOf(const base::Id &fiche) const
{
    QWidget *button = m_list->buttonOf(fiche);
    return button && !m_box->isHidden() ? m_box : button;
}

void FicheAside::bring(const base::Id &fiche)
{
    if (QWidget *button = m_list->buttonOf(fiche))
        m_scroll->showTold(button);
}

} // namespace gui
