#include "base/text_compare.h"
#include "support/catch.h"

#include <QStringList>
#include <random>

using namespace Qt::Literals::StringLiterals;
using base::Passage;

namespace
{

QString joined(const std::vector<Passage> &passages)
{
    QString text;
    for (const Passage &each : passages)
        text += each.text;
    return text;
}

QStringList different(const std::vector<Passage> &passages)
{
    QStringList words;
    for (const Passage &each : passages)
        if (!each.common)
            words << each.text.trimmed();
    return words;
}

} // namespace

TEST_CASE("Only the words that differ are told apart")
{
    const QString mine = u"Les soignants se connaissent.\nRéunion tous les mois à Annot."_s;
    const QString theirs = u"Les soignants se connaissent.\nRéunion chaque trimestre à Annot."_s;
    CHECK(different(base::comparedWith(mine, theirs)) == QStringList{u"tous les mois"_s});
    CHECK(different(base::comparedWith(theirs, mine)) == QStringList{u"chaque trimestre"_s});
    CHECK(base::comparedWith(mine, mine).size() == 1);
    CHECK(different(base::comparedWith(mine, mine)).isEmpty());
    CHECK(different(base::comparedWith(mine, {})) == QStringList{mine});
    CHECK(base::comparedWith({}, mine).empty());
}

TEST_CASE("A text is given back whole by its passages, whatever the texts")
{
    std::mt19937 random(7);
    const QStringList words{u"la"_s, u"santé "_s, u"\n"_s, u" "_s, u"mois."_s, u"- "_s, u"Annot\n"_s};
    for (int round = 0; round < 300; ++round) {
        QString one, other;
        for (QString *each : {&one, &other})
            for (unsigned count = random() % 12; count > 0; --count)
                *each += words[qsizetype(random() % unsigned(words.size()))];
        CHECK(joined(base::comparedWith(one, other)) == one);
    }
}

TEST_CASE("A long common passage is shortened beside what differs")
{
    QString common;
    for (int at = 0; at < 60; ++at)
        common += u"mot%1 "_s.arg(at);
    const auto shown = base::differences(common + u"demain. "_s + common, common + u"hier. "_s + common);
    REQUIRE(shown.size() == 3);
    CHECK(shown[0].text.startsWith(u"… "_s));
    CHECK(shown[0].text.endsWith(u"mot59 "_s));
    CHECK((shown[1] == Passage{u"demain. "_s, false}));
    CHECK(shown[2].text.startsWith(u"mot0 "_s));
    CHECK(shown[2].text.endsWith(u"… "_s));
    CHECK(base::differences(common, common).front().text == common);
}

TEST_CASE("Both texts hold every sentence, the common ones once")
{
    CHECK(base::bothTexts(u"Mon nom"_s, u"Leur nom"_s) == u"Mon nom\nLeur nom"_s);
    CHECK(base::bothTexts(u"Pareil"_s, u"Pareil"_s) == u"Pareil"_s);
    const QString common = u"Les soignants se connaissent.\n- Une réunion par mois.\n- Un tour de garde."_s;
    CHECK(base::bothTexts(u"Marc ajoute ceci. "_s + common, u"Lucie ajoute cela. "_s + common) ==
          u"Marc ajoute ceci. Lucie ajoute cela. "_s + common);
    CHECK(base::bothTexts(common + u"\n- De plus."_s, common) == common + u"\n- De plus."_s);
    CHECK(base::bothTexts(common, u"D’abord.\n"_s + common) == u"D’abord.\n"_s + common);
    // A line of a list stays a line: its mark is not taken for a sentence.
    CHECK(base::bothTexts(u"1. Écouter. Noter."_s, u"1. Écouter. Agir."_s) ==
          u"1. Écouter. Noter.\n1. Écouter. Agir."_s);
}

TEST_CASE("Very long texts are still compared at once")
{
    QString one, other;
    for (int at = 0; at < 30'000; ++at) {
        one += u"a%1 "_s.arg(at);
        other += u"b%1 "_s.arg(at);
    }
    CHECK(joined(base::comparedWith(one, other)) == one);
}
