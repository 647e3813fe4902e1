// A long text with markup in each format: bold runs, lists with the numbers that were typed, tables.
#include "formats/docx_body.h"
#include "report/user_text.h"
#include "support/catch.h"
#include "written.h"

#include <map>
#include <random>

using namespace Qt::Literals::StringLiterals;
using namespace written;
using formats::XmlNode;

namespace
{

// The words of the runs of a Word text that have that property ("b", "i").
QStringList wordsWith(const XmlNode &root, QStringView property)
{
    QStringList words;
    for (const XmlNode *run : all(root, u"r"_s))
        if (run->find({u"rPr", property}))
            words += docxText(*run);
    return words;
}

QString numberOf(const XmlNode &paragraph)
{
    const XmlNode *number = paragraph.find({u"pPr", u"numPr", u"numId"});
    return number ? number->attribute(u"val") : QString();
}

std::vector<QString> starts(const XmlNode &numbering, const QString &id)
{
    std::vector<QString> found;
    for (const XmlNode *num : all(numbering, u"num"_s))
        if (num->attribute(u"numId") == id)
            for (const XmlNode *start : all(*num, u"startOverride"_s))
                found.push_back(start->attribute(u"val"));
    return found;
}

report::Paragraph numbered(const QString &text, int level, int number)
{
    report::Paragraph paragraph = item(text, level, true);
    paragraph.number = number;
    return paragraph;
}

} // namespace

TEST_CASE("bold and italic words are runs of a Word text, inside the control of their field")
{
    const XmlNode tree = docxTree(samples::rich());
    const QStringList bold = wordsWith(tree, u"b");
    for (const QString &word : {u"diagnostic"_s, u"très"_s, u"accès"_s, u"pilote"_s})
        CHECK(bold.count(word) == 2); // in the page and in the cell
    const QStringList italic = wordsWith(tree, u"i");
    CHECK(italic.contains(u"peu"_s));
    CHECK(italic.contains(u"[Carte du territoire]"_s));
    CHECK_FALSE(docxText(tree).contains(u"**"_s));
    // A plain-text control can't hold bold words: those of one look are plain, the others are not.
    int plain = 0;
    int formatted = 0;
    for (const XmlNode *control : all(tree, u"sdt"_s)) {
        const bool looks = !wordsWith(*control, u"b").isEmpty() || !wordsWith(*control, u"i").isEmpty();
        CHECK((control->find({u"sdtPr", u"text"}) != nullptr) == !looks);
        (looks ? formatted : plain) += 1;
        CHECK(control->find({u"sdtPr", u"tag"}));
    }
    CHECK(plain > 10);
    CHECK(formatted > 6);
}

TEST_CASE("the items of a list in a cell have the size of the cell, in the page that of the page")
{
    report::Cell cell;
    cell.paragraphs = {item(u"dedans"_s, 1), item(u"compté"_s, 1, true)};
    report::Row row;
    row.cells = {cell};
    report::Table table;
    table.columns = {1};
    table.rows = {row};
    const report::Document document = documentOf({item(u"dehors"_s, 1), table});
    const XmlNode word = docxTree(document);
    const auto sizeOf = [](const XmlNode &node) {
        const XmlNode *size = node.find({u"rPr", u"sz"});
        return size ? size->attribute(u"val") : QString();
    };
    for (const XmlNode *run : all(word, u"r"_s))
        CHECK(sizeOf(*run) == (docxText(*run) == u"dehors"_s ? u""_s : u"20"_s));
    int marks = 0; // the dash and the number too
    for (const XmlNode *properties : all(word, u"pPr"_s))
        marks += sizeOf(*properties) == u"20"_s ? 1 : 0;
    CHECK(marks == 2);
    // LibreOffice shows the text of a control at the size of the style of its paragraph.
    for (const XmlNode *paragraph : all(word, u"p"_s)) {
        const QString text = docxText(*paragraph);
        if (text != u"dedans"_s && text != u"compté"_s)
            continue;
        CHECK(paragraph->find({u"pPr", u"pStyle"})->attribute(u"val") == u"Cellule"_s);
        CHECK(paragraph->find({u"pPr", u"numPr", u"numId"}));
        CHECK(paragraph->find({u"pPr", u"ind"})->attribute(u"left") == u"360"_s);
    }
    const XmlNode writer = odtTree(document);
    std::map<QString, QString> sizes;
    for (const XmlNode *style : all(writer, u"style"_s))
        if (const XmlNode *text = style->child(u"text-properties"))
            sizes[style->attribute(u"name")] = text->attribute(u"font-size");
    for (const XmlNode *paragraph : all(writer, u"p"_s))
        if (const QString text = paragraph->allText(); text == u"dedans"_s || text == u"compté"_s)
            CHECK(sizes[paragraph->attribute(u"style-name")] == u"10pt"_s);
        else if (text == u"dehors"_s)
            CHECK_FALSE(sizes.contains(paragraph->attribute(u"style-name")));
}

