// Figures of the report on the pages.
#pragma once

#include "layout/slice.h"

namespace layout
{

// How many times smaller a figure is drawn so that it stays within `width` mm and a page with its title: 1 at most.
[[nodiscard]] double figureScale(const report::Figure &figure, double width, double pageHeight = look::textHeight);

// PNG or JPEG within bounds; null for anything else. Nothing of the file but the picture is read.
[[nodiscard]] QImage decodedPicture(const QByteArray &bytes);

// The drawing of a figure alone, as large as the figure: for a widget or a picture.
[[nodiscard]] Page drawingOf(const report::Figure &figure);

// Title, drawing and source, which stay together. Its values are a table, for the caller to lay.
[[nodiscard]] std::vector<Slice> layFigure(const report::Figure &figure, Composition &composition);

} // namespace layout
