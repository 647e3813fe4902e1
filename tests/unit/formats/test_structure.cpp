// The shape of both formats, read as trees: lists, tables, page breaks, fields, language, alternative texts.
#include "formats/docx_body.h"
#include "formats/fieldtag.h"
#include "support/catch.h"
#include "written.h"

#include <numeric>

using namespace Qt::Literals::StringLiterals;
using namespace written;
using formats::XmlNode;

namespace
{

std::vector<const XmlNode *> childrenNamed(const XmlNode &parent, const QString &localName)
{
    std::vector<const XmlNode *> found;
    for (const XmlNode &child : parent.children)
        if (child.localName == localName)
            found.push_back(&child);
    return found;
}

// The value of w:val at the end of a path of elements.
QString valueAt(const XmlNode &node, std::initializer_list<QStringView> path)
{
    const XmlNode *found = node.find(path);
    return found ? found->attribute(u"val") : QString();
}

int spanOf(const XmlNode &wordCell)
{
    const QString span = valueAt(wordCell, {u"tcPr", u"gridSpan"});
    return span.isEmpty() ? 1 : span.toInt();
}

report::Table table(const std::vector<report::Row> &rows)
{
    report::Table table;
    table.columns.assign(3, 1.0);
    table.rows = rows;
    return table;
}

// Level of each list paragraph of a Word text, with its numbering: "1" bullets, "2:1000".
QStringList wordLevels(const XmlNode &root)
{
    QStringList levels;
    for (const XmlNode *paragraph : all(root, u"p"_s)) {
        const QString number = valueAt(*paragraph, {u"pPr", u"numPr", u"numId"});
        const QString style = valueAt(*paragraph, {u"pPr", u"pStyle"});
        if (!number.isEmpty())
            levels << QString::number(valueAt(*paragraph, {u"pPr", u"numPr", u"ilvl"}).toInt() + 1) + u':' + number;
        else if (style.startsWith(u"ListBullet"))
            levels << (style.endsWith(u'2') ? u"2"_s : u"1"_s);
    }
    return levels;
}

} // namespace

TEST_CASE("every row of a Word table fills its grid, and each cell ends with a paragraph")
{
    for (const auto &[name, document] : samples::all()) {
        INFO(name.toStdString());
        const XmlNode tree = docxTree(document);
        for (const XmlNode *each : all(tree, u"tbl"_s)) {
            std::vector<int> columns;
            for (const XmlNode *column : childrenNamed(*each->child(u"tblGrid"), u"gridCol"_s))
                columns.push_back(column->attribute(u"w").toInt());
            CHECK(std::abs(std::accumulate(columns.begin(), columns.end(), 0) - 9638) <= int(columns.size())); // 17 cm
            for (const XmlNode *row : childrenNamed(*each, u"tr"_s)) {
                size_t column = 0;
                for (const XmlNode *cell : childrenNamed(*row, u"tc"_s)) {
                    const auto first = columns.begin() + std::ptrdiff_t(column);
                    column += size_t(spanOf(*cell));
                    REQUIRE(column <= columns.size());
                    const int width = std::accumulate(first, columns.begin() + std::ptrdiff_t(column), 0);
                    CHECK(std::abs(cell->find({u"tcPr", u"tcW"})->attribute(u"w").toInt() - width) <= 2);
                    CHECK(cell->children.back().localName == u"p");
                }
                CHECK(column == columns.size());
            }
        }
    }
}

TEST_CASE("every row of an OpenDocument table has as many cells as the table has columns")
{
    for (const auto &[name, document] : samples::all()) {
        INFO(name.toStdString());
        const XmlNode tree = odtTree(document);
        for (const XmlNode *each : all(tree, u"table"_s)) {
            const int columns = count(*each, u"table-column"_s);
            for (const XmlNode *row : all(*each, u"table-row"_s)) {
                CHECK(count(*row, u"table-cell"_s) + count(*row, u"covered-table-cell"_s) == columns);
                int covered = 0;
                for (const XmlNode &cell : row->children) {
                    if (cell.localName == u"table-cell") {
                        CHECK(covered == 0);
                        covered = std::max(1, cell.attribute(u"number-columns-spanned").toInt()) - 1;
                        CHECK(cell.child(u"p"));
                    } else {
                        --covered;
                    }
                }
                CHECK(covered == 0);
            }
        }
    }
}

