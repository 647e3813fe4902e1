// XLSX workbooks: what people's spreadsheets write, and what attackers do.
#include "imports/workbook.h"
#include "packages.h"
#include "support/catch.h"

#include <random>

using namespace Qt::Literals::StringLiterals;
using imports::SheetCell;
using Kind = SheetCell::Kind;

namespace
{

base::Result<imports::Workbook> opened(const QByteArray &bytes, const imports::SheetLimits &limits = {})
{
    const QString what = u"Le fichier « x.xlsx »"_s;
    auto archive = imports::Archive::open(bytes, what);
    if (!archive)
        return archive.error();
    return imports::Workbook::open(archive.value(), what, limits);
}

struct Content {
    std::vector<imports::SheetRow> rows;
    std::optional<base::Error> error;
};

Content content(const QByteArray &bytes, qsizetype sheet = 0, const imports::SheetLimits &limits = {})
{
    Content all;
    const auto book = opened(bytes, limits);
    if (!book) {
        all.error = book.error();
        return all;
    }
    auto reader = book.value().read(sheet);
    if (!reader) {
        all.error = reader.error();
        return all;
    }
    imports::SheetRow row;
    while (reader.value()->next(row))
        all.rows.push_back(row);
    all.error = reader.value()->error();
    return all;
}

QByteArray sheetOf(const QByteArray &data)
{
    return packages::workbookWith({{u"F"_s, {}}}, u"xl/worksheets/sheet1.xml"_s,
                                  "<worksheet><sheetData>" + data + "</sheetData></worksheet>");
}

} // namespace

TEST_CASE("Every kind of cell, and sheets by their names")
{
    const QByteArray bytes = packages::workbook({{u"Lisez-moi"_s, {{u"Notes"_s}}},
                                                 {u"Données & Cie"_s,
                                                  {{u"Été"_s, u"t:en ligne"_s, u"12.5"_s, u"@45000"_s, u"b:1"_s,
                                                    u"e:#N/A"_s, u"=A1*2|25"_s, u""_s, u"fin"_s}}}});
    const auto book = opened(bytes);
    REQUIRE(book);
    CHECK(book.value().sheets() == QStringList{u"Lisez-moi"_s, u"Données & Cie"_s});
    const auto sheet = content(bytes, 1);
    REQUIRE(sheet.rows.size() == 1);
    const auto &cells = sheet.rows[0].cells;
    REQUIRE(cells.size() == 9);
    CHECK(cells[0].text == u"Été"_s);
    CHECK(cells[1].text == u"en ligne"_s);
    CHECK((cells[2].kind == Kind::Number && cells[2].number == 12.5 && cells[2].text == u"12.5"_s));
    CHECK((cells[3].kind == Kind::Date && cells[3].date == QDate(2023, 3, 15) && cells[3].text == u"15/03/2023"_s));
    CHECK((cells[4].kind == Kind::Boolean && cells[4].text == u"oui"_s));
    CHECK((cells[5].kind == Kind::Error && cells[5].text == u"#N/A"_s));
    CHECK((cells[6].kind == Kind::Number && cells[6].text == u"25"_s)); // stored, not computed
    CHECK(cells[7].kind == Kind::Empty);
    CHECK(content(bytes, 7).error);
}

TEST_CASE("Rich texts, phonetic marks, cells and rows without addresses, other name spaces")
{
    auto parts = packages::workbookParts({{u"F"_s, {{u"a"_s}}}});
    for (auto &part : parts) {
        if (part.name == u"xl/sharedStrings.xml"_s)
            part.bytes = "<x:sst xmlns:x=\"s\"><x:si><x:r><x:t>ri</x:t></x:r><x:r><x:t xml:space=\"preserve\">che "
                         "</x:t></x:r><x:rPh><x:t>non</x:t></x:rPh></x:si></x:sst>";
        if (part.name == u"xl/worksheets/sheet1.xml"_s)
            part.bytes =
                "<x:worksheet xmlns:x=\"s\"><x:sheetData><x:row><x:c t=\"s\"><x:v>0</x:v></x:c><x:c><x:v>7</x:v>"
                "</x:c></x:row><x:row r=\"9\"><x:c r=\"C9\" t=\"str\"><x:f>x</x:f><x:v>ab</x:v></x:c><x:c "
                "t=\"d\"><x:v>2024-01-02</x:v></x:c><x:c t=\"s\"><x:v>99</x:v></x:c></x:row></x:sheetData>"
                "</x:worksheet>";
    }
    const auto sheet = content(packages::zip(parts));
    CHECK_FALSE(sheet.error);
    REQUIRE(sheet.rows.size() == 2);
    CHECK(sheet.rows[0].cells[0].text == u"riche "_s);
    CHECK(sheet.rows[0].cells[1].text == u"7"_s);
    CHECK(sheet.rows[1].number == 9);
    REQUIRE(sheet.rows[1].cells.size() == 4); // the text that the table does not have is nothing
    CHECK(sheet.rows[1].cells[2].text == u"ab"_s);
    CHECK(sheet.rows[1].cells[3].date == QDate(2024, 1, 2));
}