TEST_CASE("a numbered list of Word goes on with the number that was typed after a pause")
{
    const report::Document document = samples::rich();
    const XmlNode tree = docxTree(document);
    std::map<QString, QString> lists;
    for (const XmlNode *paragraph : all(tree, u"p"_s))
        lists.emplace(docxText(*paragraph), numberOf(*paragraph));
    CHECK(lists[u"réunir"_s] == lists[u"décider"_s]);
    CHECK(lists[u"vite"_s] == lists[u"réunir"_s]);
    CHECK(lists[u"écrire"_s] != lists[u"réunir"_s]);
    const XmlNode numbering = formats::parseXml(samples::part(docx(document), u"word/numbering.xml"_s)).value();
    CHECK(starts(numbering, lists[u"réunir"_s]) == std::vector<QString>{u"1"_s, u"1"_s});
    CHECK(starts(numbering, lists[u"écrire"_s]) == std::vector<QString>{u"3"_s, u"1"_s});
}

TEST_CASE("numbers that do not follow begin a list of their own in Word")
{
    const XmlNode tree = docxTree(
        documentOf({numbered(u"a"_s, 1, 2), numbered(u"b"_s, 2, 1), numbered(u"c"_s, 2, 2), numbered(u"d"_s, 1, 3),
                    numbered(u"e"_s, 2, 1), numbered(u"f"_s, 1, 7), item(u"g"_s, 1), numbered(u"h"_s, 1, 0)}));
    QStringList numbers;
    for (const XmlNode *paragraph : all(tree, u"p"_s))
        if (!docxText(*paragraph).isEmpty())
            numbers += numberOf(*paragraph);
    CHECK(numbers == QStringList{u"1000"_s, u"1000"_s, u"1000"_s, u"1000"_s, u"1000"_s, u"1001"_s, u""_s, u"1002"_s});
}

TEST_CASE("an item of an OpenDocument list says its number when it does not follow")
{
    const XmlNode tree = odtTree(
        documentOf({numbered(u"a"_s, 1, 1), numbered(u"b"_s, 1, 2), numbered(u"c"_s, 2, 4), numbered(u"d"_s, 1, 3),
                    numbered(u"e"_s, 1, 9), samples::paragraph(u"pause"_s), numbered(u"f"_s, 1, 10)}));
    QStringList starts;
    for (const XmlNode *each : all(tree, u"list-item"_s))
        starts += each->attribute(u"start-value");
    CHECK(starts == QStringList{u""_s, u""_s, u"4"_s, u""_s, u"9"_s, u"10"_s});
}

TEST_CASE("a table that somebody typed has its description and its repeated header in both formats")
{
    const XmlNode word = docxTree(samples::rich());
    const std::vector<const XmlNode *> tables = all(word, u"tbl"_s);
    REQUIRE(tables.size() == 2);
    CHECK(tables[0]->find({u"tblPr", u"tblDescription"})->attribute(u"val").startsWith(u"Tableau de 2 lignes"_s));
    CHECK(count(*tables[0], u"tblHeader"_s) == 1);
    const XmlNode writer = odtTree(samples::rich());
    const XmlNode *table = all(writer, u"table"_s).front();
    CHECK(count(*table, u"table-header-rows"_s) == 1);
    REQUIRE(table->child(u"desc"));
    CHECK(table->child(u"desc")->allText().contains(u"Rôle"_s));
    CHECK(odtWords(odtContent(samples::rich())) == samples::words(samples::rich()));
    CHECK(docxWords(docxBody(samples::rich())) == samples::words(samples::rich()));
}

