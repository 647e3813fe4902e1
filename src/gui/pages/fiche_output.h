// Files and paper of the fiches' page: one fiche, or the calendar of all of them. Asks where, then writes.
#pragma once

#include "base/id.h"
#include "formats/gantt.h"
#include "gui/context.h"
#include "gui/shell/environment.h"

#include <QObject>

class QPrinter;

namespace gui
{

class FicheOutput final : public QObject
{
    Q_OBJECT
public:
    FicheOutput(const AppContext &context, QWidget *parent);

    // For tests: what answers for the user.
    void setFiles(const FileQuestions &files) { m_files = files; }
    void exportFiche(const base::Id &fiche, formats::Format format);
    void printFiche(const base::Id &fiche);
    // `format`: one of formats::ganttFormats().
    void exportCalendar(const formats::GanttRequest &request, const QString &format);
    void printCalendar(const formats::GanttRequest &request);

Q_SIGNALS:
    void failed(const QString &sentence);
    // The file that was written or printed to; empty on paper.
    void written(const QString &file);

private:
    void save(const QString &title, const QString &name, const QString &filter, const QString &suffix,
              const base::Result<QByteArray> &bytes);
    void print(const QString &name, const std::function<base::Result<void>(QPrinter &)> &print);

    const AppContext &m_context;
    QWidget *m_window;
    FileQuestions m_files = systemFileQuestions();
};

} // namespace gui
