// Figures on the pages and in the PDF: whole, in their colours, with their alternative text.
#include "unit/formats/test_pdf_reading.h"

#include "layout/figure.h"
#include "layout/painter.h"
#include "layout/style.h"

#include <QImage>
#include <QPainter>

using namespace Qt::Literals::StringLiterals;
using report::Figure;

namespace
{

report::Document figureAfter(int paragraphs, const Figure &figure)
{
    report::Document document;
    for (int i = 0; i < paragraphs; ++i)
        document.blocks.push_back(samples::paragraph(u"Ligne %1"_s.arg(i)));
    document.blocks.push_back(figure);
    return document;
}

// The place of the figure and the page it stands on.
std::pair<QRectF, size_t> placeOf(const layout::PagedDocument &paged)
{
    for (size_t page = 0; page < paged.pages.size(); ++page)
        for (const layout::Operation &operation : paged.pages[page].operations)
            if (const auto *tag = std::get_if<layout::BeginTag>(&operation); tag && tag->tag == layout::Tag::Figure)
                return {tag->box, page};
    return {};
}

} // namespace

TEST_CASE("a figure stands whole in the text, wherever it falls and however large it is")
{
    Figure huge = charts::drawings();
    huge.size = {3000, 9000};
    for (const Figure &figure : {charts::drawings(), *report::agePyramid(charts::tranches()), huge})
        for (const int paragraphs : {0, 20, 33, 40}) {
            const auto paged = layout::paginate(figureAfter(paragraphs, figure));
            const auto [place, page] = placeOf(paged);
            INFO(paragraphs << " " << place.top() << " " << place.bottom());
            CHECK(place.left() == Approx(layout::look::margin));
            CHECK(place.right() <= layout::look::sheetWidth - layout::look::margin + 0.01);
            CHECK(place.top() >= layout::look::margin);
            CHECK(place.bottom() <= layout::look::sheetHeight - layout::look::margin + 0.01);
            for (const reading::PlacedText &text : reading::texts(paged))
                if (text.text.text == u"Toutes les formes" || text.text.text == u"Source : essai.")
                    CHECK(size_t(text.page) == page);
        }
    CHECK(layout::figureScale(*report::barChart(charts::indicateur()), 170) == 1);
    CHECK(layout::figureScale(charts::drawings(), 170) == 0.5);
}

TEST_CASE("a figure is painted in its colours, and a click on it leads to its field")
{
    const auto paged = layout::paginate(figureAfter(0, charts::drawings()));
    const QRectF place = placeOf(paged).first;
    QImage image(840, 1188, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    layout::paint(painter, paged.pages[0], {.pixelsPerMillimetre = 4});
    const auto at = [&](double x, double y) {
        return image.pixelColor(((place.topLeft() + QPointF(x, y) / 2) * 4).toPoint());
    };
    CHECK(at(14, 14) == QColor(0x0B6E6E));
    CHECK(at(100, 20) == QColor(0xA84B0B));
    CHECK(at(280, 40) == QColor(0x8FB8B5));
    CHECK(at(40, 45) == QColor(Qt::white)); // the dashed one is hollow
    REQUIRE(paged.pages[0].fields.size() == 1);
    CHECK(paged.pages[0].fields[0].field == u"identite/-/nom");
    CHECK(paged.pages[0].fields[0].rect == place);
}

TEST_CASE("in PDF a figure has its alternative text and its place, and holds its own words")
{
    const report::Document document = figureAfter(1, charts::drawings());
    pdfreading::Pdf pdf(document);
    const auto figures = pdf.elements("/Figure");
    REQUIRE(figures.size() == 1);
    pdfreading::Object figure = figures.front();
    CHECK(figure.getKey("/Alt").getUTF8Value() == charts::drawings().description.toStdString());
    pdfreading::Object box = figure.getKey("/A").getKey("/BBox");
    REQUIRE(box.getArrayNItems() == 4);
    const double width = box.getArrayItem(2).getNumericValue() - box.getArrayItem(0).getNumericValue();
    CHECK(width == Approx(170 * 72 / 25.4).margin(0.05));
    int painted = 0;
    for (const auto &drawing : pdfreading::drawings(pdf.pages.front()))
        painted += drawing.mark >= 0 && pdfreading::paints(drawing.operation) ? 1 : 0;
    CHECK(painted >= 7 + 4);
}

TEST_CASE("in PDF the values of a figure are a table below it when asked")
{
    Figure figure = *report::barChart(charts::indicateur());
    for (const bool shown : {false, true}) {
        figure.showValues = shown;
        CHECK(pdfreading::Pdf(figureAfter(1, figure)).elements("/Table").size() == (shown ? 1 : 0));
    }
}
