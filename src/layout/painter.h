// Pages on a QPainter: the preview and the printer draw the very operations that the PDF has.
#pragma once

#include "layout/page.h"

class QPainter;

namespace layout
{

struct PaintOptions {
    double pixelsPerMillimetre = 96 / 25.4;
    bool showMissing = false; // shade what is expected and not there: on screen, and on the paper of a draft
    QColor missing = QColor(0xFD, 0xF0, 0xDF);
    QString missingNote = {}; // written there, where it fits: paper is not always in colours
};

// Draws `page` with its top left corner at the painter's origin. The ground of the sheet is the caller's.
void paint(QPainter &painter, const Page &page, const PaintOptions &options);

} // namespace layout
