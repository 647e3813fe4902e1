#include "suivi/reunions.h"

#include <algorithm>
#include <set>

namespace suivi
{

using namespace Qt::Literals::StringLiterals;

domain::Number participants(const domain::Reunion &reunion)
{
    const qint64 named = static_cast<qint64>(reunion.personnes.size());
    return named > reunion.presents.value_or(0) ? domain::Number(named) : reunion.presents;
}

std::vector<domain::Id> presentsNonComptes(const domain::Projet &projet, const QDate &today)
{
    std::set<domain::Id> present;
    for (const auto &[id, reunion] : projet.reunions)
        if (reunion.sorte != domain::SorteReunion::Dialogue && !(reunion.date.isValid() && reunion.date > today))
            present.insert(reunion.personnes.begin(), reunion.personnes.end());
    std::vector<domain::Id> open;
    for (const auto &[id, personne] : domain::inOrder(projet.personnes))
        if (present.count(id) > 0 && !personne->elaboration)
            open.push_back(id);
    return open;
}

domain::ChangeList compterPresents(const domain::Projet &projet, const QDate &today)
{
    domain::ChangeList changes;
    for (const domain::Id &id : presentsNonComptes(projet, today)) {
        const auto one = domain::setting(projet, {u"personne"_s, id, u"elaboration"_s}, true);
        changes.insert(changes.end(), one.begin(), one.end());
    }
    return changes;
}

} // namespace suivi
