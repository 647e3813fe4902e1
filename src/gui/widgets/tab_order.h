// The order in which Tab goes through a part of a window.
#pragma once

#include <vector>

class QWidget;

namespace gui
{

// What Tab can stop at under `root`, hidden or not, as the layouts place it: what is read first comes first. Qt's own
// order is that of creation, and lists, cards and frames are filled after the form that holds them.
[[nodiscard]] std::vector<QWidget *> readingOrder(QWidget *root);

// Moves the keyboard to the stop before or after along that order, round and round. False when the keyboard is at no
// stop of `root`: it is then for Qt to say. Qt's own chain is not used: it skips parts of a page and comes back to them
// when fields made of several parts are put in order.
[[nodiscard]] bool tabAlong(QWidget *root, bool next);

// Gives the keyboard to the first stop of a part that is shown.
void focusWithin(const QWidget &part);

} // namespace gui
