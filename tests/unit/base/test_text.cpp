#include "base/text.h"
#include "base/typography.h"
#include "support/catch.h"
#include <limits>
#include <random>

using namespace base;
using namespace Qt::Literals::StringLiterals;

namespace
{

// What folding is, without its table: decomposed, in lower case, without accents, each run of the rest one space.
QString foldedByDefinition(const QString &text)
{
    QString folded;
    for (const QChar c : text.normalized(QString::NormalizationForm_KD).toLower()) {
        if (c.category() == QChar::Mark_NonSpacing)
            continue;
        folded += !c.isLetterOrNumber() ? u" "_s : c == u'œ' ? u"oe"_s : c == u'æ' ? u"ae"_s : QString(c);
    }
    return folded.simplified();
}

} // namespace

TEST_CASE("every character folds as its definition says, alone, in a word and between two")
{
    for (int code = 0; code < 0x10000; ++code) {
        const QChar c = QChar(char16_t(code));
        if (c.isSurrogate())
            continue;
        const QString word = u"É"_s + c + u"n"_s;
        const bool same = fold(QString(c)) == foldedByDefinition(QString(c)) &&
                          fold(word) == foldedByDefinition(word) &&
                          fold(u"a "_s + c + u" b"_s) == foldedByDefinition(u"a "_s + c + u" b"_s);
        INFO(code);
        if (!same)
            CHECK(same);
    }
}

TEST_CASE("any text folds as its definition says, in French or in another writing")
{
    std::mt19937 random(2027);
    const QString french = u"aeiou ÉèçàÀŒœæÆïü’'-–—…«»\u00A0\u202F\u2011.,;:!?()0123456789½²°€ŀŉﬁß"_s;
    const QString other = u"\u0301\u0327жΩאب中\U0001F642\u2460ÅＡ"_s;
    for (int turn = 0; turn < 3000; ++turn) {
        QString text;
        for (int left = int(random() % 30); left > 0; --left) {
            const QString &from = turn % 3 == 0 && random() % 5 == 0 ? other : french;
            text += from[qsizetype(random() % size_t(from.size()))];
        }
        INFO(text.toStdString());
        REQUIRE(fold(text) == foldedByDefinition(text));
    }
}

TEST_CASE("folding forgets accents, ligatures, hyphens and case")
{
    CHECK(fold(u"Saint-André-les-Alpes"_s) == u"saint andre les alpes"_s);
    CHECK(fold(u"  L’Œuf, çà & là ! "_s) == u"l oeuf ca la"_s);
    CHECK(fold(u""_s).isEmpty());
}

TEST_CASE("French order puts é beside e")
{
    CHECK_FALSE(frenchLess(u"Éguilles"_s, u"Aix"_s));
    CHECK(frenchLess(u"Éguilles"_s, u"Embrun"_s));
    CHECK(frenchLess(u"Eguilles"_s, u"Éguilles"_s));
    CHECK(frenchLess(u"Annot"_s, u"Éguilles"_s));
}

TEST_CASE("numbers and dates are written the French way")
{
    CHECK(frenchNumber(11274) == u"11\u202F274"_s);
    CHECK(frenchNumber(-1234567) == u"\u22121\u202F234\u202F567"_s);
    CHECK(frenchNumber(std::numeric_limits<qint64>::min()).startsWith(u"\u22129\u202F223"_s));
    CHECK(frenchNumber(999) == u"999"_s);
    CHECK(frenchNumber(12.50, 2) == u"12,5"_s);
    CHECK(frenchNumber(3.0, 1) == u"3"_s);
    CHECK(frenchNumber(-0.25, 2) == u"\u22120,25"_s);
    CHECK(frenchLongDate(QDate(2027, 3, 1)) == u"1er mars 2027"_s);
    CHECK(frenchShortDate(QDate(2027, 3, 12)) == u"12/03/2027"_s);
    CHECK(frenchLongDate(QDate()).isEmpty());
    CHECK(frenchTime(QTime(9, 5)) == u"9\u00A0h\u00A005"_s);
    CHECK(frenchCount(0, u"commune"_s, u"communes"_s) == u"0 commune"_s);
    CHECK(frenchCount(2, u"commune"_s, u"communes"_s) == u"2 communes"_s);
    CHECK(frenchList({u"a"_s, u"b"_s, u"c"_s}) == u"a, b et c"_s);
}

