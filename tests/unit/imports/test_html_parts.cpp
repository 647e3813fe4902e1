// The parts of the reader of HTML, one by one: tags, looks, references, tables.
#include "imports/html_entities.h"
#include "imports/html_look.h"
#include "imports/html_table.h"
#include "imports/html_tokens.h"
#include "support/catch.h"

#include <QStringList>

using namespace imports;
using namespace Qt::Literals::StringLiterals;
using Type = HtmlToken::Type;

namespace
{

// "<p>", "</p>" and « text », as they come.
QStringList tokensOf(const QString &html)
{
    HtmlTokens tokens(html);
    QStringList found;
    for (HtmlToken token = tokens.next(); token.type != Type::End; token = tokens.next())
        found += token.type == Type::Open    ? u'<' + token.name + (token.closed ? u"/>"_s : u">"_s)
                 : token.type == Type::Close ? u"</"_s + token.name + u'>'
                                             : token.text;
    return found;
}

QHash<QString, QString> attributesOf(const QString &html)
{
    return HtmlTokens(html).next().attributes;
}

base::RichParagraph line(const QString &text, bool bold = false, int level = 0, int number = 0)
{
    return {{{text, bold}}, level, number};
}

// A table whose rows are given cell by cell.
HtmlTable tableOf(const std::vector<QStringList> &rows)
{
    HtmlTable table;
    for (const QStringList &row : rows) {
        table.beginRow();
        for (const QString &text : row) {
            table.beginCell(false, 1, 1);
            if (!text.isEmpty())
                table.cell()->lines.push_back(line(text));
        }
    }
    return table;
}

QString written(HtmlTable &table)
{
    return base::writeRichText(table.blocks());
}

} // namespace

TEST_CASE("Tags, text and what is passed over come in order")
{
    CHECK(tokensOf(u"a<b>c</b>d"_s) == QStringList{u"a"_s, u"<b>"_s, u"c"_s, u"</b>"_s, u"d"_s});
    CHECK(tokensOf(u"<P CLASS=x>A</P >"_s) == QStringList{u"<p>"_s, u"A"_s, u"</p>"_s});
    CHECK(tokensOf(u"<br/><o:p>x</o:p><svg />"_s) ==
          QStringList{u"<br/>"_s, u"<o:p>"_s, u"x"_s, u"</o:p>"_s, u"<svg/>"_s});
    CHECK(tokensOf(u"a<!--x--><!DOCTYPE html><?xml?><![if !vml]>b<!--[if gte mso 9]><p>non</p><![endif]-->c"_s) ==
          QStringList{u"a"_s, u"b"_s, u"c"_s});
    CHECK(tokensOf(QString()).isEmpty());
    CHECK(tokensOf(u"<!-- jamais fermé <p>x"_s).isEmpty());
}

TEST_CASE("A sign that begins no tag is text")
{
    CHECK(tokensOf(u"1 < 2"_s) == QStringList{u"1 < 2"_s});
    CHECK(tokensOf(u"<<<"_s) == QStringList{u"<<<"_s});
    CHECK(tokensOf(u"a </ b"_s) == QStringList{u"a </ b"_s});
    CHECK(tokensOf(u"<"_s) == QStringList{u"<"_s});
    CHECK(tokensOf(u"</"_s) == QStringList{u"</"_s});
    CHECK(tokensOf(u"<3 <b>x"_s) == QStringList{u"<3 "_s, u"<b>"_s, u"x"_s});
}

TEST_CASE("The content of scripts and style sheets is no HTML")
{
    CHECK(tokensOf(u"<script>if (a < b) '<p>';</script>x"_s) ==
          QStringList{u"<script>"_s, u"if (a < b) '<p>';"_s, u"</script>"_s, u"x"_s});
    CHECK(tokensOf(u"<STYLE>p > b {}</STYLE>x"_s) == QStringList{u"<style>"_s, u"p > b {}"_s, u"</style>"_s, u"x"_s});
    CHECK(tokensOf(u"<title>a<b</title>"_s) == QStringList{u"<title>"_s, u"a<b"_s, u"</title>"_s});
}

