#include "formats/fieldtag.h"
#include "formats/zip.h"
#include "support/catch.h"
#include "written.h"

#include <QRegularExpression>
#include <set>

using namespace Qt::Literals::StringLiterals;
using namespace written;
using formats::parseXml;

namespace
{

QString bodyOfRuns(const std::vector<report::Run> &runs)
{
    report::Paragraph paragraph;
    paragraph.runs = runs;
    return docxBody(documentOf({paragraph}));
}

} // namespace

TEST_CASE("a Word file carries every word of the document, in order")
{
    for (const auto &[name, document] : samples::all()) {
        INFO(name.toStdString());
        CHECK(docxWords(docxBody(document)) == samples::words(document));
    }
}

TEST_CASE("same document, same bytes")
{
    for (const auto &[name, document] : samples::all())
        CHECK(docx(document) == docx(document));
}

TEST_CASE("headings, bookmarks and outline")
{
    const QString xml = docxBody(samples::small());
    CHECK(xml.contains(u"<w:pStyle w:val=\"Heading1\"/>"_s));
    CHECK(xml.contains(u"<w:pStyle w:val=\"Bandeau\"/>"_s));
    CHECK(xml.contains(u"w:name=\"titre_identification\""_s));
    CHECK(xml.contains(u"<w:hyperlink w:anchor=\"titre_territoire\""_s));
    CHECK_FALSE(xml.contains(u"w:dirty"_s));

    report::Document document;
    for (int i = 0; i < 3; ++i)
        document.blocks.push_back(samples::heading(2, u"Titre"_s, u"é à/"_s.repeated(30) + QString::number(i)));
    std::set<QString> names;
    static const QRegularExpression name(u"bookmarkStart w:id=\"(\\d+)\" w:name=\"([A-Za-z_0-9]+)\""_s);
    const QString bookmarks = docxBody(document);
    for (auto matches = name.globalMatch(bookmarks); matches.hasNext();) {
        const auto match = matches.next();
        CHECK(match.captured(2).size() <= 40);
        names.insert(match.captured(2));
    }
    CHECK(names.size() == 3);
}

TEST_CASE("tables: fixed grid, repeated header, rows kept whole, spans")
{
    const QString xml = docxBody(samples::small());
    CHECK(xml.contains(u"<w:tblLayout w:type=\"fixed\"/>"_s));
    CHECK(xml.contains(u"<w:gridCol w:w=\"3855\"/><w:gridCol w:w=\"5783\"/>"_s));
    CHECK(xml.contains(u"<w:cantSplit/><w:tblHeader/>"_s));
    CHECK(xml.contains(u"<w:gridSpan w:val=\"3\"/>"_s));
    CHECK(xml.contains(u"w:fill=\"EEF3F3\""_s));
    CHECK(xml.contains(u"<w:tblCaption w:val=\"Missions visées\"/><w:tblDescription w:val="_s));
    // A row of 3,000 words may go on to the next page, its neighbours may not.
    const QString long_ = docxBody(samples::longest());
    CHECK(long_.count(u"<w:tr>"_s) > long_.count(u"<w:cantSplit/>"_s));
    CHECK(long_.count(u"<w:cantSplit/>"_s) > 40);
}

TEST_CASE("blank forms keep their room")
{
    const QString xml = docxBody(samples::blank());
    CHECK(xml.contains(u"<w:trHeight w:val=\"510\" w:hRule=\"atLeast\"/>"_s)); // 9 mm
    CHECK(xml.contains(u"w:leader=\"underscore\""_s));
    // 8 mm and more, in cells too; LibreOffice gives nothing to « at least » where only a tab stands in the line.
    CHECK(xml.contains(u"<w:spacing w:before=\"160\" w:line=\"474\" w:lineRule=\"auto\"/>"_s));
    CHECK(xml.contains(u"<w:showingPlcHdr/>"_s));
}

