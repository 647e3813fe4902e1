// The calendar of the whole project, in the place of the fiches: bars by mission, and its files.
#pragma once

#include "formats/gantt.h"
#include "gui/pages/calendar_panel.h"

class QMenu;

namespace gui
{

class FicheOutput;

class ProjectCalendar final : public QWidget
{
    Q_OBJECT
public:
    ProjectCalendar(const AppContext &context, FicheOutput &output, QWidget *parent = nullptr);

    [[nodiscard]] GanttView *view() const { return m_panel->view(); }

Q_SIGNALS:
    void backAsked();
    void opened(const domain::FieldAddress &field);
    void failed(const QString &sentence);

private:
    void openExportMenu();
    void addExports(QMenu *menu, const QDate &from, const QDate &to);
    void remove(const base::Id &step);

    const AppContext &m_context;
    FicheOutput &m_output;
    QPushButton *m_export = nullptr;
    CalendarPanel *m_panel;
};

} // namespace gui
