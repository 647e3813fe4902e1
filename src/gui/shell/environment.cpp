#include "gui/shell/environment.h"

#include "dossier/dossier.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QStandardPaths>

namespace gui
{

using namespace Qt::Literals::StringLiterals;

FileQuestions systemFileQuestions()
{
    return {[](QWidget *parent, const QString &title, const QString &path, const QString &filter) {
                return QFileDialog::getSaveFileName(parent, title, path, filter);
            },
            [](QWidget *parent, const QString &title, const QString &path, const QString &filter) {
                return QFileDialog::getOpenFileName(parent, title, path, filter);
            }};
}

QString projectFilter()
{
    return u"Projets CPTS (*.cpts)"_s;
}

QString documentsFolder()
{
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    return QDir(documents).exists() ? documents : QDir::homePath();
}

QString folderBeside(const dossier::Dossier &dossier)
{
    if (dossier.isReadOnly() || !dossier.placeAnswers()) // the system's box would not come back from there
        return documentsFolder();
    const QString folder = QFileInfo(dossier.path()).absolutePath();
    return QFileInfo(folder).isWritable() ? folder : documentsFolder();
}

} // namespace gui
