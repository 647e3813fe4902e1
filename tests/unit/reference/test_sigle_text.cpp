// Acronyms as words of a text, and expressions found again whatever their number or gender.
#include "reference/sigle_text.h"
#include "support/catch.h"

#include <QStringList>

using namespace Qt::Literals::StringLiterals;
using reference::sigleWords;
using reference::stems;

namespace
{

QStringList wordsOf(const QString &text)
{
    QStringList words;
    for (const reference::SigleWord &each : sigleWords(text)) {
        CHECK(text.mid(each.at, each.word.size()) == each.word);
        words << each.word;
    }
    return words;
}

} // namespace

TEST_CASE("An acronym is a word of its own: apostrophes, quotes and punctuation end it, hyphens do not")
{
    CHECK(wordsOf(u"L’ARS, « MSP » ; (DAC). L'EHPAD!"_s) == QStringList{u"ARS"_s, u"MSP"_s, u"DAC"_s, u"EHPAD"_s});
    CHECK(wordsOf(u"l’e-CPS et l’inter-CPTS, MSP- CDS"_s) ==
          QStringList{u"e-CPS"_s, u"inter-CPTS"_s, u"MSP"_s, u"CDS"_s});
    CHECK(wordsOf(u"MSP\u2011CDS"_s) == QStringList{u"MSP\u2011CDS"_s});
    CHECK(wordsOf(u"La C2S"_s) == QStringList{u"La"_s, u"C2S"_s});
    CHECK(wordsOf(u"rien ici, ni à b, ni 2027"_s).isEmpty());
    CHECK(wordsOf(QString()).isEmpty());
}

TEST_CASE("What belongs to an address or a pair is no word of its own")
{
    for (const QString &text : {u"www.MSP.fr"_s, u"contact@MSP.fr"_s, u"DAC/PTA"_s, u"#MSP"_s, u"MSP_2"_s})
        CHECK(wordsOf(text).isEmpty());
    CHECK(wordsOf(u"une MSP. Elle"_s) == QStringList{u"MSP"_s, u"Elle"_s}); // the end of a sentence
}

TEST_CASE("Plural and feminine write the same expression")
{
    const auto writes = [](const QString &text, const QString &expression) {
        return stems(text).contains(stems(expression));
    };
    const QString house = u"maison de santé pluriprofessionnelle"_s;
    CHECK(writes(u"Deux Maisons de santé pluriprofessionnelles ouvrent."_s, house));
    CHECK(writes(u"une infirmière diplômée d'État libérale"_s, u"infirmier diplômé d’État libéral"_s));
    CHECK(writes(u"une communauté professionnelle"_s, u"communautés professionnelles"_s));
    CHECK_FALSE(writes(u"une maison de santé"_s, house));
    CHECK_FALSE(writes(u"maison de santé (pluri)professionnelle"_s, house));
    CHECK(stems(QString()) == u" ");
    CHECK_FALSE(writes(u"centres de santé mentale"_s, u"centre de santé mental d’ici"_s));
}

TEST_CASE("Each word of a text gives its stem, between spaces")
{
    CHECK(stems(u"Maisons de santé"_s) == u" maison d sant ");
    CHECK(stems(u"  l’e, les « ES » : eee xx s\n"_s) == u" l e l es e xx s ");
    CHECK(stems(u"été-été"_s) == u" et et ");
}
