// A label for a column that gives it all its width.
#pragma once

#include "gui/widgets/labels.h"

namespace gui
{

// Wishes for no width of its own, and is measured in the one it gets: QLabel tries its words in up to six other widths
// to find out which one it would like.
[[nodiscard]] TextLabel *columnLabel(const QString &text, TextRole role = TextRole::Body, QWidget *parent = nullptr);

} // namespace gui