TEST_CASE("empty cells, rows and paragraphs are there, with nothing in them")
{
    report::Table sample = table({samples::row({QString(), QString(), QString()}), samples::row({}), {}});
    sample.rows[0].cells[0].paragraphs.clear();
    sample.rows[0].cells[1].paragraphs[0].runs.clear();
    const report::Document document = documentOf({sample, report::Paragraph{}});
    CHECK(count(docxTree(document), u"tr"_s) == 3);
    CHECK(count(docxTree(document), u"tc"_s) == 5);
    CHECK(docxText(docxTree(document)).isEmpty());
    CHECK(count(odtTree(document), u"table-row"_s) == 3);
    CHECK(odtText(odtTree(document)).isEmpty());
    CHECK(docxBody(documentOf({table({})})).count(u"<w:tbl>"_s) == 0);
    CHECK(odtContent(documentOf({table({})})).count(u"<table:table "_s) == 0);
}

TEST_CASE("the header rows that open a table are repeated, and no other")
{
    using Role = report::Row::Role;
    const auto row = [](Role role) { return samples::row({u"a"_s, u"b"_s, u"c"_s}, role); };
    const report::Document document = documentOf({table({row(Role::Header), row(Role::Header), row(Role::Body),
                                                         row(Role::Header), row(Role::Section), row(Role::Body)})});
    std::vector<bool> word;
    const XmlNode tree = docxTree(document);
    for (const XmlNode *each : all(tree, u"tr"_s))
        word.push_back(each->find({u"trPr", u"tblHeader"}) != nullptr);
    CHECK(word == std::vector<bool>{true, true, false, false, false, false});
    const XmlNode open = odtTree(document);
    REQUIRE(count(open, u"table-header-rows"_s) == 1);
    CHECK(count(*all(open, u"table-header-rows"_s).front(), u"table-row"_s) == 2);
    const report::Document only = documentOf({table({row(Role::Header)})});
    CHECK(count(docxTree(only), u"tblHeader"_s) == 0);
    CHECK(count(odtTree(only), u"table-header-rows"_s) == 0);
}

TEST_CASE("a cell of 5,000 words keeps them all, and its row alone may go over the page")
{
    QStringList words;
    for (int i = 0; i < 5000; ++i)
        words << u"mot%1"_s.arg(i);
    const report::Document document =
        documentOf({table({samples::row({u"avant"_s, u"x"_s, u"y"_s}), samples::row({words.join(u' ')}),
                           samples::row({u"après"_s, u"x"_s, u"y"_s})})});
    const QStringList expected = samples::words(document);
    CHECK(expected.size() == 5006);
    CHECK(docxWords(docxBody(document)) == expected);
    CHECK(odtWords(odtContent(document)) == expected);
    std::vector<bool> whole;
    const XmlNode tree = docxTree(document);
    for (const XmlNode *row : all(tree, u"tr"_s))
        whole.push_back(row->find({u"trPr", u"cantSplit"}) != nullptr);
    CHECK(whole == std::vector<bool>{true, false, true});
}

TEST_CASE("lists: bullets have three levels, numbers two, each numbered list has its own numbering")
{
    const report::Document document =
        documentOf({item(u"a"_s, 1), item(u"b"_s, 2), item(u"c"_s, 9), item(u"d"_s, 1, true), item(u"e"_s, 2, true),
                    item(u"f"_s, 1, true), samples::heading(1, u"titre"_s, u"t"_s), item(u"g"_s, 1, true),
                    table({samples::row({u"x"_s})}), item(u"h"_s, 1, true)});
    CHECK(wordLevels(docxTree(document)) ==
          QStringList{u"1"_s, u"2"_s, u"3:1"_s, u"1:1000"_s, u"2:1000"_s, u"1:1000"_s, u"1:1001"_s, u"1:1002"_s});
    const XmlNode numbering = formats::parseXml(samples::part(docx(document), u"word/numbering.xml"_s)).value();
    QStringList ours;
    for (const XmlNode *number : all(numbering, u"num"_s))
        if (number->attribute(u"numId").toInt() >= formats::DocxBody::firstNumbering)
            ours << number->attribute(u"numId");
    CHECK(ours == QStringList{u"1000"_s, u"1001"_s, u"1002"_s});
}

