// The order in which Tab goes through a part of a window.
#pragma once

#include <vector>

class QWidget;

namespace gui
{

// What Tab can stop at under `root`, hidden or not, as the layouts place it: what is read first comes first. Qt's own
// order is that of creation, and lists, cards and frames are filled after the form that holds them.
[[nodiscard]] std::vector<QWidget *> readingOrder(QWidget *root);

// Makes Tab follow it. Cheap when it does already.
void tabInReadingOrder(QWidget *root);

} // namespace gui
