// Figures by themselves on paper: for a wall, or to be handed round without the document.
#pragma once

#include "formats/export.h"
#include "layout/page.h"

namespace formats
{

enum class Paper { A4, A3 };

// The sheet, lying or standing, and what of it is for a figure, without the frame of report::standalone. Millimetres.
[[nodiscard]] QSizeF sheetOf(Paper paper, bool lying = true);
[[nodiscard]] QSizeF roomOn(const QSizeF &sheet);
// Whose figure it is and of which day, under it: a sheet goes by itself. « CPTS des Vallées, le 23 novembre 2026. »
[[nodiscard]] QString sheetSignature(const domain::Projet &projet, const QDate &today);
// The pages as a file, called `title`.
[[nodiscard]] base::Result<QByteArray> sheetsPdf(const QString &title, const domain::Projet &projet, const QDate &today,
                                                 const layout::PagedDocument &pages);

} // namespace formats
