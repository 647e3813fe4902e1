// Properties of what is written for readers, on texts put together at random.
#include "base/text.h"
#include "base/typography.h"
#include "support/catch.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>
#include <vector>

using namespace base;
using namespace Qt::Literals::StringLiterals;

namespace
{

QString randomText(std::mt19937 &random)
{
    static const QStringList parts{u"a"_s,
                                   u"Été"_s,
                                   u"l'eau"_s,
                                   u"12"_s,
                                   u"4"_s,
                                   u"345"_s,
                                   u" "_s,
                                   u" "_s,
                                   u" "_s,
                                   u"\u00A0"_s,
                                   u"\u202F"_s,
                                   u"\n"_s,
                                   u";"_s,
                                   u":"_s,
                                   u"!"_s,
                                   u"?"_s,
                                   u"«"_s,
                                   u"»"_s,
                                   u"("_s,
                                   u")"_s,
                                   u"-"_s,
                                   u"%"_s,
                                   u"€"_s,
                                   u"mars"_s,
                                   u"page "_s,
                                   u"n° "_s,
                                   u"habitants"_s,
                                   u"06 12 34 56 78"_s,
                                   u"-20 %"_s,
                                   u" 14:30 "_s,
                                   u" https://exemple.fr/a?b=1;c "_s,
                                   u" a.b@exemple.fr "_s,
                                   u"1 250,50 €"_s,
                                   u"’"_s,
                                   u"annexe 4"_s};
    QString text;
    for (int left = int(random() % 14); left > 0; --left)
        text += parts[qsizetype(random() % size_t(parts.size()))];
    return text;
}

// Without what typography may change: spaces, the two apostrophes, the two signs.
QString kept(const QString &text)
{
    QString left;
    for (const QChar c : text)
        if (!c.isSpace() || c == u'\n')
            left += c == u'’' ? QChar(u'\'') : c == QChar(0x2212) ? QChar(u'-') : c;
    return left;
}

} // namespace

TEST_CASE("typography applied twice is typography applied once, whatever the text")
{
    std::mt19937 random(11);
    for (int turn = 0; turn < 20'000; ++turn) {
        const QString typed = randomText(random);
        const QString shown = frenchTypography(typed);
        INFO(typed.toStdString());
        INFO(shown.toStdString());
        REQUIRE(frenchTypography(shown) == shown);
    }
}

TEST_CASE("typography changes no letter, no line and no address")
{
    std::mt19937 random(12);
    for (int turn = 0; turn < 20'000; ++turn) {
        const QString typed = randomText(random);
        const QString shown = frenchTypography(typed);
        INFO(typed.toStdString());
        REQUIRE(kept(shown) == kept(typed));
        for (const QString &address : {u"https://exemple.fr/a?b=1;c"_s, u"a.b@exemple.fr"_s, u"14:30"_s})
            REQUIRE(shown.count(address) == typed.count(address));
    }
}

TEST_CASE("typography leaves no mark that a line could begin with")
{
    std::mt19937 random(13);
    for (int turn = 0; turn < 20'000; ++turn) {
        const QString shown = frenchTypography(randomText(random).replace(u"https://exemple.fr/a?b=1;c"_s, u"b"_s));
        INFO(shown.toStdString());
        for (const QString &wrong : {u" ;"_s, u" !"_s, u" ?"_s, u" »"_s, u" :"_s, u"« "_s})
            REQUIRE_FALSE(shown.contains(wrong));
    }
}

// As a person types it: without the thin spaces, with the minus of the keyboard.
QString typed(QString shown)
{
    return shown.remove(QChar(0x202F)).replace(QChar(0x2212), u'-').replace(u',', u'.');
}

TEST_CASE("a whole number reads back, by groups of three")
{
    std::mt19937_64 random(14);
    std::vector<qint64> values{
        0, 7, -7, 999, 1000, -1000, std::numeric_limits<qint64>::max(), std::numeric_limits<qint64>::min()};
    for (int turn = 0; turn < 500; ++turn)
        values.push_back(static_cast<qint64>(random()) >> (random() % 60));
    for (const qint64 value : values) {
        const QString shown = frenchNumber(value);
        INFO(shown.toStdString());
        CHECK(typed(shown).toLongLong() == value);
        const QStringList groups = QString(shown).remove(QChar(0x2212)).split(QChar(0x202F));
        for (qsizetype i = 0; i < groups.size(); ++i)
            CHECK((i == 0 ? groups[i].size() <= 3 : groups[i].size() == 3));
        CHECK(frenchNumber(static_cast<double>(value % 1'000'000), 2) == frenchNumber(value % 1'000'000));
    }
}

TEST_CASE("a decimal number reads back to its last decimal, and nothing is less than nothing")
{
    std::mt19937 random(15);
    for (int turn = 0; turn < 2000; ++turn) {
        const double value = std::round(std::uniform_real_distribution<>(-1e7, 1e7)(random) * 100) / 100;
        const QString shown = frenchNumber(value, 2);
        INFO(shown.toStdString());
        CHECK(typed(shown).toDouble() == value);
    }
    CHECK(frenchNumber(-0.001, 2) == u"0"_s);
    CHECK(frenchNumber(-0.4, 0) == u"0"_s);
    CHECK(frenchNumber(-0.0, 1) == u"0"_s);
    CHECK(frenchNumber(2.5, 0) == u"3"_s);
    CHECK(frenchNumber(1e21, 1) == u"1\u202F000\u202F000\u202F000\u202F000\u202F000\u202F000\u202F000"_s);
}

TEST_CASE("folding is done once for all, and forgets capitals")
{
    std::mt19937 random(16);
    for (int turn = 0; turn < 3000; ++turn) {
        const QString text = randomText(random);
        INFO(text.toStdString());
        const QString folded = fold(text);
        REQUIRE(fold(folded) == folded);
        REQUIRE(fold(text.toUpper()) == folded);
        REQUIRE(fold(text.normalized(QString::NormalizationForm_D)) == folded);
        REQUIRE_FALSE(folded.contains(u"  "_s));
        REQUIRE(folded.trimmed() == folded);
    }
}

TEST_CASE("French order is an order, and does not depend on the order before")
{
    std::mt19937 random(17);
    QStringList names{u"Aups"_s, u"Éguilles"_s, u"Eguilles"_s, u"eguilles"_s, u"Saint-Rémy"_s, u"Saint Remy"_s, u""_s,
                      u"Œuf"_s,  u"Oeuf"_s,     u"Zèbre"_s,    u"Le Mas"_s,   u"L’Escale"_s,   u"12"_s};
    std::sort(names.begin(), names.end(), frenchLess);
    for (int turn = 0; turn < 200; ++turn) {
        QStringList mixed = names;
        std::shuffle(mixed.begin(), mixed.end(), random);
        std::sort(mixed.begin(), mixed.end(), frenchLess);
        REQUIRE(mixed == names);
    }
    for (const QString &name : names)
        CHECK_FALSE(frenchLess(name, name));
}
