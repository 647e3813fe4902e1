// Pictures of long texts: drawn on the pages, in Word and OpenDocument, with their description.
#include "formats/prepared_picture.h"
#include "layout/figure.h"
#include "layout/painter.h"
#include "report/pictures.h"
#include "support/example.h"
#include "written.h"

#include <QBuffer>
#include <QPainter>

using namespace Qt::Literals::StringLiterals;
using namespace written;
using formats::XmlNode;

namespace
{

QByteArray picture(const char *format, const QSize &size = {400, 200}, QImage::Format kind = QImage::Format_RGB32)
{
    QImage image(size, kind);
    image.fill(QColor(200, 40, 40));
    image.setText(u"Author"_s, u"Secret Auteur"_s);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    REQUIRE(buffer.open(QIODevice::WriteOnly));
    REQUIRE(image.save(&buffer, format));
    return bytes;
}

struct Kept {
    domain::Projet projet;
    base::Id id = base::Id::create();

    explicit Kept(const QByteArray &bytes)
    {
        domain::PieceJointe &piece = projet.pieces.insert(id);
        piece.sorte = domain::SortePiece::Image;
        piece.empreinte = projet.contenus.add(bytes);
    }
    [[nodiscard]] report::Document shown(int times = 1) const
    {
        const QString line = u"![La place du village](piece:%1 \"Photo : la mairie\")\n"_s.arg(id.toString());
        return documentOf(report::blocksOf(u"Avant\n"_s + line.repeated(times) + u"Après"_s, {u"champ"_s, u"Texte"_s},
                                           report::picturesOf(projet)));
    }
};

const report::Figure *figureOf(const report::Document &document)
{
    for (const report::Block &block : document.blocks)
        if (const auto *figure = std::get_if<report::Figure>(&block))
            return figure;
    return nullptr;
}

} // namespace

TEST_CASE("a picture of a text is a figure with its description, its caption and its size")
{
    const Kept kept(picture("PNG"));
    const report::Document document = kept.shown();
    const report::Figure *figure = figureOf(document);
    REQUIRE(figure);
    CHECK(figure->description == u"La place du village");
    CHECK(support::plain(figure->source) == u"Photo : la mairie");
    CHECK(figure->field == u"champ");
    CHECK(figure->size.width() == Approx(400 * 25.4 / 96));
    CHECK(figure->size.height() == Approx(figure->size.width() / 2));
}

TEST_CASE("a picture without bytes, of another format or too large is its description in words")
{
    QByteArray bomb = picture("PNG");
    bomb.replace(16, 8, QByteArray("\0\0\xC3\x50\0\0\xC3\x50", 8));
    for (const QByteArray &bytes : {QByteArray("%PDF-1.7"), bomb}) {
        const report::Document document = Kept(bytes).shown();
        CHECK_FALSE(figureOf(document));
        CHECK(report::plainText(document).contains(u"[La place du village]"_s));
        CHECK(layout::decodedPicture(bytes).isNull());
    }
    Kept absent(picture("PNG"));
    absent.projet.contenus = {};
    CHECK_FALSE(figureOf(absent.shown()));
}

TEST_CASE("a picture is painted in its place, as wide as the text at most")
{
    const Kept kept(picture("JPEG", {3000, 1500}));
    const auto paged = layout::paginate(kept.shown());
    const layout::PictureOperation *drawn = nullptr;
    for (const layout::Operation &operation : paged.pages.front().operations)
        if (const auto *each = std::get_if<layout::PictureOperation>(&operation))
            drawn = each;
    REQUIRE(drawn);
    CHECK(drawn->rect.width() == Approx(170));
    CHECK(drawn->rect.height() == Approx(85));
    QImage page(840, 1188, QImage::Format_RGB32);
    page.fill(Qt::white);
    QPainter painter(&page);
    layout::paint(painter, paged.pages.front(), {4, false, {}});
    painter.end();
    const QColor middle = page.pixelColor((drawn->rect.center() * 4).toPoint());
    CHECK(middle.red() > 180);
    CHECK(middle.green() < 60);
}

TEST_CASE("in Word a picture is a part of the file, once, with its description")
{
    for (const char *format : {"PNG", "JPEG"}) {
        const QByteArray bytes = picture(format, {3000, 1500});
        const report::Document document = Kept(bytes).shown(2);
        const QByteArray file = docx(document);
        const QString path = u"word/media/image1."_s + (format[0] == 'P' ? u"png"_s : u"jpeg"_s);
        CHECK(samples::part(file, path) == bytes);
        CHECK(samples::part(file, u"[Content_Types].xml"_s).contains(format[0] == 'P' ? "image/png" : "image/jpeg"));
        CHECK(samples::part(file, u"word/_rels/document.xml.rels"_s).count("media/image1") == 1);
        const XmlNode tree = docxTree(document);
        REQUIRE(count(tree, u"blip"_s) == 2);
        CHECK(all(tree, u"blip"_s).front()->attribute(u"embed") == u"image1");
        CHECK(all(tree, u"docPr"_s).front()->attribute(u"descr") == u"La place du village");
        CHECK(all(tree, u"extent"_s).front()->attribute(u"cx").toInt() == Approx(170 * 36000).epsilon(0.001));
        CHECK(docxText(tree).contains(u"la mairie"_s));
    }
}

TEST_CASE("in OpenDocument a picture is a file of the package, named in its list")
{
    for (const char *format : {"PNG", "JPEG"}) {
        const QByteArray bytes = picture(format);
        const report::Document document = Kept(bytes).shown(2);
        const QByteArray file = odt(document);
        const QString path = u"Pictures/image1."_s + (format[0] == 'P' ? u"png"_s : u"jpg"_s);
        CHECK(samples::part(file, path) == bytes);
        CHECK(samples::part(file, u"META-INF/manifest.xml"_s).contains(path.toUtf8()));
        const XmlNode tree = odtTree(document);
        REQUIRE(count(tree, u"image"_s) == 2);
        CHECK(all(tree, u"image"_s).front()->attribute(u"href") == path);
        CHECK(all(tree, u"desc"_s).front()->allText() == u"La place du village");
    }
}

TEST_CASE("a picture is made light, upright, and forgets who took it")
{
    const auto photo = formats::preparedPicture(u"photo.jpg"_s, picture("JPEG", {3000, 1500}));
    REQUIRE(photo);
    CHECK(layout::decodedPicture(photo.value()).size() == QSize(2000, 1000));
    const QByteArray drawn = picture("PNG", {300, 200}, QImage::Format_ARGB32);
    REQUIRE(QImage::fromData(drawn).text(u"Author"_s) == u"Secret Auteur");
    const auto light = formats::preparedPicture(u"dessin.png"_s, drawn);
    REQUIRE(light);
    const QImage image = layout::decodedPicture(light.value());
    CHECK(image.size() == QSize(300, 200));
    CHECK(image.text().isEmpty());
    CHECK(light.value().startsWith("\x89PNG"));
    for (const QByteArray &bytes : {QByteArray("x"), drawn.left(60)}) {
        const auto refused = formats::preparedPicture(u"x.png"_s, bytes);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().message.contains(u"« x.png » n’est pas une image PNG ou JPEG"_s));
    }
}
