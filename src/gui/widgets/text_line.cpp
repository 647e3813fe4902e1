#include "gui/widgets/text_line.h"

#include "gui/widgets/edit_menu.h"

#include <QContextMenuEvent>

namespace gui
{

namespace
{
constexpr int longestLine = 100'000; // Qt's own 32,767 would cut what another program wrote
}

TextLine::TextLine(QWidget *parent) : QLineEdit(parent)
{
    setMaxLength(longestLine);
    connect(this, &QLineEdit::textEdited, this, [this] { tell(Moment::Typing); });
    connect(this, &QLineEdit::returnPressed, this, [this] { tell(Moment::Done); });
}

void TextLine::setValue(const domain::Value &value)
{
    const auto *content = std::get_if<QString>(&value);
    const QString wanted = content ? *content : QString();
    if (wanted == text())
        return;
    setText(wanted);
    setCursorPosition(0);
}

bool TextLine::event(QEvent *event)
{
    return isUndoRequest(event) ? false : QLineEdit::event(event);
}

void TextLine::contextMenuEvent(QContextMenuEvent *event)
{
    showEditMenu(this, event->globalPos());
}

} // namespace gui
