// The table of contents: real entries in each format, the numbers of our own pages when they are known.
#include "layout/page.h"
#include "support/catch.h"
#include "written.h"

using namespace Qt::Literals::StringLiterals;
using namespace written;
using formats::XmlNode;

namespace
{

report::Document chapters(int number)
{
    report::Document document;
    document.tableOfContents = true;
    for (int i = 1; i <= number; ++i) {
        if (i > 1)
            document.blocks.push_back(report::PageBreak{});
        document.blocks.push_back(samples::heading(i % 2 ? 1 : 2, u"Partie %1"_s.arg(i), u"partie-%1"_s.arg(i)));
        document.blocks.push_back(samples::paragraph(u"texte"_s));
    }
    return document;
}

QString wordBody(const report::Document &document, const std::vector<int> &pages)
{
    return QString::fromUtf8(samples::part(docx(document, pages), u"word/document.xml"_s));
}

QString openContent(const report::Document &document, const std::vector<int> &pages)
{
    return QString::fromUtf8(samples::part(odt(document, pages), u"content.xml"_s));
}

// The entries as read: "Partie 1|3".
QStringList wordEntries(const QString &body)
{
    QStringList entries;
    const XmlNode root = formats::parseXml(body.toUtf8()).value();
    for (const XmlNode *link : all(root, u"hyperlink"_s)) {
        QString entry;
        formats::forEachElement(*link, [&entry](const XmlNode &node) {
            entry += node.localName == u"tab" ? u"|"_s : node.localName == u"t" ? node.allText() : QString();
        });
        entries << entry;
    }
    return entries;
}

} // namespace

TEST_CASE("the pages of headings are those where they begin")
{
    const report::Document document = chapters(4);
    const std::vector<int> pages = layout::headingPages(layout::paginate(document));
    CHECK(pages == std::vector<int>{1, 2, 3, 4});
    CHECK(layout::headingPages(layout::paginate({})).empty());
    report::Document nameless = chapters(3);
    for (report::Block &block : nameless.blocks)
        if (auto *heading = std::get_if<report::Heading>(&block))
            heading->anchor = heading->level == 1 ? u"pareil"_s : QString();
    CHECK(layout::headingPages(layout::paginate(nameless)) == std::vector<int>{1, 2, 3});
}

TEST_CASE("a Word table of contents is filled with page numbers, and opens without a question")
{
    const report::Document document = chapters(3);
    const QString body = wordBody(document, {1, 2, 12});
    CHECK(wordEntries(body) == QStringList{u"Partie 1|1"_s, u"Partie 2|2"_s, u"Partie 3|12"_s});
    CHECK(body.contains(u" TOC \\o &quot;1-3&quot; \\h \\z \\u "_s));
    CHECK(body.contains(u" PAGEREF titre_partie_3 \\h "_s));
    CHECK(body.count(u"w:leader=\"dot\""_s) == 3);
    CHECK(body.count(u"w:fldCharType=\"begin\""_s) == 4);
    CHECK(body.count(u"w:fldCharType=\"separate\""_s) == 4);
    CHECK(body.count(u"w:fldCharType=\"end\""_s) == 4);
    CHECK_FALSE(body.contains(u"w:dirty"_s));
    CHECK_FALSE(samples::part(docx(document, {1, 2, 12}), u"word/settings.xml"_s).contains("updateFields"));
}

TEST_CASE("without known pages the entries are links alone")
{
    const report::Document document = chapters(2);
    const QString body = wordBody(document, {});
    CHECK(wordEntries(body) == QStringList{u"Partie 1"_s, u"Partie 2"_s});
    CHECK(body.contains(u" \\n "_s));
    CHECK_FALSE(body.contains(u"PAGEREF"_s));
    CHECK_FALSE(openContent(document, {}).contains(u"<text:tab/>"_s));
    // Numbers for the first headings only: the others have none, nothing else changes.
    CHECK(wordEntries(wordBody(document, {7})) == QStringList{u"Partie 1|7"_s, u"Partie 2"_s});
}

TEST_CASE("an OpenDocument table of contents has the same numbers, at the right margin")
{
    const QString content = openContent(chapters(2), {1, 24});
    CHECK(content.contains(u"Partie 1<text:tab/>1</text:a>"_s));
    CHECK(content.contains(u"Partie 2<text:tab/>24</text:a>"_s));
    CHECK(content.contains(u"style:leader-style=\"dotted\""_s));
    CHECK(content.contains(u"style:position=\"17.000cm\""_s));
    CHECK(formats::parseXml(content.toUtf8()));
}

TEST_CASE("a heading without an anchor has its line and its number, and no link")
{
    report::Document document = chapters(1);
    document.blocks.push_back(samples::heading(3, u"Sans ancre"_s, {}));
    const QString body = wordBody(document, {1, 5});
    CHECK(wordEntries(body).size() == 1);
    CHECK(docxWords(body).join(u' ') == u"Sommaire Partie 1 1 Sans ancre 5 Partie 1 texte Sans ancre"_s);
    CHECK(formats::parseXml(openContent(document, {1, 5}).toUtf8()));
}

TEST_CASE("no heading, no table of contents, numbers change nothing in a document that has none")
{
    report::Document document = documentOf({samples::paragraph(u"texte"_s)});
    const QByteArray plain = docx(document);
    CHECK(docx(document, {1, 2, 3}) == plain);
    document.tableOfContents = true;
    CHECK_FALSE(wordBody(document, {1}).contains(u"Sommaire"_s));
}
