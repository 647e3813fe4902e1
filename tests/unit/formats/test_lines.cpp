// What stands in a line, in both formats: emphasis, links, check boxes, blanks, alignment, what keeps with what.
#include "support/catch.h"
#include "written.h"

using namespace Qt::Literals::StringLiterals;
using namespace written;
using formats::XmlNode;
using report::Paragraph;
using report::Run;

namespace
{

Paragraph of(const std::vector<Run> &runs)
{
    Paragraph paragraph;
    paragraph.runs = runs;
    return paragraph;
}

Run run(const QString &text, bool bold, bool italic, const QString &link = {})
{
    Run run = samples::text(text);
    run.bold = bold;
    run.italic = italic;
    run.link = link;
    return run;
}

Run special(Run::Type type, const QString &text = {})
{
    Run run;
    run.type = type;
    run.text = text;
    return run;
}

// The properties of the automatic style of the paragraph that begins with this text.
QString styleOf(const QString &content, const QString &text)
{
    const XmlNode root = formats::parseXml(content.toUtf8()).value();
    QString name;
    for (const XmlNode *paragraph : all(root, u"p"_s))
        if (paragraph->allText().startsWith(text))
            name = paragraph->attribute(u"style-name");
    for (const XmlNode *style : all(root, u"style"_s))
        if (style->attribute(u"name") == name)
            return QString::fromUtf8(formats::serializeXml(*style));
    return {};
}

} // namespace

TEST_CASE("bold and italic, alone and together, and nothing for plain text")
{
    const Paragraph line = of({run(u"simple"_s, false, false), run(u"gras"_s, true, false),
                               run(u"italique"_s, false, true), run(u"deux"_s, true, true)});
    const XmlNode word = docxTree(documentOf({line}));
    const auto looks = [](const XmlNode &each) {
        const XmlNode *properties = each.child(u"rPr");
        return QString(properties && properties->child(u"b") ? u"b"_s : QString()) +
               (properties && properties->child(u"i") ? u"i"_s : QString());
    };
    QStringList found;
    for (const XmlNode *each : all(word, u"r"_s))
        found << looks(*each);
    CHECK(found == QStringList{u""_s, u"b"_s, u"i"_s, u"bi"_s});
    const QString open = odtContent(documentOf({line}));
    CHECK(open.contains(u">simple<text:span"_s));
    CHECK(open.count(u"<text:span"_s) == 3);
    CHECK(open.contains(u"fo:font-weight=\"bold\" fo:font-style=\"italic\""_s));
}

TEST_CASE("equal looks share one automatic style of an OpenDocument")
{
    std::vector<report::Block> blocks;
    for (int i = 0; i < 50; ++i)
        blocks.push_back(of({run(u"gras"_s, true, false), run(u"lien"_s, true, false, u"https://exemple.fr"_s)}));
    const QString content = odtContent(documentOf(blocks));
    CHECK(content.count(u"style:family=\"text\""_s) == 2);
    CHECK(content.count(u"<text:span"_s) == 100);
}

TEST_CASE("a link is a link in both formats, with its look and its emphasis")
{
    const report::Document document = documentOf({of({run(u"le site"_s, true, false, u"https://exemple.fr/é"_s)})});
    const XmlNode word = docxTree(document);
    REQUIRE(count(word, u"hyperlink"_s) == 1);
    const XmlNode *link = all(word, u"hyperlink"_s).front();
    CHECK(link->allText() == u"le site"_s);
    CHECK(link->find({u"r", u"rPr", u"rStyle"}));
    CHECK(link->find({u"r", u"rPr", u"b"}));
    const QString open = odtContent(document);
    CHECK(open.contains(u"xlink:href=\"https://exemple.fr/%C3%A9\""_s));
    CHECK(open.contains(u"fo:font-weight=\"bold\""_s));
}

