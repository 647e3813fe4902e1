#include "base/unit_words.h"
#include "support/catch.h"

using namespace Qt::Literals::StringLiterals;

TEST_CASE("a unit typed in the plural takes the singular below two")
{
    CHECK(base::unitFor(1, u"exercices"_s) == u"exercice");
    CHECK(base::unitFor(0, u"patients orientés par mois"_s) == u"patient orienté par mois");
    CHECK(base::unitFor(-1.5, u"points"_s) == u"point");
    CHECK(base::unitFor(1, u"visites d’équipes"_s) == u"visite d’équipes");
}

TEST_CASE("from two on, in the singular, or alike in both, a unit stays as typed")
{
    CHECK(base::unitFor(2, u"exercices"_s) == u"exercices");
    CHECK(base::unitFor(12, u" plan "_s) == u"plan");
    for (const QString &unit :
         {u"mois"_s, u"fois"_s, u"avis"_s, u"parcours"_s, u"plan"_s, u"%"_s, u"ETP"_s, u"ans/pers"_s})
        CHECK(base::unitFor(1, unit) == unit);
    CHECK(base::unitFor(1, {}).isEmpty());
}
