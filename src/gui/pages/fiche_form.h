// One fiche-action in six tabs: what annexe 5 asks, and what the dialogue de gestion will. Its steps are a list and a
// calendar, which show the same and choose together.
#pragma once

#include "gui/page.h"

#include <QWidget>

namespace gui
{

class CalendarPanel;
class PageTabs;
class RepeatEditor;

// Bound to one fiche for its whole life: another fiche, another form. Binder is the page's.
class FicheForm final : public QWidget
{
    Q_OBJECT
public:
    FicheForm(const AppContext &context, Binder &binder, const base::Id &fiche, QWidget *parent);

    [[nodiscard]] base::Id fiche() const { return m_fiche; }
    // The widget that edits a field of the fiche or of what belongs to it, its tab in front; nullptr when not here.
    [[nodiscard]] QWidget *showField(const domain::FieldAddress &at);
    [[nodiscard]] int currentTab() const;
    void setCurrentTab(int tab);

Q_SIGNALS:
    void failed(const QString &sentence);
    // The need of the diagnostic that a field was taken from is to be shown.
    void sourceAsked(const domain::FieldAddress &field);

private:
    void addTab(const QString &title, const std::vector<QWidget *> &parts);
    // « repris du diagnostic » beside the fields that are.
    void showSources();
    [[nodiscard]] CalendarPanel *makeCalendar(const AppContext &context, RepeatEditor *list);
    base::Id m_fiche;
    const AppContext &m_context;
    Binder &m_binder;
    PageTabs *m_tabs;
    std::vector<std::pair<QString, RepeatEditor *>> m_lists;
};

} // namespace gui
