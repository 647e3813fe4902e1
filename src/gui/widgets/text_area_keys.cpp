// Keys, buttons and the clipboard of a long text.
#include "gui/widgets/text_area.h"

#include "gui/dialogs/table_dialog.h"
#include "gui/widgets/edit_menu.h"
#include "gui/widgets/markup_highlighter.h"
#include "imports/html_text.h"
#include "store/contents.h"

#include <algorithm>
#include <QContextMenuEvent>
#include <QMenu>
#include <QMimeData>

namespace gui
{

using namespace Qt::Literals::StringLiterals;
using base::StyledText;

namespace
{

const QString markupFormat = u"text/x-atelier-cpts"_s; // between our own texts

std::optional<FormatCommand> commandOf(const QKeyEvent *event)
{
    const QKeySequence pressed(event->keyCombination());
    for (const FormatCommandInfo &info : formatCommands())
        if (info.key == pressed)
            return info.command;
    return std::nullopt;
}

bool isPlainBreak(const QKeyEvent *event)
{
    return (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) &&
           !(event->modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier));
}

bool isTyping(const QKeyEvent *event)
{
    const bool command = event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier);
    const bool other = (event->modifiers() & Qt::ControlModifier) && (event->modifiers() & Qt::AltModifier); // Alt Gr
    return !event->text().isEmpty() && event->text().front().isPrint() && (!command || other);
}

// Line breaks of one kind, and none of the characters that nobody sees.
QString cleaned(QString text)
{
    text.replace(u"\r\n"_s, u"\n"_s).replace(u'\r', u'\n');
    text.replace(QChar::LineSeparator, u'\n').replace(QChar::ParagraphSeparator, u'\n').remove(QChar::Null);
    return text.remove(QChar::SoftHyphen).remove(QChar::ByteOrderMark);
}

} // namespace

bool TextArea::event(QEvent *event)
{
    if (isUndoRequest(event))
        return false;
    if (event->type() == QEvent::ShortcutOverride && !isReadOnly() && commandOf(static_cast<QKeyEvent *>(event))) {
        event->accept(); // a key of the text, whatever it does in the window
        return true;
    }
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        updateGeometry();
        m_colouring = true;
        m_highlighter->followTheme();
        m_colouring = false;
    }
    return QPlainTextEdit::event(event);
}

void TextArea::focusInEvent(QFocusEvent *event)
{
    QPlainTextEdit::focusInEvent(event);
    followCaret();
    Q_EMIT focused(true);
}

void TextArea::focusOutEvent(QFocusEvent *event)
{
    QPlainTextEdit::focusOutEvent(event);
    // A menu or another window borrows the keyboard: it comes back.
    if (event->reason() != Qt::PopupFocusReason && event->reason() != Qt::ActiveWindowFocusReason) {
        followCaret();
        Q_EMIT focused(false);
    }
}

void TextArea::keyPressEvent(QKeyEvent *event)
{
    if (isReadOnly() || !treatKey(event))
        QPlainTextEdit::keyPressEvent(event);
}

bool TextArea::treatKey(QKeyEvent *event)
{
    if (const auto command = commandOf(event)) {
        run(*command);
        return true;
    }
    if (isPlainBreak(event)) {
        QTextCursor cursor = textCursor();
        if (event->modifiers() & Qt::ShiftModifier) // a line that begins nothing
            cursor.insertBlock();
        else if (!breakLine(cursor))
            return false;
        place(cursor);
        return true;
    }
    const bool backspace = event->key() == Qt::Key_Backspace;
    if ((backspace || event->key() == Qt::Key_Delete) && !(event->modifiers() & ~Qt::KeypadModifier)) {
        QTextCursor cursor = textCursor();
        if (!eraseMark(cursor, backspace))
            return false;
        place(cursor);
        return true;
    }
    return isTyping(event) && type(event->text());
}

// An input method gives whole words, an accent of a dead key, or a character of another script.
void TextArea::inputMethodEvent(QInputMethodEvent *event)
{
    const bool plain = event->replacementLength() == 0 && !event->commitString().isEmpty();
    if (isReadOnly() || !plain || !type(event->commitString()))
        return QPlainTextEdit::inputMethodEvent(event);
    QInputMethodEvent rest(event->preeditString(), event->attributes());
    QPlainTextEdit::inputMethodEvent(&rest);
}

bool TextArea::type(const QString &words)
{
    QTextCursor cursor = textCursor();
    if (cursor.hasSelection())
        return false;
    const MarkupState now = state();
    const quint8 look = quint8((now.bold ? StyledText::Bold : 0) | (now.italic ? StyledText::Italic : 0));
    m_typing = true;
    const bool done = typeWithLook(cursor, words, look);
    if (done)
        place(cursor);
    m_typing = false;
    // A space stands outside the marks: the word after it goes on with their look.
    m_nextLook.reset();
    if (const MarkupState then = state(); done && (then.bold != now.bold || then.italic != now.italic))
        m_nextLook = look;
    return done;
}

