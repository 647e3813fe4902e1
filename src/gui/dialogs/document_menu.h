// « Imprimer ou enregistrer »: a document that a page makes itself, on paper or in a file.
#pragma once

#include "gui/dialogs/exporter.h"
#include "gui/widgets/info_bar.h"

#include <functional>
#include <QPushButton>

class QMenu;

namespace dossier
{
class Dossier;
}

namespace gui
{

class DocumentMenu final : public QPushButton
{
    Q_OBJECT
public:
    // Made when it is asked for, from the project as it is then.
    using Make = std::function<base::Result<report::Document>()>;
    // `messages`: where it is told how it went. `project`: names the files, and they are proposed beside it; none for
    // what is of no project.
    DocumentMenu(InfoBarStack &messages, const dossier::Dossier *project, QWidget *parent = nullptr);

    // « Liste A4 : imprimer… ».
    void addPaper(const QString &text, const Make &make);
    // `title`: the beginning of the name of the file.
    void addFile(const QString &text, const QString &title, Format format, const Make &make);
    // What choosing a file leads to.
    bool writeTo(const QString &path, Format format, const Make &make);

private:
    [[nodiscard]] QString proposedName(const QString &title) const;
    [[nodiscard]] QString proposedFolder() const;
    void askPaper(const Make &make);
    void askFile(const QString &title, Format format, const Make &make);

    InfoBarStack &m_messages;
    const dossier::Dossier *m_project;
    QMenu *m_menu;
    QString m_title; // of the files; the paper that is a PDF has the same
};

// « « Fil rouge.pdf » est enregistré dans « Documents ». »
[[nodiscard]] QString writtenSentence(const QString &path);

// « Ouvrir le dossier », in the system's own window: no file of the user is opened.
[[nodiscard]] InfoBar::Action openingFolder(const QString &folder);
[[nodiscard]] InfoBar::Action openingFolderOf(const QString &path);

// Says it above the page, with what still lacks (see remainsOf) and the way to the folder.
void tellWritten(InfoBarStack &messages, const QString &path, const QString &remains = {},
                 std::vector<InfoBar::Action> actions = {});
// The same of what was printed: on paper, or in a file.
void tellPrinted(InfoBarStack &messages, const base::Result<QString> &done, const QString &remains = {},
                 std::vector<InfoBar::Action> actions = {});

} // namespace gui
