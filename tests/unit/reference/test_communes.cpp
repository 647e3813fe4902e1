#include "shared_reference.h"
#include "support/catch.h"

#include <ctime>
#include <QSet>
#include <thread>

using namespace reference;
using namespace Qt::Literals::StringLiterals;

TEST_CASE("the file holds the whole vintage and says where it comes from")
{
    const Communes &communes = test::theCommunes();
    CHECK(communes.count() == 34969 + 45);
    CHECK(communes.vintage() == u"2026"_s);
    CHECK(communes.date() == QDate(2026, 3, 9));
    CHECK(communes.populationAnnee() == 2023);
    CHECK(communes.populationSource().contains(u"2023"_s));
    CHECK(communes.source().contains(u"6.0.0"_s));
    CHECK(communes.source().contains(u"Licence Ouverte 2.0"_s));
    CHECK(communes.departements().size() == 109);
}

TEST_CASE("a commune is found by its code with all it has")
{
    const Communes &communes = test::theCommunes();
    const auto castellane = communes.find(u"04039"_s);
    REQUIRE(castellane);
    CHECK(castellane->nom == u"Castellane"_s);
    CHECK(castellane->codesPostaux == QStringList{u"04120"_s});
    CHECK(castellane->departement == u"04"_s);
    CHECK(castellane->region == u"93"_s);
    CHECK(castellane->epci == u"200068625"_s);
    CHECK(castellane->population == 1472);
    CHECK_FALSE(castellane->estArrondissement());
    CHECK(communes.departement(u"04"_s)->nom == u"Alpes-de-Haute-Provence"_s);
    CHECK(communes.region(castellane->region)->nom == u"Provence-Alpes-Côte d'Azur"_s);
    CHECK(communes.find(u"2A004"_s)->nom == u"Ajaccio"_s);
}

TEST_CASE("codes that do not exist find nothing")
{
    const Communes &communes = test::theCommunes();
    for (const QString &code : {u""_s, u"4039"_s, u"99999"_s, u"00000"_s, u"castellane"_s, u"é"_s}) {
        CHECK_FALSE(communes.find(code));
        CHECK_FALSE(communes.epci(code));
        CHECK_FALSE(communes.successor(code));
        CHECK_FALSE(communes.departement(code));
        CHECK_FALSE(communes.region(code));
        CHECK(communes.arrondissements(code).isEmpty());
    }
}

TEST_CASE("Marseille, Lyon and Paris have their arrondissements, which are in no EPCI twice")
{
    const Communes &communes = test::theCommunes();
    const QStringList marseille = communes.arrondissements(u"13055"_s);
    REQUIRE(marseille.size() == 16);
    CHECK(marseille.first() == u"13201"_s);
    CHECK(marseille.last() == u"13216"_s);
    CHECK(communes.arrondissements(u"69123"_s).size() == 9);
    CHECK(communes.arrondissements(u"75056"_s).size() == 20);
    int sum = 0;
    for (const QString &code : marseille) {
        const auto part = communes.find(code);
        REQUIRE(part);
        CHECK(part->estArrondissement());
        CHECK(part->communeMere == u"13055"_s);
        CHECK(part->codesPostaux == QStringList{u"130"_s + code.right(2)});
        sum += part->population.value_or(0);
    }
    const auto city = communes.find(u"13055"_s);
    CHECK(std::abs(sum - city->population.value()) <= 1);
    const auto metropole = communes.epci(city->epci);
    REQUIRE(metropole);
    CHECK(metropole->membres.contains(u"13055"_s));
    CHECK_FALSE(metropole->membres.contains(u"13201"_s));
}

TEST_CASE("an EPCI has its communes and the sum of their populations")
{
    const Communes &communes = test::theCommunes();
    const auto ccapv = communes.epci(u"200068625"_s);
    REQUIRE(ccapv);
    CHECK(ccapv->type == u"CC"_s);
    CHECK(ccapv->nom.contains(u"Verdon"_s));
    CHECK(ccapv->membres.size() == 41);
    CHECK(QSet<QString>(ccapv->membres.begin(), ccapv->membres.end()).size() == 41);
    qint64 sum = 0;
    for (const QString &code : ccapv->membres)
        sum += communes.find(code)->population.value();
    CHECK(ccapv->population == sum);
    CHECK(sum > 10000);
}

TEST_CASE("islands without EPCI, communes with two postal codes, lands without inhabitants")
{
    const Communes &communes = test::theCommunes();
    CHECK(communes.find(u"29155"_s)->epci.isEmpty()); // Ouessant
    CHECK(communes.find(u"05101"_s)->codesPostaux == QStringList{u"05290"_s, u"05340"_s});
    const auto kerguelen = communes.find(u"98412"_s);
    REQUIRE(kerguelen);
    CHECK_FALSE(kerguelen->population);
    CHECK(kerguelen->codesPostaux.isEmpty());
    CHECK(communes.departement(kerguelen->departement));
}

TEST_CASE("a code that no longer exists says what it has become")
{
    const Communes &communes = test::theCommunes();
    const auto merged = communes.successor(u"05150"_s); // Sainte-Marie, now Valdoule
    REQUIRE(merged);
    CHECK(merged->code == u"05024"_s);
    CHECK(merged->nom == u"Valdoule"_s);
    CHECK(merged->phrase().contains(u"Valdoule"_s));

    const auto deleguee = communes.successor(u"05175"_s);
    REQUIRE(deleguee);
    CHECK(deleguee->code == u"05101"_s);

    const auto associee = communes.successor(u"01120"_s);
    REQUIRE(associee);
    CHECK(associee->genre == Successeur::Genre::Associee);
    CHECK(associee->ancienNom == u"Cordieux"_s);
    CHECK(associee->code == u"01262"_s);
    CHECK(associee->phrase().contains(u"associée"_s));

    const auto oldCastellane = communes.successor(u"04044"_s);
    REQUIRE(oldCastellane);
    CHECK(oldCastellane->genre == Successeur::Genre::Fusionnee);
    CHECK(oldCastellane->nom == u"Castellane"_s);
    CHECK(oldCastellane->ancienNom.isEmpty());

    CHECK_FALSE(communes.successor(u"04039"_s));
    CHECK_FALSE(communes.successor(u"01015"_s)); // déléguée and commune nouvelle share the code: still current
}

TEST_CASE("loading is quick, and copies share the data")
{
    std::clock_t best = 10 * CLOCKS_PER_SEC; // of the processor: a busy machine is no fault
    for (int i = 0; i < 5; ++i) {
        const std::clock_t start = std::clock();
        const auto loaded = Communes::load(test::communesFile());
        best = std::min(best, std::clock() - start);
        REQUIRE(loaded.ok());
    }
    WARN("communes loaded in " << double(best) * 1000 / CLOCKS_PER_SEC << " ms");
    CHECK(best < CLOCKS_PER_SEC); // a slow or sanitized machine: only an accident of order of magnitude fails

    const Communes copy = test::theCommunes();
    std::vector<std::thread> threads;
    std::atomic<int> found = 0;
    for (int i = 0; i < 4; ++i)
        threads.emplace_back([&copy, &found] { found += copy.search(u"castellane"_s, 5).empty() ? 0 : 1; });
    for (std::thread &thread : threads)
        thread.join();
    CHECK(found == 4);
}
