#include "gui/shell/environment.h"

#include <QDir>
#include <QFileDialog>
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

} // namespace gui
