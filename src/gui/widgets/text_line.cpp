#include "gui/widgets/text_line.h"

#include "gui/widgets/edit_menu.h"
#include "imports/one_line.h"

#include <algorithm>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QMimeData>
#include <utility>

namespace gui
{

using namespace Qt::Literals::StringLiterals;

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
    Q_EMIT told({});
}

// What was just pasted, when it is cells of a spreadsheet: their tabulations, or the table they were copied with, say
// so.
bool TextLine::takeCells()
{
    const QMimeData *copied = QGuiApplication::clipboard()->mimeData();
    const QString pasted = copied ? copied->text() : QString();
    const QString before = text().left(cursorPosition());
    const bool cells = pasted.trimmed().contains(u'\t') ||
                       (copied && copied->hasHtml() && copied->html().contains("<td"_L1, Qt::CaseInsensitive));
    if (!cells || pasted.isEmpty() || !before.endsWith(pasted))
        return false;
    const imports::OneLine taken = imports::cellsOnOneLine(pasted);
    const QString kept = before.chopped(pasted.size()) + taken.text;
    setText(kept + text().mid(before.size()));
    setCursorPosition(int(kept.size()));
    if (taken.cells > 1)
        Q_EMIT told(u"Plusieurs cellules collées ici : elles se suivent, séparées par des "
                    "points-virgules."_s);
    return true;
}

void TextLine::keepOneLine()
{
    const QString written = text();
    // The clipboard is another program's: asked only when what came breaks the line.
    if (std::none_of(written.begin(), written.end(), breaksLine) || takeCells())
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
