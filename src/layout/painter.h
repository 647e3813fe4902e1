// Pages on a QPainter: the preview and the printer draw the very operations that the PDF has.
#pragma once

#include "layout/page.h"

class QPainter;

namespace layout
{

struct PaintOptions {
    double pixelsPerMillimetre = 96 / 25.4;
    bool showMissing = false; // shade what is expected and not there: on screen
    QColor missing = QColor(0xFD, 0xF0, 0xDF);
};

// Draws `page` with its top left corner at the painter's origin. The ground of the sheet is the caller's.
void paint(QPainter &painter, const Page &page, const PaintOptions &options);

} // namespace layout
