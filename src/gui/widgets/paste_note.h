// A line under a list or a field for what was taken of what was pasted, and what was not.
#pragma once

#include <QString>

class QWidget;

namespace gui
{

class TextLabel;

// Hidden while it is empty. Said by screen readers when it is shown.
[[nodiscard]] TextLabel *makePasteNote(QWidget *parent);
void showPasteNote(TextLabel *note, const QString &text);

} // namespace gui