TEST_CASE("Attributes are read with any quotes, and only those that tell something")
{
    const auto attributes =
        attributesOf(u"<td  colspan=2 STYLE='font-weight:bold; a:\"b>c\"' class = \"xl65\" onclick=x() "
                     "src=\"file:///etc/passwd\" rowspan='3'nowrap start=\"&#52;\">"_s);
    CHECK(attributes.value(u"colspan"_s) == u"2");
    CHECK(attributes.value(u"style"_s) == u"font-weight:bold; a:\"b>c\"");
    CHECK(attributes.value(u"class"_s) == u"xl65");
    CHECK(attributes.value(u"rowspan"_s) == u"3");
    CHECK(attributes.value(u"start"_s) == u"4");
    CHECK(attributes.size() == 5);
    CHECK(attributesOf(u"<p style>"_s).isEmpty());
    CHECK(attributesOf(u"<p =x class=y/z>"_s).value(u"class"_s) == u"y/z");
    CHECK(attributesOf(u"<p class=\"jamais fermé>texte"_s).value(u"class"_s) == u"jamais fermé");
}

TEST_CASE("A style says bold, italic, hidden, and what Word says of its lists")
{
    for (const QString &bold :
         {u"font-weight:bold"_s, u"FONT-WEIGHT : 700"_s, u"a:b;font-weight:bolder;"_s, u"font-weight:600 !important"_s})
        CHECK(lookOf(bold).bold == true);
    for (const QString &light : {u"font-weight:normal"_s, u"font-weight:400"_s, u"font-weight: lighter"_s})
        CHECK(lookOf(light).bold == false);
    for (const QString &nothing :
         {u""_s, u"font-weight"_s, u"font-weight:inherit"_s, u"mso-bidi-font-weight:bold"_s, u"color:red;;:;"_s})
        CHECK_FALSE(lookOf(nothing).bold);
    CHECK(lookOf(u"font-style:italic"_s).italic == true);
    CHECK(lookOf(u"font-style:oblique 10deg"_s).italic == true);
    CHECK(lookOf(u"font-style:normal"_s).italic == false);
    for (const QString &hidden : {u"display:none"_s, u"visibility: hidden"_s, u"mso-hide:all"_s})
        CHECK(lookOf(hidden).hidden);
    CHECK_FALSE(lookOf(u"display:block"_s).hidden);
    CHECK(lookOf(u"mso-list:l0 level2 lfo1"_s).wordLevel == 2);
    CHECK(lookOf(u"mso-list:l0 level99999999999 lfo1"_s).wordLevel == 0);
    CHECK(lookOf(u"mso-list:Ignore"_s).wordLabel);
    CHECK_FALSE(lookOf(u"mso-list:l0 level1"_s).wordLabel);
}

TEST_CASE("What a nearer style says prevails, what it does not say stays")
{
    const HtmlLook both = joined(lookOf(u"font-weight:bold;font-style:italic"_s), lookOf(u"font-weight:normal"_s));
    CHECK(both.bold == false);
    CHECK(both.italic == true);
    CHECK(joined(lookOf(u"display:none"_s), lookOf(u"display:block"_s)).hidden);
}

TEST_CASE("The classes of a style sheet have their looks, other selectors none")
{
    const auto looks =
        classLooks(u"<!--table {font-weight:700}\n.xl65\n\t{font-weight:700;\n\ttext-align:center;}\n"
                   "p.x, .y {font-weight:700}\n.a .b {font-weight:700}\n.xl66 {font-style:italic}\n-->"_s);
    CHECK(looks.size() == 2);
    CHECK(looks.value(u"xl65"_s).bold == true);
    CHECK(looks.value(u"xl66"_s).italic == true);
    CHECK(classLooks(u"{}}}{{ . { .x"_s).isEmpty());
    CHECK(classLooks(u"<!--.premiere {font-weight:700}"_s).value(u"premiere"_s).bold == true);
}

TEST_CASE("Every reference of French texts is known")
{
    CHECK(withoutEntities(
              u"&agrave;&acirc;&ccedil;&egrave;&ecirc;&euml;&icirc;&iuml;&ocirc;&ugrave;&ucirc;&uuml;&yuml;"_s) ==
          u"àâçèêëîïôùûüÿ");
    CHECK(withoutEntities(u"&Agrave;&Ccedil;&Eacute;&Egrave;&Ecirc;&OElig;&oelig;&AElig;&aelig;&Yuml;"_s) ==
          u"ÀÇÉÈÊŒœÆæŸ");
    CHECK(withoutEntities(u"&laquo;&raquo;&lsquo;&rsquo;&ldquo;&rdquo;&hellip;&ndash;&mdash;&euro;&deg;&bull;"_s) ==
          u"«»‘’“”…–—€°•");
    CHECK(withoutEntities(u"&nbsp;&thinsp;"_s) == u"\u00A0\u202F");
    CHECK(withoutEntities(u"&sup2;&frac12;&times;&divide;&micro;&para;&middot;"_s) == u"²½×÷µ¶·");
    CHECK(withoutEntities(u"&#128;&#133;&#150;&#x92;&#156;"_s) == u"€…–’œ"); // Windows numbers
    CHECK(withoutEntities(u"&#x1F600;"_s) == u"😀");
    CHECK(withoutEntities(u"&amp;lt;"_s) == u"&lt;"); // once
}

