// What lists say beside the names of communes, in the words of people: none, some, how many, since when.
#include "fixtures.h"
#include "imports/cell_values.h"
#include "imports/commune_facts.h"
#include "imports/draft.h"
#include "imports/profession_words.h"
#include "imports/territory.h"
#include "support/example.h"

#include <random>

using namespace imports;
using namespace Qt::Literals::StringLiterals;

TEST_CASE("a commune without QPV may say so in many words, and none of them is the name of one")
{
    for (const QString &none :
         {u"non"_s, u"Non, aucun"_s, u"Aucun QPV"_s, u"aucun QPV (commune rurale)"_s, u"Pas de QPV sur la commune"_s,
          u"Néant"_s, u"sans QPV"_s, u"0"_s, u"Non concernée"_s, u"Pas de quartier prioritaire"_s}) {
        INFO(none.toStdString());
        const QpvAnswer answer = readQpv(none);
        CHECK(answer.none == true);
        CHECK(answer.names.isEmpty());
    }
    for (const QString &some : {u"oui"_s, u"X"_s, u"2"_s, u"QPV"_s}) {
        INFO(some.toStdString());
        CHECK(readQpv(some).none == false);
        CHECK(readQpv(some).names.isEmpty());
    }
    CHECK(readQpv(u"  "_s).none == std::nullopt);
    CHECK(readQpv(u"Barbejas, Pigeonnier"_s).names == QStringList{u"Barbejas"_s, u"Pigeonnier"_s});
    CHECK(readQpv(u"Les Nones; Aucunville | Sansouire"_s).names ==
          QStringList{u"Les Nones"_s, u"Aucunville"_s, u"Sansouire"_s});
}

TEST_CASE("the code of a QPV and its name are told apart, wherever the code stands")
{
    for (const QString &written :
         {u"QN00401M Barbejas"_s, u"Barbejas (QN00401M)"_s, u"qn00401m - Barbejas"_s, u"Barbejas – QN00401M"_s}) {
        INFO(written.toStdString());
        CHECK(qpvCode(written) == u"QN00401M");
        CHECK(qpvName(written) == u"Barbejas");
    }
    CHECK(qpvCode(u"Barbejas"_s).isEmpty());
    CHECK(qpvName(u"Les Quartiers (nord)"_s) == u"Les Quartiers (nord)");
    CHECK(qpvName(u"QN00401M"_s).isEmpty());
}

