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
    for (QWidget *around = note->parentWidget(); around; around = around->parentWidget())
        if (auto *page = qobject_cast<PageScroll *>(around)) {
            page->showTold(note);
            return;
        }
}

} // namespace gui
