// The small readers of the imports over many values: what they give is read again the same, and junk is never taken.
#include "base/text.h"
#include "imports/cell_values.h"
#include "imports/correspondence.h"
#include "imports/html_entities.h"
#include "imports/one_line.h"
#include "imports/people.h"
#include "imports/profiles.h"
#include "imports/text_encoding.h"
#include "support/catch.h"

#include <random>

using namespace Qt::Literals::StringLiterals;

namespace
{

QString anyOf(std::mt19937 &random, const QString &letters, int most)
{
    QString text;
    for (unsigned count = random() % unsigned(most + 1); count > 0; --count)
        text += letters.at(qsizetype(random() % unsigned(letters.size())));
    return text;
}

} // namespace

TEST_CASE("A number written as the program writes it is read again, whatever its size and sign")
{
    std::mt19937 random(1);
    for (int round = 0; round < 2000; ++round) {
        const double cents = double(random() % 2'000'000'000U) - 1e9;
        const QString written = base::frenchNumber(cents / 100, 2);
        INFO(written.toStdString());
        REQUIRE(imports::readDecimal(written).has_value());
        CHECK(*imports::readDecimal(written) == Approx(cents / 100));
    }
    for (const QString &junk :
         {u"12,5,1"_s, u"--3"_s, u"1e"_s, u"12 €"_s, u"12h30"_s, u"%"_s, u","_s, u"1234567890123456"_s})
        CHECK_FALSE(imports::readDecimal(junk).has_value());
}

TEST_CASE("Every day is read in the forms that people and spreadsheets write")
{
    for (QDate day(1955, 1, 1); day < QDate(2091, 1, 1); day = day.addDays(37)) {
        INFO(day.toString(Qt::ISODate).toStdString());
        CHECK(imports::readDate(day.toString(u"d/M/yyyy"_s)) == day);
        CHECK(imports::readDate(day.toString(u"dd.MM.yyyy"_s)) == day);
        CHECK(imports::readDate(u" "_s + day.toString(Qt::ISODate) + u" "_s) == day);
        CHECK(imports::readDate(day.toString(Qt::ISODate) + u" 12:30"_s) == day);
        CHECK(imports::readDate(QString::number(QDate(1899, 12, 30).daysTo(day))) == day);
        if (day.year() >= 2000)
            CHECK(imports::readDate(day.toString(u"dd-MM-yy"_s)) == day);
    }
    for (const QString &junk : {u"2027-03-123"_s, u"2027-03-12bis"_s, u"2027-02-30"_s, u"30/02/2027"_s, u"0/1/2027"_s,
                                u"1/13/2027"_s, u"12/03/027"_s, u"19999"_s, u"70000"_s, u"123456"_s, u"12/03"_s}) {
        INFO(junk.toStdString());
        CHECK_FALSE(imports::readDate(junk).isValid());
    }
}

TEST_CASE("A telephone number or a code of commune once read is read again the same")
{
    std::mt19937 random(2);
    for (int round = 0; round < 3000; ++round) {
        const QString phone = imports::readPhone(anyOf(random, u"0123456789 .-+()/"_s, 16));
        CHECK(imports::readPhone(phone) == phone);
        const QString code = imports::readInsee(anyOf(random, u"0123456789aAbB "_s, 7));
        CHECK((code.isEmpty() || code.size() == 5));
        CHECK(imports::readInsee(code) == code);
    }
}

TEST_CASE("What would be calculated is never taken for an answer, a figure or a date")
{
    for (const QString &formula :
         {u"=1+1"_s, u"@SUM(A1)"_s, u"+cmd|' /C calc'!A0"_s, u"=HYPERLINK(\"x\")"_s, u"＝1"_s}) {
        INFO(formula.toStdString());
        CHECK(imports::isFormula(formula));
        CHECK_FALSE(imports::readDecimal(formula).has_value());
        CHECK_FALSE(imports::readAnswer(formula).has_value());
        CHECK_FALSE(imports::readDate(formula).isValid());
        CHECK(imports::readInsee(formula).isEmpty());
    }
}

TEST_CASE("Two people are the same both ways, and each is the same as themselves")
{
    std::mt19937 random(3);
    const auto some = [&random](const QStringList &list) {
        return list.at(qsizetype(random() % unsigned(list.size())));
    };
    for (int round = 0; round < 2000; ++round) {
        const auto person = [&some] {
            domain::Personne each;
            each.nom = some({u"Exemple"_s, u"EXEMPLE"_s, u"Exémple"_s, u"Autre"_s, QString()});
            each.prenom = some({u"Camille"_s, QString()});
            each.structure = some({u"MSP"_s, QString()});
            each.profession = some({u"infirmiers"_s, u"pharmaciens"_s, QString()});
            each.email = some({u"a@exemple.fr"_s, u"A@exemple.fr"_s, u"b@exemple.fr"_s, QString()});
            return each;
        };
        const domain::Personne one = person();
        const domain::Personne other = person();
        CHECK(imports::isSamePerson(one, one));
        CHECK(imports::isSamePerson(one, other) == imports::isSamePerson(other, one));
        if (imports::isSamePerson(one, other))
            CHECK(imports::personKey(one) == imports::personKey(other));
    }
}

TEST_CASE("References of HTML are replaced once, and what is none stays as it is")
{
    const struct {
        QString written;
        QString read;
    } cases[] = {{u"d&eacute;pist&#233;"_s, u"dépisté"_s},
                 {u"l&#8217;&#x2019;"_s, u"l’’"_s},
                 {u"a &lt; b &amp; c &gt; d"_s, u"a < b & c > d"_s},
                 {u"&amp;eacute;"_s, u"&eacute;"_s},
                 {u"&truc; & &; &#; &#x; &"_s, u"&truc; & &; &#; &#x; &"_s},
                 {u"&#x1F642;"_s, u"🙂"_s},
                 {QString(), QString()}};
    for (const auto &each : cases) {
        INFO(each.written.toStdString());
        CHECK(imports::withoutEntities(each.written) == each.read);
    }
    // Numbers that are no character make nothing that can't be written.
    for (const QString &bad : {u"&#0;"_s, u"&#xD800;"_s, u"&#99999999999;"_s, u"&#x110000;"_s, u"&#-1;"_s}) {
        const QString read = imports::withoutEntities(u"a"_s + bad + u"b"_s);
        INFO(bad.toStdString());
        CHECK(QString::fromUtf8(read.toUtf8()) == read);
        CHECK(read.startsWith(u'a'));
        CHECK(read.endsWith(u'b'));
    }
}

TEST_CASE("Each byte of Windows-1252 is one character, those that it has not are told")
{
    QByteArray bytes;
    for (int byte = 0; byte < 256; ++byte)
        bytes += char(byte);
    const QString text = imports::decodeWindows1252(bytes);
    REQUIRE(text.size() == 256);
    CHECK(text.at(0x80) == u'€');
    CHECK(text.at(0x92) == u'’');
    CHECK(text.at(0x9C) == u'œ');
    CHECK(text.at(0xE9) == u'é');
    for (const int none : {0x81, 0x8D, 0x8F, 0x90, 0x9D})
        CHECK(text.at(none) == QChar::ReplacementCharacter);
    CHECK(text.count(QChar::ReplacementCharacter) == 5);
}

TEST_CASE("A correspondence that can't be understood says what was written, and that nothing was changed")
{
    const imports::Profile &people = *imports::profile(u"personnes"_s);
    const QStringList titles{u"Nom de famille"_s, u"Métier"_s};
    CHECK(imports::readCorrespondence(u"Nom de famille=nom,2=profession"_s, titles, people).ok());
    CHECK(imports::readCorrespondence(u" nom de FAMILLE = nom "_s, titles, people).ok());
    CHECK(imports::readCorrespondence(u"{\"Métier\": \"profession\", \"1\": \"nom\"}"_s, titles, people).ok());
    for (const QString &bad : {u"nom"_s, u"a=b=c"_s, u"Nom de famille=truc"_s, u"Absent=nom"_s, u"3=nom"_s, u"0=nom"_s,
                               u"{\"Métier\": 12}"_s, u"{\"Métier\""_s}) {
        INFO(bad.toStdString());
        const auto refused = imports::readCorrespondence(bad, titles, people);
        REQUIRE_FALSE(refused.ok());
        CHECK(refused.error().code == base::ErrorCode::Invalid);
        CHECK(refused.error().message.endsWith(u"Rien n’a été modifié."_s));
    }
}

TEST_CASE("Cells for a field of one line: one is its text, several come one after the other")
{
    const auto same = [](const QString &pasted, const QString &text, int cells) {
        const imports::OneLine line = imports::cellsOnOneLine(pasted);
        INFO(pasted.toStdString());
        CHECK(line.text == text);
        CHECK(line.cells == cells);
    };
    same(u"Durand\r\n"_s, u"Durand"_s, 1);
    same(u"\"12, rue Haute\n04120 Castellane\"\r\n"_s, u"12, rue Haute 04120 Castellane"_s, 1);
    same(u"Durand\tInfirmière\t\nPetit\tMédecin\t12,5\n"_s, u"Durand ; Infirmière ; Petit ; Médecin ; 12,5"_s, 5);
    same(u"Durand\nPetit\n"_s, u"Durand ; Petit"_s, 2);
    same(u" \t \n"_s, QString(), 0);
}
