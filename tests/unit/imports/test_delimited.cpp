#include "fixtures.h"
#include "imports/delimited.h"

using namespace Qt::Literals::StringLiterals;
using namespace imports;

namespace
{

const QString what = u"La liste"_s;

DelimitedTable table(const QString &text, const KnowsTitle &knowsTitle = {})
{
    auto read = readDelimited(text, what, knowsTitle);
    REQUIRE(read.ok());
    return read.value();
}

std::vector<DelimitedRow> rows(const QString &text, QChar separator = u';')
{
    const auto parsed = parseDelimited(text, separator, what, {});
    REQUIRE(parsed.ok());
    return parsed.value().rows;
}

bool knowsCommune(const QString &cell)
{
    return cell == u"Commune" || cell == u"Code";
}

} // namespace

TEST_CASE("Cells are cut at the separator and trimmed, blank rows are dropped")
{
    const auto read = rows(u"a; b ;c\r\n\r\n ; ;\n;d;\rlast"_s);
    REQUIRE(read.size() == 3);
    CHECK(read[0].cells == QStringList{u"a"_s, u"b"_s, u"c"_s});
    CHECK(read[1].cells == QStringList{u""_s, u"d"_s, u""_s});
    CHECK(read[1].line == 4);
    CHECK(read[2].cells == QStringList{u"last"_s});
    CHECK(read[2].line == 5);
}

TEST_CASE("Quoted cells keep separators, quotes and line ends, lines go on being counted")
{
    const auto read = rows(u"\"a;b\";\"dit \"\"oui\"\"\";\"un\r\ndeux\"\nfin;\"\";x\"y"_s);
    REQUIRE(read.size() == 2);
    CHECK(read[0].cells == QStringList{u"a;b"_s, u"dit \"oui\""_s, u"un\ndeux"_s});
    CHECK(read[1].line == 3);
    CHECK(read[1].cells == QStringList{u"fin"_s, u""_s, u"x\"y"_s});
}

TEST_CASE("A quote that nothing closes costs one remark, not the rest of the file")
{
    const auto parsed = parseDelimited(u"a;b\n\"c;d\ne;f\n", u';', what, {});
    REQUIRE(parsed.ok());
    REQUIRE(parsed.value().rows.size() == 3);
    CHECK(parsed.value().rows[1].cells == QStringList{u"\"c"_s, u"d"_s});
    REQUIRE(parsed.value().remarks.size() == 1);
    CHECK(parsed.value().remarks[0].line == 2);
    CHECK(parsed.value().remarks[0].sentence.contains(u"guillemet"_s));
}

TEST_CASE("A stray quote does not swallow the lines up to the next quoted cell")
{
    const auto parsed = parseDelimited(u"a;\"b\nc;d\ne;\"f;g\"\n", u';', what, {});
    REQUIRE(parsed.ok());
    REQUIRE(parsed.value().rows.size() == 3);
    CHECK(parsed.value().rows[0].cells == QStringList{u"a"_s, u"\"b"_s});
    CHECK(parsed.value().rows[2].cells == QStringList{u"e"_s, u"f;g"_s});
    CHECK(parsed.value().remarks.size() == 1);
}

