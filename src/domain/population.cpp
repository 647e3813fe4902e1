#include "domain/population.h"

namespace domain
{

std::vector<std::pair<Id, const Commune *>> communesSansPopulation(const Projet &projet)
{
    auto communes = communesParNom(projet);
    std::erase_if(communes, [](const auto &each) { return each.second->population.has_value(); });
    return communes;
}

} // namespace domain
