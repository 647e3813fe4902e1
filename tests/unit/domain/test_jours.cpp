// When a step happens, whatever was typed of it.
#include "domain/jours.h"
#include "support/catch.h"

using namespace domain;

namespace
{

const QDate early(2027, 4, 1);
const QDate late(2027, 6, 30);

EtapeAction step(const QDate &debut, const QDate &fin, SorteEtape sorte = SorteEtape::Etape)
{
    EtapeAction etape;
    etape.debut = debut;
    etape.fin = fin;
    etape.sorte = sorte;
    return etape;
}

} // namespace

TEST_CASE("a step lasts from its first day to its last, typed in any order, one of them is enough")
{
    for (const SorteEtape sorte : {SorteEtape::Etape, SorteEtape::Tache}) {
        CHECK(joursDe(step(early, late, sorte)) == Jours{early, late});
        CHECK(joursDe(step(late, early, sorte)) == Jours{early, late});
        CHECK(joursDe(step(early, {}, sorte)) == Jours{early, early});
        CHECK(joursDe(step({}, late, sorte)) == Jours{late, late});
        CHECK(joursDe(step(early, early, sorte)) == Jours{early, early});
        CHECK_FALSE(joursDe(step({}, {}, sorte)).debut.isValid());
        CHECK_FALSE(joursDe(step({}, {}, sorte)).fin.isValid());
        CHECK(joursSaisis(step(late, early, sorte)) == Jours{late, early});
    }
}

TEST_CASE("a date clé is its first day, and its end only while it has no other")
{
    CHECK(joursDe(step(early, late, SorteEtape::Jalon)) == Jours{early, early});
    CHECK(joursDe(step(late, early, SorteEtape::Jalon)) == Jours{late, late});
    CHECK(joursDe(step({}, late, SorteEtape::Jalon)) == Jours{late, late});
    CHECK_FALSE(joursDe(step({}, {}, SorteEtape::Jalon)).debut.isValid());
}