TEST_CASE("Columns and rows that say nothing are not of the table")
{
    HtmlTable table = tableOf({{u"a"_s, {}, u"b"_s}, {{}, {}, {}}, {u"c"_s, {}, {}}});
    CHECK(written(table) == u"| a | b |\n| c |  |");
    HtmlTable ragged = tableOf({{u"a"_s}, {u"b"_s, u"c"_s, u"d"_s}, {}});
    CHECK(written(ragged) == u"| a |  |  |\n| b | c | d |");
    HtmlTable column = tableOf({{u"a"_s, {}}, {u"b"_s, {}}});
    CHECK(written(column) == u"a\nb");
    HtmlTable nothing = tableOf({{{}, {}}});
    CHECK(written(nothing).isEmpty());
    HtmlTable none;
    CHECK(written(none).isEmpty());
    CHECK(none.cell() == nullptr);
}

TEST_CASE("Cells that take several rows are those of each, those that take several columns leave the others empty")
{
    HtmlTable table;
    const auto cell = [&table](const QString &text, int columns, int rows) {
        table.beginCell(false, columns, rows);
        table.cell()->lines.push_back(line(text));
    };
    table.beginRow();
    cell(u"a"_s, 1, 3);
    cell(u"b"_s, 2, 1);
    table.beginRow();
    cell(u"c"_s, 1, 2);
    cell(u"d"_s, 1, 1);
    table.beginRow();
    cell(u"e"_s, 1, 1);
    table.beginRow();
    cell(u"f"_s, 1, 1);
    CHECK(written(table) == u"| a | b |  |\n| a | c | d |\n| a | c | e |\n| f |  |  |");
    CHECK(table.repeats());
}

TEST_CASE("Spans without measure take no memory and no time")
{
    HtmlTable table;
    for (int row = 0; row < 2000; ++row) {
        table.beginRow();
        table.beginCell(false, 2'000'000'000, 2'000'000'000);
        table.cell()->lines.push_back(line(u"x"_s));
        table.beginCell(false, -5, -5);
        table.cell()->lines.push_back(line(u"y"_s));
    }
    QString words;
    for (const base::RichBlock &block : table.blocks())
        words += base::writeRichText({block});
    CHECK(words.count(u'x') >= 2000); // some are repeated
    CHECK(words.size() < 60'000);
    CHECK(words.count(u'y') == 2000);
}

TEST_CASE("The first row names the columns when it is a header or all bold")
{
    const auto header = [](bool named, bool bold, int rows) {
        HtmlTable table;
        for (int row = 0; row < rows; ++row) {
            table.beginRow();
            for (const QString &text : {u"a"_s, u"b"_s}) {
                table.beginCell(named && row == 0, 1, 1);
                table.cell()->lines.push_back(line(text, bold && row == 0));
            }
        }
        const base::RichText blocks = table.blocks();
        return std::get<base::RichTable>(blocks.front());
    };
    CHECK(header(true, false, 2).header);
    CHECK(header(false, true, 2).header);
    CHECK_FALSE(header(false, true, 2).rows[0][0][0].bold); // a header is bold anyway
    CHECK_FALSE(header(false, false, 2).header);
    CHECK_FALSE(header(true, true, 1).header); // it would name nothing
    CHECK(header(false, true, 1).rows[0][0][0].bold);
}

TEST_CASE("A table inside a cell is words of the cell")
{
    HtmlTable table;
    table.beginRow();
    table.beginCell(false, 1, 1);
    table.cell()->lines.push_back(line(u"a"_s));
    table.nest();
    table.beginRow();
    table.beginCell(false, 1, 1);
    table.cell()->lines.push_back(line(u"b"_s));
    CHECK_FALSE(table.close()); // the one inside
    table.beginCell(false, 1, 1);
    table.cell()->lines.push_back(line(u"c"_s, false, 1, 2));
    table.cell()->lines.push_back(line(u"d"_s, false, 1));
    CHECK(table.close());
    CHECK(written(table) == u"| a b | 2. c – d |");
}
