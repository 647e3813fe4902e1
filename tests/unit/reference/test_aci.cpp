// The amounts of the ACI: what is sourced, what is not, and that nothing unknown has a figure.
#include "reference/aci.h"
#include "shared_reference.h"
#include "support/catch.h"

using namespace reference;
using namespace Qt::Literals::StringLiterals;

namespace
{

QString failure(const test::Copy &copy)
{
    const auto read = Aci::load(copy.folder());
    REQUIRE_FALSE(read.ok());
    return read.error().message;
}

} // namespace

TEST_CASE("the amounts of the ACI are by size, each with its source, and the missions have none")
{
    const auto read = Aci::load(test::referenceFolder());
    REQUIRE(read.ok());
    const Aci &aci = read.value();
    CHECK(aci.provenance.luLe == QDate(2026, 11, 22));
    const LigneAci *running = aci.ligne(u"fonctionnement"_s);
    REQUIRE(running);
    CHECK(running->statut == LigneAci::Statut::Etabli);
    CHECK(running->montant(1) == 50000);
    CHECK(running->montant(4) == 90000);
    CHECK_FALSE(running->montant(5));
    const LigneAci *missions = aci.ligne(u"par-mission"_s);
    REQUIRE(missions);
    CHECK(missions->statut == LigneAci::Statut::Inconnu);
    CHECK_FALSE(missions->montant(2));
    CHECK(aci.ligne(u"autre"_s) == nullptr);
    for (const LigneAci &ligne : aci.lignes) {
        INFO(ligne.code.toStdString());
        CHECK(ligne.montants.size() == 4);
        CHECK_FALSE(ligne.source.isEmpty());
        for (const QString &address : ligne.adresses)
            CHECK(address.startsWith(u"http"));
        for (const auto &[size, amount] : ligne.montants)
            CHECK((ligne.statut != LigneAci::Statut::Inconnu || !amount));
    }
}

TEST_CASE("a damaged file of the ACI is refused with the place of the fault")
{
    const auto changed = [](const QString &before, const QString &after) {
        test::Copy copy;
        REQUIRE(copy.change(u"aci.json"_s, before, after));
        return failure(copy);
    };
    CHECK(changed(u"\"statut\": \"source\""_s, u"\"statut\": \"officiel\""_s).contains(u"statut"_s));
    CHECK(changed(u"\"taille\": 2"_s, u"\"taille\": 1"_s).contains(u"deux fois"_s));
    CHECK(changed(u"\"code\": \"total-maximum\""_s, u"\"code\": \"fonctionnement\""_s).contains(u"deux fois"_s));
    CHECK(changed(u"50000"_s, u"-5"_s).contains(u"montant_euros"_s));
    CHECK(changed(u"\"statut\": \"proposition\""_s, u"\"statut\": \"inconnu\""_s).contains(u"inconnu"_s));
    test::Copy copy;
    copy.remove(u"aci.json"_s);
    CHECK(failure(copy).contains(u"aci.json"_s));
}
