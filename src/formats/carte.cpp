#include "formats/carte.h"

#include "formats/picture.h"
#include "layout/figure_pages.h"

#include <algorithm>

namespace formats
{

using namespace Qt::Literals::StringLiterals;

namespace
{

struct Sheet {
    QSizeF size;
    report::Figure figure;
    double scale = 0; // of the drawing: width of the territory in mm
};

double widthOf(const std::vector<report::MapArea> &areas)
{
    double left = 0;
    double right = 0;
    bool any = false;
    for (const report::MapArea &area : areas)
        for (const std::vector<QPointF> &ring : area.rings)
            for (const QPointF &place : ring) {
                left = any ? std::min(left, place.x()) : place.x();
                right = any ? std::max(right, place.x()) : place.x();
                any = true;
            }
    return right - left;
}

// The figure of a map that goes by itself.
report::Figure byItself(report::Figure figure, const domain::Projet &projet, const QDate &today)
{
    figure.source = (figure.source + u' ' + sheetSignature(projet, today)).trimmed();
    return report::standalone(std::move(figure));
}

// The legend, the title and the sources take what they need: the map has what they leave.
std::optional<Sheet> onSheet(const MapSource &source, const domain::Projet &projet, report::MapRequest request,
                             const QSizeF &sheet)
{
    constexpr double rounding = 0.01;
    constexpr int attempts = 4; // a narrower map may have a taller legend
    request.size = roomOn(sheet);
    std::optional<Sheet> made;
    for (int attempt = 0; attempt < attempts; ++attempt) {
        const auto map = report::territoryMap(projet, source.reference, source.contours, request);
        if (!map)
            return std::nullopt;
        made = Sheet{sheet, byItself(map->figure, projet, source.today), widthOf(map->areas)};
        const double excess = made->figure.size.height() - (sheet.height() - 2 * layout::figurePageMargin);
        if (excess <= rounding)
            break;
        request.size.setHeight(request.size.height() - excess);
    }
    return made;
}

} // namespace

QStringList mapFormats()
{
    return pictureFormats() + QStringList{u"pdf"_s};
}

base::Result<QByteArray> exportedMap(const MapSource &source, const domain::Projet &projet,
                                     const report::MapRequest &request, const QString &format, Paper paper)
{
    static const base::Error nothing{base::ErrorCode::NotFound,
                                     u"Aucune commune de ce projet n’est dans les contours importés. Rien n’a été "
                                     u"écrit ; importez un fichier qui les contient."_s,
                                     {}};
    if (format != mapFormats().back()) {
        const auto map = report::territoryMap(projet, source.reference, source.contours, request);
        return map ? pictureOf(byItself(map->figure, projet, source.today), format) : nothing;
    }
    report::MapRequest large = request;
    large.points = request.points * (paper == Paper::A3 ? 1.25 : 1);
    const auto lying = onSheet(source, projet, large, sheetOf(paper, true));
    const auto standing = onSheet(source, projet, large, sheetOf(paper, false));
    if (!lying || !standing)
        return nothing;
    const Sheet &best = standing->scale > lying->scale ? *standing : *lying;
    return sheetsPdf(u"Carte du territoire"_s, projet, source.today, layout::figurePages({best.figure}, best.size));
}

} // namespace formats
