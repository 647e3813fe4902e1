#include "shared_reference.h"
#include "support/catch.h"

#include <algorithm>

using namespace reference;
using namespace Qt::Literals::StringLiterals;
using Outcome = NameMatch::Outcome;

namespace
{

NameMatch match(const QString &name, const NameHints &hints = {})
{
    return test::theCommunes().matchName(name, hints);
}

// The code when the name is taken without asking, else empty.
QString exact(const QString &name, const NameHints &hints = {})
{
    const NameMatch found = match(name, hints);
    return found.outcome == Outcome::Exact && found.communes.size() == 1 ? found.communes.front().code : QString();
}

bool offers(const NameMatch &found, const QString &code)
{
    return std::any_of(found.communes.begin(), found.communes.end(),
                       [&code](const Commune &commune) { return commune.code == code; });
}

} // namespace

TEST_CASE("names as files write them are recognised")
{
    CHECK(exact(u"CASTELLANE"_s) == u"04039"_s);
    CHECK(exact(u"SAINT ANDRE LES ALPES"_s) == u"04173"_s);
    CHECK(exact(u"St-André-les-Alpes"_s) == u"04173"_s);
    CHECK(exact(u"STE TULLE"_s) == u"04197"_s);
    CHECK(exact(u"Massac, Séran"_s) == exact(u"Massac-Séran"_s));
    CHECK_FALSE(exact(u"Massac, Séran"_s).isEmpty());
    CHECK(exact(u"sanary s/ mer"_s) == u"83123"_s);
    CHECK(exact(u"AUBAGNE CEDEX"_s) == u"13005"_s);
    CHECK(exact(u"13685 AUBAGNE CEDEX 3"_s) == u"13005"_s);
    CHECK(exact(u"Castellane (04120)"_s) == u"04039"_s);
    CHECK(exact(u"Marseille"_s) == u"13055"_s);
}

TEST_CASE("the article may be inverted, missing or in brackets")
{
    for (const QString &name :
         {u"La Garde"_s, u"GARDE (LA)"_s, u"Garde, La"_s, u"GARDE LA"_s, u"Garde"_s, u"garde"_s}) {
        CHECK(exact(name, {u"83"_s, {}}) == u"83062"_s);
        CHECK(exact(name, {{}, u"83130"_s}) == u"83062"_s);
        CHECK(exact(name, {u"04"_s, {}}) == u"04092"_s);
        CHECK(match(name).outcome == Outcome::Ambiguous);
        CHECK(offers(match(name), u"83062"_s));
        CHECK(offers(match(name), u"04092"_s));
    }
    CHECK(exact(u"MEES (LES)"_s, {u"04"_s, {}}) == u"04116"_s);
    CHECK(exact(u"ISLE-SUR-LA-SORGUE (L')"_s) == u"84054"_s);
}

TEST_CASE("homonyms are never guessed")
{
    const NameMatch all = match(u"Saint-Martin"_s);
    CHECK(all.outcome == Outcome::Ambiguous);
    CHECK(all.communes.size() > 1);
    const NameMatch nowhere = match(u"Castellane"_s, {u"75"_s, {}});
    CHECK(nowhere.outcome == Outcome::Ambiguous);
    CHECK(offers(nowhere, u"04039"_s));
    const NameMatch wrongPostal = match(u"Castellane"_s, {{}, u"75001"_s});
    CHECK(wrongPostal.outcome == Outcome::Ambiguous);
    CHECK(exact(u"Castellane"_s, {{}, u"04 120"_s}) == u"04039"_s);
    CHECK(exact(u"Castellane"_s, {{}, u"04129 CEDEX"_s}) == u"04039"_s);
}

TEST_CASE("arrondissements in all their spellings")
{
    for (const QString &name : {u"Marseille 3e"_s, u"MARSEILLE 03"_s, u"Marseille 3e Arrondissement"_s,
                                u"marseille 3ème"_s, u"Marseille 3EME ARR."_s, u"Marseille, 3"_s})
        CHECK(exact(name) == u"13203"_s);
    CHECK(exact(u"Paris 1er"_s) == u"75101"_s);
    CHECK(exact(u"PARIS 01"_s) == u"75101"_s);
    CHECK(exact(u"Lyon 2nd"_s) == u"69382"_s);
    CHECK(exact(u"Marseille 17e"_s).isEmpty());
    const NameMatch byPostal = match(u"Marseille"_s, {{}, u"13008"_s});
    CHECK(byPostal.outcome == Outcome::Ambiguous);
    REQUIRE(byPostal.communes.size() == 2);
    CHECK(byPostal.communes[0].code == u"13208"_s);
    CHECK(byPostal.communes[1].code == u"13055"_s);
    CHECK(exact(u"MARSEILLE CEDEX 08"_s, {{}, u"13272"_s}) == u"13055"_s);
}

TEST_CASE("communes that no longer exist lead to the one of today, and are told")
{
    const NameMatch cordieux = match(u"CORDIEUX"_s, {u"01"_s, {}});
    CHECK(cordieux.outcome == Outcome::Former);
    REQUIRE(cordieux.communes.size() == 1);
    CHECK(cordieux.communes[0].code == u"01262"_s);
    REQUIRE(cordieux.former);
    CHECK(cordieux.former->ancienNom == u"Cordieux"_s);
    CHECK(exact(u"Valdoule"_s) == u"05024"_s);
    CHECK(exact(u"AUBESSAGNE"_s) == u"05039"_s);
    // A déléguée that shares its code with the commune of today.
    const NameMatch arbignieu = match(u"Arbignieu"_s);
    CHECK(arbignieu.outcome == Outcome::Former);
    CHECK(offers(arbignieu, u"01015"_s));
}

TEST_CASE("a misspelt name gets the nearest ones, those of the département first")
{
    const NameMatch near = match(u"Castelane"_s, {u"04"_s, {}});
    CHECK(near.outcome == Outcome::Near);
    REQUIRE_FALSE(near.communes.empty());
    CHECK(near.communes.front().code == u"04039"_s);
    CHECK(offers(match(u"Saint-Andr?-les-Alpes"_s), u"04173"_s));
    CHECK(offers(match(u"Château-Chinon"_s), u"58062"_s));
    CHECK(offers(match(u"Château-Chinon"_s), u"58063"_s));
    CHECK(match(u"Castelane"_s).communes.size() <= 6);
    CHECK(match(u"Xyzzyville-sur-Rien"_s).outcome == Outcome::Unknown);
}

TEST_CASE("an empty or absurd cell is unknown")
{
    for (const QString &name : {u""_s, u"  "_s, u"-"_s, u"04120"_s, u"CEDEX"_s, u"."_s, u"ab"_s})
        CHECK(match(name).outcome == Outcome::Unknown);
    CHECK(match(QString(3000, u'x')).outcome == Outcome::Unknown);
    CHECK(match(u"Castellane"_s, {u"  "_s, u"abc"_s}).outcome == Outcome::Exact);
}

TEST_CASE("every commune is recognised by its own name and postal code")
{
    const Communes &communes = test::theCommunes();
    for (const Departement &departement : communes.departements()) {
        if (departement.region != u"93"_s)
            continue;
        for (int number = 1; number < 420; ++number) {
            const auto commune = communes.find(departement.code + QString::number(number).rightJustified(3, u'0'));
            if (!commune || commune->estArrondissement() || commune->code == u"13055"_s)
                continue;
            INFO(commune->nom.toStdString());
            CHECK(exact(commune->nom.toUpper(), {departement.code, commune->codesPostaux.first()}) == commune->code);
        }
    }
}
