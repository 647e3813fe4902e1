// An acronym of several meanings in a long text: the project says which, or is asked.
#include "unit/controle/fixtures.h"

using namespace Qt::Literals::StringLiterals;
using namespace fixtures;

namespace
{

const QString code = u"projet.sigles"_s;

} // namespace

TEST_CASE("Without an ambiguous acronym in a long text there is nothing to say")
{
    CHECK(verdict({}, code).isEmpty());
    CHECK(verdict(vallees(), code).isEmpty());
    CHECK(verdict(withRubrique(u"offre"_s, u"Une MSP, étape par étape."_s), code).isEmpty());
    // An answer of the rehearsal is not sent.
    CHECK(verdict(withRubrique(u"ccopd-besoins"_s, u"Deux ETP."_s), code).isEmpty());
    domain::Projet named;
    named.identite.nom = u"ETP"_s;
    CHECK(verdict(named, code).isEmpty());
}

TEST_CASE("An ambiguous acronym is asked about, where it is first used, with its meanings")
{
    const domain::Projet projet = withRubrique(u"inclusion"_s, u"Un programme d’**ETP** est prévu."_s);
    const auto found = of(projet, code);
    REQUIRE(found.size() == 1);
    CHECK(found.front().severity == controle::Severity::Improvement);
    CHECK(plain(found.front().sentence) ==
          u"ETP : dites lequel, éducation thérapeutique du patient ou équivalent temps plein");
    CHECK(found.front().page == u"organisation");
    CHECK(found.front().field ==
          domain::FieldAddress{u"rubrique"_s, base::Id::fromKey(u"rubrique:inclusion"_s), u"texte"_s});
    CHECK(verdict(withRubrique(u"offre"_s, u"Le CA vote les ETP."_s), code) == u"II");
}

TEST_CASE("Either meaning anywhere in the project answers, in the plural too")
{
    domain::Projet projet = withRubrique(u"offre"_s, u"Deux ETP."_s);
    domain::FicheAction &fiche = projet.fiches.insert(base::Id::fromKey(u"fiche"_s));
    fiche.moyens = u"Trois équivalents temps plein"_s;
    CHECK(verdict(projet, code) == u"F");
    fiche.moyens = u"Trois équivalents"_s;
    CHECK(verdict(projet, code) == u"I");
}

TEST_CASE("The texts of the tables of a fiche and of the protocols are read as well")
{
    domain::Projet projet;
    projet.indicateursAction.insert(base::Id::fromKey(u"indicateurAction:un"_s)).definition = u"Nombre d’ETP."_s;
    REQUIRE(of(projet, code).size() == 1);
    CHECK(of(projet, code).front().page == u"fiches");
    projet.protocoles.insert(base::Id::fromKey(u"protocole:un"_s)).etapes =
        u"| Qui | Quoi |\n|---|---|\n| IDE | éducation thérapeutique du patient |"_s;
    CHECK(verdict(projet, code) == u"F");
}
