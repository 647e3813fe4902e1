// What must hold for every widget of the program, whoever made it.
#pragma once

#include <QObject>

namespace gui
{

// Installed once on the application. The wheel over a list, a number or a slider that has not the keyboard scrolls the
// page instead of changing the answer. Enter presses the button that has the keyboard, in windows as in dialogs. No
// label reads its text as HTML: a project's texts come from anyone. A window that its screen can't hold whole, with its
// frame, is maximised when it first shows; one that stands over another is brought to the size of the screen. A key of
// a command is left to it by the fields.
class AppGuard final : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace gui