TEST_CASE("fields are content controls that lead back to the project")
{
    const QString field = u"commune/6a3f1c9e-0b52-4f7e-9d1a-5c8e7b2f4d60/zonage"_s;
    const QString xml = bodyOfRuns({samples::text(u"ZIP"_s, field, u"Zonage"_s)});
    static const QRegularExpression tag(u"<w:tag w:val=\"([^\"]*)\"/>"_s);
    CHECK(formats::fieldOfTag(tag.match(xml).captured(1)) == std::optional(field));
    CHECK(xml.contains(u"<w:alias w:val=\"Zonage\"/>"_s));
    CHECK(xml.contains(u"<w:text w:multiLine=\"1\"/>"_s));
    // A field that has no tag stays readable.
    CHECK(bodyOfRuns({samples::text(u"texte"_s, u"pas un champ"_s)}).contains(u"texte"_s));
    CHECK_FALSE(bodyOfRuns({samples::text(u"texte"_s, u"pas un champ"_s)}).contains(u"<w:sdt>"_s));
}

TEST_CASE("runs of one field make one control, mixed looks make a rich one")
{
    const QString field = u"rubrique/-/texte"_s;
    auto bold = samples::text(u"gras"_s, field);
    bold.bold = true;
    const QString mixed = bodyOfRuns({samples::text(u"a"_s, field), bold, samples::text(u"b"_s)});
    CHECK(mixed.count(u"<w:sdt>"_s) == 1);
    CHECK_FALSE(mixed.contains(u"<w:text"_s));
    CHECK(mixed.contains(u"<w:b/><w:bCs/>"_s));
    CHECK(bodyOfRuns({samples::text(u"a"_s, field), samples::text(u"b"_s, field)}).count(u"<w:sdt>"_s) == 1);
    CHECK(
        bodyOfRuns({samples::text(u"a"_s, field), samples::text(u"b"_s, u"rubrique/-/autre"_s)}).count(u"<w:sdt>"_s) ==
        2);
}

TEST_CASE("control numbers are never used twice")
{
    const QString xml = docxBody(samples::filled());
    static const QRegularExpression id(u"<w:id w:val=\"(\\d+)\"/>"_s);
    std::set<QString> seen;
    for (auto matches = id.globalMatch(xml); matches.hasNext();)
        CHECK(seen.insert(matches.next().captured(1)).second);
    CHECK(seen.size() > 50);
}

TEST_CASE("only web and mail links leave, once each")
{
    auto link = [](const QString &url) {
        auto run = samples::text(u"lien"_s);
        run.link = url;
        return run;
    };
    report::Paragraph paragraph;
    paragraph.runs = {link(u"https://exemple.fr/é?a=1&b=2"_s), link(u"https://exemple.fr/é?a=1&b=2"_s),
                      link(u"file:///etc/passwd"_s),           link(u"javascript:alert(1)"_s),
                      link(u"\\\\serveur\\partage"_s),         link(u"mailto:contact@exemple.fr"_s)};
    const QByteArray bytes = docx(documentOf({paragraph}));
    const QString links = QString::fromUtf8(samples::part(bytes, u"word/_rels/document.xml.rels"_s));
    CHECK(links.count(u"TargetMode=\"External\""_s) == 2);
    CHECK(links.contains(u"https://exemple.fr/%C3%A9?a=1&amp;b=2"_s));
    CHECK_FALSE(links.contains(u"passwd"_s));
    CHECK(docxWords(QString::fromUtf8(samples::part(bytes, u"word/document.xml"_s))).join(QString()) ==
          u"lien"_s.repeated(6));
}

