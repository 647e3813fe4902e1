// The keyboard goes back where it was when a part of a window is done with.
#pragma once

#include <QObject>
#include <QPointer>

class QWidget;

namespace gui
{

// Of a pane, a message, or a window over another: remembers what had the keyboard around it last. The part owns it.
class FocusReturn final : public QObject
{
    Q_OBJECT
public:
    explicit FocusReturn(QWidget *part);

    // False, and nothing done, when the keyboard is not in the part or what had it is gone or out of sight.
    bool giveBack();

private:
    void follow(QWidget *now);

    QWidget *m_part;
    QPointer<QWidget> m_before;
};

// Enables a button or not. Qt gives the keyboard of one that goes grey to the next, and the key that was pressed again
// and again would press that: it goes to `place`.
void enableOrLeave(QWidget *button, bool enabled, QWidget *place);

} // namespace gui
