// How wide words are, without any font at hand: the column widths of DOCX and ODT are those of the
// pages, and charts keep their texts apart in every format.
#pragma once

#include <QStringView>

namespace base
{

// In ems, of Liberation Sans (the same as Arial and Helvetica) without kerning. Characters that are not of the Latin
// alphabet count for a whole em, marks and joiners for nothing.
[[nodiscard]] double wordWidth(QStringView word, bool bold);

} // namespace base
