// What must hold for every widget of the program, whoever made it.
#pragma once

#include <QObject>

namespace gui
{

// Installed once on the application. The wheel over a closed list, a number or a slider scrolls the page and never
// changes the answer; a long text takes it once it has the keyboard. Enter presses the button that has the keyboard, in
// windows as in dialogs. No label reads its text as HTML: a project's texts come from anyone. A window that its screen
// can't hold whole, with its frame, is maximised when it first shows; one that stands over another is brought to the
// size of the screen. A key of a command is left to it by the fields.
class AppGuard final : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace gui
