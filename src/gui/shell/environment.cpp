#include "gui/shell/environment.h"

#include "dossier/dossier.h"
#include "gui/theme/theme.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QScreen>
#include <QStandardPaths>

namespace gui
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr QSize comfortable(960, 600); // pixels, at 100 %: no column of the list of files is cut

// Where the system has no window of its own to choose a file, Qt's is as wide as its list needs.
QString answerOf(QFileDialog &dialog)
{
    const QSize wanted(zoomed(comfortable.width()), zoomed(comfortable.height()));
    dialog.resize(wanted.boundedTo(dialog.screen()->availableSize()));
    return dialog.exec() == QDialog::Accepted ? dialog.selectedFiles().value(0) : QString();
}

} // namespace

FileQuestions systemFileQuestions()
{
    return {[](QWidget *parent, const QString &title, const QString &path, const QString &filter) {
                QFileDialog dialog(parent, title, path, filter);
                dialog.setAcceptMode(QFileDialog::AcceptSave);
                return answerOf(dialog);
            },
            [](QWidget *parent, const QString &title, const QString &path, const QString &filter) {
                QFileDialog dialog(parent, title, path, filter);
                dialog.setFileMode(QFileDialog::ExistingFile);
                return answerOf(dialog);
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
