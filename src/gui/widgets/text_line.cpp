#include "gui/widgets/text_line.h"

#include "gui/widgets/edit_menu.h"

#include <algorithm>
#include <QContextMenuEvent>
#include <utility>

namespace gui
{

namespace
{
constexpr int longestLine = 100'000; // Qt's own 32,767 would cut what another program wrote

bool breaksLine(QChar c)
{
    return c == u'\n' || c == u'\r' || c == u'\t' || c == QChar::LineSeparator || c == QChar::ParagraphSeparator;
}

// Breaks become one space; those at the end, as a spreadsheet puts after a cell, nothing.
QString onOneLine(const QString &text, bool whole)
{
    QString line;
    bool broken = false;
    for (const QChar c : text) {
        if (breaksLine(c)) {
            broken = true;
            continue;
        }
        if (std::exchange(broken, false) && !line.isEmpty() && !line.endsWith(u' ') && c != u' ')
            line += u' ';
        line += c;
    }
    return broken && !whole && !line.isEmpty() && !line.endsWith(u' ') ? line + u' ' : line;
}

} // namespace

TextLine::TextLine(QWidget *parent) : QLineEdit(parent)
{
    setMaxLength(longestLine);
    connect(this, &QLineEdit::textEdited, this, [this] {
        keepOneLine();
        tell(Moment::Typing);
    });
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

void TextLine::keepOneLine()
{
    const QString written = text();
    if (std::none_of(written.begin(), written.end(), breaksLine))
        return;
    const QString before = written.left(cursorPosition());
    const QString line = onOneLine(written, true);
    const int cursor = int(onOneLine(before, before.size() == written.size()).size());
    setText(line);
    setCursorPosition(std::min(cursor, int(line.size())));
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