TEST_CASE("check boxes show their state and lead back to their field")
{
    Run ticked = special(Run::Type::CheckBox);
    ticked.checked = true;
    ticked.field = u"territoire/-/taille"_s;
    ticked.label = u"Taille 1"_s;
    const report::Document document =
        documentOf({of({ticked, samples::text(u" Taille 1"_s), special(Run::Type::CheckBox)})});
    const XmlNode word = docxTree(document);
    REQUIRE(count(word, u"checkbox"_s) == 2);
    CHECK(all(word, u"checked"_s)[0]->attribute(u"val") == u"1");
    CHECK(all(word, u"checked"_s)[1]->attribute(u"val") == u"0");
    CHECK(all(word, u"alias"_s).front()->attribute(u"val") == u"Taille 1");
    CHECK(count(word, u"tag"_s) == 1); // the other has no field
    CHECK(docxText(word) == u"☒ Taille 1☐"_s);
    CHECK(odtText(odtTree(document)).contains(u"☒"_s));
}

TEST_CASE("an empty field has room to click, and no word, a full one is not a placeholder")
{
    const QString field = u"structure/-/nom"_s;
    const QString empty = docxBody(documentOf({of({samples::text({}, field, u"Nom"_s)})}));
    CHECK(empty.contains(u"<w:showingPlcHdr/>"_s));
    CHECK(empty.contains(QString(8, QChar::Nbsp)));
    CHECK(docxWords(empty).isEmpty());
    CHECK_FALSE(docxBody(documentOf({of({samples::text(u"x"_s, field)})})).contains(u"showingPlcHdr"_s));
    const QString longLabel = docxBody(documentOf({of({samples::text(u"x"_s, field, u"libellé "_s.repeated(30))})}));
    const XmlNode root = formats::parseXml(longLabel.toUtf8()).value();
    CHECK(all(root, u"alias"_s).front()->attribute(u"val").size() <= 64); // what Word allows
}

TEST_CASE("blanks reach the margin, each line its own")
{
    const Paragraph line = of({special(Run::Type::Blank, u"Nom : "_s), special(Run::Type::LineBreak),
                               special(Run::Type::Blank, u"Date : "_s), special(Run::Type::Blank, u"Lieu : "_s)});
    const XmlNode word = docxTree(documentOf({line}));
    const XmlNode *tabs = all(word, u"tabs"_s).front();
    REQUIRE(tabs->children.size() == 2);
    CHECK(tabs->children[0].attribute(u"pos").toInt() * 2 ==
          Approx(tabs->children[1].attribute(u"pos").toInt()).margin(2));
    CHECK(tabs->children[1].attribute(u"pos").toInt() == Approx(9638).margin(2)); // 17 cm
    CHECK(count(word, u"tab"_s) == 2 + 4);                                        // stops, then two a line
    CHECK(count(odtTree(documentOf({line})), u"tab"_s) == 4);
}

TEST_CASE("alignment and what keeps with the next are said where they differ from the style")
{
    Paragraph centred = samples::paragraph(u"centre"_s);
    centred.alignment = Paragraph::Alignment::Center;
    Paragraph right = samples::paragraph(u"droite"_s);
    right.alignment = Paragraph::Alignment::Right;
    Paragraph kept = samples::paragraph(u"garde"_s);
    kept.keepWithNext = true;
    const report::Document document = documentOf({centred, right, kept, samples::paragraph(u"rien"_s)});
    const QString word = docxBody(document);
    CHECK(word.count(u"<w:jc w:val=\"center\"/>"_s) == 1);
    CHECK(word.count(u"<w:jc w:val=\"right\"/>"_s) == 1);
    CHECK(word.count(u"<w:keepNext/>"_s) == 1);
    const QString open = odtContent(document);
    CHECK(styleOf(open, u"centre"_s).contains(u"fo:text-align=\"center\""_s));
    CHECK(styleOf(open, u"droite"_s).contains(u"fo:text-align=\"end\""_s));
    CHECK(styleOf(open, u"garde"_s).contains(u"fo:keep-with-next=\"always\""_s));
    CHECK(styleOf(open, u"rien"_s).isEmpty()); // the named style is enough
}

