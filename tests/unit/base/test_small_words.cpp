// Small words of a French text: units, dates, counts, lists, telephones. Each reading of one thing, none of another.
#include "base/rich_line.h"
#include "base/telephone.h"
#include "base/text.h"
#include "base/unit_words.h"
#include "base/written_date.h"
#include "support/catch.h"

#include <random>

using namespace base;
using namespace Qt::Literals::StringLiterals;

TEST_CASE("words that end with an s in the singular keep it")
{
    for (const QString &unit : {u"rendez-vous"_s, u"recours"_s, u"secours"_s, u"concours"_s, u"processus"_s, u"virus"_s,
                                u"relais"_s, u"succès"_s, u"devis"_s, u"permis"_s, u"bras"_s, u"campus"_s,
                                u"consensus"_s, u"procès"_s, u"discours"_s, u"abus"_s}) {
        INFO(unit.toStdString());
        CHECK(unitFor(1, unit) == unit);
        CHECK(unitFor(1, unit + u" pris"_s).startsWith(unit));
        CHECK(unitFor(2, unit) == unit);
    }
    CHECK(unitFor(1, u"recours aux urgences"_s) == u"recours aux urgences");
    CHECK(unitFor(1, u"Rendez-vous"_s) == u"Rendez-vous");
    CHECK(unitFor(1, u"personnes plus âgées"_s) == u"personne plus âgée");
    CHECK(unitFor(1, u"places en moins"_s) == u"place en moins");
}

TEST_CASE("participles that end with an s keep it, the others lose that of the plural")
{
    for (const auto &[plural, single] :
         std::initializer_list<std::pair<QString, QString>>{{u"dossiers transmis"_s, u"dossier transmis"_s},
                                                            {u"patients inclus"_s, u"patient inclus"_s},
                                                            {u"rendez-vous pris"_s, u"rendez-vous pris"_s},
                                                            {u"patients admis"_s, u"patient admis"_s},
                                                            {u"diplômes acquis"_s, u"diplôme acquis"_s},
                                                            {u"patients suivis"_s, u"patient suivi"_s},
                                                            {u"dossiers reçus"_s, u"dossier reçu"_s},
                                                            {u"créneaux pourvus"_s, u"créneau pourvu"_s},
                                                            {u"amis reçus"_s, u"ami reçu"_s}})
        CHECK(unitFor(1, plural) == single);
}

TEST_CASE("plurals in x take the singular too")
{
    CHECK(unitFor(1, u"réseaux"_s) == u"réseau");
    CHECK(unitFor(1, u"lieux d’accueil"_s) == u"lieu d’accueil");
    CHECK(unitFor(1, u"nouveaux patients"_s) == u"nouveau patient");
    CHECK(unitFor(1, u"journaux"_s) == u"journal");
    CHECK(unitFor(1, u"travaux"_s) == u"travail");
    for (const QString &alike : {u"taux"_s, u"prix"_s, u"choix"_s, u"voix"_s, u"six"_s})
        CHECK(unitFor(1, alike) == alike);
    CHECK(unitFor(3, u"réseaux"_s) == u"réseaux");
}

TEST_CASE("a unit in the singular stays in the singular, and agreeing twice is agreeing once")
{
    for (const QString &unit :
         {u"patients suivis par mois"_s, u"rendez-vous"_s, u"réseaux"_s, u"ateliers"_s, u"visites d’équipes"_s,
          u"protocoles signés"_s, u"%"_s, u"ans/personnes"_s, u"heures (cumulées)"_s}) {
        const QString once = unitFor(1, unit);
        INFO(unit.toStdString());
        CHECK(unitFor(1, once) == once);
        CHECK(unitFor(0.5, unit) == once);
        CHECK(unitFor(-1.99, unit) == once);
        CHECK(unitFor(-2, unit) == unit);
    }
}

TEST_CASE("a month is read when its beginning is of one month only")
{
    CHECK(writtenDate(u"3 juin 2027"_s) == QDate(2027, 6, 3));
    CHECK(writtenDate(u"3 juil. 2027"_s) == QDate(2027, 7, 3));
    CHECK(writtenDate(u"3 juill 2027"_s) == QDate(2027, 7, 3));
    CHECK_FALSE(writtenDate(u"3 jui 2027"_s)); // juin or juillet: nobody can tell
    CHECK_FALSE(writtenDate(u"3 jui. 27"_s));
    const QStringList starts{u"jan"_s,  u"fév"_s, u"mar"_s, u"avr"_s, u"mai"_s, u"juin"_s,
                             u"juil"_s, u"aoû"_s, u"sep"_s, u"oct"_s, u"nov"_s, u"déc"_s};
    for (int month = 1; month <= 12; ++month) {
        const QString start = starts.at(month - 1);
        INFO(start.toStdString());
        CHECK(writtenDate(u"2 %1 2027"_s.arg(start)) == QDate(2027, month, 2));
        CHECK(writtenDate(u"2 %1. 2027"_s.arg(start.toUpper())) == QDate(2027, month, 2));
        CHECK(writtenDate(u"2 %1 2027"_s.arg(fold(start))) == QDate(2027, month, 2));
    }
}

TEST_CASE("the twenty-ninth of February is of leap years, in every way of writing it")
{
    for (const auto &[year, leap] : std::initializer_list<std::pair<int, bool>>{
             {2024, true}, {2025, false}, {2027, false}, {2028, true}, {2100, false}, {2000, true}})
        for (const QString &form : {u"29/02/%1"_s, u"29 février %1"_s, u"29-2-%1"_s, u"%1-02-29"_s, u"29 fév. %1"_s}) {
            const QString text = form.arg(year);
            INFO(text.toStdString());
            CHECK(writtenDate(text).has_value() == leap);
            if (!form.startsWith(u'2'))
                CHECK(writtenDate(text).has_value() == QDate::isLeapYear(year));
        }
}

