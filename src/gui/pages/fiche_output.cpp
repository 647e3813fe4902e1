#include "gui/pages/fiche_output.h"

#include "base/file.h"
#include "dossier/dossier.h"
#include "gui/dialogs/exporter.h"
#include "gui/dialogs/paper.h"
#include "gui/page.h"
#include "report/fiche_document.h"

namespace gui
{

using namespace Qt::Literals::StringLiterals;

namespace
{

ExportSource sourceOf(const AppContext &context)
{
    return {context.trame, context.reference, context.clock, context.contours};
}

ExportRequest requestOf(const AppContext &context, const base::Id &fiche)
{
    ExportRequest request{report::ficheDocument(context.trame), report::Content::Filled};
    request.fiche = fiche;
    return request;
}

QString calendarName(const domain::Projet &projet)
{
    const QString name = projet.identite.nom.trimmed();
    return name.isEmpty() ? u"Calendrier"_s : u"Calendrier - "_s + name;
}

QString nameOf(const domain::FicheAction &fiche)
{
    const QString title = fiche.intitule.trimmed();
    return title.isEmpty() ? u"Fiche-action"_s : u"Fiche-action - "_s + title;
}

} // namespace

FicheOutput::FicheOutput(const AppContext &context, QWidget *parent)
    : QObject(parent), m_context(context), m_window(parent)
{
}

void FicheOutput::save(const QString &title, const QString &name, const QString &filter, const QString &suffix,
                       const base::Result<QByteArray> &bytes)
{
    if (!bytes) {
        Q_EMIT failed(bytes.error().message);
        return;
    }
    QString path = m_files.save(m_window, title,
                                folderBeside(m_context.dossier) + u'/' + formats::safeFileName(name, suffix), filter);
    if (path.isEmpty())
        return;
    if (!path.endsWith(u'.' + suffix, Qt::CaseInsensitive))
        path += u'.' + suffix;
    if (const auto done = base::writeFile(path, bytes.value()); !done)
        Q_EMIT failed(done.error().message);
    else
        Q_EMIT written(path);
}

void FicheOutput::print(const QString &name, const std::function<base::Result<void>(QPrinter &)> &print)
{
    askPaper(m_window, {{}, name, folderBeside(m_context.dossier), print}, [this](const base::Result<QString> &done) {
        if (done)
            Q_EMIT written(done.value());
        else
            Q_EMIT failed(done.error().message);
    });
}

void FicheOutput::exportFiche(const base::Id &fiche, formats::Format format)
{
    askDocument(m_window);
    const domain::FicheAction *record = m_context.dossier.projet().fiches.find(fiche);
    if (!record)
        return;
    save(u"Exporter cette fiche"_s, nameOf(*record), filterOf(format), extensionOf(format),
         exported(sourceOf(m_context), m_context.dossier.projet(), requestOf(m_context, fiche), format));
}

void FicheOutput::printFiche(const base::Id &fiche)
{
    askDocument(m_window);
    const domain::FicheAction *record = m_context.dossier.projet().fiches.find(fiche);
    if (record)
        print(nameOf(*record), [this, fiche](QPrinter &printer) {
            return printed(sourceOf(m_context), m_context.dossier.projet(), requestOf(m_context, fiche), printer);
        });
}

void FicheOutput::exportCalendar(const formats::GanttRequest &request, const QString &format)
{
    askDocument(m_window);
    const domain::Projet &projet = m_context.dossier.projet();
    const QString filter = format == u"pdf"   ? u"PDF (*.pdf)"_s
                           : format == u"png" ? u"Image (*.png)"_s
                                              : u"Dessin (*.svg)"_s;
    save(u"Exporter le calendrier"_s, calendarName(projet), filter, format,
         formats::exportedGantt({m_context.trame, m_context.reference, m_context.clock.today()}, projet, request,
                                format));
}

void FicheOutput::printCalendar(const formats::GanttRequest &request)
{
    askDocument(m_window);
    const auto pages = formats::ganttPages({m_context.trame, m_context.reference, m_context.clock.today()},
                                           m_context.dossier.projet(), request);
    if (!pages) {
        Q_EMIT failed(pages.error().message);
        return;
    }
    print(calendarName(m_context.dossier.projet()), [paged = pages.value()](QPrinter &printer) {
        return printed(paged, u"Calendrier du plan d’action"_s, printer);
    });
}

} // namespace gui
