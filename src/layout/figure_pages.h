// Figures by themselves, one a page: for a wall, or to be handed round without the document.
#pragma once

#include "layout/page.h"

namespace layout
{

constexpr double figurePageMargin = 10; // mm

// Each figure at the top left of a sheet of that size (mm), as large as it is: it must fit. Needs a QGuiApplication.
[[nodiscard]] PagedDocument figurePages(const std::vector<report::Figure> &figures, const QSizeF &sheet);

} // namespace layout