TEST_CASE("each role has its named style in both formats")
{
    using Role = Paragraph::Role;
    const std::vector<std::tuple<Role, QString, QString>> roles{
        {Role::Body, u"BodyText"_s, u"Text_20_body"_s},
        {Role::Guidance, u"Consigne"_s, u"Consigne"_s},
        {Role::Note, u"Note"_s, u"Note"_s},
        {Role::TableCell, u"Cellule"_s, u"Table_20_Contents"_s}};
    for (const auto &[role, word, writer] : roles) {
        const report::Document document = documentOf({samples::paragraph(u"x"_s, role)});
        CHECK(docxBody(document).contains(u"<w:pStyle w:val=\"%1\"/>"_s.arg(word)));
        CHECK(odtContent(document).contains(u"<text:p text:style-name=\"%1\">x<"_s.arg(writer)));
    }
}

TEST_CASE("headings: levels outside one to three take the nearest, with outline and anchor in both formats")
{
    for (const auto &[level, shown] : {std::pair{-1, 1}, {0, 1}, {1, 1}, {2, 2}, {3, 3}, {9, 3}}) {
        const report::Document document = documentOf({samples::heading(level, u"Titre"_s, u"ancre"_s)});
        CHECK(docxBody(document).contains(u"<w:outlineLvl w:val=\"%1\"/>"_s.arg(shown - 1)));
        const QString open = odtContent(document);
        CHECK(open.contains(u"text:outline-level=\"%1\""_s.arg(shown)));
        CHECK(open.count(u"text:name=\"ancre\""_s) == 2); // start and end
    }
    const report::Document nameless = documentOf({samples::heading(1, u"Titre"_s, {})});
    CHECK_FALSE(docxBody(nameless).contains(u"bookmarkStart"_s));
    CHECK_FALSE(odtContent(nameless).contains(u"bookmark-start"_s));
}

TEST_CASE("two tables that follow each other stay two, and text stands off a table")
{
    report::Table table;
    table.columns = {1};
    table.rows = {samples::row({u"x"_s})};
    const XmlNode word = docxTree(documentOf({table, table, samples::paragraph(u"après"_s)}));
    REQUIRE(count(word, u"tbl"_s) == 2);
    const XmlNode *body = word.child(u"body");
    QStringList order;
    for (const XmlNode &child : body->children)
        order << child.localName;
    CHECK(order == QStringList{u"tbl"_s, u"p"_s, u"tbl"_s, u"p"_s, u"sectPr"_s});
    CHECK(body->children[3].find({u"pPr", u"spacing"})->attribute(u"before").toInt() > 0);
    // Word wants a paragraph after the last table of a text.
    const XmlNode last = docxTree(documentOf({table}));
    CHECK(last.child(u"body")->children[1].localName == u"p");
}

TEST_CASE("a list has room after it where a sentence or a table follows, none between its items or before a title")
{
    const auto spaces = [](std::vector<report::Block> blocks) {
        const report::Document document = documentOf(std::move(blocks));
        const int docx = int(docxBody(document).count(u"<w:spacing w:after=\"120\"/>"_s));
        CHECK(odtContent(document).count(u"fo:margin-bottom=\"6pt\""_s) == docx); // one style
        return docx;
    };
    const report::Heading title{2, {samples::text(u"Titre"_s)}, u"t"_s, false};
    report::Table table;
    table.columns = {1};
    table.description = u"T"_s;
    table.rows.push_back(samples::row({u"a"_s}));
    CHECK(spaces({item(u"un"_s, 1), item(u"deux"_s, 1), samples::paragraph(u"La suite"_s)}) == 1);
    CHECK(spaces({item(u"un"_s, 1), item(u"deux"_s, 2), table}) == 1);
    CHECK(spaces({item(u"un"_s, 1), item(u"deux"_s, 1)}) == 0);
    CHECK(spaces({item(u"un"_s, 1), title}) == 0);
    CHECK(spaces({samples::paragraph(u"a"_s), samples::paragraph(u"b"_s)}) == 0);
}

