#include "formats/gantt.h"

#include "base/text.h"
#include "base/typography.h"
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

constexpr double aroundLines = 22; // title, legend and source, with the gaps between them
constexpr double endless = 1e6;

std::vector<report::Figure> figuresOf(const ExportSource &source, const domain::Projet &projet,
                                      const GanttRequest &request, bool paged)
{
    const QSizeF room = roomOn(sheetOf(request.paper));
    const report::GanttScope scope{.steps = request.steps,
                                   .width = room.width(),
                                   .tallest = paged ? room.height() - aroundLines : endless,
                                   .from = request.from,
                                   .to = request.to};
    const QString signature = sheetSignature(projet, source.today);
    std::vector<report::Figure> figures;
    for (report::Figure &figure : report::gantt(projet, source.reference, scope)) {
        figure.source = signature;
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
    return layout::figurePages(figures, sheetOf(request.paper));
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
    return sheetsPdf(u"Calendrier du plan d’action"_s, projet, source.today, pages.value());
}

} // namespace formats
