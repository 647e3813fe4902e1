// « Imprimer ou enregistrer »: a document that a page makes itself, on paper or in a file.
#pragma once

#include "gui/dialogs/exporter.h"

#include <functional>
#include <QPushButton>

class QMenu;

namespace dossier
{
class Dossier;
}

namespace gui
{

class InfoBarStack;

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
    void askPaper(const Make &make);
    void askFile(const QString &title, Format format, const Make &make);

    InfoBarStack &m_messages;
    const dossier::Dossier *m_project;
    QMenu *m_menu;
};

// « « Fil rouge.pdf » est enregistré dans « Documents ». »
[[nodiscard]] QString writtenSentence(const QString &path);

// Says it above the page, with the way to the folder.
void tellWritten(InfoBarStack &messages, const QString &path);

} // namespace gui
