// The table of contents: real entries in each format, their page numbers fields that whoever opens the file counts.
#include "formats/docx.h"
#include "formats/export.h"
#include "formats/odt.h"
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

QString wordBody(const report::Document &document)
{
    return QString::fromUtf8(samples::part(docx(document), u"word/document.xml"_s));
}

QString openContent(const report::Document &document)
{
    return QString::fromUtf8(samples::part(odt(document), u"content.xml"_s));
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

TEST_CASE("a Word table of contents is links and numbers, opens without a question, and can be updated")
{
    const report::Document document = chapters(3);
    const QString body = wordBody(document);
    CHECK(wordEntries(body) == QStringList{u"Partie 1|"_s, u"Partie 2|"_s, u"Partie 3|"_s});
    const QByteArray numbered = formats::writeDocx(document, samples::docxReference(), {1, 2, 12}).value();
    CHECK(wordEntries(QString::fromUtf8(samples::part(numbered, u"word/document.xml"_s))) ==
          QStringList{u"Partie 1|1"_s, u"Partie 2|2"_s, u"Partie 3|12"_s});
    CHECK(body.count(u" PAGEREF titre_partie_"_s) == 3);
    // The field of contents is Word's: LibreOffice counts pages only outside one.
    const QString field = u"<mc:Choice Requires=\"w15\"><w:%1"_s;
    CHECK(body.count(field.arg(u"instrText xml:space=\"preserve\"> TOC \\o &quot;1-3&quot; \\h \\z \\u "_s)) == 1);
    CHECK(body.count(field.arg(u"fldChar"_s)) == 3);
    CHECK(body.count(u"<mc:Fallback/>"_s) == 4);
    for (const QString &mark : {u"begin"_s, u"separate"_s, u"end"_s})
        CHECK(body.count(u"w:fldCharType=\""_s + mark + u'"') == 4);
    CHECK_FALSE(body.contains(u"w:dirty"_s));
    CHECK_FALSE(samples::part(docx(document), u"word/settings.xml"_s).contains("updateFields"));
}

TEST_CASE("an OpenDocument table of contents is links and numbers as well")
{
    const report::Document document = chapters(2);
    const QByteArray bytes = formats::writeOdt(document, samples::odtReference(), {1, 7}).value();
    const QString content = QString::fromUtf8(samples::part(bytes, u"content.xml"_s));
    CHECK(content.contains(u"Partie 2<text:tab/><text:bookmark-ref text:reference-format=\"page\" "
                           "text:ref-name=\"partie-2\">7</text:bookmark-ref></text:a>"_s));
    CHECK(formats::parseXml(content.toUtf8()));
    CHECK(openContent(document).contains(u"text:ref-name=\"partie-1\"></text:bookmark-ref>"_s));
}

TEST_CASE("what is exported has the numbers of our pages until the file is opened")
{
    report::Document document = chapters(3);
    document.trame = u"paca-2022"_s;
    const auto bytes = formats::written(document, formats::Format::Docx);
    REQUIRE(bytes.ok());
    CHECK(wordEntries(QString::fromUtf8(samples::part(bytes.value(), u"word/document.xml"_s))) ==
          QStringList{u"Partie 1|1"_s, u"Partie 2|2"_s, u"Partie 3|3"_s});
    // Those of a very long one are left to the program that opens it.
    for (int i = 0; i < 130; ++i)
        document.blocks.push_back(samples::paragraph(u"texte "_s.repeated(170)));
    const auto longer = formats::written(document, formats::Format::Docx);
    REQUIRE(longer.ok());
    CHECK(wordEntries(QString::fromUtf8(samples::part(longer.value(), u"word/document.xml"_s))) ==
          QStringList{u"Partie 1|"_s, u"Partie 2|"_s, u"Partie 3|"_s});
}

TEST_CASE("every format lists the same three levels")
{
    report::Document document = chapters(2);
    document.blocks.push_back(samples::heading(3, u"Détail"_s, u"detail"_s));
    CHECK(wordEntries(wordBody(document)) == QStringList{u"Partie 1|"_s, u"Partie 2|"_s, u"Détail|"_s});
    const QString index = openContent(document).section(u"</text:table-of-content>"_s, 0, 0);
    CHECK(index.contains(u"Détail<text:tab/>"_s));
    QStringList listed; // in the PDF and on screen: the numbers of our own pages
    const layout::PagedDocument paged = layout::paginate(document);
    for (const layout::Operation &operation : paged.pages.front().operations)
        if (const auto *text = std::get_if<layout::TextOperation>(&operation); text && !text->link.isEmpty())
            listed << text->text;
    CHECK(listed == QStringList{u"Partie 1"_s, u"Partie 2"_s, u"Détail"_s});
}

TEST_CASE("a heading without an anchor has its line, and no link")
{
    report::Document document = chapters(1);
    document.blocks.push_back(samples::heading(3, u"Sans ancre"_s, {}));
    const QString body = wordBody(document);
    CHECK(wordEntries(body).size() == 1);
    CHECK(docxWords(body).join(u' ') == u"Sommaire Partie 1 Sans ancre Partie 1 texte Sans ancre"_s);
    CHECK(formats::parseXml(openContent(document).toUtf8()));
}

TEST_CASE("no heading, no table of contents")
{
    report::Document document = documentOf({samples::paragraph(u"texte"_s)});
    document.tableOfContents = true;
    CHECK_FALSE(wordBody(document).contains(u"Sommaire"_s));
}