TEST_CASE("illegal characters are dropped, spaces, tabs and lines kept")
{
    const QString xml = bodyOfRuns({samples::text(u"a\u0001\u202Fb\u00A0\u000Bc\n\td  e"_s + QChar(0xD800))});
    CHECK(xml.contains(u">a\u202Fb\u00A0c</w:t><w:br/><w:tab/><w:t xml:space=\"preserve\">d  e<"_s));
    CHECK(parseXml(xml.toUtf8()));
    report::Document document = samples::small();
    document.title = document.author = document.header = document.footer = u"Titre\u0000\u001F & <b>"_s;
    const auto parts = formats::readZip(docx(document));
    for (const auto &part : parts.value())
        if (part.path.endsWith(u".xml") || part.path.endsWith(u".rels"))
            CHECK(parseXml(part.bytes));
}

TEST_CASE("numbered lists begin at 1, each with its own numbering")
{
    const report::Paragraph numbered = item(u"x"_s, 1, true);
    const report::Document document =
        documentOf({numbered, item(u"x"_s, 2), numbered, samples::paragraph(u"entre"_s), numbered});
    const QByteArray bytes = docx(document);
    const QString xml = QString::fromUtf8(samples::part(bytes, u"word/document.xml"_s));
    CHECK(xml.count(u"<w:numId w:val=\"1000\"/>"_s) == 2);
    CHECK(xml.count(u"<w:numId w:val=\"1001\"/>"_s) == 1);
    CHECK(samples::part(bytes, u"word/numbering.xml"_s).count("<w:startOverride w:val=\"1\"/>") == 4);
}

TEST_CASE("page breaks add no empty line and an end break adds nothing")
{
    report::Document document;
    document.blocks = {report::PageBreak{}, samples::heading(1, u"A"_s, u"a"_s), report::PageBreak{}};
    const QString xml = docxBody(document);
    CHECK(xml.count(u"<w:pageBreakBefore/>"_s) == 1);
    CHECK(xml.count(u"<w:p>"_s) == 1);
}

TEST_CASE("properties, header and footer say what the document is")
{
    const QByteArray bytes = docx(samples::small());
    const QString core = QString::fromUtf8(samples::part(bytes, u"docProps/core.xml"_s));
    CHECK(core.contains(u"<dc:language>fr-FR</dc:language>"_s));
    CHECK(core.contains(u"2027-03-12T00:00:00Z"_s));
    CHECK(QString::fromUtf8(samples::part(bytes, u"word/header1.xml"_s)).contains(u">CPTS des Vallées (exemple)<"_s));
    const QString footer = QString::fromUtf8(samples::part(bytes, u"word/footer1.xml"_s));
    CHECK(footer.contains(u"version du 12 mars 2027"_s));
    CHECK(footer.contains(u" NUMPAGES "_s));
    CHECK_FALSE(QString::fromUtf8(bytes).contains(u"attachedTemplate"_s));
    CHECK_FALSE(samples::part(docx(samples::empty()), u"docProps/core.xml"_s).contains("dcterms:created"));
}

TEST_CASE("every relationship leads to a part and every part has a type")
{
    const QByteArray bytes = docx(samples::small());
    const QString types = QString::fromUtf8(samples::part(bytes, u"[Content_Types].xml"_s));
    const auto parts = formats::readZip(bytes);
    for (const auto &part : parts.value())
        if (!part.path.endsWith(u".rels") && part.path != u"[Content_Types].xml")
            CHECK(types.contains(u"PartName=\"/%1\""_s.arg(part.path)));
    const auto relationships = parseXml(samples::part(bytes, u"word/_rels/document.xml.rels"_s));
    for (const auto &node : relationships.value().children)
        if (node.attribute(u"TargetMode") != u"External")
            CHECK_FALSE(samples::part(bytes, u"word/"_s + node.attribute(u"Target")).isEmpty());
}

TEST_CASE("a text of a million characters goes through")
{
    QString text;
    for (int i = 0; i < 100000; ++i)
        text += u"œuvre%1 "_s.arg(i);
    REQUIRE(text.size() > 1000000);
    CHECK(docxWords(docxBody(documentOf({samples::paragraph(text)}))) == samples::words(text));
}
