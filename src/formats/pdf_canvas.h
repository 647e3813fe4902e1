// Draws the pages with cairo; the text is marked so that the structure can point to it.
#pragma once

#include "base/result.h"
#include "formats/pdf_structure.h"

#include <string>

namespace formats::pdf
{

struct DrawnPages {
    std::string bytes; // a PDF whose marked contents are numbered from 0 on each page
    Structure structure;
};

// On each page what is decoration (grounds, lines, running texts, repeated headers) comes first, outside any mark.
[[nodiscard]] base::Result<DrawnPages> draw(const layout::PagedDocument &pages);

} // namespace formats::pdf