TEST_CASE("lists of an OpenDocument hold items only, and items hold paragraphs or lists")
{
    report::Table holder = table({samples::row({u"x"_s})});
    holder.rows[0].cells[0].paragraphs = {item(u"dans la cellule"_s, 2), item(u"puis"_s, 1),
                                          samples::paragraph(u"fin"_s)};
    const report::Document document =
        documentOf({item(u"a"_s, 2), item(u"b"_s, 1, true), item(u"c"_s, 2, true), item(u"d"_s, 2), item(u"e"_s, 1),
                    samples::paragraph(u"texte"_s), item(u"f"_s, 1), holder, item(u"g"_s, 9)});
    const XmlNode tree = odtTree(document);
    CHECK(odtWords(odtContent(document)) == samples::words(document));
    for (const XmlNode *list : all(tree, u"list"_s))
        for (const XmlNode &child : list->children)
            CHECK(child.localName == u"list-item");
    for (const XmlNode *each : all(tree, u"list-item"_s)) {
        CHECK_FALSE(each->children.empty());
        for (const XmlNode &child : each->children)
            CHECK((child.localName == u"p" || child.localName == u"list"));
    }
    // The outermost list says which marks; a list in a cell is its own.
    CHECK(count(*all(tree, u"table-cell"_s).front(), u"list"_s) == 2);
}

TEST_CASE("instructions in a list are in italics")
{
    report::Paragraph advice = item(u"Indiquez le nom."_s, 1);
    advice.role = report::Paragraph::Role::Guidance;
    CHECK(docxBody(documentOf({advice})).contains(u"<w:i/><w:iCs/>"_s));
    CHECK(odtContent(documentOf({advice})).contains(u"fo:font-style=\"italic\""_s));
    CHECK_FALSE(docxBody(documentOf({item(u"Nom"_s, 1)})).contains(u"<w:i/>"_s));
}

TEST_CASE("a page break falls before what follows it, once, whatever that is")
{
    const report::PageBreak pageBreak;
    const std::vector<report::Block> followers{samples::heading(1, u"a"_s, u"a"_s), samples::paragraph(u"a"_s),
                                               item(u"a"_s, 1), item(u"a"_s, 2, true), table({samples::row({u"a"_s})})};
    report::Table captioned = table({samples::row({u"a"_s})});
    captioned.caption = u"Légende"_s;
    for (const report::Block &follower : followers) {
        const report::Document document =
            documentOf({samples::paragraph(u"avant"_s), pageBreak, pageBreak, follower, samples::paragraph(u"fin"_s)});
        const QString word = docxBody(document);
        CHECK(word.count(u"<w:pageBreakBefore/>"_s) == 1);
        CHECK(word.indexOf(u"avant"_s) < word.indexOf(u"<w:pageBreakBefore/>"_s));
        CHECK(word.indexOf(u"<w:pageBreakBefore/>"_s) < word.indexOf(u">a<"_s));
        CHECK(odtContent(document).count(u"fo:break-before=\"page\""_s) == 1);
        CHECK(docxWords(word) == samples::words(document));
    }
    const report::Document document = documentOf({samples::paragraph(u"avant"_s), pageBreak, captioned});
    const QString open = odtContent(document);
    CHECK(open.count(u"fo:break-before=\"page\""_s) == 1);
    CHECK(docxBody(document).count(u"<w:pageBreakBefore/>"_s) == 1);
    CHECK(docxBody(documentOf({pageBreak, pageBreak})).count(u"<w:p>"_s) == 0);
}

