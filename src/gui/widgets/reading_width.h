// How wide a field gets on a large screen: a line of text is read whole, the eye finds the next one.
#pragma once

class QWidget;

namespace gui
{

// Pixels, at the size of text that is chosen: about 110 characters.
[[nodiscard]] int readingWidth();
// What `holder` lays out stays within that width, at its left. Called when it is resized; does nothing when it is
// right.
void keepReadable(QWidget &holder);

} // namespace gui
