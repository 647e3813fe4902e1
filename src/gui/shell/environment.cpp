#include "gui/shell/environment.h"

#include <QFileDialog>

namespace gui
{

FileQuestions systemFileQuestions()
{
    return {[](QWidget *parent, const QString &title, const QString &path, const QString &filter) {
                return QFileDialog::getSaveFileName(parent, title, path, filter);
            },
            [](QWidget *parent, const QString &title, const QString &path, const QString &filter) {
                return QFileDialog::getOpenFileName(parent, title, path, filter);
            }};
}

} // namespace gui