TEST_CASE("every field of a long document has a tag that leads back to it")
{
    for (const report::Document &document : {samples::filled(), samples::small(), samples::blank()}) {
        QStringList found;
        const XmlNode tree = docxTree(document);
        for (const XmlNode *tag : all(tree, u"tag"_s)) {
            CHECK(tag->attribute(u"val").size() <= formats::maximumTagLength);
            const auto field = formats::fieldOfTag(tag->attribute(u"val"));
            REQUIRE(field);
            found << *field;
        }
        CHECK(found.size() > 5);
        CHECK(found.contains(u"territoire/-/taille"_s));
        CHECK(found.contains(u"identite/-/champ2"_s));
    }
}

TEST_CASE("both formats say that they are in French, and no text says otherwise")
{
    const QByteArray word = docx(samples::small());
    const XmlNode styles = formats::parseXml(samples::part(word, u"word/styles.xml"_s)).value();
    const XmlNode *language = styles.find({u"docDefaults", u"rPrDefault", u"rPr", u"lang"});
    REQUIRE(language);
    CHECK(language->attribute(u"val") == u"fr-FR");
    CHECK_FALSE(docxBody(samples::small()).contains(u"<w:lang "_s));
    const XmlNode open = formats::parseXml(samples::part(odt(samples::small()), u"styles.xml"_s)).value();
    QStringList languages;
    formats::forEachElement(open, [&languages](const XmlNode &node) {
        if (!node.attribute(u"language").isEmpty())
            languages << node.attribute(u"language");
    });
    CHECK_FALSE(languages.isEmpty());
    CHECK(languages.count(u"fr"_s) == languages.size());
}

TEST_CASE("every table has its alternative text in both formats")
{
    for (const auto &[name, document] : samples::all()) {
        INFO(name.toStdString());
        const XmlNode word = docxTree(document);
        CHECK(count(word, u"tblDescription"_s) == count(word, u"tbl"_s));
        const XmlNode open = odtTree(document);
        for (const XmlNode *each : all(open, u"table"_s))
            CHECK(each->child(u"desc"));
    }
    report::Table quoted = table({samples::row({u"a"_s})});
    quoted.description = u"Dit « \"oui\" » & <non>"_s;
    const XmlNode word = docxTree(documentOf({quoted}));
    CHECK(all(word, u"tblDescription"_s).front()->attribute(u"val") == quoted.description);
    const XmlNode open = odtTree(documentOf({quoted}));
    CHECK(all(open, u"desc"_s).front()->allText() == quoted.description);
}

TEST_CASE("cells that name rows are not bold, whatever their paragraph says, head cells are")
{
    report::Table sample = table({samples::row({u"Nom"_s, u"x"_s, u"y"_s})});
    sample.rowHeaders = true;
    sample.rows[0].cells[0].paragraphs[0].role = report::Paragraph::Role::TableHead;
    CHECK(docxBody(documentOf({sample})).contains(u"w:val=\"LibelleDeLigne\""_s));
    CHECK_FALSE(docxBody(documentOf({sample})).contains(u"w:val=\"EnTeteDeTableau\""_s));
    const XmlNode styles = formats::parseXml(samples::part(docx(documentOf({sample})), u"word/styles.xml"_s)).value();
    const auto sizeOf = [&styles](const QString &identifier) {
        for (const XmlNode *style : all(styles, u"style"_s))
            if (style->attribute(u"styleId") == identifier)
                return valueAt(*style, {u"rPr", u"b"}) + u'/' + valueAt(*style, {u"rPr", u"sz"});
        return QString();
    };
    CHECK(sizeOf(u"EnTeteDeTableau"_s) == u"1/20"_s); // half points: 10, as on our pages
    CHECK(sizeOf(u"LigneDeSection"_s) == u"1/20"_s);
    CHECK(sizeOf(u"LibelleDeLigne"_s) == u"0/20"_s);
    CHECK(sizeOf(u"Cellule"_s) == u"0/20"_s);
}
