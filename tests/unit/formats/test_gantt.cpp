// The calendar of the project by itself: on sheets that lie, as a picture, never in small print.
#include "formats/gantt.h"
#include "layout/figure_pages.h"
#include "report/map.h"
#include "support/trame.h"
#include "unit/formats/test_pdf_reading.h"
#include "unit/report/chart_samples.h"

using namespace formats;
using namespace Qt::Literals::StringLiterals;
using support::trame;

namespace
{

base::Result<QByteArray> gantt(const domain::Projet &projet, const GanttRequest &request, const QString &format)
{
    return exportedGantt({trame(), support::references(), QDate(2026, 11, 23)}, projet, request, format);
}

std::vector<double> boxOf(pdfreading::Object page)
{
    std::vector<double> box;
    for (auto &each : page.getKey("/MediaBox").getArrayAsVector())
        box.push_back(each.getNumericValue());
    return box;
}

} // namespace

TEST_CASE("the calendar fills sheets A4 and A3 that lie, one figure with its words a page")
{
    const domain::Projet projet = charts::planned(14, 5);
    size_t former = 1000;
    for (const Paper paper : {Paper::A4, Paper::A3}) {
        const auto bytes = gantt(projet, {.paper = paper}, u"pdf"_s);
        REQUIRE(bytes.ok());
        pdfreading::Pdf pdf(bytes.value());
        CHECK(pdf.pages.size() > 1);
        CHECK(pdf.pages.size() < former);
        former = pdf.pages.size();
        for (auto &page : pdf.pages) {
            const auto box = boxOf(page);
            CHECK(box[2] == Approx((paper == Paper::A4 ? 297 : 420) * 72 / 25.4).margin(1));
            CHECK(box[3] == Approx((paper == Paper::A4 ? 210 : 297) * 72 / 25.4).margin(1));
        }
        auto figures = pdf.elements("/Figure");
        REQUIRE(figures.size() == pdf.pages.size());
        CHECK(QString::fromStdString(figures.front().getKey("/Alt").getUTF8Value()).contains(u"Action numéro 1"));
        CHECK(pdf.elements("/Document").size() == 1);
        CHECK(gantt(projet, {.paper = paper}, u"pdf"_s).value() == bytes.value());
    }
}

TEST_CASE("what is drawn stays on the sheet, and is read at arm's length")
{
    for (const Paper paper : {Paper::A4, Paper::A3}) {
        const QSizeF sheet = paper == Paper::A4 ? QSizeF(297, 210) : QSizeF(420, 297);
        const double width = sheet.width() - 2 * layout::figurePageMargin - 8;
        const double tallest = sheet.height() - 2 * layout::figurePageMargin - 8 - 22;
        std::vector<report::Figure> figures;
        for (report::Figure &each :
             report::gantt(charts::planned(30, 7), support::references(), {.width = width, .tallest = tallest})) {
            each.source = u"CPTS des Vallées, le 23 novembre 2026."_s;
            figures.push_back(report::standalone(std::move(each)));
        }
        for (const report::Figure &figure : figures) {
            CHECK(figure.size.width() <= sheet.width() - 2 * layout::figurePageMargin + 0.01);
            CHECK(figure.size.height() <= sheet.height() - 2 * layout::figurePageMargin + 0.01);
            for (const report::Drawing &drawing : figure.drawings)
                if (const auto *label = std::get_if<report::Label>(&drawing))
                    CHECK(label->points >= 7);
        }
        const layout::PagedDocument paged = layout::figurePages(figures, sheet);
        CHECK(paged.pages.size() == figures.size());
        CHECK(paged.size == sheet);
    }
}

TEST_CASE("as a picture, the calendar is one drawing, a period keeps what happens then")
{
    const domain::Projet projet = charts::planned(14, 5);
    const QByteArray all = gantt(projet, {}, u"svg"_s).value();
    CHECK(all.contains("<svg"));
    CHECK(all.contains("Action num"));
    CHECK(all.count("T1 ") > 0);
    const QByteArray fiches = gantt(projet, {.steps = false}, u"svg"_s).value();
    CHECK(fiches.size() < all.size());
    const QByteArray some = gantt(projet, {.from = QDate(2027, 1, 1), .to = QDate(2027, 1, 31)}, u"svg"_s).value();
    CHECK(some.size() < all.size());
    CHECK(gantt(projet, {}, u"png"_s).value().startsWith("\x89PNG"));
}

TEST_CASE("without any date there is nothing to draw, and it says what to do")
{
    for (const GanttRequest &request :
         {GanttRequest{}, GanttRequest{.from = QDate(1990, 1, 1), .to = QDate(1990, 12, 31)}}) {
        const auto none = gantt(request.from.isValid() ? charts::planned(2, 2) : domain::Projet(), request, u"pdf"_s);
        REQUIRE_FALSE(none.ok());
        CHECK(none.error().code == base::ErrorCode::NotFound);
        CHECK(none.error().message.contains(u"Rien n’a été écrit"));
        CHECK(none.error().message.contains(u"période") == request.from.isValid());
    }
}
