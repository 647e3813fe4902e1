// The map on paper: A4 and A3, lying or standing as the territory is, all of it on the sheet.
#include "formats/carte.h"
#include "layout/figure_pages.h"
#include "support/example.h"
#include "unit/formats/test_pdf_reading.h"
#include "unit/report/map_samples.h"

using namespace formats;
using namespace Qt::Literals::StringLiterals;

namespace
{

std::vector<double> numbers(pdfreading::Object array)
{
    std::vector<double> all;
    for (auto &each : array.getArrayAsVector())
        all.push_back(each.getNumericValue() * 25.4 / 72);
    return all;
}

} // namespace

TEST_CASE("the map fills a sheet A4 or A3, lying or standing, with its title, its legend and its sources")
{
    const reference::Contours contours = maps::contours();
    const MapSource source{support::references(), contours, QDate(2026, 11, 23)};
    for (const auto &[columns, rows] : {std::pair(6, 2), std::pair(2, 6)})
        for (const Paper paper : {Paper::A4, Paper::A3}) {
            const domain::Projet projet = maps::territory(maps::block(columns, rows));
            const auto bytes = exportedMap(source, projet, {.around = false}, u"pdf"_s, paper);
            REQUIRE(bytes.ok());
            CHECK(exportedMap(source, projet, {.around = false}, u"pdf"_s, paper).value() == bytes.value());
            pdfreading::Pdf pdf(bytes.value());
            REQUIRE(pdf.pages.size() == 1);
            const auto box = numbers(pdf.pages.front().getKey("/MediaBox"));
            const QSizeF sheet = sheetOf(paper, columns > rows);
            CHECK(box[2] == Approx(sheet.width()).margin(0.5));
            CHECK(box[3] == Approx(sheet.height()).margin(0.5));
            auto figures = pdf.elements("/Figure");
            REQUIRE(figures.size() == 1);
            CHECK(QString::fromStdString(figures.front().getKey("/Alt").getUTF8Value()).startsWith(u"Carte"));
            const auto drawn = numbers(figures.front().getKey("/A").getKey("/BBox"));
            const double margin = layout::figurePageMargin;
            CHECK(drawn[1] >= margin - 0.5);
            CHECK(drawn[2] <= sheet.width() - margin + 0.5);
            // As large as the sheet lets it be: one of the two sides is taken.
            CHECK(drawn[3] - drawn[1] > 0.6 * sheet.height());
        }
    domain::Projet named = maps::territory({0});
    named.identite.nom = u"CPTS des Vallées (exemple)"_s;
    CHECK(support::plain(QString::fromUtf8(exportedMap(source, named, {}, u"svg"_s).value()))
              .contains(u"CPTS des Vallées (exemple), le 23 novembre 2026."_s));
    CHECK(exportedMap(source, domain::Projet(), {}, u"pdf"_s).error().code == base::ErrorCode::NotFound);
    CHECK(exportedMap(source, maps::territory({0}), {}, u"svg"_s).value().contains("<svg"));
}
