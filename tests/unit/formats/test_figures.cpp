// Figures in Word and OpenDocument: vectors, alternative text, the size of the text at most.
#include "unit/report/chart_samples.h"
#include "written.h"

#include <set>

using namespace Qt::Literals::StringLiterals;
using namespace written;
using formats::XmlNode;
using report::Figure;

TEST_CASE("in Word a figure is one group of shapes with its description, in its line")
{
    const XmlNode tree = docxTree(documentOf({charts::drawings(), charts::drawings()}));
    const auto places = all(tree, u"inline"_s);
    REQUIRE(places.size() == 2);
    CHECK(places[0]->child(u"docPr")->attribute(u"descr") == charts::drawings().description);
    CHECK(places[0]->child(u"extent")->attribute(u"cx").toInt() == Approx(170 * 36000).epsilon(0.001));
    CHECK(count(*places[0], u"wsp"_s) == int(charts::drawings().drawings.size()));
    CHECK(all(tree, u"Fallback"_s).front()->allText() == charts::drawings().description);
    std::set<QString> identifiers;
    for (const QString &name : {u"docPr"_s, u"cNvPr"_s})
        for (const XmlNode *each : all(tree, name))
            CHECK(identifiers.insert(each->attribute(u"id")).second);
    CHECK(all(tree, u"prstDash"_s).size() == 2);
}

TEST_CASE("in OpenDocument a figure is one group of shapes with its title and description")
{
    const report::Document document = documentOf({charts::drawings()});
    const XmlNode tree = odtTree(document);
    const auto groups = all(tree, u"g"_s);
    REQUIRE(groups.size() == 1);
    CHECK(groups[0]->child(u"title")->allText() == charts::drawings().title);
    CHECK(groups[0]->child(u"desc")->allText() == charts::drawings().description);
    CHECK(count(*groups[0], u"rect"_s) == 4); // and the one that gives the group its size
    CHECK(count(*groups[0], u"polygon"_s) == 2);
    CHECK(count(*groups[0], u"polyline"_s) == 1);
    CHECK(count(*groups[0], u"line"_s) == 1);
    CHECK(count(*groups[0], u"text-box"_s) == 3);
    const QByteArray styles = samples::part(odt(document), u"styles.xml"_s);
    CHECK(styles.contains("draw:name=\"Tirets\""));
    CHECK_FALSE(samples::part(odt(documentOf({})), u"styles.xml"_s).contains("Tirets"));
}

TEST_CASE("the values of a figure are a table below it when asked")
{
    Figure figure = *report::barChart(charts::indicateur());
    for (const bool shown : {false, true}) {
        figure.showValues = shown;
        const report::Document document = documentOf({figure});
        CHECK(count(docxTree(document), u"tbl"_s) == (shown ? 1 : 0));
        CHECK(count(odtTree(document), u"table-column"_s) == (shown ? 2 : 0));
    }
}
