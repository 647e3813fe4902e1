// What was left to come back to, and the words of a sentence that look like it.
#include "unit/controle/fixtures.h"

using namespace Qt::Literals::StringLiterals;
using namespace fixtures;

TEST_CASE("A passage left to come back to is told with its words, at its field, in its document")
{
    const QString lettre = u"lettre.passages-attente"_s;
    for (const QString &text : {u"XXX à voir"_s, u"??? habitants"_s, u"À COMPLÉTER avec Lou"_s, u"[à vérifier]"_s,
                                u"À préciser avec l’hôpital"_s, u"Lorem ipsum dolor"_s, u"TODO chiffres"_s}) {
        const auto found = of(withRubrique(u"problematiques"_s, u"Le territoire vieillit.\n"_s + text), lettre);
        INFO(text.toStdString());
        REQUIRE(found.size() == 1);
        CHECK(found.front().severity == controle::Severity::Improvement);
        CHECK(found.front().page == u"territoire");
        CHECK(found.front().field.field == u"texte");
    }
    CHECK(sentence(withRubrique(u"problematiques"_s, u"Chiffres : XXX à compléter avec Lou\nLa suite."_s), lettre) ==
          u"Passage laissé en attente : « XXX à compléter avec Lou »");
    domain::Projet projet;
    projet.fiches.insert(base::Id::fromKey(u"f"_s)).moyens = u"Deux salles, [à compléter]"_s;
    CHECK(of(projet, u"projet.passages-attente"_s).front().page == u"fiches");
    CHECK(of(projet, lettre).empty());
}

TEST_CASE("A sentence that says what remains to be done, and the example, are no passage in waiting")
{
    for (const QString &text : {u"Le lieu reste à préciser."_s, u"Une fiche à compléter par trimestre"_s,
                                u"Au XXXe congrès"_s, u"Êtes-vous concerné ?"_s, u"boxes"_s}) {
        INFO(text.toStdString());
        CHECK(of(withRubrique(u"problematiques"_s, text), u"lettre.passages-attente"_s).empty());
    }
    CHECK(of(vallees(), u"lettre.passages-attente"_s).empty());
    CHECK(of(vallees(), u"projet.passages-attente"_s).empty());
}