TEST_CASE("counts are whole and read in groups of three, years are those of a list")
{
    for (const QString &eleven : {u"11274"_s, u"11 274"_s, u"11\u00A0274"_s, u" 11\u202F274 "_s})
        CHECK(readCount(eleven) == 11'274);
    for (const QString &none :
         {u""_s, u"-5"_s, u"12,5"_s, u"1.5"_s, u"douze"_s, u"12 habitants"_s, u"1234567890123"_s, u"=12"_s, u"١٢"_s})
        CHECK_FALSE(readCount(none));
    CHECK(readYear(u"Zonage 2022"_s) == 2022);
    CHECK(readYear(u"arrêté du 12/03/2022 (JO 2023)"_s) == 2022);
    CHECK(readYear(u"1999"_s) == 1999);
    for (const QString &none : {u"20222"_s, u"120225"_s, u"1989"_s, u"2100"_s, u"année"_s, QString()})
        CHECK_FALSE(readYear(none));
}

TEST_CASE("a date keeps its day whatever hour a program wrote after it")
{
    const QDate day(2027, 3, 12);
    for (const QString &written :
         {u"2027-03-12T00:00:00"_s, u"2027-03-12 14:30"_s, u"12/03/2027 00:00"_s, u"12/03/2027 00:00:00"_s,
          u"12/03/27 9:05"_s, u"12-03-2027 14h30"_s, u"12.03.2027"_s, u"46458"_s}) {
        INFO(written.toStdString());
        CHECK(readDate(written) == day);
    }
    for (const QString &none : {u"14:30"_s, u"12/03 14:30"_s, u"12/03/2027 ou 14:30"_s, u"12/03/2027 14:30 15:30"_s,
                                u"du 12/03/2027 14:30"_s}) {
        INFO(none.toStdString());
        CHECK_FALSE(readDate(none).isValid());
    }
}

TEST_CASE("two values say the same but for case, accents and hyphens, an address but for case")
{
    const auto same = [](const QString &a, const QString &b) {
        return saysTheSame(domain::Value(a), domain::Value(b));
    };
    CHECK(same(u"Digne-les-Bains"_s, u"DIGNE LES BAINS"_s));
    CHECK(same(u"a@Exemple.fr"_s, u"A@exemple.fr"_s));
    CHECK_FALSE(same(u"a.b@exemple.fr"_s, u"ab@exemple.fr"_s));
    CHECK_FALSE(same(u"…"_s, u"!"_s)); // nothing in common but having no letter
    CHECK(same(u"…"_s, u"…"_s));
    CHECK_FALSE(saysTheSame(domain::Value(qint64(1)), domain::Value(1.0)));
    CHECK(saysTheSame(domain::Value(QDate(2027, 1, 1)), domain::Value(QDate(2027, 1, 1))));
}

TEST_CASE("a record is completed where it says nothing, and what it says otherwise is told and kept")
{
    const domain::TableDescription &table = *domain::table(u"partenaire"_s);
    domain::Partenaire there;
    there.service = u"Centre hospitalier"_s;
    there.localisation = u"Digne-les-Bains"_s;
    domain::Partenaire said = there;
    said.localisation = u"DIGNE LES BAINS"_s;
    Completion completion = completeRecord(table, &there, &said, u"service"_s);
    CHECK_FALSE(completion.changed);
    CHECK(completion.kept.isEmpty());
    said.localisation = u"Manosque"_s;
    said.representant = u"Direction"_s;
    said.convention = true;
    said.service = u"CH"_s; // by which it was recognised
    completion = completeRecord(table, &there, &said, u"service"_s);
    CHECK(completion.changed);
    CHECK(completion.kept == QStringList{u"localisation"_s});
    CHECK(there.localisation == u"Digne-les-Bains");
    CHECK(there.service == u"Centre hospitalier");
    CHECK(there.representant == u"Direction");
    CHECK(there.convention == true);
    CHECK_FALSE(completeRecord(table, &there, &said, u"service"_s).changed);
}

TEST_CASE(
    "what a territory holds is the sum of its communes, whatever the order of the file and the codes of yesterday")
{
    std::mt19937 random(71);
    const reference::Communes &communes = fixtures::communes();
    const QStringList codes{u"04006"_s, u"04008"_s, u"04039"_s, u"04070"_s, u"04088"_s, u"04112"_s, u"13203"_s};
    for (int turn = 0; turn < 40; ++turn) {
        domain::Projet projet;
        double wanted = 0;
        bool known = false;
        QStringList missing;
        std::vector<std::pair<QString, double>> rows;
        for (const QString &code : codes) {
            const bool mine = random() % 2 == 0;
            const bool told = random() % 3 != 0;
            const double figure = double(random() % 1'000);
            if (mine)
                projet.communes.insert(fixtures::communeId(code)).code = code;
            if (told)
                rows.emplace_back(code, figure);
            if (mine && told) {
                wanted += figure;
                known = true;
            }
            if (mine && !told)
                missing << code;
        }
        std::shuffle(rows.begin(), rows.end(), random);
        const Territory territory(projet, communes);
        Comparison comparison(territory, 1);
        for (const auto &[code, figure] : rows) {
            CHECK(comparison.add(code, {figure}));
            CHECK_FALSE(comparison.add(code, {figure})); // a code counts once
            CHECK(territory.holds(code) == !territory.recordOf(code).isEmpty());
        }
        CHECK(comparison.territoire().has_value() == known);
        if (known)
            CHECK(comparison.territoire()->front() == wanted);
        QStringList told = comparison.missing();
        told.sort();
        CHECK(told == missing);
        if (turn == 0)
            CHECK_FALSE(comparison.departement()); // a few communes are no département
    }
}
