// What holds for any document: nothing is lost or out of order, the XML is right, tables fill their grid.
#include "formats/zip.h"
#include "layout/page.h"
#include "random_documents.h"
#include "support/catch.h"
#include "written.h"

#include <algorithm>
#include <set>

using namespace Qt::Literals::StringLiterals;
using namespace written;
using formats::XmlNode;

namespace
{

constexpr int rounds = 60;

// The words of the document; a table of contents without a heading has none, not even its title. Runs that touch are
// told apart by nothing, so the words are joined.
QString expectedText(const report::Document &document)
{
    QStringList words = samples::words(document);
    const bool hasHeading = std::any_of(document.blocks.begin(), document.blocks.end(), [](const report::Block &block) {
        return std::holds_alternative<report::Heading>(block);
    });
    if (document.tableOfContents && !hasHeading)
        words.removeOne(u"Sommaire"_s);
    return words.join(QString());
}

void checkXml(const QByteArray &file)
{
    const auto parts = formats::readZip(file);
    REQUIRE(parts);
    std::set<QString> paths;
    for (const auto &part : parts.value()) {
        INFO(part.path.toStdString());
        CHECK(paths.insert(part.path).second);
        if (part.path.endsWith(u".xml") || part.path.endsWith(u".rels"))
            CHECK(formats::parseXml(part.bytes));
    }
}

void checkWordTable(const XmlNode &table)
{
    const XmlNode *grid = table.child(u"tblGrid");
    REQUIRE(grid);
    for (const XmlNode &row : table.children) {
        if (row.localName != u"tr")
            continue;
        size_t columns = 0;
        for (const XmlNode &cell : row.children) {
            if (cell.localName != u"tc")
                continue;
            const XmlNode *span = cell.find({u"tcPr", u"gridSpan"});
            columns += span ? size_t(span->attribute(u"val").toInt()) : 1;
            CHECK(cell.children.back().localName == u"p");
            CHECK(cell.find({u"tcPr", u"tcW"})->attribute(u"w").toInt() > 0);
        }
        CHECK(columns == grid->children.size());
    }
}

} // namespace

TEST_CASE("any document keeps its words in order in Word and OpenDocument, with right XML")
{
    samples::RandomDocuments random(41);
    for (int round = 0; round < rounds; ++round) {
        const report::Document document = random.next();
        INFO(round);
        const QString expected = expectedText(document);
        CHECK(docxWords(docxBody(document)).join(QString()) == expected);
        CHECK(odtWords(odtContent(document)).join(QString()) == expected);
        checkXml(docx(document));
        checkXml(odt(document));
    }
}

TEST_CASE("any table fills its grid")
{
    samples::RandomDocuments random(42);
    int tables = 0;
    for (int round = 0; round < rounds; ++round) {
        const report::Document document = random.next();
        INFO(round);
        const XmlNode word = docxTree(document);
        for (const XmlNode *table : all(word, u"tbl"_s))
            checkWordTable(*table);
        const XmlNode open = odtTree(document);
        CHECK(count(open, u"table"_s) == count(word, u"tbl"_s));
        for (const XmlNode *table : all(open, u"table"_s)) {
            const int columns = count(*table, u"table-column"_s);
            for (const XmlNode *row : all(*table, u"table-row"_s))
                CHECK(count(*row, u"table-cell"_s) + count(*row, u"covered-table-cell"_s) == columns);
        }
        tables += count(word, u"tbl"_s);
    }
    CHECK(tables > rounds / 2);
}

TEST_CASE("any document: identifiers are given once, fields close what they open, links lead somewhere")
{
    samples::RandomDocuments random(43);
    for (int round = 0; round < rounds; ++round) {
        const report::Document document = random.next();
        INFO(round);
        const QByteArray file = docx(document);
        const XmlNode root = formats::parseXml(samples::part(file, u"word/document.xml"_s)).value();
        std::set<QString> controls;
        std::set<QString> bookmarks;
        int open = 0;
        formats::forEachElement(root, [&](const XmlNode &node) {
            if (node.localName == u"sdtPr" && node.child(u"id"))
                CHECK(controls.insert(node.child(u"id")->attribute(u"val")).second);
            if (node.localName == u"bookmarkStart")
                bookmarks.insert(node.attribute(u"name"));
            if (node.localName == u"fldChar") {
                const QString type = node.attribute(u"fldCharType");
                open += type == u"begin" ? 1 : type == u"end" ? -1 : 0;
                CHECK(open >= 0);
            }
        });
        CHECK(open == 0);
        const QByteArray relationships = samples::part(file, u"word/_rels/document.xml.rels"_s);
        for (const XmlNode *link : all(root, u"hyperlink"_s)) {
            const QString anchor = link->attribute(u"anchor");
            if (!anchor.isEmpty())
                CHECK(bookmarks.contains(anchor));
            else
                CHECK(relationships.contains("Id=\"" + link->attribute(u"id").toUtf8() + '"'));
        }
    }
}

TEST_CASE("any document gives the same bytes twice, and its pages too")
{
    samples::RandomDocuments one(44);
    samples::RandomDocuments two(44);
    for (int round = 0; round < 10; ++round) {
        const report::Document document = one.next();
        const report::Document same = two.next();
        CHECK(docx(document) == docx(same));
        CHECK(odt(document) == odt(same));
        const auto pages = layout::paginate(document);
        int headings = 0;
        for (const report::Block &block : document.blocks)
            headings += std::holds_alternative<report::Heading>(block) ? 1 : 0;
        const std::vector<int> numbers = layout::headingPages(pages);
        CHECK(int(numbers.size()) == headings);
        CHECK(std::is_sorted(numbers.begin(), numbers.end()));
        for (const int number : numbers)
            CHECK(number <= int(pages.pages.size()));
    }
}
