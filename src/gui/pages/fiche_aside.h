// What stays in sight while a fiche is read: the list of the fiches, which scrolls by itself, a new one, the calendar.
#pragma once

#include "gui/context.h"

#include "base/id.h"

#include <QWidget>

class QBoxLayout;
class QComboBox;
class QPushButton;

namespace gui
{

class FicheList;
class PageScroll;

class FicheAside final : public QWidget
{
public:
    FicheAside(const AppContext &context, QWidget *parent);

    [[nodiscard]] FicheList *list() const { return m_list; }
    [[nodiscard]] QPushButton *newFiche() const { return m_new; }
    [[nodiscard]] QPushButton *calendar() const { return m_calendar; }

    // Takes the size it has in a page of that size; true when it is to stand above the fiche. There, in a low window,
    // the list is a box that opens.
    bool fit(const QSize &page);
    // Where the keyboard goes for a fiche: its button, or the box. nullptr for one that is no more.
    [[nodiscard]] QWidget *placeOf(const base::Id &fiche) const;
    // Scrolls the list to a fiche.
    void bring(const base::Id &fiche);

private:
    void fillBox();
    void fitAbove(const QSize &page, bool folded);

    PageScroll *m_scroll;
    FicheList *m_list;
    QPushButton *m_new;
    QPushButton *m_calendar;
    QComboBox *m_box; // the list, folded
    QBoxLayout *m_buttons;
    QWidget *m_edge; // between the list and the fiche under it
    QBoxLayout *m_column;
    QBoxLayout *m_line;
};

} // namespace gui
