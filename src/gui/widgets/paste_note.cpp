#include "gui/widgets/paste_note.h"

#include "gui/widgets/labels.h"
#include "gui/widgets/page_scroll.h"

#include <QAccessible>

namespace gui
{

TextLabel *makePasteNote(QWidget *parent)
{
    TextLabel *note = plainLabel({}, TextRole::Hint, parent);
    note->hide();
    return note;
}

void showPasteNote(TextLabel *note, const QString &text)
{
    note->setText(text);
    note->setAccessibleName(text);
    note->setVisible(!text.isEmpty());
    if (text.isEmpty())
        return;
    QAccessibleEvent told(note, QAccessible::Alert);
    QAccessible::updateAccessibility(&told);
    if (PageScroll *page = PageScroll::around(note))
        page->showTold(note);
}

} // namespace gui
