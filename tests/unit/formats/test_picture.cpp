// Figures as pictures that go by themselves, and the map in the documents when outlines are there.
#include "docx_samples.h"
#include "formats/dossier_complet.h"
#include "formats/picture.h"
#include "layout/page.h"
#include "support/trame.h"
#include "unit/report/chart_samples.h"
#include "unit/report/map_samples.h"
#include "written.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QTemporaryDir>
#include <QXmlStreamReader>

using namespace formats;
using namespace Qt::Literals::StringLiterals;
using support::trame;

namespace
{

// The trame as it was before it had a map.
report::Trame withoutMap(const QTemporaryDir &folder)
{
    const QDir from(support::source(u"templates/paca-2022"_s));
    const QString to = folder.filePath(u"paca-2022"_s);
    REQUIRE(QDir().mkpath(to));
    for (const QString &name : from.entryList(QDir::Files)) {
        QByteArray bytes = base::readFile(from.filePath(name)).value();
        if (name == u"projet-sante.json")
            bytes.replace("    { \"genre\": \"graphiques\", \"de\": \"carte\", \"couleur\": \"zonage\", \"valeurs\": "
                          "\"Le tableau des valeurs est en annexe.\" },\n",
                          "");
        REQUIRE(base::writeFile(to + u'/' + name, bytes));
    }
    CHECK_FALSE(base::readFile(to + u"/projet-sante.json"_s).value().contains("\"carte\""));
    auto loaded = report::Trame::load(to);
    REQUIRE(loaded);
    return std::move(loaded.value());
}

ExportSource source(const reference::Contours *contours = nullptr)
{
    return {trame(), support::references(), QDate(2027, 3, 12), contours};
}

QByteArray annexe4(const ExportSource &from, const domain::Projet &projet, Format format)
{
    const auto bytes = exported(from, projet, {u"annexe-4"_s}, format);
    REQUIRE(bytes);
    return bytes.value();
}

} // namespace

TEST_CASE("an SVG has every drawing of the figure, its title and its description, as text that is text")
{
    const report::Figure figure = charts::drawings();
    const QByteArray svg = figureSvg(figure);
    CHECK(svg == figureSvg(figure));
    std::map<QString, int> elements;
    QXmlStreamReader reader(svg);
    QString title;
    QString description;
    while (!reader.atEnd()) {
        if (reader.readNext() != QXmlStreamReader::StartElement)
            continue;
        ++elements[reader.name().toString()];
        if (reader.name() == u"svg") {
            CHECK(reader.attributes().value(u"width"_s) == u"340mm");
            CHECK(reader.attributes().value(u"viewBox"_s) == u"0 0 340 60");
        }
        if (reader.name() == u"title")
            title = reader.readElementText();
        else if (reader.name() == u"desc")
            description = reader.readElementText();
    }
    CHECK_FALSE(reader.hasError());
    CHECK(title == figure.title);
    CHECK(description == figure.description);
    CHECK(elements[u"rect"_s] == 3);
    CHECK(elements[u"polygon"_s] == 2);
    CHECK(elements[u"polyline"_s] == 2);
    CHECK(elements[u"text"_s] == 3);
    CHECK(svg.count("stroke-dasharray") == 1);
    CHECK_FALSE(svg.contains("<script"));
    report::Figure hostile;
    hostile.size = {10, 10};
    hostile.title = u"<script>\x01"_s;
    hostile.drawings = {report::Label{{1, 5}, u"</text><script>"_s}};
    CHECK_FALSE(figureSvg(hostile).contains("<script"));
    QXmlStreamReader again(figureSvg(hostile));
    while (!again.atEnd())
        again.readNext();
    CHECK_FALSE(again.hasError());
}

