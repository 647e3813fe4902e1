// Where large texts meet a small screen: what stands around the page gives its margins to the page.
#pragma once

class QWidget;

namespace gui
{

// Whether the window of `part` is lower than the page and its bars need, at the size of text that is chosen.
[[nodiscard]] bool inLowWindow(const QWidget &part);
// A button of a bar, narrower and lower than the others when `tight`. True when that changed.
bool setTight(QWidget &button, bool tight);

} // namespace gui
