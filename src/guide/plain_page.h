// A page of the guide as plain text, for a terminal.
#pragma once

#include "guide/guide.h"

namespace guide
{

// Lines of at most `width` characters, never broken at a no-break space; a word that is longer has a line to itself.
// A picture is told by its description, a link to another page by the code of that page.
[[nodiscard]] QString plainPage(const Page &page, int width = 80);

} // namespace guide
