#include "gui/dialogs/document_menu.h"

#include "base/file.h"
#include "base/typography.h"
#include "dossier/dossier.h"
#include "gui/shell/environment.h"
#include "gui/widgets/info_bar.h"

#include <QDesktopServices>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>
#include <QPrintDialog>
#include <QPrinter>
#include <QUrl>

namespace gui
{

using namespace Qt::Literals::StringLiterals;

DocumentMenu::DocumentMenu(InfoBarStack &messages, const dossier::Dossier *project, QWidget *parent)
    : QPushButton(u"Imprimer ou enregistrer"_s, parent), m_messages(messages), m_project(project),
      m_menu(new QMenu(this))
{
    setMenu(m_menu);
    setProperty("avecMenu", true);
}

void DocumentMenu::addPaper(const QString &text, const Make &make)
{
    connect(m_menu->addAction(base::frenchTypography(text)), &QAction::triggered, this,
            [this, make] { askPaper(make); });
}

void DocumentMenu::addFile(const QString &text, const QString &title, Format format, const Make &make)
{
    connect(m_menu->addAction(base::frenchTypography(text)), &QAction::triggered, this,
            [this, title, format, make] { askFile(title, format, make); });
}

void DocumentMenu::askPaper(const Make &make)
{
    auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    auto *dialog = new QPrintDialog(printer.get(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, qOverload<>(&QDialog::accepted), this, [this, printer, make] {
        const auto document = make();
        const auto done = document ? printed(document.value(), *printer) : base::Result<void>(document.error());
        if (!done)
            m_messages.tell(u"export"_s, InfoBar::Tone::Problem, done.error().message);
    });
    dialog->open();
}

void DocumentMenu::askFile(const QString &title, Format format, const Make &make)
{
    const QString name = m_project ? m_project->projet().identite.nom : QString();
    const QString folder = m_project ? folderBeside(*m_project) : documentsFolder();
    auto *chooser = new QFileDialog(this, u"Enregistrer le document"_s, folder, filterOf(format));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setAcceptMode(QFileDialog::AcceptSave);
    chooser->setDefaultSuffix(extensionOf(format));
    chooser->selectFile(formats::safeFileName(name.isEmpty() ? title : title + u" - "_s + name, extensionOf(format)));
    connect(chooser, &QFileDialog::fileSelected, this,
            [this, format, make](const QString &path) { writeTo(path, format, make); });
    chooser->open();
}

bool DocumentMenu::writeTo(const QString &path, Format format, const Make &make)
{
    const auto document = make();
    const auto bytes =
        document ? formats::written(document.value(), format) : base::Result<QByteArray>(document.error());
    const auto done = bytes ? base::writeFile(path, bytes.value()) : base::Result<void>(bytes.error());
    if (done)
        tellWritten(m_messages, path);
    else
        m_messages.tell(u"export"_s, InfoBar::Tone::Problem, done.error().message);
    return done.ok();
}

QString writtenSentence(const QString &path)
{
    const QFileInfo file(path);
    return u"« %1 » est enregistré dans « %2 »."_s.arg(file.fileName(), file.dir().dirName());
}

void tellWritten(InfoBarStack &messages, const QString &path)
{
    messages.tell(u"export"_s, InfoBar::Tone::Information, writtenSentence(path),
                  {{u"Ouvrir le dossier"_s, [folder = QFileInfo(path).absolutePath()] {
                        QDesktopServices::openUrl(QUrl::fromLocalFile(folder));
                    }}});
}

} // namespace gui
