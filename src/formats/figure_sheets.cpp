#include "formats/figure_sheets.h"

#include "base/text.h"
#include "base/typography.h"
#include "formats/pdf.h"
#include "layout/figure_pages.h"
#include "report/user_text.h"

namespace formats
{

using namespace Qt::Literals::StringLiterals;

QSizeF sheetOf(Paper paper, bool lying)
{
    const QSizeF standing = paper == Paper::A4 ? QSizeF(210, 297) : QSizeF(297, 420);
    return lying ? standing.transposed() : standing;
}

QSizeF roomOn(const QSizeF &sheet)
{
    constexpr double frame = 8; // that report::standalone adds around, both sides
    return sheet - QSizeF(2, 2) * layout::figurePageMargin - QSizeF(frame, frame);
}

QString sheetSignature(const domain::Projet &projet, const QDate &today)
{
    const QString name = report::printedText(projet.identite.nom);
    const QString day = base::frenchLongDate(today);
    return base::frenchTypography(name.isEmpty() ? u"Le %1."_s.arg(day) : u"%1, le %2."_s.arg(name, day));
}

base::Result<QByteArray> sheetsPdf(const QString &title, const domain::Projet &projet, const QDate &today,
                                   const layout::PagedDocument &pages)
{
    report::Document document;
    document.title = title;
    document.subject = title;
    document.author = report::printedText(projet.identite.nom);
    document.date = today;
    return writePdf(document, pages);
}

} // namespace formats