TEST_CASE("figures of other writings, signs and words too long are no date")
{
    for (const QString &text :
         {u"١٢/٠٣/٢٠٢٧"_s, u"１２/３/２０２７"_s, u"-1/3/2027"_s, u"12/3/20277"_s, u"123/3/2027"_s, u"12//2027"_s,
          u"12 mars mars 2027"_s, u"janvier 12 2027"_s, u"12 marsouin 2027"_s, u"12 ma 2027"_s,
          u"jeudi le 12 mars 2027"_s, QString(300, u'1')}) {
        INFO(text.toStdString());
        CHECK_FALSE(writtenDate(text));
    }
}

TEST_CASE("a year of two digits keeps its century whatever is around it")
{
    for (qint64 year = 0; year < 100; ++year)
        CHECK(wholeYear(year) == 2000 + year);
    for (const qint64 year : {-1LL, -27LL, 100LL, 2027LL, 9999LL})
        CHECK(wholeYear(year) == year);
}

TEST_CASE("counts agree from two on, in both ways from nothing, and lists have one « et »")
{
    for (const qint64 one : {-1LL, 0LL, 1LL})
        CHECK(frenchCount(one, u"jour"_s, u"jours"_s).endsWith(u" jour"_s));
    for (const qint64 many : {-2LL, 2LL, 1'000'000LL, std::numeric_limits<qint64>::max()})
        CHECK(frenchCount(many, u"jour"_s, u"jours"_s).endsWith(u" jours"_s));
    CHECK(frenchList({}).isEmpty());
    CHECK(frenchList({u"a"_s}) == u"a");
    CHECK(frenchList({u"a"_s, u"b"_s}) == u"a et b");
    QStringList many;
    for (int i = 0; i < 40; ++i)
        many << QString::number(i);
    CHECK(frenchList(many).count(u" et "_s) == 1);
    CHECK(frenchList(many).count(u", "_s) == 38);
    CHECK(frenchTime(QTime(0, 0)) == u"0\u00A0h\u00A000");
    CHECK(frenchTime(QTime(23, 59)) == u"23\u00A0h\u00A059");
}

TEST_CASE("words are counted the same however they are spaced, joined or quoted")
{
    CHECK(wordCount({}) == 0);
    CHECK(wordCount(u"— … « » !"_s) == 0);
    CHECK(wordCount(u"mot"_s) == 1);
    CHECK(wordCount(u"« mot »"_s) == 1);
    CHECK(wordCount(u"aujourd’hui"_s) == 1);
    CHECK(wordCount(u"un\u00A0deux\u202Ftrois\n\nquatre\tcinq"_s) == 5);
    CHECK(wordCount(u"porte-à-porte"_s) == 1);
    CHECK(wordCount(u"a - b"_s) == 2);
    const QString text = u"Les soins non programmés, l’été, à 12 %."_s;
    CHECK(wordCount(text + u' ' + text) == 2 * wordCount(text));
}

TEST_CASE("any ten figures that begin by nought are a telephone, with any separators, and only those")
{
    std::mt19937 random(8);
    const QString separators = u" .-/\u00A0\u202F"_s;
    for (int turn = 0; turn < 400; ++turn) {
        const int length = turn % 4 == 0 ? 8 + int(random() % 5) : 10;
        QString digits = turn % 3 == 0 ? QString::number(random() % 10) : u"0"_s;
        while (digits.size() < length)
            digits += QChar(u'0' + int(random() % 10));
        QString typed;
        for (const QChar digit : digits) {
            typed += digit;
            if (random() % 3 == 0)
                typed += separators.at(qsizetype(random() % unsigned(separators.size())));
        }
        const QString shown = frenchTelephone(typed);
        INFO(typed.toStdString());
        if (length == 10 && digits.startsWith(u'0')) {
            CHECK(shown.size() == 14);
            CHECK(QString(shown).remove(QChar(0x00A0)) == digits);
        } else {
            CHECK(shown == typed);
        }
        CHECK(frenchTelephone(shown) == shown);
    }
}

TEST_CASE("what is typed in a cell stays its words: dashes make no rule, bars no column, marks no look")
{
    for (const QString &typed : {u"---"_s, u"-"_s, u":--:"_s, u"--- ---"_s, u":"_s, u"a | b"_s, u"\\"_s, u"*"_s,
                                 u"**gras**"_s, u"- article"_s, u"1. premier"_s, u"fin \\|"_s, u"12 %"_s}) {
        INFO(typed.toStdString());
        StyledText words;
        words.append(typed, 0);
        const QString cell = asCell(written(words, Place::Cell));
        const QString row = u"| "_s + cell + u" | "_s + cell + u" |"_s;
        const LineMark mark = readMark(row);
        REQUIRE(mark.kind == LineMark::Kind::Row);
        CHECK(mark.isTable());
        CHECK_FALSE(mark.isItem());
        const auto cells = cellsOf(row);
        REQUIRE(cells.size() == 2);
        for (const QStringView each : cells)
            CHECK(styled(each, Place::Cell).text == typed);
    }
    CHECK(readMark(u"|---|---|").isTable());
    CHECK(readMark(u"- article").isItem());
    CHECK(readMark(u"2. article").isItem());
    CHECK_FALSE(readMark(u"texte").isItem());
}
