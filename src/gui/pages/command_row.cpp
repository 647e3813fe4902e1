#include "gui/pages/command_row.h"

#include <algorithm>
#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>

namespace gui
{

using namespace Qt::Literals::StringLiterals;

CommandRow::CommandRow(QWidget *parent)
    : QWidget(parent), m_more(new QPushButton(u"Plus"_s, this)), m_menu(new QMenu(this))
{
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(8);
    line->addWidget(m_more);
    line->addStretch();
    m_more->setAccessibleName(u"Plus de commandes"_s);
    m_more->setProperty("avecMenu", true);
    m_more->setAutoDefault(false);
    m_more->setMenu(m_menu);
    m_more->hide();
    connect(m_menu, &QMenu::aboutToShow, this, &CommandRow::fillMenu);
}

void CommandRow::add(QPushButton *button)
{
    auto *line = static_cast<QHBoxLayout *>(layout());
    line->insertWidget(static_cast<int>(m_entries.size()), button);
    m_entries.push_back({button});
    arrange();
}

void CommandRow::setOffered(QPushButton *button, bool offered)
{
    for (Entry &entry : m_entries)
        if (entry.button == button)
            entry.offered = offered;
    arrange();
}

QSize CommandRow::minimumSizeHint() const
{
    int widest = 0;
    for (const Entry &entry : m_entries)
        widest = std::max(widest, entry.offered && !entry.inMenu ? entry.button->minimumSizeHint().width() : 0);
    return {std::max(widest, m_more->sizeHint().width()), m_more->sizeHint().height()};
}

bool CommandRow::event(QEvent *event)
{
    const bool done = QWidget::event(event);
    if (event->type() == QEvent::LayoutRequest)
        arrangeSoon(); // words of a button, or the size of the text, are others
    return done;
}

void CommandRow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrangeSoon();
}

// Not from inside a layout: showing a button would begin it again, and leave what is around half placed.
void CommandRow::arrangeSoon()
{
    if (m_soon)
        return;
    m_soon = true;
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_soon = false;
            arrange();
        },
        Qt::QueuedConnection);
}

void CommandRow::arrange()
{
    const int spacing = layout()->spacing();
    int whole = -spacing;
    for (const Entry &entry : m_entries)
        whole += entry.offered ? entry.button->sizeHint().width() + spacing : 0;
    const bool fits = whole <= width();
    int taken = m_more->sizeHint().width();
    bool over = false; // after one that has no room, the others follow it: their order is kept
    for (Entry &entry : m_entries) {
        taken += entry.offered ? entry.button->sizeHint().width() + spacing : 0;
        over = over || (!fits && entry.offered && taken > width());
        entry.inMenu = entry.offered && over;
        entry.button->setVisible(entry.offered && !over);
    }
    m_more->setVisible(over);
}

void CommandRow::fillMenu()
{
    m_menu->clear();
    for (const Entry &entry : m_entries) {
        if (!entry.inMenu)
            continue;
        QAction *action = m_menu->addAction(entry.button->icon(), entry.button->text());
        action->setEnabled(entry.button->isEnabled());
        connect(action, &QAction::triggered, entry.button, &QPushButton::click);
    }
}

} // namespace gui
