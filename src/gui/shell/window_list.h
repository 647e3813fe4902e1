// « Fenêtres »: the projects that are open, each in a window of its own.
#pragma once

class QMenu;
class QWidget;

namespace gui
{

// A menu that lists them each time it opens, the one it belongs to ticked; choosing one brings it to the front.
[[nodiscard]] QMenu *makeWindowList(QWidget *owner);

} // namespace gui
