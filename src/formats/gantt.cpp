#include "formats/gantt.h"

#include "base/text.h"
#include "base/typography.h"
#include "formats/pdf.h"
#include "formats/picture.h"
#include "layout/figure_pages.h"
#include "report/charts.h"
#include "report/map.h"
#include "report/user_text.h"

namespace formats
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr double frame = 8;        // that report::standalone adds around, both sides
constexpr double aroundLines = 22; // title, legend and source, with the gaps between them
constexpr double endless = 1e6;

QSizeF sizeOf(Paper paper)
{
    return paper == Paper::A4 ? QSizeF(297, 210) : QSizeF(420, 297);
}

std::vector<report::Figure> figuresOf(const ExportSource &source, const domain::Projet &projet,
                                      const GanttRequest &request, bool paged)
{
    const QSizeF room = sizeOf(request.paper) - QSizeF(2, 2) * layout::figurePageMargin - QSizeF(frame, frame);
    const report::GanttScope scope{.steps = request.steps,
                                   .width = room.width(),
                                   .tallest = paged ? room.height() - aroundLines : endless,
                                   .from = request.from,
                                   .to = request.to};
    const QString name = report::printedText(projet.identite.nom);
    const QString day = base::frenchLongDate(source.today);
    std::vector<report::Figure> figures;
    for (report::Figure &figure : report::gantt(projet, source.reference, scope)) {
        figure.source = base::frenchTypography(name.isEmpty() ? u"Le %1."_s.arg(day) : u"%1, le %2."_s.arg(name, day));
        figures.push_back(report::standalone(std::move(figure)));
    }
    return figures;
}

base::Error nothing(const GanttRequest &request)
{
    const QString why =
        request.from.isValid()
            ? u"Aucune étape n’a de date dans cette période. Rien n’a été écrit ; choisissez d’autres dates."_s
            : u"Aucune étape n’a de date. Rien n’a été écrit ; datez les étapes des fiches-actions, partie "
              u"« Calendrier »."_s;
    return {base::ErrorCode::NotFound, why, {}};
}

} // namespace

QStringList ganttFormats()
{
    return {u"pdf"_s, u"svg"_s, u"png"_s};
}

base::Result<layout::PagedDocument> ganttPages(const ExportSource &source, const domain::Projet &projet,
                                               const GanttRequest &request)
{
    const std::vector<report::Figure> figures = figuresOf(source, projet, request, true);
    if (figures.empty())
        return nothing(request);
    return layout::figurePages(figures, sizeOf(request.paper));
}

base::Result<QByteArray> exportedGantt(const ExportSource &source, const domain::Projet &projet,
                                       const GanttRequest &request, const QString &format)
{
    if (format != ganttFormats().front()) {
        const std::vector<report::Figure> figures = figuresOf(source, projet, request, false);
        return figures.empty() ? nothing(request) : pictureOf(figures.front(), format);
    }
    const auto pages = ganttPages(source, projet, request);
    if (!pages)
        return pages.error();
    report::Document document;
    document.title = u"Calendrier du plan d’action"_s;
    document.subject = document.title;
    document.author = report::printedText(projet.identite.nom);
    document.date = source.today;
    return writePdf(document, pages.value());
}

} // namespace formats
