#include "domain/releves.h"

#include "base/written_date.h"

#include <algorithm>
#include <limits>

namespace domain
{

namespace
{

bool dated(const Releve &releve)
{
    return releve.annee && base::isYear(*releve.annee);
}

} // namespace

std::vector<IdReleve> relevesDe(const Projet &projet, const Id &indicateur)
{
    std::vector<IdReleve> found;
    for (const auto &[id, releve] : projet.releves)
        if (releve.indicateur == indicateur)
            found.emplace_back(id, &releve);
    const auto year = [](const IdReleve &each) {
        return dated(*each.second) ? *each.second->annee : std::numeric_limits<qint64>::max();
    };
    std::stable_sort(found.begin(), found.end(),
                     [&year](const IdReleve &a, const IdReleve &b) { return year(a) < year(b); });
    return found;
}

IdReleve dernierReleve(const Projet &projet, const Id &indicateur)
{
    IdReleve last;
    for (const IdReleve &each : relevesDe(projet, indicateur))
        if (dated(*each.second) && each.second->valeur)
            last = each;
    return last;
}

IdReleve memeAnnee(const Projet &projet, const Id &releve)
{
    const Releve *one = projet.releves.find(releve);
    if (!one || !dated(*one))
        return {};
    for (const IdReleve &each : relevesDe(projet, one->indicateur))
        if (each.first != releve && each.second->annee == one->annee)
            return each;
    return {};
}

} // namespace domain
