// The menu without the mouse: every entry has a letter of its own, and one is chosen at once.
#pragma once

#include <QString>
#include <QStringList>

class QMenu;

namespace gui
{

// The texts with a « & » before the letter that chooses each: the first letter of a word that is still free, else any
// free one; none when all are taken. A « & » that is part of a text stays one.
[[nodiscard]] QStringList withLetters(const QStringList &texts);
// While the menu is open its entries, and those of its parts, have their letters. Opened by a key, its first entry is
// chosen.
void guideByKeys(QMenu *menu);

} // namespace gui
