#include "gui/pages/fiche_output.h"

#include "base/file.h"
#include "dossier/dossier.h"
#include "gui/dialogs/exporter.h"
#include "report/fiche_document.h"

#include <QPrintDialog>
#include <QPrinter>

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
    if (const auto written = base::writeFile(path, bytes.value()); !written)
        Q_EMIT failed(written.error().message);
}

void FicheOutput::exportFiche(const base::Id &fiche, formats::Format format)
{
    const domain::FicheAction *record = m_context.dossier.projet().fiches.find(fiche);
    if (!record)
        return;
    const QString title = record->intitule.trimmed();
    save(u"Exporter cette fiche"_s, title.isEmpty() ? u"Fiche-action"_s : u"Fiche-action - "_s + title,
         filterOf(format), extensionOf(format),
         exported(sourceOf(m_context), m_context.dossier.projet(), requestOf(m_context, fiche), format));
}

void FicheOutput::printFiche(const base::Id &fiche)
{
    auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    auto *dialog = new QPrintDialog(printer.get(), m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, qOverload<>(&QDialog::accepted), this, [this, printer, fiche] {
        const auto done =
            printed(sourceOf(m_context), m_context.dossier.projet(), requestOf(m_context, fiche), *printer);
        if (!done)
            Q_EMIT failed(done.error().message);
    });
    dialog->open();
}

void FicheOutput::exportCalendar(const formats::GanttRequest &request, const QString &format)
{
    const domain::Projet &projet = m_context.dossier.projet();
    const QString filter = format == u"pdf"   ? u"PDF (*.pdf)"_s
                           : format == u"png" ? u"Image (*.png)"_s
                                              : u"Dessin (*.svg)"_s;
    save(u"Exporter le calendrier"_s, u"Calendrier - "_s + projet.identite.nom, filter, format,
         formats::exportedGantt({m_context.trame, m_context.reference, m_context.clock.today()}, projet, request,
                                format));
}

void FicheOutput::printCalendar(const formats::GanttRequest &request)
{
    const auto pages = formats::ganttPages({m_context.trame, m_context.reference, m_context.clock.today()},
                                           m_context.dossier.projet(), request);
    if (!pages) {
        Q_EMIT failed(pages.error().message);
        return;
    }
    auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    auto *dialog = new QPrintDialog(printer.get(), m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, qOverload<>(&QDialog::accepted), this, [this, printer, paged = pages.value()] {
        if (const auto done = printed(paged, u"Calendrier du plan d’action"_s, *printer); !done)
            Q_EMIT failed(done.error().message);
    });
    dialog->open();
}

} // namespace gui
