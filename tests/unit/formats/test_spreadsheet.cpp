// Cells of any kind as files of a spreadsheet: what a person typed is never run, numbers are numbers, dates are dates.
#include "formats/sheet_rows.h"
#include "formats/spreadsheet.h"
#include "formats/xmltree.h"
#include "formats/zip.h"
#include "support/catch.h"

#include <limits>

using namespace Qt::Literals::StringLiterals;
using domain::Value;
using formats::Sheet;
using formats::SheetColumn;

namespace
{

using Type = SheetColumn::Type;

Sheet one(const Value &value, Type type = Type::Text)
{
    return {u"Feuille"_s, {{u"Titre"_s, type, 14}}, {{value}}};
}

// The one cell, as it stands in the text.
QString csv(const Value &value, Type type = Type::Text)
{
    const QByteArray bytes = formats::writeCsv(one(value, type));
    REQUIRE(bytes.startsWith("\xEF\xBB\xBF\"Titre\"\r\n"));
    REQUIRE(bytes.endsWith("\r\n"));
    return QString::fromUtf8(bytes.mid(12).chopped(2));
}

QByteArray partOf(const std::vector<Sheet> &sheets, const QString &path)
{
    const auto file = formats::writeXlsx(sheets, {u"Plan"_s, u"CPTS"_s, QDate(2027, 3, 12)});
    REQUIRE(file);
    const auto parts = formats::readZip(file.value());
    REQUIRE(parts);
    for (const auto &part : parts.value())
        if (part.path == path)
            return part.bytes;
    return {};
}

QString textsOf(const std::vector<Sheet> &sheets)
{
    const auto root = formats::parseXml(partOf(sheets, u"xl/sharedStrings.xml"_s));
    REQUIRE(root);
    return root.value().allText();
}

QByteArray sheetOf(const Value &value, Type type)
{
    return partOf({one(value, type)}, u"xl/worksheets/sheet1.xml"_s);
}

} // namespace

TEST_CASE("a text that a spreadsheet would run comes after an apostrophe, any other stands as it was typed")
{
    const struct {
        QString typed;
        QString written;
    } cases[] = {
        {u"Dépistage"_s, u"\"Dépistage\""_s},
        {u"=1+1"_s, u"\"'=1+1\""_s},
        {u"=HYPERLINK(\"http://x\")"_s, u"\"'=HYPERLINK(\"\"http://x\"\")\""_s},
        {u"+33 4 00"_s, u"\"'+33 4 00\""_s},
        {u"- un tiret"_s, u"\"'- un tiret\""_s},
        {u"@SUM(A1)"_s, u"\"'@SUM(A1)\""_s},
        {u"\t=1"_s, u"\"'\t=1\""_s},
        {u"\r=1"_s, u"\"'\r=1\""_s},
        {u"a=1"_s, u"\"a=1\""_s},
        {u"un ; deux"_s, u"\"un ; deux\""_s},
        {u"dit « \"oui\" »"_s, u"\"dit « \"\"oui\"\" »\""_s},
        {u"deux\nlignes"_s, u"\"deux\nlignes\""_s},
        {u"🙂 \u05E9"_s, u"\"🙂 \u05E9\""_s},
        {QString(), QString()},
    };
    for (const auto &each : cases) {
        INFO(each.typed.toStdString());
        CHECK(csv(each.typed) == each.written);
    }
    const Sheet titled{u"F"_s, {{u"=1+1"_s, Type::Text, 14}}, {}};
    CHECK(formats::writeCsv(titled) == "\xEF\xBB\xBF\"'=1+1\"\r\n");
}

