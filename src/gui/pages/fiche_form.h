// One fiche-action in six tabs: what annexe 5 asks, and what the dialogue de gestion will. Its steps are a list and a
// calendar, which show the same and choose together.
#pragma once

#include "gui/pages/spec_page.h"

#include <QWidget>

namespace gui
{

class CalendarPanel;
class PageTabs;
class ReleveList;

// Bound to one fiche for its whole life: another fiche, another form. Binder is the page's. A tab is made when it is
// first looked at; `tab` is the one in front.
class FicheForm final : public QWidget
{
    Q_OBJECT
public:
    FicheForm(const AppContext &context, Binder &binder, const base::Id &fiche, int tab, QWidget *parent);

    [[nodiscard]] base::Id fiche() const { return m_fiche; }
    // The widget that edits a field of the fiche or of what belongs to it, its tab in front; nullptr when not here.
    [[nodiscard]] QWidget *showField(const domain::FieldAddress &at);
    [[nodiscard]] int currentTab() const;
    void setCurrentTab(int tab);
    [[nodiscard]] PageTabs *tabs() const { return m_tabs; }
    void makeAllTabs();

Q_SIGNALS:
    void failed(const QString &sentence);
    // The need of the diagnostic that a field was taken from is to be shown.
    void sourceAsked(const domain::FieldAddress &field);

private:
    // What a tab edits: fields of the fiche, a list of its own.
    struct Part {
        std::vector<FieldSpec> fields;
        std::optional<ListCard> list;
        bool calendar = false; // between the two
        bool values = false;   // under the list, those of its chosen indicator
    };

    void addTab(const QString &title, Part part);
    [[nodiscard]] QWidget *makeTab(const Part &part, QWidget *parent);
    [[nodiscard]] QWidget *makeFields(const std::vector<FieldSpec> &fields, QWidget *parent);
    [[nodiscard]] RepeatEditor *makeList(const ListCard &spec, QWidget *parent);
    // « repris du diagnostic » beside the fields that are.
    void showSources();
    [[nodiscard]] CalendarPanel *makeCalendar(RepeatEditor *list);
    base::Id m_fiche;
    const AppContext &m_context;
    Binder &m_binder;
    std::vector<Part> m_parts; // as the tabs
    PageTabs *m_tabs;
    std::vector<std::pair<QString, RepeatEditor *>> m_lists;
    ReleveList *m_values = nullptr; // once its tab is made
};

} // namespace gui