void TextArea::place(const QTextCursor &cursor)
{
    setTextCursor(cursor);
    ensureCursorVisible();
}

MarkupState TextArea::state() const
{
    MarkupState state = stateAt(textCursor());
    if (m_nextLook) {
        state.bold = *m_nextLook & StyledText::Bold;
        state.italic = *m_nextLook & StyledText::Italic;
    }
    return state;
}

void TextArea::toggle(quint8 look)
{
    const MarkupState now = state();
    QTextCursor cursor = textCursor();
    if (toggleLook(cursor, look)) {
        place(cursor);
    } else {
        m_nextLook = quint8(((now.bold ? StyledText::Bold : 0) | (now.italic ? StyledText::Italic : 0)) ^ look);
    }
    Q_EMIT stateChanged();
}

void TextArea::run(FormatCommand command)
{
    if (isReadOnly())
        return;
    QTextCursor cursor = textCursor();
    switch (command) {
    case FormatCommand::Bold:
        return toggle(StyledText::Bold);
    case FormatCommand::Italic:
        return toggle(StyledText::Italic);
    case FormatCommand::Bullets:
    case FormatCommand::Numbers:
        toggleList(cursor, command == FormatCommand::Numbers ? ListKind::Numbers : ListKind::Bullets);
        place(cursor);
        break;
    case FormatCommand::Deeper:
    case FormatCommand::Shallower:
        if (shiftItems(cursor, command == FormatCommand::Deeper ? 1 : -1))
            place(cursor);
        break;
    case FormatCommand::Table:
        return editTable();
    case FormatCommand::Picture:
        if (state().table)
            return Q_EMIT refused(u"Une image ne tient pas dans un tableau. Placez-vous sur une autre ligne."_s);
        return Q_EMIT pictureAsked();
    case FormatCommand::PlainPaste:
        m_pastingPlain = true;
        paste();
        m_pastingPlain = false;
        break;
    case FormatCommand::Bar:
        Q_EMIT barAsked();
        return;
    }
    Q_EMIT stateChanged();
}

void TextArea::editTable()
{
    const auto here = tableAt(textCursor());
    auto *dialog = new TableDialog(here ? here->table : TableDialog::empty(), window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        QTextCursor cursor = textCursor();
        putTable(cursor, dialog->table());
        place(cursor);
    });
    dialog->open();
}

void TextArea::insertPicture(const QString &markup, const domain::ChangeList &piece)
{
    m_piece = piece;
    QTextCursor cursor = textCursor();
    insertMarkup(cursor, markup);
    place(cursor);
    tell(Moment::Done);
    m_piece.clear();
}

void TextArea::contextMenuEvent(QContextMenuEvent *event)
{
    const auto more = [this](QMenu &menu, bool clipboard) {
        QAction *plain =
            menu.addAction(u"Coller sans mise en forme"_s, this, [this] { run(FormatCommand::PlainPaste); });
        plain->setShortcut(QKeySequence(u"Ctrl+Shift+V"_s)); // shown only
        plain->setEnabled(clipboard);
    };
    showEditMenu(this, event->globalPos(), more);
}

bool TextArea::canInsertFromMimeData(const QMimeData *source) const
{
    return source->hasText() || source->hasHtml() || source->hasImage(); // a picture is told
}

void TextArea::insertFromMimeData(const QMimeData *source)
{
    imports::PastedText read;
    if (!m_pastingPlain && source->hasFormat(markupFormat)) {
        read.markup = QString::fromUtf8(source->data(markupFormat));
    } else if (!m_pastingPlain && source->hasHtml()) {
        auto html = imports::richTextFromHtml(source->html());
        if (!html)
            return Q_EMIT refused(html.error().message);
        read = std::move(html).value();
    }
    if (read.markup.isEmpty() && read.remarks.isEmpty())
        read.markup = source->text();
    if (toPlainText().size() + read.markup.size() > store::maximumText)
        return Q_EMIT refused(u"Le texte serait trop long : 500 000 signes au plus. Rien n’a été ajouté. Collez-en une "
                              u"partie."_s);
    if (read.markup.isEmpty() && read.remarks.isEmpty() && source->hasImage())
        read.remarks << imports::pictureLeft();
    if (!read.markup.isEmpty()) {
        Q_EMIT stepEnds();
        QTextCursor cursor = textCursor();
        insertMarkup(cursor, cleaned(read.markup));
        if (cursor.atEnd() && tableAt(cursor))
            cursor.insertBlock(); // what is typed next is no row of the table that was pasted
        place(cursor);
        Q_EMIT stepEnds();
    }
    Q_EMIT told(read.remarks.join(u' '));
}

// As it is stored for our own texts, as it is read for the others.
QMimeData *TextArea::createMimeDataFromSelection() const
{
    const QString chosen = textCursor().selectedText().replace(QChar::ParagraphSeparator, u'\n');
    auto *copied = new QMimeData;
    copied->setText(base::plainText(chosen));
    copied->setData(markupFormat, chosen.toUtf8());
    return copied;
}

} // namespace gui