TEST_CASE("a number is written in full, with a decimal comma and nothing between its digits")
{
    const struct {
        double number;
        QString written;
    } cases[] = {{0, u"0"_s},
                 {12.5, u"12,5"_s},
                 {-0.25, u"-0,25"_s},
                 {1'000, u"1000"_s},
                 {40'000, u"40000"_s},
                 {1'000'000, u"1000000"_s},
                 {20'000'000, u"20000000"_s},
                 {1'234'567.89, u"1234567,89"_s},
                 {0.000'012'5, u"0,0000125"_s},
                 {0.1, u"0,1"_s}};
    for (const auto &each : cases) {
        INFO(each.number);
        CHECK(csv(each.number, Type::Euros) == each.written);
    }
    CHECK(csv(qint64(1'000'000), Type::Integer) == u"1000000");
    CHECK(csv(std::numeric_limits<qint64>::min(), Type::Integer) == u"-9223372036854775808");
    CHECK(csv(std::numeric_limits<double>::infinity(), Type::Decimal).isEmpty());
    CHECK(csv(std::numeric_limits<double>::quiet_NaN(), Type::Decimal).isEmpty());
    CHECK(csv(QDate(2027, 12, 31), Type::Date) == u"31/12/2027");
    CHECK(csv(Value(), Type::Date).isEmpty());
}

TEST_CASE("a table has as many cells in each line as it has columns, empty ones too")
{
    Sheet sheet{u"F"_s, {{u"A"_s}, {u"B"_s, Type::Integer}, {u"C"_s, Type::Date}}, {}};
    sheet.rows.push_back({Value(), Value(), Value()});
    sheet.rows.push_back({u"x"_s, qint64(1), QDate(2027, 1, 2)});
    const QStringList lines = QString::fromUtf8(formats::writeCsv(sheet)).split(u"\r\n"_s);
    REQUIRE(lines.size() == 4);
    for (int line = 0; line < 3; ++line)
        CHECK(lines.at(line).count(u';') == 2);
    CHECK(lines.at(1) == u";;");
    CHECK(lines.at(2) == u"\"x\";1;02/01/2027");
}

TEST_CASE("a workbook holds texts as texts, never a formula nor a link")
{
    for (const QString &typed : {u"=1+1"_s, u"+1"_s, u"@x"_s, u"http://exemple.fr"_s, u"<f>1</f>"_s, u"a & b"_s,
                                 u"deux\nlignes"_s, u"🙂 \u05E9\u05DC"_s, u"   bords   "_s}) {
        INFO(typed.toStdString());
        CHECK(textsOf({one(typed)}).contains(typed));
        const QByteArray sheet = sheetOf(typed, Type::Text);
        CHECK_FALSE(sheet.contains("<f>"));
        CHECK_FALSE(sheet.contains("hyperlink"));
    }
}

TEST_CASE("a workbook holds numbers and dates as such, and nothing where nothing is known")
{
    CHECK(sheetOf(12.5, Type::Euros).contains("<v>12.5</v>"));
    CHECK(sheetOf(qint64(-3), Type::Integer).contains("<v>-3</v>"));
    CHECK(sheetOf(QDate(2027, 3, 12), Type::Date).contains("<v>46458</v>"));
    // Before the calendar of spreadsheets: words.
    CHECK(textsOf({one(QDate(1850, 1, 2), Type::Date)}).contains(u"02/01/1850"));
    for (const Value &nothing : {Value(), Value(QString()), Value(std::numeric_limits<double>::quiet_NaN()),
                                 Value(std::numeric_limits<double>::infinity())})
        CHECK_FALSE(sheetOf(nothing, Type::Decimal).contains("r=\"A2\""));
}

TEST_CASE("a text too long for a cell is cut, and says where the rest is")
{
    const QString texts = textsOf({one(QString(40'000, u'é'))});
    CHECK(texts.contains(u"… (la suite est dans le projet)"));
    CHECK(texts.size() < 32'767);
    CHECK(textsOf({one(QString(32'000, u'é'))}).contains(QString(32'000, u'é')));
}

TEST_CASE("characters that no workbook can hold are left out, their neighbours stay")
{
    const QString texts = textsOf({one(u"a\u0001b"_s + QChar(0xD800) + u"c\uFFFFd"_s)});
    CHECK(texts.contains(u"ab"));
    CHECK(texts.contains(u"d"));
    CHECK_FALSE(texts.contains(QChar(1)));
}

TEST_CASE("a sheet that can't have its name gives a sentence, not half a workbook")
{
    for (const QString &name : {u"a/b"_s, u"[x]"_s, u"a?"_s}) {
        INFO(name.toStdString());
        const auto refused = formats::writeXlsx({{name, {{u"A"_s}}, {}}}, {});
        REQUIRE_FALSE(refused.ok());
        CHECK(refused.error().message.startsWith(u"Le classeur n’a pas pu être créé."_s));
    }
    const Sheet twice{u"Fiches"_s, {{u"A"_s}}, {}};
    CHECK_FALSE(formats::writeXlsx({twice, twice}, {}).ok());
    CHECK(formats::writeXlsx({{QString(50, u'x'), {{u"A"_s}}, {}}}, {}).ok());
}

TEST_CASE("the same sheets give the same bytes")
{
    const std::vector<Sheet> sheets{one(u"x"_s), {u"Vide"_s, {{u"A"_s}, {u"B"_s, Type::Date}}, {}}};
    const formats::SheetProperties about{u"Plan"_s, u"CPTS"_s, QDate(2027, 3, 12)};
    CHECK(formats::writeXlsx(sheets, about).value() == formats::writeXlsx(sheets, about).value());
    CHECK(formats::writeCsv(sheets.front()) == formats::writeCsv(sheets.front()));
}

namespace
{

// Points, of the row that spreadsheets call `number`.
double heightOf(const QByteArray &sheet, int number)
{
    const auto root = formats::parseXml(sheet);
    REQUIRE(root);
    double height = 0;
    formats::forEachElement(root.value(), [&](const formats::XmlNode &node) {
        if (node.localName == u"row" && node.attribute(u"r").toInt() == number)
            height = node.attribute(u"ht").toDouble();
    });
    return height;
}

QByteArray firstSheet(const Sheet &sheet)
{
    return partOf({sheet}, u"xl/worksheets/sheet1.xml"_s);
}

} // namespace

TEST_CASE("each row is written as tall as its longest text")
{
    const QString sentence = u"Une demande unique pour trouver un médecin traitant dans les vallées"_s;
    Sheet sheet{u"F"_s, {{u"N°"_s, Type::Integer, 5}, {u"Action"_s, Type::Text, 20}}, {}};
    sheet.rows = {{qint64(1), u"court"_s}, {qint64(2), sentence}, {Value(), u"a\nb\nc"_s}, {Value(), Value()}};
    const QByteArray written = firstSheet(sheet);
    const double line = heightOf(written, 2);
    CHECK(line > 12);
    CHECK(line < 20);
    CHECK(heightOf(written, 3) > 3 * line); // 68 characters in a column of 20: four lines
    CHECK(heightOf(written, 3) < 5 * line);
    CHECK(heightOf(written, 4) > 2.4 * line);
    CHECK(heightOf(written, 5) == line);
    // A title that wraps is not clipped by its filter's button.
    Sheet titled{u"F"_s, {{u"Fin de la dernière étape"_s, Type::Date, 12}}, {}};
    CHECK(heightOf(firstSheet(titled), 1) > 2.5 * 12.8);
    // Excel has no taller row.
    CHECK(heightOf(firstSheet({u"F"_s, {{u"A"_s}}, {{QString(30'000, u'é')}}}), 2) == 409);
}

TEST_CASE("lines are counted as a spreadsheet breaks them")
{
    CHECK(formats::sheetLines({}, 20) == 1);
    CHECK(formats::sheetLines(u"a\n\nb"_s, 20) == 3);
    CHECK(formats::sheetLines(QString(20, u'0'), 22) == 1);
    CHECK(formats::sheetLines(QString(60, u'0'), 22) == 3);                  // a word is cut
    CHECK(formats::sheetLines(u"un deux trois quatre cinq six"_s, 10) == 3); // at its spaces
    CHECK(formats::sheetLines(u"iiiiiiiiiiiiiiiiiiiiiiii"_s, 14) == 1);      // narrow letters
    CHECK(formats::sheetLines(u"WWWWWWWWWWWWWWWWWWWWWWWW"_s, 14) > 2);       // wide ones
    CHECK(formats::sheetLines(u"a b c d e f g h i j"_s, 0) > 1);             // nearly no room: it ends
    CHECK(formats::sheetLines(u"Étapes"_s, 9, true) == 1);
    CHECK(formats::sheetLines(u"Étapes faites"_s, 9, true, 4.5) == 2);
}

TEST_CASE("paper: rules between the cells, A3 for a sheet that A4 would make too small")
{
    const auto paperOf = [](double width) {
        const auto root = formats::parseXml(firstSheet({u"F"_s, {{u"A"_s, Type::Text, width}}, {}}));
        REQUIRE(root);
        QString paper;
        formats::forEachElement(root.value(), [&](const formats::XmlNode &node) {
            if (node.localName == u"pageSetup")
                paper = node.attribute(u"paperSize") + node.attribute(u"orientation");
        });
        return paper;
    };
    CHECK(paperOf(120) == u"9landscape");
    CHECK(paperOf(220) == u"8landscape");
    CHECK(firstSheet(one(u"x"_s)).contains("gridLines=\"1\""));
}

TEST_CASE("a negative figure has its minus, a whole one no comma, dates and counts stand apart from their neighbours")
{
    Sheet sheet{
        u"F"_s, {{u"A"_s, Type::Decimal}, {u"B"_s, Type::Decimal}, {u"C"_s, Type::Date}, {u"D"_s, Type::Euros}}, {}};
    sheet.rows = {{150.0, 12.5, QDate(2027, 3, 12), -65'000.0}};
    const auto styles = formats::parseXml(partOf({sheet}, u"xl/styles.xml"_s));
    REQUIRE(styles);
    QStringList patterns;
    int minus = 0;
    formats::forEachElement(styles.value(), [&](const formats::XmlNode &node) {
        if (node.localName == u"numFmt")
            patterns << node.attribute(u"formatCode");
    });
    for (const QString &pattern : patterns)
        minus += pattern.contains(u";\"−\"#") ? 1 : 0;
    CHECK(minus == 3); // whole, decimal, euros: not dates
    const auto root = formats::parseXml(firstSheet(sheet));
    REQUIRE(root);
    QStringList looks;
    formats::forEachElement(root.value(), [&](const formats::XmlNode &node) {
        if (node.localName == u"c" && node.attribute(u"r").endsWith(u'2'))
            looks << node.attribute(u"s");
    });
    REQUIRE(looks.size() == 4);
    CHECK(looks[0] != looks[1]);
    CHECK(partOf({sheet}, u"xl/styles.xml"_s).contains("horizontal=\"center\""));
}

TEST_CASE("the row of totals is set apart, across its empty cells too")
{
    Sheet sheet{u"F"_s, {{u"Année"_s}, {u"Prévu"_s, Type::Euros}, {u"Versé"_s, Type::Euros}}, {}};
    sheet.rows = {{u"2027"_s, 10.0, Value()}, {u"Total"_s, 10.0, Value()}};
    CHECK_FALSE(firstSheet(sheet).contains("r=\"C3\""));
    sheet.total = true;
    const QByteArray written = firstSheet(sheet);
    CHECK(written.contains("r=\"C3\""));
    CHECK_FALSE(written.contains("r=\"C2\""));
    CHECK(partOf({sheet}, u"xl/styles.xml"_s).contains("<top style=\"medium\">"));
}

TEST_CASE("a workbook says its title, its author and its language")
{
    const QByteArray about = partOf({one(u"x"_s)}, u"docProps/core.xml"_s);
    CHECK(about.contains("<dc:title>Plan</dc:title>"));
    CHECK(about.contains("<dc:creator>CPTS</dc:creator>"));
    CHECK(about.contains("<dc:language>fr-FR</dc:language>"));
}
