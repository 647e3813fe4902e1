// What leaves the project: files, folders and paper.
#include "base/file.h"
#include "base/text.h"
#include "controle/controle.h"
#include "formats/calendar.h"
#include "formats/dossier_complet.h"
#include "gui/contour_shelf.h"
#include "gui/dialogs/document_menu.h"
#include "gui/dialogs/dossier_dialog.h"
#include "gui/dialogs/dossier_progress.h"
#include "gui/dialogs/export_choices.h"
#include "gui/dialogs/export_dialog.h"
#include "gui/dialogs/paper.h"
#include "gui/pages/choices.h"
#include "gui/pages/remains.h"
#include "gui/shell/file_desk.h"
#include "gui/shell/page_paper.h"

#include <QDir>
#include <QFileInfo>

namespace gui
{

using namespace Qt::Literals::StringLiterals;
using Tone = InfoBar::Tone;

namespace
{

QString withExtension(const QString &path, const QString &extension)
{
    return path.isEmpty() || path.endsWith(u'.' + extension, Qt::CaseInsensitive) ? path : path + u'.' + extension;
}

// With what the user chose for every document.
ExportRequest asChosen(ExportRequest request)
{
    request.developSigles = ExportChoices().developSigles();
    return request;
}

} // namespace

ExportSource FileDesk::source() const
{
    return {m_environment.trame, m_environment.reference, m_environment.clock, m_environment.contours};
}

AppContext FileDesk::context() const
{
    return {m_dossier, m_environment.reference, m_environment.trame, m_environment.clock, m_environment.contours};
}

void FileDesk::exportDocument(const QString &page, const QString &document)
{
    m_flush();
    const auto paper = paperOfPage(m_environment.trame, page);
    ExportDialog dialog(m_environment.trame, false, m_window);
    if (paper && paper->make)
        dialog.proposeOwn(paper->title);
    else
        dialog.propose(paper ? paper->document : document);
    dialog.setRemains([this](const ExportRequest &request) { return remainsOf(context(), request); });
    if (dialog.exec() != QDialog::Accepted)
        return;
    const bool own = dialog.request().document.isEmpty();
    if (dialog.outcome() == ExportDialog::Outcome::Paper)
        own ? printOwn(*paper) : print(asChosen(dialog.request()));
    else if (own)
        exportOwn(*paper, dialog.format());
    else
        exportFile(asChosen(dialog.request()), dialog.format());
}

FileDesk::Leaving FileDesk::leaving(const ExportRequest &request)
{
    const QString remains = remainsOf(context(), request);
    return remains.isEmpty() ? Leaving() : leaving(remains, request.document);
}

FileDesk::Leaving FileDesk::leaving(const QString &remains, const QString &document)
{
    return {remains, {{u"Voir ce qui manque"_s, [this, document] { Q_EMIT reviewAsked(document); }}}};
}

void FileDesk::saveAs(const QString &title, const QString &name, const QString &filter, const Bytes &make,
                      const Leaving &leaving)
{
    const QString folder = folderBeside(m_dossier);
    const QString path = withExtension(m_environment.files.save(m_window, title, folder + u'/' + name, filter),
                                       QFileInfo(name).suffix());
    if (path.isEmpty())
        return;
    const auto told = [=, this](const base::Result<void> &written) {
        if (!written)
            tell(u"export"_s, written.error(),
                 {{u"Réessayer"_s, [=, this] { saveAs(title, name, filter, make, leaving); }}});
        else
            tellPrinted(m_messages, path, leaving.remains, leaving.ways);
    };
    const auto bytes = make();
    if (!bytes)
        told(bytes.error());
    else
        elsewhere(
            path, [path, content = bytes.value()] { return base::writeFile(path, content); }, told);
}

void FileDesk::exportFile(const ExportRequest &asked, Format format)
{
    const ExportRequest request = format == Format::Pdf ? onPages(context(), asked) : asked;
    saveAs(
        u"Exporter"_s, suggestedName(m_environment.trame, request, m_dossier.projet().identite.nom, format),
        filterOf(format), [this, request, format] { return exported(source(), m_dossier.projet(), request, format); },
        leaving(request));
}

void FileDesk::exportPlan()
{
    m_flush();
    saveAs(u"Plan d’action"_s,
           formats::safeFileName(u"Plan d’action - "_s + m_dossier.projet().identite.nom, u"xlsx"_s),
           u"Classeur Excel (*.xlsx)"_s, [this] {
               return formats::exportedPlanAction(
                   {m_environment.trame, m_environment.reference, m_environment.clock.today()}, m_dossier.projet(),
                   u"xlsx"_s);
           });
}

void FileDesk::exportCalendar()
{
    m_flush();
    saveAs(u"Dates pour l’agenda"_s, formats::safeFileName(u"Dates - "_s + m_dossier.projet().identite.nom, u"ics"_s),
           u"Agenda (*.ics)"_s, [this] {
               return base::Result<QByteArray>(
                   formats::writeCalendar(m_dossier.projet(), m_environment.reference, m_environment.clock.today()));
           });
}

void FileDesk::exportDossier()
{
    m_flush();
    const domain::Projet &projet = m_dossier.projet();
    const auto findings =
        controle::check(projet, m_environment.reference, m_environment.clock.today(), controle::Volet::Projet);
    auto *dialog = new DossierDialog(projet, m_environment.trame, findings, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        sendDossier({dialog->personalData(), dialog->blocking(), ExportChoices().developSigles()});
    });
    dialog->open();
}