TEST_CASE("Dates by the format of their cell, from 1900 or 1904")
{
    auto parts = packages::workbookParts({{u"F"_s, {{u"@1"_s, u"@45000.75"_s, u"@-3"_s, u"@99999999"_s, u"45000"_s}}}});
    const auto cells = content(packages::zip(parts)).rows.at(0).cells;
    CHECK(cells[1].date == QDate(2023, 3, 15));
    CHECK(cells[2].kind == Kind::Number);
    CHECK(cells[3].kind == Kind::Number);
    CHECK(cells[4].kind == Kind::Number);
    for (auto &part : parts)
        if (part.name == u"xl/workbook.xml"_s)
            part.bytes.replace("<sheets>", "<workbookPr date1904=\"1\"/><sheets>");
    CHECK(content(packages::zip(parts)).rows.at(0).cells[1].date == QDate(2027, 3, 16));
    for (auto &part : parts)
        if (part.name == u"xl/styles.xml"_s)
            part.bytes.replace("dd/mm/yyyy;@", "[h]:mm&quot;d&quot;");
    CHECK(content(packages::zip(parts)).rows.at(0).cells[1].kind == Kind::Number);
}

TEST_CASE("Entities, depth, far cells and endless sheets are refused")
{
    const QByteArray entity = "<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>"
                              "<worksheet><sheetData><row><c t=\"str\"><v>&e;</v></c></row></sheetData></worksheet>";
    const auto external = content(packages::workbookWith({{u"F"_s, {}}}, u"xl/worksheets/sheet1.xml"_s, entity));
    REQUIRE(external.error);
    CHECK(external.error->code == base::ErrorCode::Hostile);
    CHECK(content(packages::workbookWith({{u"F"_s, {}}}, u"xl/sharedStrings.xml"_s, entity)).error->code ==
          base::ErrorCode::Hostile);
    CHECK(content(sheetOf(QByteArray("<x>").repeated(300))).error->code == base::ErrorCode::Hostile);
    CHECK(content(sheetOf("<row r=\"1\"><c r=\"XFD1\"><v>1</v></c></row>")).error->code == base::ErrorCode::Hostile);
    CHECK_FALSE(content(sheetOf("<row r=\"1\"><c r=\"XFD1\" s=\"1\"/></row>")).error); // formatted, empty
    CHECK(content(sheetOf("<row r=\"1\"><c r=\"ZZZZZZZZZ1\"><v>1</v></c></row>")).error);
    CHECK(content(sheetOf("<row r=\"99999999\"><c><v>1</v></c></row>")).error);
    CHECK(content(sheetOf("<row r=\"-1\"><c><v>1</v></c></row>")).error);
    imports::SheetLimits limits;
    limits.cells = 100;
    CHECK(content(sheetOf(QByteArray("<row><c><v>1</v></c><c><v>2</v></c></row>").repeated(80)), 0, limits).error);
    limits.sharedText = 1000;
    CHECK(content(packages::workbook({{u"F"_s, {{QString(2000, u'x')}}}}), 0, limits).error->code ==
          base::ErrorCode::Hostile);
}

TEST_CASE("Other documents are told what to become")
{
    const auto why = [](const QString &name) { return opened(packages::zip({{name, "x"}})).error().message; };
    CHECK(why(u"content.xml"_s).contains(u"au format XLSX ou CSV"_s));
    CHECK(why(u"xl/workbook.bin"_s).contains(u"au format XLSX ou CSV"_s));
    CHECK(why(u"word/document.xml"_s).contains(u"traitement de texte"_s));
    CHECK(why(u"photo.png"_s).contains(u"n’est pas un classeur"_s));
    CHECK_FALSE(opened(packages::workbook({})));
}

TEST_CASE("Two thousand random damages: an answer each time, never a crash")
{
    const std::vector<packages::Sheet> sheets{
        {u"F"_s, {{u"Commune"_s, u"t:APL"_s, u"@45000"_s}, {u"04039"_s, u"2.5"_s, u"=A1|3"_s}, {u"x"_s, u"b:0"_s}}}};
    const auto good = packages::workbookParts(sheets);
    std::mt19937 random(7);
    int answers = 0;
    for (int round = 0; round < 2000; ++round) {
        auto parts = good;
        QByteArray &bytes = parts[1 + random() % (parts.size() - 1)].bytes;
        for (unsigned i = 0; i < 1 + random() % 5; ++i) {
            const auto at = qsizetype(random() % unsigned(bytes.size() + 1));
            switch (random() % 4) {
            case 0:
                bytes.insert(at, char(random() % 256));
                break;
            case 1:
                bytes.remove(at, qsizetype(random() % 30));
                break;
            case 2:
                bytes.insert(at, bytes.mid(at, 25));
                break;
            default:
                bytes.replace(at, 1, "99999999999");
            }
        }
        const auto read = content(packages::zip(parts));
        answers += read.error && !read.error->message.contains(u"Rien n’a été modifié"_s) ? 0 : 1;
    }
    CHECK(answers == 2000);
}