TEST_CASE("Many quotes that nothing closes are read in linear time")
{
    QString text;
    for (int i = 0; i < 200'000; ++i)
        text += u"\"a;\"\"b\n"_s;
    const auto parsed = parseDelimited(text + u'"', u';', what, {});
    REQUIRE(parsed.ok());
    CHECK(parsed.value().rows.size() > 1);
}

TEST_CASE("Every separator is found, whatever the cells hold")
{
    for (const QChar separator : {u';', u',', u'\t', u'|'}) {
        const QString text = u"Commune%1Code\nAllos%1\"1;2,3|4\t5\"\nSenez%1x\n"_s.arg(separator);
        const auto read = table(text);
        CHECK(read.separator == separator);
        CHECK(read.rows.back().cells.size() == 2);
    }
    CHECK(table(u"a;1,5\nb;2,5\nc;3,5\n"_s).separator == u';');
    CHECK(table(u"Castellane\nAllos\nLa Garde, Var\n"_s).separator.isNull());
    CHECK(table(u"sep=|\na|b;c\n"_s).rows[0].cells == QStringList{u"a"_s, u"b;c"_s});
    CHECK(table(u"sep=|\na|b;c\n"_s).rows[0].line == 2);
}

TEST_CASE("Titles are found under a heading when they are known, and by their figures when they are not")
{
    const auto known =
        table(u"CPTS des Vallées;;\nmise à jour;;\nCode;Commune;Note;;\n04006;Allos;;;\n"_s, knowsCommune);
    CHECK(known.header == QStringList{u"Code"_s, u"Commune"_s, u"Note"_s});
    REQUIRE(known.rows.size() == 1);
    CHECK(known.rows[0].line == 4);
    CHECK(known.rows[0].cells.size() == 3);

    CHECK(table(u"Nom;Habitants\nAllos;812\nSenez;154\n"_s).header == QStringList{u"Nom"_s, u"Habitants"_s});
    CHECK(table(u"Allos;812\nSenez;154\n"_s).header.isEmpty());
    CHECK(table(u"Allos;Senez\nBarrême;Clumanc\n"_s).header.isEmpty());
    CHECK(table(u"Allos\nSenez\n"_s, knowsCommune).header.isEmpty());
    CHECK(table(u"Commune\nSenez\n"_s, knowsCommune).header == QStringList{u"Commune"_s});
}

TEST_CASE("Ragged rows are squared: filled up, or cut and told")
{
    const auto read = table(u"Code;Commune\n1\n2;b;;\n3;c;de trop\n"_s, knowsCommune);
    REQUIRE(read.rows.size() == 3);
    for (const DelimitedRow &row : read.rows)
        CHECK(row.cells.size() == 2);
    REQUIRE(read.remarks.size() == 1);
    CHECK(read.remarks[0].line == 4);
    CHECK(read.remarks[0].sentence.startsWith(u"3 cellules au lieu de 2"_s));
}

TEST_CASE("Formulas and guards are text")
{
    CHECK(rows(u"=1+1;@SUM(A1);-2"_s)[0].cells == QStringList{u"=1+1"_s, u"@SUM(A1)"_s, u"-2"_s});
    CHECK(plainCell(u"=HYPERLINK(\"http://x\";\"y\")"_s) == u"=HYPERLINK(\"http://x\";\"y\")"_s);
    CHECK(plainCell(u"=\"04120\""_s) == u"04120"_s);
    CHECK(plainCell(u"'=1+1"_s) == u"=1+1"_s);
    CHECK(plainCell(u"'-12"_s) == u"-12"_s);
    CHECK(plainCell(u"'s-Hertogenbosch"_s) == u"'s-Hertogenbosch"_s);
    CHECK(plainCell(u"="_s) == u"="_s);
}

TEST_CASE("Limits are kept, and the sentence names the line")
{
    DelimitedLimits limits;
    limits.columns = 3;
    limits.cell = 10;
    limits.cells = 8;
    const auto failing = [&limits](const QString &text) {
        const auto read = readDelimited(text, what, {}, limits);
        REQUIRE_FALSE(read.ok());
        CHECK(read.error().code == base::ErrorCode::Hostile);
        return read.error().message;
    };
    CHECK(failing(u"a;b\na;b;c;d\n"_s).contains(u"plus de 3 colonnes à la ligne 2"_s));
    CHECK(failing(u"a;b\nc;12345678901\n"_s).contains(u"ligne 2"_s));
    CHECK(failing(u"a;b\nc;d\ne;f\ng;h\ni;j\n"_s).contains(u"plus de 8 cellules à la ligne 5"_s));
    limits.bytes = 16;
    const auto large = readDelimited(QByteArray(17, 'a'), what, {}, limits);
    REQUIRE_FALSE(large.ok());
    CHECK(large.error().code == base::ErrorCode::Hostile);
    CHECK_FALSE(readDelimited(QString(17, u'a'), what, {}, limits).ok());
}

TEST_CASE("The limits of the program are those of its documentation")
{
    const DelimitedLimits limits;
    CHECK(limits.bytes == 64LL * 1024 * 1024);
    QString wide(1001, u';');
    CHECK_FALSE(readDelimited(u"a;b\n"_s + wide, what).ok());
    CHECK_FALSE(readDelimited(QString(1024 * 1024 + 1, u'a'), what).ok());
    CHECK(readDelimited(QString(1024 * 1024, u'a'), what).ok());
}

TEST_CASE("An empty list is said to be empty")
{
    for (const QByteArray &bytes :
         {QByteArray(), QByteArray("\n\n"), QByteArray("\xEF\xBB\xBF"), QByteArray(" ;;\n;;")}) {
        const auto read = readDelimited(bytes, what);
        REQUIRE_FALSE(read.ok());
        CHECK(read.error().message == u"La liste est vide. Rien n’a été modifié."_s);
    }
}

TEST_CASE("Damaged characters are told with their line")
{
    QByteArray bytes = u"Commune;Note\nBarrême;été\nSaint-André;élu\nThorame;Ch"_s.toUtf8();
    bytes += "\xC3;";
    const auto read = readDelimited(bytes, what);
    REQUIRE(read.ok());
    REQUIRE_FALSE(read.value().remarks.empty());
    CHECK(read.value().remarks[0].line == 4);
}
