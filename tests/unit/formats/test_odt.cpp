#include "formats/zip.h"
#include "support/catch.h"
#include "written.h"

using namespace Qt::Literals::StringLiterals;
using namespace written;
using formats::parseXml;

TEST_CASE("an OpenDocument file carries every word of the document, in order")
{
    for (const auto &[name, document] : samples::all()) {
        INFO(name.toStdString());
        CHECK(odtWords(odtContent(document)) == samples::words(document));
    }
}

TEST_CASE("same document, same OpenDocument bytes, media type first")
{
    for (const auto &[name, document] : samples::all())
        CHECK(odt(document) == odt(document));
    CHECK(odt(samples::small()).mid(30, 47) == "mimetypeapplication/vnd.oasis.opendocument.text");
}

TEST_CASE("OpenDocument structure: outline, header rows, spans, whole rows, titles")
{
    const QString xml = odtContent(samples::small());
    CHECK(xml.contains(u"text:outline-level=\"2\""_s));
    CHECK(xml.count(u"<table:table-header-rows>"_s) == 2);
    CHECK(xml.count(u"<table:table-header-rows>"_s) == xml.count(u"</table:table-header-rows>"_s));
    CHECK(xml.contains(u"table:number-columns-spanned=\"3\""_s));
    CHECK(xml.count(u"<table:covered-table-cell/>"_s) == 4); // two section rows across three columns
    CHECK(xml.contains(u"fo:keep-together=\"always\""_s));
    CHECK(xml.contains(u"fo:keep-with-next=\"always\""_s));
    CHECK(xml.contains(u"<table:title>Missions visées</table:title><table:desc>"_s));
    CHECK(xml.contains(u"fo:background-color=\"#EEF3F3\""_s));
    CHECK(xml.contains(u"style:column-width=\"6.800cm\""_s));
    CHECK(xml.count(u"fo:break-before=\"page\""_s) == 2);
    CHECK(odtContent(samples::longest()).contains(u"fo:keep-together=\"auto\""_s));
}

TEST_CASE("OpenDocument check boxes are drawn in a font that has them")
{
    const QString xml = odtContent(samples::small());
    CHECK(xml.contains(u">☒</text:span>"_s));
    CHECK(xml.contains(u">☐</text:span>"_s));
    CHECK(xml.contains(u"fo:font-family=\"'DejaVu Sans'\""_s));
}

TEST_CASE("OpenDocument lists open and close at the right level")
{
    report::Document document;
    for (const int level : {1, 2, 2, 1, 0, 2}) {
        document.blocks.push_back(item(u"n%1"_s.arg(level), level));
    }
    const QString xml = odtContent(document);
    CHECK(parseXml(xml.toUtf8()));
    CHECK(xml.count(u"<text:list "_s) == 2);
    CHECK(xml.count(u"<text:list>"_s) == 2); // one nested in each
    CHECK(xml.count(u"<text:list-item>"_s) == 2 + 2 + 1 + 1);
}

TEST_CASE("OpenDocument keeps repeated spaces, tabs, lines and French spaces")
{
    report::Document document;
    document.blocks.push_back(samples::paragraph(u" a  b\u202F!\n\tc\u0003 "_s));
    CHECK(odtContent(document).contains(
        u"<text:s/>a <text:s/>b\u202F!<text:line-break/><text:tab/>c<text:s/></text:p>"_s));
}

TEST_CASE("OpenDocument blank lines share the width and reach the margin")
{
    const QString xml = odtContent(samples::blank());
    CHECK(xml.contains(u"style:position=\"8.500cm\""_s));
    CHECK(xml.contains(u"style:position=\"17.000cm\""_s));
    CHECK(xml.contains(u"Population : <text:tab/><text:tab/><text:line-break/>"_s) ==
          false); // the space before a tab is an element
    CHECK(xml.contains(u"Population :<text:s/><text:tab/><text:tab/><text:line-break/><text:tab/><text:tab/>"_s));
    CHECK(xml.contains(u"style:line-height-at-least=\"0.800cm\""_s));
    CHECK(xml.contains(u"style:min-row-height=\"0.900cm\""_s));
}

TEST_CASE("OpenDocument says what it is: metadata, header, footer, manifest")
{
    const QByteArray bytes = odt(samples::small());
    const QString meta = QString::fromUtf8(samples::part(bytes, u"meta.xml"_s));
    CHECK(meta.contains(u"<dc:language>fr-FR</dc:language>"_s));
    CHECK(meta.contains(u"2027-03-12T00:00:00"_s));
    const QString styles = QString::fromUtf8(samples::part(bytes, u"styles.xml"_s));
    CHECK(styles.contains(u"text:name=\"atelier-entete\">CPTS des Vallées (exemple)<"_s));
    CHECK(styles.contains(u"version du 12 mars 2027"_s));
    CHECK(styles.contains(u"<text:page-count>"_s));
    CHECK(styles.contains(u"fo:country=\"FR\""_s));
    const QString manifest = QString::fromUtf8(samples::part(bytes, u"META-INF/manifest.xml"_s));
    const auto parts = formats::readZip(bytes);
    for (const auto &part : parts.value()) {
        INFO(part.path.toStdString());
        CHECK(parseXml(part.path == u"mimetype" ? QByteArray("<a/>") : part.bytes));
        if (part.path != u"mimetype" && !part.path.startsWith(u"META-INF"))
            CHECK(manifest.contains(u"manifest:full-path=\"%1\""_s.arg(part.path)));
    }
}