TEST_CASE("random long texts: both formats have every word, in order, and lists that hold items only")
{
    static const QStringList pieces{u"mot"_s, u"l’été"_s, u" "_s,         u" "_s,         u"*"_s,
                                    u"**"_s,  u"- "_s,    u"  1. "_s,     u"7. "_s,       u"2. "_s,
                                    u"\n"_s,  u"\n"_s,    u"\n"_s,        u"| a | b |"_s, u"|"_s,
                                    u"<&>"_s, u"\\"_s,    u"|---|---|"_s, u"***fort***"_s};
    std::mt19937 random(41);
    for (int turn = 0; turn < 60; ++turn) {
        QString typed;
        for (int count = int(random() % 40); count > 0; --count)
            typed += pieces[qsizetype(random() % size_t(pieces.size()))];
        INFO(typed.toStdString());
        const report::TextSource source{u"rubrique/5b1c0f9e-2a54-4f0e-9d6c-1b1f6f1f0a11/texte"_s, u"Texte"_s};
        report::Document document = documentOf(report::blocksOf(typed, source, {}));
        report::Table holder;
        holder.columns = {1};
        holder.rows.push_back(samples::row({QString()}));
        holder.rows[0].cells[0].paragraphs = report::paragraphsOf(typed, report::Paragraph::Role::TableCell, source);
        document.blocks.emplace_back(samples::paragraph(u"entre"_s));
        document.blocks.emplace_back(holder);
        CHECK(docxWords(docxBody(document)) == samples::words(document));
        CHECK(odtWords(odtContent(document)) == samples::words(document));
        const XmlNode word = docxTree(document);
        for (const XmlNode *cell : all(word, u"tc"_s)) {
            CHECK(cell->children.back().localName == u"p");
            CHECK(count(*cell, u"tbl"_s) == 0); // no table inside a table
        }
        const XmlNode writer = odtTree(document);
        for (const XmlNode *list : all(writer, u"list"_s))
            for (const XmlNode &child : list->children)
                CHECK(child.localName == u"list-item");
    }
}

TEST_CASE("each number that was typed is the one that Word shows")
{
    // Counts as Word does: each w:num has its own count by level, which begins where it says.
    const report::Document document = documentOf(report::blocksOf(
        u"1. a\n2. b\n  1. c\n  2. d\n3. e\n  1. f\npause\n4. g\n- puce\n9. h\n  5. i\n  6. j\n10. k\n10. l"_s,
        {u"rubrique/-/texte"_s, u"Texte"_s}, {}));
    const XmlNode numbering = formats::parseXml(samples::part(docx(document), u"word/numbering.xml"_s)).value();
    const XmlNode tree = docxTree(document);
    std::map<QString, std::array<int, 2>> counts;
    QStringList shown;
    for (const XmlNode *paragraph : all(tree, u"p"_s)) {
        const QString id = numberOf(*paragraph);
        if (id.isEmpty())
            continue;
        const auto level = size_t(paragraph->find({u"pPr", u"numPr", u"ilvl"})->attribute(u"val").toInt());
        const std::vector<QString> begin = starts(numbering, id);
        if (!counts.contains(id))
            counts[id] = {begin.at(0).toInt() - 1, begin.at(1).toInt() - 1};
        ++counts[id][level];
        if (level == 0)
            counts[id][1] = begin.at(1).toInt() - 1;
        shown += QString::number(counts[id][level]) + docxText(*paragraph);
    }
    CHECK(shown.join(u' ') == u"1a 2b 1c 2d 3e 1f 4g 9h 5i 6j 10k 10l");
}
