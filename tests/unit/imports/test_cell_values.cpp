// What people write in cells.
#include "imports/cell_values.h"
#include "support/catch.h"

using namespace Qt::Literals::StringLiterals;

TEST_CASE("Decimals as French and as files write them, nothing for what is no number")
{
    const std::vector<std::pair<QString, double>> good{
        {u"12,5"_s, 12.5},   {u"12.5"_s, 12.5}, {u"1 234,5"_s, 1234.5},   {u"1\u202F234"_s, 1234},
        {u"11,2 %"_s, 11.2}, {u"−3"_s, -3},     {u"1.5e-05"_s, 0.000015}, {u" 7 "_s, 7}};
    for (const auto &[text, value] : good)
        CHECK(imports::readDecimal(text).value() == Approx(value));
    for (const QString &text :
         {u""_s, u"nd"_s, u"=1+1"_s, u"12/03/2027"_s, u"1,2,3"_s, u"0x1F"_s, u"inf"_s, u"nan"_s, u"1e999"_s})
        CHECK_FALSE(imports::readDecimal(text));
}

TEST_CASE("Amounts with their signs and their thousands, nothing for what may be either")
{
    CHECK(imports::readAmount(u"12 400,50 €"_s) == 12400.5);
    CHECK(imports::readAmount(u"990 € TTC"_s) == 990);
    CHECK(imports::readAmount(u"1.500,00 €"_s) == 1500);
    CHECK(imports::readAmount(u"1,234,567.89"_s) == 1234567.89);
    CHECK(imports::readAmount(u"-2.000,5"_s) == -2000.5);
    CHECK(imports::readAmount(u"0,125"_s) == 0.125);
    for (const QString &text : {u"1.500"_s, u"1,500 €"_s, u"12.345.678"_s, u"1.50,00"_s, u"12 k€"_s})
        CHECK_FALSE(imports::readAmount(text));
    CHECK(imports::readDecimal(u"1.234,5"_s) == 1234.5);
    CHECK(imports::readDecimal(u"12.345"_s) == 12.345);
}

TEST_CASE("What begins a line of totals, and what only begins alike")
{
    for (const QString &text : {u"Total"_s, u"TOTAL GÉNÉRAL"_s, u"Sous-total"_s, u"Sous-total Assurance maladie"_s,
                                u"sous total 2028"_s, u"Total : 6"_s, u"Total membres"_s})
        CHECK(imports::isTotalWord(text));
    for (const QString &text : {u"Total Énergies"_s, u"Totaliser"_s, u"Sous-totalité"_s, u"Soustons"_s})
        CHECK_FALSE(imports::isTotalWord(text));
}

TEST_CASE("Answers and dates")
{
    for (const QString &yes : {u"Oui"_s, u"x"_s, u"1"_s, u"VRAI"_s, u"✓"_s})
        CHECK(imports::readAnswer(yes) == true);
    for (const QString &no : {u"non"_s, u"N"_s, u"0"_s, u"Aucune"_s})
        CHECK(imports::readAnswer(no) == false);
    CHECK_FALSE(imports::readAnswer(u"peut-être"_s));
    CHECK_FALSE(imports::readAnswer({}));
    for (const QString &text : {u"12/03/2027"_s, u"12-3-27"_s, u"12.03.2027"_s, u"2027-03-12"_s,
                                u"2027-03-12T00:00:00"_s, u"12 mars 2027"_s, u"vendredi 12 mars 2027"_s})
        CHECK(imports::readDate(text) == QDate(2027, 3, 12));
    for (const QString &text : {u"31/02/2027"_s, u"mars"_s, u""_s, u"2027"_s})
        CHECK_FALSE(imports::readDate(text).isValid());
}

TEST_CASE("Telephone numbers and INSEE codes that spreadsheets shorten")
{
    for (const QString &text :
         {u"0612345678"_s, u"612345678"_s, u"06.12.34.56.78"_s, u"+33 6 12 34 56 78"_s, u"0033(0)612345678"_s})
        CHECK(imports::readPhone(text) == u"06 12 34 56 78"_s);
    CHECK(imports::readPhone(u"poste 12"_s) == u"poste 12"_s);
    CHECK(imports::readPhone(u"+377 98 00 00 00"_s) == u"+377 98 00 00 00"_s);
    CHECK(imports::readInsee(u"4039"_s) == u"04039"_s);
    CHECK(imports::readInsee(u" 2a004 "_s) == u"2A004"_s);
    for (const QString &text : {u"039"_s, u"041200"_s, u"abcde"_s, u""_s, u"2C004"_s})
        CHECK(imports::readInsee(text).isEmpty());
}

TEST_CASE("Formulas are told from numbers, telephones and words")
{
    for (const QString &text :
         {u"=1+1"_s, u"@SUM(A1)"_s, u"+cmd|' /C calc'!A0"_s, u"＝1"_s, u"-cmd()"_s, u"=A1"_s, u"=-$B$2*(C3+4)"_s,
          u"=Feuil2!B3"_s, u"=DÉCALER(A1;1;1)"_s, u"+1+cmd()"_s, u"=SI(A1>2;\"oui\";\"non\")"_s})
        CHECK(imports::isFormula(text));
    for (const QString &text :
         {u""_s, u"-3,5"_s, u"+33 6 12 34 56 78"_s, u"- à revoir"_s, u"Marie-Anne"_s, u"+12 %"_s, u"+5 points"_s,
          u"+10 points de participation (sur 3 ans)"_s, u"+ 2 médecin(s)"_s, u"=> former l’équipe"_s,
          u"= objectif de l’ARS"_s, u"+10 à 15 %"_s, u"-20 % de non vaccinés (hors EHPAD)"_s, u"@cpts-exemple"_s,
          u"+patient(s) suivis"_s, u"+/- 5 %"_s, u"-médecin(s)"_s})
        CHECK_FALSE(imports::isFormula(text));
}
