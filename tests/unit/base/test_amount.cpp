// Money: two cents or none.
#include "base/amount.h"
#include "support/catch.h"

#include <cmath>
#include <random>

using namespace Qt::Literals::StringLiterals;
using base::frenchAmount;

TEST_CASE("an amount has both its cents or none, a loss its sign, and no crumb")
{
    CHECK(frenchAmount(12) == u"12");
    CHECK(frenchAmount(12.5) == u"12,50");
    CHECK(frenchAmount(12.05) == u"12,05");
    CHECK(frenchAmount(0.1 + 0.2) == u"0,30");
    CHECK(frenchAmount(1234.5) == u"1\u202F234,50");
    CHECK(frenchAmount(-1234.5) == u"\u22121\u202F234,50");
    CHECK(frenchAmount(0) == u"0");
    CHECK(frenchAmount(-0.004) == u"0");
    CHECK(frenchAmount(999.999) == u"1\u202F000");
}

TEST_CASE("an amount is read with its euros, a unit that changes the figure stays")
{
    for (const QString &text :
         {u"12 500 €"_s, u"12 500€"_s, u"12 500\u202F€"_s, u"12 500\u00A0EUR"_s, u"12 500 euros"_s, u"12 500 €/an"_s,
          u"12 500 € par an"_s, u"12 500 € TTC"_s, u"12 500 "_s})
        CHECK(base::withoutEuros(text).simplified() == u"12 500");
    for (const QString &text : {u"12 k€"_s, u"12 M€"_s, u"12 €/mois"_s, u"12 € HT"_s, u"12 €5"_s, u"€"_s, u"douze €"_s})
        CHECK(base::withoutEuros(text) == text);
}

TEST_CASE("any amount reads back to the cent")
{
    std::mt19937 random(51);
    for (int turn = 0; turn < 1000; ++turn) {
        const qint64 cents = qint64(random() % 2'000'000'000) - 1'000'000'000;
        QString text = frenchAmount(double(cents) / 100);
        const qsizetype comma = text.indexOf(u',');
        CHECK((comma < 0 ? cents % 100 == 0 : text.size() - comma == 3));
        text.remove(QChar(0x202F)).replace(u',', u'.').replace(QChar(0x2212), u'-');
        CHECK(std::llround(text.toDouble() * 100) == cents);
    }
}
