// The same operations on a QPainter: ink where the text is, nothing else, at any scale.
#include "support/catch.h"

#include "layout/painter.h"
#include "layout/style.h"
#include "unit/layout/page_reading.h"
#include "unit/layout/sample_documents.h"

#include <QImage>
#include <QPainter>

using namespace reading;
using namespace samples;

namespace
{

QImage painted(const Page &page, layout::PaintOptions options)
{
    QImage image(int(210 * options.pixelsPerMillimetre), int(297 * options.pixelsPerMillimetre),
                 QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::white);
    QPainter painter(&image);
    layout::paint(painter, page, options);
    return image;
}

// The darkest point of a place given in millimetres, 0 to 255.
int darkest(const QImage &image, const QRectF &place, double scale)
{
    const QRect pixels = QRectF(place.topLeft() * scale, place.size() * scale).toAlignedRect() & image.rect();
    int level = 255;
    for (int y = pixels.top(); y <= pixels.bottom(); ++y) {
        for (int x = pixels.left(); x <= pixels.right(); ++x)
            level = std::min(level, qGray(image.pixel(x, y)));
    }
    return level;
}

} // namespace

TEST_CASE("Text is painted where the operations say, at every scale")
{
    const PagedDocument paged = layout::paginate(everything());
    for (const double scale : {2.0, 3.78, 8.0}) {
        for (size_t i = 0; i < 2; ++i) {
            const QImage image = painted(paged.pages[i], {.pixelsPerMillimetre = scale});
            CHECK(darkest(image, QRectF(0, 0, 210, 11), scale) == 255); // above the running header
            for (const PlacedText &text : texts(paged)) {
                if (text.page != int(i) || text.text.text.trimmed().isEmpty())
                    continue;
                INFO(text.text.text.toStdString() << " at scale " << scale);
                CHECK(darkest(image, text.text.area, scale) < 170);
            }
        }
    }
}

TEST_CASE("The painter comes back as it was")
{
    QImage image(100, 100, QImage::Format_ARGB32_Premultiplied);
    QPainter painter(&image);
    painter.translate(5, 6);
    painter.setPen(Qt::red);
    const QTransform before = painter.transform();
    layout::paint(painter, layout::paginate(everything()).pages[0], {});
    CHECK(painter.transform() == before);
    CHECK(painter.pen().color() == QColor(Qt::red));
}

TEST_CASE("A missing fact is shaded on screen only, under the text")
{
    Table table = communes(3);
    table.rows[2].cells[2] = cell(QString());
    table.rows[2].cells[2].missing = true;
    Document sample;
    sample.blocks.push_back(table);
    const PagedDocument paged = layout::paginate(sample);
    REQUIRE(paged.pages[0].fields.size() == 1);
    const double scale = 4;
    const QPoint inside = (paged.pages[0].fields[0].rect.center() * scale).toPoint();
    const QColor shade(0xFD, 0xF0, 0xDF);
    CHECK(painted(paged.pages[0], {.pixelsPerMillimetre = scale}).pixelColor(inside) == QColor(Qt::white));
    CHECK(painted(paged.pages[0], {.pixelsPerMillimetre = scale, .showMissing = true}).pixelColor(inside) == shade);
    CHECK(painted(paged.pages[0], {.pixelsPerMillimetre = scale, .showMissing = true, .missing = Qt::yellow})
              .pixelColor(inside) == QColor(Qt::yellow));
}

TEST_CASE("The pages of a draft say what lacks where there is room, once for a question, never over other words")
{
    const auto missing = [](Cell cell, const QString &field) {
        cell.missing = true;
        cell.field = field;
        return cell;
    };
    Table table;
    table.columns = {40, 12, 60, 4};
    table.rows.push_back(row({u"Structures"_s}));
    table.rows[0].cells.push_back(missing(cell(u"non"_s), u"a"_s));
    table.rows[0].cells.push_back(missing(cell(u"Oui, précisez lesquelles :"_s), u"a"_s));
    table.rows[0].cells.push_back(missing(cell({}), u"b"_s)); // too narrow
    Paragraph text = paragraph({});
    text.missing = true;
    text.field = u"c"_s;
    Document sample;
    sample.blocks = {table, text, text}; // one question on two lines
    const auto notes = [](const PagedDocument &paged) {
        std::vector<QRectF> areas;
        for (const PlacedText &each : bodyTexts(paged))
            if (each.text.text.contains(u"à compléter"_s))
                areas.push_back(each.text.area);
        return areas;
    };
    CHECK(notes(layout::paginate(sample)).empty());
    sample.missingNote = u"à compléter"_s;
    const PagedDocument paged = layout::paginate(sample);
    const std::vector<QRectF> areas = notes(paged);
    REQUIRE(areas.size() == 2);
    for (const PlacedText &each : bodyTexts(paged))
        if (!each.text.text.contains(u"à compléter"_s))
            for (const QRectF &area : areas)
                CHECK_FALSE(area.adjusted(0.1, 0.1, -0.1, -0.1).intersects(each.text.area));
    const auto &fields = paged.pages[0].fields;
    const auto wide = std::find_if(fields.begin(), fields.end(), [](const auto &area) { return area.field == u"c"; });
    REQUIRE(wide != fields.end());
    CHECK(wide->missing);
    CHECK(wide->rect.width() > 100); // a click beside the words leads there too
    const QImage page = painted(paged.pages[0], {.pixelsPerMillimetre = 4});
    CHECK(page.pixelColor(((wide->rect.topRight() + QPointF(-2, 1)) * 4).toPoint()) == layout::look::gap);
}

TEST_CASE("A ticked box has a cross, an empty one has not")
{
    Page page;
    page.operations.push_back(layout::CheckBoxOperation{QRectF(10, 10, 4, 4), true});
    page.operations.push_back(layout::CheckBoxOperation{QRectF(20, 10, 4, 4), false});
    const double scale = 10;
    const QImage image = painted(page, {.pixelsPerMillimetre = scale});
    CHECK(darkest(image, QRectF(11.5, 11.5, 1, 1), scale) < 100);
    CHECK(darkest(image, QRectF(21, 11, 2, 2), scale) == 255);
    CHECK(darkest(image, QRectF(19.8, 11, 0.4, 2), scale) < 120); // its left side
    for (const QLineF &stroke : layout::checkMark(QRectF(10, 10, 4, 4))) {
        CHECK(QRectF(10, 10, 4, 4).contains(stroke.p1()));
        CHECK(QRectF(10, 10, 4, 4).contains(stroke.p2()));
        CHECK(stroke.length() > 2);
    }
}

TEST_CASE("Bands keep dark text readable in grey")
{
    for (const QColor &ground :
         {layout::look::band, layout::look::banner, layout::look::tableHead, layout::look::keyColumn})
        CHECK(qGray(ground.rgb()) > 210);
    for (const QColor &text : {layout::look::ink, layout::look::secondary, layout::look::accent})
        CHECK(qGray(text.rgb()) < 105);
    CHECK(qGray(layout::look::border.rgb()) < 175);
}
