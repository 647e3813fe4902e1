// The buttons of a long text, shown while it has the keyboard.
#pragma once

#include "gui/widgets/format_commands.h"

#include <QWidget>

class QToolButton;

namespace gui
{

class TextArea;

// A click leaves the keyboard in the text. Alt+F10 there brings it here, arrows go from button to button, Escape or
// Alt+F10 bring it back: Tab never stops here on its way from field to field.
class FormatBar final : public QWidget
{
    Q_OBJECT
public:
    explicit FormatBar(TextArea &area, QWidget *parent = nullptr);

    [[nodiscard]] QToolButton *button(FormatCommand command) const;
    void takeFocus();

Q_SIGNALS:
    // The keyboard left for something else than the text.
    void left();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showState();
    void move(int by);
    bool treatKey(int key, Qt::KeyboardModifiers modifiers);

    TextArea &m_area;
    std::vector<std::pair<FormatCommand, QToolButton *>> m_buttons;
};

} // namespace gui