void FileDesk::sendDossier(const formats::DossierRequest &request)
{
    m_flush();
    const QString name = formats::safeFileName(u"Dossier - "_s + m_dossier.projet().identite.nom, {});
    const QString folder = m_environment.files.save(m_window, u"Dossier à créer"_s,
                                                    folderBeside(m_dossier) + u'/' + name, u"Dossier (*)"_s);
    if (folder.isEmpty())
        return;
    const auto contours = contoursOf(source(), m_dossier.projet());
    const formats::ExportSource from{m_environment.trame, m_environment.reference, m_environment.clock.today(),
                                     contours.get()};
    const auto told = [this, folder, request, contours](const base::Result<int> &written) {
        if (written)
            tellDossier(folder, written.value());
        else if (written.error().code == base::ErrorCode::Cancelled)
            m_messages.tell(u"export"_s, Tone::Information, written.error().message);
        else
            tell(u"export"_s, written.error(), {{u"Réessayer"_s, [this, request] { sendDossier(request); }}});
    };
    auto *progress = new DossierProgress(std::make_unique<formats::DossierMaking>(from, m_dossier.projet(), request),
                                         folder, told, m_window);
    progress->start();
}

void FileDesk::tellDossier(const QString &folder, int files)
{
    QString document;
    for (const report::DocumentInfo &info : m_environment.trame.documents())
        if (document.isEmpty() && voletOf(m_environment.trame, info.code) == controle::Volet::Projet)
            document = info.code;
    const QString remains = remainsOf(context(), controle::Volet::Projet);
    std::vector<InfoBar::Action> ways = remains.isEmpty() ? Leaving().ways : leaving(remains, document).ways;
    ways.push_back(openingFolder(folder));
    m_messages.tell(
        u"export"_s, Tone::Information,
        u"Dossier prêt : %1, dans %2. Le message à envoyer est dedans. %3"_s
            .arg(base::frenchCount(files, u"fichier"_s, u"fichiers"_s), QDir::toNativeSeparators(folder), remains)
            .trimmed(),
        ways);
}

void FileDesk::printPage(const QString &page)
{
    const auto paper = paperOfPage(m_environment.trame, page);
    if (!paper)
        return exportDocument();
    m_flush();
    if (!paper->document.isEmpty())
        return print(asChosen({paper->document, report::Content::Filled}));
    printOwn(*paper);
}

QString FileDesk::nameOf(const PagePaper &paper) const
{
    const QString &name = m_dossier.projet().identite.nom;
    return name.isEmpty() ? paper.title : paper.title + u" - "_s + name;
}

void FileDesk::printOwn(const PagePaper &paper)
{
    askPaper(paper.title, nameOf(paper), [this, make = paper.make](QPrinter &printer) {
        const auto document = make(source(), m_dossier.projet());
        return document ? printed(document.value(), printer) : base::Result<void>(document.error());
    });
}

void FileDesk::exportOwn(const PagePaper &paper, Format format)
{
    saveAs(u"Exporter"_s, formats::safeFileName(nameOf(paper), extensionOf(format)), filterOf(format),
           [this, make = paper.make, format] {
               const auto document = make(source(), m_dossier.projet());
               return document ? formats::written(document.value(), format)
                               : base::Result<QByteArray>(document.error());
           });
}

void FileDesk::print(const ExportRequest &asked)
{
    const ExportRequest request = onPages(context(), asked);
    QString title;
    for (const report::DocumentInfo &info : m_environment.trame.documents())
        if (info.code == request.document)
            title = info.precision.isEmpty() ? info.title : u"%1 (%2)"_s.arg(info.title, info.precision);
    const QFileInfo file(suggestedName(m_environment.trame, request, m_dossier.projet().identite.nom, Format::Pdf));
    askPaper(
        title, file.completeBaseName(),
        [this, request](QPrinter &printer) { return printed(source(), m_dossier.projet(), request, printer); },
        leaving(request));
}

void FileDesk::askPaper(const QString &title, const QString &name,
                        const std::function<base::Result<void>(QPrinter &)> &print, const Leaving &leaving)
{
    gui::askPaper(m_window, {title, name, folderBeside(m_dossier), print},
                  [this, leaving](const base::Result<QString> &done) {
                      tellPrinted(m_messages, done, leaving.remains, leaving.ways);
                  });
}

} // namespace gui