TEST_CASE("words are counted as a reader counts them")
{
    CHECK(wordCount(u"L’accès aux soins, c'est-à-dire 3 choses."_s) == 6);
    CHECK(wordCount(u" \n "_s) == 0);
}

TEST_CASE("typography adds the French spaces once and for all")
{
    const QString typed = u"Qui ? Quoi; où: \"ici\" « là » 12 mars, n° 4, 40 000 habitants, 12 % l'eau"_s;
    const QString shown = frenchTypography(typed);
    CHECK(shown == u"Qui\u202F? Quoi\u202F; où\u00A0: \"ici\" «\u00A0là\u00A0» 12\u00A0mars, n°\u00A04, "
                   "40\u00A0000\u00A0habitants, 12\u00A0% l’eau"_s);
    CHECK(frenchTypography(shown) == shown);
}

TEST_CASE("typography of a text that goes on from another one keeps the space it begins or ends with")
{
    for (const auto &[typed, shown] : std::initializer_list<std::pair<QString, QString>>{
             {u" : la suite"_s, u"\u00A0: la suite"_s},
             {u" ?"_s, u"\u202F?"_s},
             {u" » dit-il"_s, u"\u00A0» dit-il"_s},
             {u"dit « "_s, u"dit «\u00A0"_s},
             {u": un début"_s, u": un début"_s},
             {u"?"_s, u"?"_s},
             {u"«"_s, u"«"_s},
             {u"avant\n : après"_s, u"avant\n: après"_s},
             {u"https://www.ars.sante.fr : le site"_s, u"https://www.ars.sante.fr\u00A0: le site"_s},
             {u"contact@cpts.fr ; puis"_s, u"contact@cpts.fr\u202F; puis"_s},
             {u"« contact@cpts.fr »"_s, u"«\u00A0contact@cpts.fr\u00A0»"_s},
             {u"14:30 : début"_s, u"14:30\u00A0: début"_s}}) {
        CHECK(frenchTypography(typed) == shown);
        CHECK(frenchTypography(shown) == shown);
    }
}

TEST_CASE("typography gives back the very text that has nothing to be mended")
{
    for (const QString &kept :
         {u"Un projet de santé. Le texte suit, sans rien d’autre."_s, u"Près du centre"_s, QString()})
        CHECK(frenchTypography(kept).constData() == kept.constData());
}

TEST_CASE("typography skips no rule that a text needs: it is the same beside words that need them all")
{
    const QString all = u"z 04 00 00 00 00, -2 %, M. x, art. y, p. z, n° a, Dr b, Mme c ; 8:30, a@b.fr, www.a.fr?"_s;
    const QString after = frenchTypography(all);
    const QStringList parts{u"M. Durand"_s,
                            u"art. L"_s,
                            u"p. douze"_s,
                            u"n° b"_s,
                            u"Dr A"_s,
                            u"Mme B"_s,
                            u"annexe 4"_s,
                            u"12 km"_s,
                            u"-3 %"_s,
                            u" ; "_s,
                            u":"_s,
                            u" ?"_s,
                            u"!!"_s,
                            u"«"_s,
                            u" » "_s,
                            u"'"_s,
                            u"a@b.fr"_s,
                            u"http://a.b:c"_s,
                            u"www.x.fr?y;z"_s,
                            u"14:30"_s,
                            u"1 000"_s,
                            u"projet. Le"_s,
                            u"MM. E"_s,
                            u"heart. x"_s,
                            u"\u00A0"_s,
                            u"\u202F"_s,
                            u" "_s,
                            u"\n"_s,
                            u"("_s,
                            u"voir"_s,
                            u"06 01 02 03 04"_s,
                            u".5"_s};
    std::mt19937 random(11);
    for (int round = 0; round < 4'000; ++round) {
        QString text;
        for (unsigned count = 1 + random() % 6; count > 0; --count)
            text += parts[qsizetype(random() % unsigned(parts.size()))] + (random() % 2 ? u" "_s : QString());
        text += u"mot "_s;
        INFO(text.toStdString());
        REQUIRE(frenchTypography(text + all) == frenchTypography(text) + after);
    }
}

