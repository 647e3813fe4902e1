#include "gui/pages/project_calendar.h"

#include "dossier/dossier.h"
#include "gui/pages/fiche_output.h"

#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

namespace gui
{

using namespace Qt::Literals::StringLiterals;

ProjectCalendar::ProjectCalendar(const AppContext &context, FicheOutput &output, QWidget *parent)
    : QWidget(parent), m_context(context), m_output(output), m_panel(new CalendarPanel(context, {}, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    auto *line = new QHBoxLayout;
    auto *back = new QPushButton(u"← Les fiches-actions"_s, this);
    m_export = new QPushButton(u"Imprimer ou exporter…"_s, this);
    m_export->setAccessibleName(u"Imprimer ou exporter le calendrier du projet"_s);
    line->addWidget(back);
    line->addStretch();
    line->addWidget(m_export);
    column->addLayout(line);
    column->addWidget(m_panel);
    setTabOrder(back, m_export);
    connect(back, &QPushButton::clicked, this, &ProjectCalendar::backAsked);
    connect(m_export, &QPushButton::clicked, this, &ProjectCalendar::openExportMenu);
    connect(m_panel, &CalendarPanel::failed, this, &ProjectCalendar::failed);
    connect(m_panel, &CalendarPanel::opened, this, &ProjectCalendar::opened);
    connect(m_panel, &CalendarPanel::removalAsked, this, &ProjectCalendar::remove);
}

void ProjectCalendar::addExports(QMenu *menu, const QDate &from, const QDate &to)
{
    using formats::Paper;
    const auto add = [&](const QString &text, Paper paper, const QString &format) {
        const formats::GanttRequest request{.paper = paper, .from = from, .to = to};
        connect(menu->addAction(text), &QAction::triggered, this,
                [this, request, format] { m_output.exportCalendar(request, format); });
    };
    const auto addPaper = [&](const QString &text, Paper paper) {
        const formats::GanttRequest request{.paper = paper, .from = from, .to = to};
        connect(menu->addAction(text), &QAction::triggered, this, [this, request] { m_output.printCalendar(request); });
    };
    addPaper(u"Imprimer, feuilles A4…"_s, Paper::A4);
    addPaper(u"Imprimer, feuilles A3…"_s, Paper::A3);
    add(u"PDF, feuilles A4"_s, Paper::A4, u"pdf"_s);
    add(u"PDF, feuilles A3"_s, Paper::A3, u"pdf"_s);
    add(u"Image (PNG)"_s, Paper::A4, u"png"_s);
    add(u"Dessin (SVG)"_s, Paper::A4, u"svg"_s);
}

// Closer than everything, what is seen can be written alone.
void ProjectCalendar::openExportMenu()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (view()->zoom() != GanttView::Zoom::All) {
        const report::TimeScale &seen = view()->scale();
        addExports(menu->addMenu(u"La durée montrée"_s), seen.from, seen.to.addDays(-1));
        addExports(menu->addMenu(u"Tout le calendrier"_s), {}, {});
    } else {
        addExports(menu, {}, {});
    }
    menu->popup(m_export->mapToGlobal(QPoint(0, m_export->height())));
}

void ProjectCalendar::remove(const base::Id &step)
{
    const auto done = m_context.dossier.edit(u"Retirer une étape"_s,
                                             models::removingAll(m_context.dossier.projet(), u"etapeAction"_s, {step}));
    if (!done)
        Q_EMIT failed(done.error().message);
}

} // namespace gui
