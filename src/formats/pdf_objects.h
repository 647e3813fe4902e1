// The parts of the file that point into its pages, as qpdf objects.
#pragma once

#include "formats/pdf_structure.h"

#define POINTERHOLDER_TRANSITION 4 // qpdf 11: its own smart pointer is not used
#include <qpdf/QPDF.hh>

namespace formats::pdf
{

using Pages = std::vector<QPDFObjectHandle>;

[[nodiscard]] QPDFObjectHandle unicode(const QString &text);

// Structure tree with its parent tree; sets StructParents on the pages and adds the link annotations.
void addStructure(QPDF &pdf, const Pages &pages, const Structure &structure);
// Bookmarks, nested by heading level.
void addOutline(QPDF &pdf, const Pages &pages, const Structure &structure);
// Content outside any mark becomes an artifact. `marks`: how many marks the page has.
void markArtifacts(QPDFObjectHandle page, int marks);

} // namespace formats::pdf
