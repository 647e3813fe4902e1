// The width of words without any font: charts and columns are laid by it.
#include "base/word_width.h"
#include "support/catch.h"

#include <QString>
#include <random>

using namespace base;
using namespace Qt::Literals::StringLiterals;

namespace
{

const QString letters =
    u"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 éèàùâêîôûçëïüœæÉÈÀÇŒ’«»–€°.,;:!?()%/-\u00A0\u202F"_s;

} // namespace

TEST_CASE("a text is as wide as its parts, whatever they are")
{
    CHECK(wordWidth({}, false) == 0);
    std::mt19937 random(5);
    for (int turn = 0; turn < 300; ++turn) {
        QString text;
        for (unsigned left = random() % 30; left > 0; --left)
            text += letters.at(qsizetype(random() % unsigned(letters.size())));
        const qsizetype cut = text.isEmpty() ? 0 : qsizetype(random() % unsigned(text.size()));
        for (const bool bold : {false, true})
            CHECK(wordWidth(text, bold) ==
                  Approx(wordWidth(QStringView(text).left(cut), bold) + wordWidth(QStringView(text).mid(cut), bold)));
    }
}

TEST_CASE("every character that French is written with has a width of its own, within a letter's")
{
    for (const QChar c : letters)
        for (const bool bold : {false, true}) {
            INFO(QString(c).toStdString());
            CHECK(wordWidth(QString(c), bold) > 0.15);
            CHECK(wordWidth(QString(c), bold) < 1.001);
        }
    CHECK(wordWidth(u"i", false) < wordWidth(u"m", false));
    for (const QChar digit : u"0123456789"_s)
        CHECK(wordWidth(QString(digit), false) == wordWidth(u"0", false)); // figures stand under each other
    CHECK(wordWidth(u"\u00A0", false) == wordWidth(u" ", false));
}

TEST_CASE("words in bold are no narrower than the same words")
{
    for (const QString &word :
         {u"Département"_s, u"Médecins généralistes"_s, u"12 500"_s, u"été"_s, u"CPTS des Vallées"_s})
        CHECK(wordWidth(word, true) >= wordWidth(word, false));
}

TEST_CASE("an accent changes nothing to a wide letter, however it is written, and widens an i")
{
    for (const auto &[composed, bare] : std::initializer_list<std::pair<QString, QString>>{
             {u"é"_s, u"e"_s}, {u"É"_s, u"E"_s}, {u"ç"_s, u"c"_s}, {u"ô"_s, u"o"_s}, {u"Ù"_s, u"U"_s}}) {
        CHECK(wordWidth(composed, false) == wordWidth(bare, false));
        CHECK(wordWidth(composed.normalized(QString::NormalizationForm_D), false) == wordWidth(bare, false));
    }
    CHECK(wordWidth(u"î", false) > wordWidth(u"i", false));
}

TEST_CASE("characters of other writings count for a whole em, once, joiners and marks for nothing")
{
    CHECK(wordWidth(u"漢", false) == 1);
    CHECK(wordWidth(u"🙂", false) == 1);
    CHECK(wordWidth(u"ع", true) == 1);
    CHECK(wordWidth(u"\u200D\u200B\u2060\u0301", false) == 0);
    CHECK(wordWidth(u"a\u200Db", false) == wordWidth(u"ab", false));
    CHECK(wordWidth(u"👩\u200D⚕", false) <= 2);
}
