#include "models/cell_value.h"
#include "support/catch.h"

using namespace models;
using namespace Qt::Literals::StringLiterals;
using domain::Value;

namespace
{

const domain::FieldDescription &field(const QString &table, const QString &name)
{
    return *domain::table(table)->field(name);
}

} // namespace

TEST_CASE("A cell reads as people write")
{
    CHECK(cellText(field(u"commune"_s, u"population"_s), Value(qint64(11274))) == u"11\u202F274"_s);
    CHECK(cellText(field(u"commune"_s, u"zonageAnnee"_s), Value(qint64(2026))) == u"2026"_s);
    CHECK(cellText(field(u"population"_s, u"annee"_s), Value(qint64(2023))) == u"2023"_s);
    CHECK(cellText(field(u"commune"_s, u"zonage"_s), Value(u"zip"_s)) == u"ZIP"_s);
    CHECK(cellText(field(u"commune"_s, u"zonage"_s), Value(QString())) == u"À préciser"_s);
    CHECK(cellText(field(u"commune"_s, u"zonage"_s), Value(u"inconnu"_s)) == u"inconnu"_s);
    CHECK(cellText(field(u"contact"_s, u"pris"_s), Value(true)) == u"Oui"_s);
    CHECK(cellText(field(u"contact"_s, u"pris"_s), Value(false)) == u"Non"_s);
    CHECK(cellText(field(u"contact"_s, u"pris"_s), Value()).isEmpty());
    CHECK(cellText(field(u"echeance"_s, u"date"_s), Value(QDate(2027, 3, 12))) == u"12/03/2027"_s);
}

TEST_CASE("A cell shows a long text without its marks, and is edited with them")
{
    const Value typed(u"Le **rôle** : *piloter*\n| a | b |"_s);
    CHECK(cellText(field(u"instance"_s, u"role"_s), typed) == u"Le rôle : piloter\na · b"_s);
    CHECK(cellEdit(typed).toString() == u"Le **rôle** : *piloter*\n| a | b |"_s);
    CHECK(cellText(field(u"structure"_s, u"nom"_s), Value(u"**nom**"_s)) == u"**nom**"_s); // a line has no markup
}

TEST_CASE("A typed cell is understood or refused, never guessed")
{
    const auto &count = field(u"effectif"_s, u"identifies"_s);
    CHECK(cellValue(count, u"12"_s) == Value(qint64(12)));
    CHECK(cellValue(count, u" 1\u202F200 "_s) == Value(qint64(1200)));
    CHECK(cellValue(count, u"1 200"_s) == Value(qint64(1200)));
    CHECK(cellValue(count, u"0"_s) == Value(qint64(0)));
    CHECK(cellValue(count, u""_s) == Value());
    CHECK(cellValue(count, QVariant()) == Value());
    CHECK(cellValue(count, qlonglong(7)) == Value(qint64(7)));
    CHECK_FALSE(cellValue(count, u"douze"_s));
    CHECK_FALSE(cellValue(count, u"-3"_s));
    CHECK_FALSE(cellValue(count, qlonglong(-3)));
    CHECK_FALSE(cellValue(count, u"12,5"_s));
    CHECK_FALSE(cellValue(count, u"1234567890123"_s));
    CHECK_FALSE(cellValue(count, QVariant(2.5)));

    const auto &answer = field(u"contact"_s, u"pris"_s);
    CHECK(cellValue(answer, u"Oui"_s) == Value(true));
    CHECK(cellValue(answer, u"n"_s) == Value(false));
    CHECK(cellValue(answer, true) == Value(true));
    CHECK(cellValue(answer, u" "_s) == Value());
    CHECK_FALSE(cellValue(answer, u"peut-être"_s));

    const auto &date = field(u"echeance"_s, u"date"_s);
    CHECK(cellValue(date, u"1/3/2027"_s) == Value(QDate(2027, 3, 1)));
    CHECK(cellValue(date, u"2027-03-01"_s) == Value(QDate(2027, 3, 1)));
    CHECK(cellValue(date, QDate(2027, 3, 1)) == Value(QDate(2027, 3, 1)));
    CHECK(cellValue(date, QDate()) == Value());
    CHECK_FALSE(cellValue(date, u"31/02/2027"_s));

    const auto &zone = field(u"commune"_s, u"zonage"_s);
    CHECK(cellValue(zone, u"hors zonage"_s) == Value(u"aucun"_s));
    CHECK(cellValue(zone, u"zac"_s) == Value(u"zac"_s));
    CHECK(cellValue(zone, u""_s) == Value(QString()));
    CHECK_FALSE(cellValue(zone, u"zone blanche"_s));
    CHECK_FALSE(cellValue(zone, 3));

    const auto &sum = field(u"budget"_s, u"prevu"_s);
    for (const QString &typed : {u"12500,5"_s, u"12 500,50 €"_s, u"12 500.5 EUR"_s, u"12 500,50 €/an"_s})
        CHECK(cellValue(sum, typed) == Value(12500.5));
    CHECK(cellText(sum, Value(12500.5)) == u"12\u202F500,50"_s);
    for (const QString &refused : {u"12 k€"_s, u"12 €5"_s, u"12 €/mois"_s, u"12 % ou plus"_s})
        CHECK_FALSE(cellValue(sum, refused));
    CHECK(expectedInCell(sum).contains(u"montant en euros"_s));

    CHECK(cellValue(field(u"partenaire"_s, u"service"_s), u"CH\nde Digne"_s) == Value(u"CH de Digne"_s));
    CHECK(cellValue(field(u"mission"_s, u"description"_s), u"a\nb"_s) == Value(u"a\nb"_s));
}

TEST_CASE("A share is a part of a full time, and never a sum of money")
{
    const auto read = [](const QString &table, const QString &field, const QString &typed) {
        return models::cellValue(*domain::table(table)->field(field), typed);
    };
    CHECK(read(u"poste"_s, u"etp"_s, u"50 %"_s) == domain::Value(0.5));
    CHECK(read(u"poste"_s, u"etp"_s, u"0,8"_s) == domain::Value(0.8));
    CHECK_FALSE(read(u"budget"_s, u"prevu"_s, u"50 %"_s));
    CHECK(read(u"budget"_s, u"prevu"_s, u"1.500,50 €"_s) == domain::Value(1500.5));
}

TEST_CASE("A refusal says what is expected, with an example")
{
    CHECK(expectedInCell(field(u"effectif"_s, u"adherents"_s)).contains(u"par exemple 12"_s));
    CHECK(expectedInCell(field(u"echeance"_s, u"date"_s)).contains(u"12/03/2027"_s));
    CHECK(expectedInCell(field(u"contact"_s, u"pris"_s)).contains(u"oui ou non"_s));
    CHECK(expectedInCell(field(u"commune"_s, u"zonage"_s)).contains(u"Zonage"_s));
}

TEST_CASE("What an editor starts from gives back the same content")
{
    for (const Value &value : {Value(qint64(3)), Value(true), Value(QDate(2027, 1, 1)), Value()}) {
        const auto kind = std::holds_alternative<qint64>(value) ? &field(u"effectif"_s, u"identifies"_s)
                          : std::holds_alternative<bool>(value) ? &field(u"contact"_s, u"pris"_s)
                                                                : &field(u"echeance"_s, u"date"_s);
        CHECK(cellValue(*kind, cellEdit(value)) == value);
    }
}
