// How wide words are, without any font at hand: the column widths of DOCX and ODT are those of the pages.
#pragma once

#include <QStringView>

namespace layout
{

// In ems, of Liberation Sans (the same as Arial and Helvetica) without kerning. Characters that are not of the Latin
// alphabet count for a whole em, marks and joiners for nothing.
[[nodiscard]] double wordWidth(QStringView word, bool bold);

} // namespace layout
