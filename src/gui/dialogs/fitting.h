// The size of a dialog follows its words, whose size is the user's.
#pragma once

class QDialog;
class QVBoxLayout;

namespace gui
{

// At least `wide` by `high` (pixels at 100 %), and as large as the words need, which wrap in that width; within the
// screen. For a dialog whose content stands; a dialog that has more to say asks again, and never shrinks.
void fitToWords(QDialog &dialog, int wide, int high = 0);
// The column of a dialog whose content may be higher than a small screen: it scrolls, above the buttons that are then
// added to the layout of the dialog.
[[nodiscard]] QVBoxLayout *scrolledColumn(QDialog &dialog);

} // namespace gui
