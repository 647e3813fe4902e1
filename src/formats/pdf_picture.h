// Pictures of the project on a page of cairo.
#pragma once

#include "layout/page.h"

#include <cairo.h>

namespace formats::pdf
{

// A photograph stays the JPEG that it is; anything else is kept point by point. Draws nothing for a null image.
void drawPicture(cairo_t *cairo, const layout::PictureOperation &picture);

} // namespace formats::pdf
