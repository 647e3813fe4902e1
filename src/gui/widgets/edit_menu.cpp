#include "gui/widgets/edit_menu.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>

namespace gui
{

using namespace Qt::Literals::StringLiterals;

namespace
{

using More = std::function<void(QMenu &menu, bool clipboard)>;

template <class Field>
void showMenu(Field *field, bool selection, bool content, const QPoint &at, const More &more = {})
{
    auto *menu = new QMenu(field);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const bool editable = !field->isReadOnly();
    const auto add = [&](const QString &text, QKeySequence::StandardKey key, bool enabled, auto action) {
        QAction *entry = menu->addAction(text, field, action);
        entry->setShortcut(key); // shown only: the widget handles the key itself
        entry->setEnabled(enabled);
    };
    add(u"Couper"_s, QKeySequence::Cut, selection && editable, &Field::cut);
    add(u"Copier"_s, QKeySequence::Copy, selection, &Field::copy);
    const bool clipboard = editable && !QGuiApplication::clipboard()->text().isEmpty();
    add(u"Coller"_s, QKeySequence::Paste, clipboard, &Field::paste);
    if (more)
        more(*menu, clipboard);
    menu->addSeparator();
    add(u"Tout sélectionner"_s, QKeySequence::SelectAll, content, &Field::selectAll);
    menu->popup(at);
}

} // namespace

bool isUndoRequest(QEvent *event)
{
    if (event->type() != QEvent::ShortcutOverride && event->type() != QEvent::KeyPress)
        return false;
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool redo = key->modifiers() == Qt::ControlModifier && key->key() == Qt::Key_Y;
    if (!redo && !key->matches(QKeySequence::Undo) && !key->matches(QKeySequence::Redo))
        return false;
    event->ignore();
    return true;
}

void showEditMenu(QLineEdit *field, const QPoint &at)
{
    showMenu(field, field->hasSelectedText(), !field->text().isEmpty(), at);
}

void showEditMenu(QPlainTextEdit *field, const QPoint &at, const More &more)
{
    showMenu(field, field->textCursor().hasSelection(), !field->document()->isEmpty(), at, more);
}

} // namespace gui