TEST_CASE("typography leaves addresses, hours and codes alone")
{
    for (const QString &kept : {u"https://www.ars.sante.fr/a?b=1;c"_s, u"contact@cpts.fr"_s, u"14:30"_s, u"04120"_s,
                                u"802 954 785 00028"_s.remove(u' ')})
        CHECK(frenchTypography(kept) == kept);
}

TEST_CASE("typography keeps a telephone number, an annexe and a page on one line")
{
    const QString bound = u"04\u00A000\u00A000\u00A000\u00A000"_s;
    CHECK(base::frenchTypography(u"Appeler le 04 00 00 00 00 demain"_s) == u"Appeler le %1 demain"_s.arg(bound));
    CHECK(base::frenchTypography(u"+33 4 00 00 00 00"_s) == u"+33\u00A04\u00A000\u00A000\u00A000\u00A000"_s);
    CHECK(base::frenchTypography(bound) == bound);
    CHECK(base::frenchTypography(u"04 00 00 00 001"_s) == u"04 00 00 00\u00A0001"_s); // not a telephone number
    CHECK(base::frenchTypography(u"le bouton « ? » l’ouvre"_s) == u"le bouton «\u00A0?\u00A0» l’ouvre"_s);
    CHECK(base::frenchTypography(u"le bouton «\u00A0?\u00A0» l’ouvre"_s) == u"le bouton «\u00A0?\u00A0» l’ouvre"_s);
    CHECK(base::frenchTypography(u"Annexe 4, p. 12, pages 3 et 4"_s) ==
          u"Annexe\u00A04, p.\u00A012, pages\u00A03 et 4"_s);
}

TEST_CASE("typography turns the hyphen of a negative rate into a minus sign, and no other")
{
    CHECK(base::frenchTypography(u"cible -20 %"_s) == u"cible −20\u00A0%"_s);
    CHECK(base::frenchTypography(u"(-1,5 point)"_s) == u"(−1,5 point)"_s);
    for (const QString &kept : {u"2022-20\u00A0%"_s, u"de 10-20\u00A0%"_s, u"le lot -20"_s, u"Alpes-04"_s})
        CHECK(base::frenchTypography(kept) == kept);
    CHECK(base::frenchTypography(base::frenchTypography(u"-20%"_s)) == base::frenchTypography(u"-20%"_s));
}

TEST_CASE("A text without any digit, or without any mark, is typeset as another")
{
    const std::pair<QString, QString> texts[] = {
        {u"Le Dr Untel et Mme Unetelle"_s, u"Le Dr\u00A0Untel et Mme\u00A0Unetelle"_s},
        {u"M. Untel"_s, u"M.\u00A0Untel"_s},
        {u"le n° bis"_s, u"le n°\u00A0bis"_s},
        {u"voir www.exemple.fr?a !"_s, u"voir www.exemple.fr?a\u202F!"_s},
        {u"nom@exemple.fr ?"_s, u"nom@exemple.fr\u202F?"_s},
        {u"l'été, -oui- ou non"_s, u"l’été, -oui- ou non"_s},
        {u"baisse de -20 %"_s, u"baisse de −20\u00A0%"_s},
        {u"à 9:30, annexe 4"_s, u"à 9:30, annexe\u00A04"_s}};
    for (const auto &[typed, shown] : texts)
        CHECK(base::frenchTypography(typed) == shown);
}
