// One order numbers the fiches: that of the missions of the trame, then the user's.
#include "fixtures.h"
#include "suivi/fiches.h"

using namespace suivitest;

namespace
{

Id fiche(domain::Projet &projet, const QString &name, const QString &rank, const QString &mission)
{
    const Id id = Id::fromKey(u"fiche:"_s + name);
    domain::FicheAction &one = projet.fiches.insert(id);
    one.rang = rank;
    one.mission = mission.isEmpty() ? Id() : Id::fromKey(u"mission:"_s + mission);
    return id;
}

} // namespace

TEST_CASE("Fiches are numbered by mission in the order of the trame, then as they are ranged, the others last")
{
    domain::Projet projet;
    const auto &missions = references().missions();
    const QString first = missions.toutes.at(0).code;
    const QString second = missions.toutes.at(1).code;
    const Id late = fiche(projet, u"late"_s, u"a"_s, second);
    const Id loose = fiche(projet, u"loose"_s, u"b"_s, {});
    const Id early = fiche(projet, u"early"_s, u"d"_s, first);
    const Id unknown = fiche(projet, u"unknown"_s, u"c"_s, u"inconnue"_s);
    const Id earlier = fiche(projet, u"earlier"_s, u"c"_s, first);
    std::vector<Id> order;
    for (const auto &[id, one] : suivi::fichesNumerotees(projet, missions)) {
        CHECK(one == projet.fiches.find(id));
        order.push_back(id);
    }
    CHECK(order == std::vector<Id>{earlier, early, late, loose, unknown});
    CHECK(suivi::numeroDeFiche(projet, missions, earlier) == 1);
    CHECK(suivi::numeroDeFiche(projet, missions, unknown) == 5);
    CHECK(suivi::numeroDeFiche(projet, missions, Id::create()) == 0);
    CHECK(suivi::numeroDeFiche({}, missions, Id()) == 0);
}