TEST_CASE("the third level of bullets has its own mark and indent in both formats")
{
    const report::Document document =
        documentOf({item(u"objectif"_s, 1), item(u"indicateur"_s, 2), item(u"justificatif"_s, 3), item(u"autre"_s, 2)});
    const QString docx = docxBody(document);
    CHECK(docx.count(u"<w:ilvl w:val=\"2\"/>"_s) == 1);
    CHECK(docx.count(u"<w:ind w:left=\"1080\" w:hanging=\"360\"/>"_s) == 1);
    const QString odt = odtContent(document);
    CHECK(odt.count(u"<text:list"_s) - odt.count(u"<text:list-item"_s) == 3);
    CHECK(odt.count(u"<text:list-item"_s) == odt.count(u"</text:list-item>"_s));
    CHECK(odtWords(odt) == QStringList{u"objectif"_s, u"indicateur"_s, u"justificatif"_s, u"autre"_s});
}

TEST_CASE("a title under a band stands apart from it, in another colour")
{
    const report::Heading band{1, {samples::text(u"PARTIE RÉSERVÉE"_s)}, u"b"_s, true};
    const report::Heading first{1, {samples::text(u"1) IDENTIFICATION"_s)}, u"i"_s, false};
    const report::Document document = documentOf({band, first, samples::paragraph(u"x"_s), first});
    CHECK(docxBody(document).count(u"w:line=\"160\" w:lineRule=\"exact\""_s) == 1);
    CHECK(odtContent(document).count(u"fo:line-height=\"0.282cm\" fo:keep-with-next=\"always\""_s) == 1);
    CHECK(docxBody(documentOf({first, first})).count(u"w:lineRule=\"exact\""_s) == 0);
    const QString styles = QString::fromUtf8(samples::part(odt(document), u"styles.xml"_s));
    const auto ground = [&styles](const QString &name) {
        const qsizetype at = styles.indexOf(u"style:name=\"%1\""_s.arg(name));
        return styles.mid(styles.indexOf(u"fo:background-color"_s, at) + 21, 7);
    };
    CHECK(ground(u"Bandeau"_s) == u"#D5DEE1");
    CHECK(ground(u"Heading_20_1"_s) == u"#E3F1F0");
}

TEST_CASE("under a table that ends the text stands the lowest line there is")
{
    report::Table table;
    table.columns = {1};
    table.description = u"T"_s;
    table.rows.push_back(samples::row({u"a"_s}));
    CHECK(docxBody(documentOf({table})).contains(u"w:line=\"20\" w:lineRule=\"exact\""_s));
    const QString odt = odtContent(documentOf({table}));
    CHECK(odt.contains(u"fo:line-height=\"0.002cm\""_s));
    CHECK(odt.contains(u"fo:margin-bottom=\"0cm\""_s));
    CHECK_FALSE(odtContent(documentOf({table, samples::paragraph(u"x"_s)})).contains(u"fo:line-height=\"0.002cm\""_s));
}

TEST_CASE("Writer is told to keep a row with the next one, and to lay out the rest as it does by itself")
{
    const QString settings = QString::fromUtf8(samples::part(odt(samples::small()), u"settings.xml"_s));
    CHECK(settings.contains(u"config:name=\"TableRowKeep\" config:type=\"boolean\">true<"_s));
    CHECK(settings.contains(u"config:name=\"UseFormerLineSpacing\" config:type=\"boolean\">false<"_s));
    const QString manifest = QString::fromUtf8(samples::part(odt(samples::small()), u"META-INF/manifest.xml"_s));
    CHECK(manifest.contains(u"settings.xml"_s));
}
