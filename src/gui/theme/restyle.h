// A new look for everything there is: each widget takes it once, and what is out of sight may take it later.
#pragma once

#include <QFont>
#include <QPalette>
#include <QString>

class QApplication;
class QWidget;

namespace gui
{

struct Look {
    QFont font;
    QPalette palette;
    QString sheet;
};

// Gives the application another look; nothing is done for what is the same already.
void changeLook(QApplication &application, const Look &look);

// This part of a window, when it is hidden while the look changes, keeps the one before until styleNow().
void mayWaitForLook(QWidget *part);
// Before it shows. Nothing when it did not wait.
void styleNow(QWidget *part);

} // namespace gui
