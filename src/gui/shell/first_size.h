// The size of a window nobody has sized yet.
#pragma once

#include <QRect>
#include <QWidget>

namespace gui
{

// Within the room of a screen: the whole of a small one (empty then: to be maximised), else a comfortable size in its
// middle.
[[nodiscard]] QRect firstGeometry(const QRect &room);
// Shows the window; at its first size when `first`, and only while it is not shown already. As large as the screen
// when the window that is `left` for it is.
void showFitting(QWidget &window, bool first, const QWidget *left = nullptr);

} // namespace gui
