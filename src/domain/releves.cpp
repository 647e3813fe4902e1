#include "domain/releves.h"

#include "base/written_date.h"

#include <algorithm>
#include <limits>

namespace domain
{

std::vector<IdReleve> relevesDe(const Projet &projet, const Id &indicateur)
{
    std::vector<IdReleve> found;
    for (const auto &[id, releve] : projet.releves)
        if (releve.indicateur == indicateur)
            found.emplace_back(id, &releve);
    const auto year = [](const IdReleve &each) {
        return base::isYear(each.second->annee) ? *each.second->annee : std::numeric_limits<qint64>::max();
    };
    std::stable_sort(found.begin(), found.end(),
                     [&year](const IdReleve &a, const IdReleve &b) { return year(a) < year(b); });
    return found;
}

IdReleve dernierReleve(const Projet &projet, const Id &indicateur)
{
    IdReleve last;
    for (const IdReleve &each : relevesDe(projet, indicateur))
        if (base::isYear(each.second->annee) && each.second->valeur)
            last = each;
    return last;
}

IdReleve memeAnnee(const Projet &projet, const Id &releve)
{
    const Releve *one = projet.releves.find(releve);
    if (!one || !base::isYear(one->annee))
        return {};
    for (const IdReleve &each : relevesDe(projet, one->indicateur))
        if (each.first != releve && each.second->annee == one->annee)
            return each;
    return {};
}

} // namespace domain