TEST_CASE("a PNG has the size of the figure, its colours, and white around")
{
    const report::Figure figure = charts::drawings();
    const auto bytes = figurePng(figure, 127); // five pixels a millimetre
    REQUIRE(bytes);
    QImage image;
    REQUIRE(image.loadFromData(bytes.value(), "PNG"));
    CHECK(image.size() == QSize(1'700, 300));
    CHECK(image.pixelColor(20 * 5, 20 * 5) == QColor(0x0B6E6E));
    CHECK(image.pixelColor(2 * 5, 2 * 5) == QColor(Qt::white));
    CHECK(bytes.value() == figurePng(figure, 127).value());
    report::Figure poster = figure;
    poster.size = {20'000, 10};
    CHECK_FALSE(figurePng(poster));
    CHECK(pictureOf(figure, u"svg"_s).value().startsWith("<?xml"));
    CHECK(pictureOf(figure, u"png"_s).value().startsWith("\x89PNG"));
}

TEST_CASE("without outlines, documents are what they were before there was a map, byte for byte")
{
    const QTemporaryDir folder;
    const report::Trame before = withoutMap(folder);
    const domain::Projet projet = support::vallees();
    for (const Format format : {Format::Docx, Format::Odt, Format::Pdf}) {
        const ExportSource then{before, support::references(), QDate(2027, 3, 12)};
        CHECK(annexe4(source(), projet, format) == annexe4(then, projet, format));
    }
    const ExportSource then{before, support::references(), QDate(2027, 3, 12)};
    const auto now = dossierComplet(source(), projet);
    const auto old = dossierComplet(then, projet);
    REQUIRE(now);
    REQUIRE(old);
    REQUIRE(now.value().size() == old.value().size());
    for (size_t i = 0; i < now.value().size(); ++i) {
        INFO(now.value()[i].name.toStdString());
        CHECK(now.value()[i].bytes == old.value()[i].bytes);
    }
    // Outlines of elsewhere change nothing either, nor does a blank form.
    const reference::Contours elsewhere = outlines::contours({outlines::square(u"05001"_s, 40, 0)});
    CHECK(annexe4(source(&elsewhere), projet, Format::Docx) == annexe4(then, projet, Format::Docx));
    const reference::Contours here = maps::contours();
    const ExportRequest blank{u"annexe-4"_s, report::Content::Blank};
    CHECK(exported(source(&here), projet, blank, Format::Docx).value() ==
          exported(then, projet, blank, Format::Docx).value());
}

TEST_CASE("with outlines, the annexe 4 and the dossier have the map after the table of communes, in vectors")
{
    const domain::Projet projet = maps::territory(maps::block(4, 3));
    const reference::Contours contours = maps::contours();
    report::BuildOptions options;
    options.today = QDate(2027, 3, 12);
    options.contours = &contours;
    const auto built = report::build(trame(), u"annexe-4"_s, projet, support::references(), options);
    REQUIRE(built);
    const auto &blocks = built.value().blocks;
    const auto isFigure = [](const report::Block &block) { return std::holds_alternative<report::Figure>(block); };
    const auto at = std::find_if(blocks.begin(), blocks.end(), isFigure);
    REQUIRE(at != blocks.end());
    REQUIRE(at != blocks.begin());
    const auto *table = std::get_if<report::Table>(&*(at - 1));
    REQUIRE(table);
    CHECK(table->rows.size() == 13);
    const auto &figure = std::get<report::Figure>(*at);
    CHECK(support::plain(figure.title) == u"Zonage des communes du territoire");
    const XmlNode tree = written::docxTree(built.value());
    CHECK(written::all(tree, u"docPr"_s).size() == 1);
    CHECK(written::count(tree, u"wsp"_s) == int(figure.drawings.size()));
    CHECK(written::all(tree, u"docPr"_s).front()->attribute(u"descr") == figure.description);
    const XmlNode odt = written::odtTree(built.value());
    CHECK(written::all(odt, u"g"_s).size() == 1);
    const auto dossier = dossierDocument(source(&contours), projet);
    REQUIRE(dossier);
    CHECK(std::count_if(dossier.value().blocks.begin(), dossier.value().blocks.end(), isFigure) == 1);
}

TEST_CASE("in the PDF the map is one figure with its words, its alternative text, and its hatches as lines")
{
    const domain::Projet projet = maps::territory(maps::block(4, 3));
    const reference::Contours contours = maps::contours();
    const auto map =
        report::territoryMap(projet, support::references(), contours, {.colour = report::MapColour::Zonage});
    REQUIRE(map);
    report::Document document;
    document.blocks.push_back(map->figure);
    const layout::PagedDocument paged = layout::paginate(document);
    REQUIRE(paged.pages.size() == 1);
    QStringList words;
    int figures = 0;
    int areas = 0;
    for (const layout::Operation &operation : paged.pages.front().operations) {
        if (const auto *text = std::get_if<layout::TextOperation>(&operation))
            words << text->text;
        if (const auto *path = std::get_if<layout::PathOperation>(&operation))
            areas += path->closed && path->fill.isValid();
        if (const auto *tag = std::get_if<layout::BeginTag>(&operation); tag && tag->tag == layout::Tag::Figure) {
            ++figures;
            CHECK(tag->alternative == map->figure.description);
            CHECK(tag->box.width() <= 170);
        }
    }
    CHECK(figures == 1);
    CHECK(areas > 12);
    for (const report::Drawing &drawing : map->figure.drawings)
        if (const auto *label = std::get_if<report::Label>(&drawing))
            // The line breaker draws its unbreakable spaces as spaces.
            CHECK(words.contains(QString(label->text).replace(QChar::Nbsp, u' ')));
    const auto bytes = formats::written(document, Format::Pdf);
    REQUIRE(bytes);
    CHECK(bytes.value() == formats::written(document, Format::Pdf).value());
}
