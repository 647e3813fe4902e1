#include "gui/dialogs/document_menu.h"

#include "base/file.h"
#include "base/typography.h"
#include "dossier/dossier.h"
#include "gui/dialogs/paper.h"
#include "gui/page.h"
#include "gui/shell/environment.h"

#include <QDesktopServices>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>
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
    m_title = title;
    connect(m_menu->addAction(base::frenchTypography(text)), &QAction::triggered, this,
            [this, title, format, make] { askFile(title, format, make); });
}

QString DocumentMenu::proposedName(const QString &title) const
{
    const QString name = m_project ? m_project->projet().identite.nom : QString();
    return name.isEmpty() ? title : title + u" - "_s + name;
}

QString DocumentMenu::proposedFolder() const
{
    return m_project ? folderBeside(*m_project) : documentsFolder();
}

void DocumentMenu::askPaper(const Make &make)
{
    askDocument(this);
    const auto print = [make](QPrinter &printer) {
        const auto document = make();
        return document ? printed(document.value(), printer) : base::Result<void>(document.error());
    };
    gui::askPaper(this, {{}, proposedName(m_title), proposedFolder(), print},
                  [this](const base::Result<QString> &done) { tellPrinted(m_messages, done); });
}

void DocumentMenu::askFile(const QString &title, Format format, const Make &make)
{
    askDocument(this);
    auto *chooser = new QFileDialog(this, u"Enregistrer le document"_s, proposedFolder(), filterOf(format));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setAcceptMode(QFileDialog::AcceptSave);
    chooser->setDefaultSuffix(extensionOf(format));
    chooser->selectFile(formats::safeFileName(proposedName(title), extensionOf(format)));
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

InfoBar::Action openingFolder(const QString &folder)
{
    return {u"Ouvrir le dossier"_s, [folder] { QDesktopServices::openUrl(QUrl::fromLocalFile(folder)); }};
}

InfoBar::Action openingFolderOf(const QString &path)
{
    return openingFolder(QFileInfo(path).absolutePath());
}

void tellWritten(InfoBarStack &messages, const QString &path, const QString &remains,
                 std::vector<InfoBar::Action> actions)
{
    actions.push_back(openingFolderOf(path));
    messages.tell(u"export"_s, InfoBar::Tone::Information,
                  writtenSentence(path) + (remains.isEmpty() ? QString() : u' ' + remains), actions);
}

void tellPrinted(InfoBarStack &messages, const base::Result<QString> &done, const QString &remains,
                 std::vector<InfoBar::Action> actions)
{
    if (!done) {
        messages.tell(u"export"_s, InfoBar::Tone::Problem, done.error().message);
        return;
    }
    if (!done.value().isEmpty())
        actions.push_back(openingFolderOf(done.value()));
    messages.tell(u"export"_s, InfoBar::Tone::Information,
                  printedSentence(done.value()) + (remains.isEmpty() ? QString() : u' ' + remains), actions);
}

} // namespace gui
