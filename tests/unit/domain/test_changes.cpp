#include "domain/changes.h"
#include "support/catch.h"

using namespace domain;
using namespace Qt::Literals::StringLiterals;

TEST_CASE("diff then apply turns one project into the other, and back")
{
    const Projet from = nouveauProjet(u"A"_s, u"paca-2022"_s, u"2026"_s, QDate(2026, 11, 23));
    Projet to = from;
    to.identite.nom = u"B"_s;
    const Id person = Id::create();
    to.personnes.insert(person).nom = u"Dupont"_s;
    to.identite.porteur = person;
    const ChangeList changes = diff(from, to);
    Projet walked = from;
    REQUIRE(applyChanges(walked, changes).ok());
    CHECK(diff(walked, to).empty());
    REQUIRE(applyChanges(walked, invert(changes)).ok());
    CHECK(diff(walked, from).empty());
}
