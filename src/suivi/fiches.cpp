#include "suivi/fiches.h"

#include <algorithm>
#include <map>

namespace suivi
{

using namespace Qt::Literals::StringLiterals;

Fiches fichesNumerotees(const domain::Projet &projet, const reference::Missions &missions)
{
    std::map<base::Id, size_t> places;
    for (const reference::Mission &mission : missions.toutes)
        places.emplace(base::Id::fromKey(u"mission:"_s + mission.code), places.size());
    const auto place = [&places](const base::Id &mission) {
        const auto at = places.find(mission);
        return at == places.end() ? places.size() : at->second;
    };
    Fiches fiches = domain::inOrder(projet.fiches);
    std::stable_sort(fiches.begin(), fiches.end(), [&place](const auto &a, const auto &b) {
        return place(a.second->mission) < place(b.second->mission);
    });
    return fiches;
}

int numeroDeFiche(const domain::Projet &projet, const reference::Missions &missions, const base::Id &id)
{
    const Fiches fiches = fichesNumerotees(projet, missions);
    const auto at = std::find_if(fiches.begin(), fiches.end(), [&id](const auto &each) { return each.first == id; });
    return at == fiches.end() ? 0 : int(at - fiches.begin()) + 1;
}

QString nomDeMission(const domain::Projet &projet, const reference::Missions &missions, const base::Id &id)
{
    const domain::Mission *mission = projet.missions.find(id);
    const reference::Mission *official = mission ? missions.find(mission->code) : nullptr;
    return official ? official->libelleCourt : QString();
}

} // namespace suivi
