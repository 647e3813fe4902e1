#include "models/tables_suivi.h"

#include "base/amount.h"
#include "models/columns.h"
#include "suivi/fiches.h"

#include <cmath>

namespace models
{

using namespace Qt::Literals::StringLiterals;

namespace
{

std::vector<Id> linesByFiche(const Projet &projet, const reference::Missions &missions)
{
    std::vector<Id> ids;
    for (const auto &[ficheId, fiche] : suivi::fichesNumerotees(projet, missions))
        for (const auto &[id, line] : domain::inOrder(projet.budget))
            if (line->fiche == ficheId)
                ids.push_back(id);
    return ids;
}

QString total(const Projet &projet, domain::Decimal domain::LigneBudget::*amount)
{
    domain::Decimal sum;
    for (const auto &[id, line] : projet.budget)
        if (const auto &value = line.*amount; value && projet.fiches.find(line.fiche))
            sum = (std::round(sum.value_or(0) * 100) + std::round(*value * 100)) / 100;
    return sum ? base::frenchAmount(*sum) : QString();
}

} // namespace

TableSpec suspensionsTable()
{
    return rangedTable(u"suspension"_s, {words(u"debut"_s, u"Demandés le"_s), words(u"fin"_s, u"Reçus le"_s)});
}

TableSpec avenantsTable()
{
    return rangedTable(u"avenant"_s, {words(u"signeLe"_s), words(u"motif"_s)});
}

TableSpec interlocuteursTable()
{
    return rangedTable(u"interlocuteur"_s, {words(u"organisme"_s), words(u"nom"_s), words(u"email"_s)});
}

TableSpec financementsTable(const LabelOf &mission)
{
    TableSpec spec = rangedTable(u"financement"_s, {words(u"sorte"_s, u"Type"_s), words(u"financeur"_s)});
    spec.columns.push_back(derived(u"Mission"_s, [mission](const Projet &projet, const Id &id) {
        const domain::Financement *each = projet.financements.find(id);
        const domain::Mission *named = each ? projet.missions.find(each->mission) : nullptr;
        return named ? mission(named->code) : QString();
    }));
    spec.columns.push_back(number(u"annee"_s, u"Année"_s, false));
    spec.columns.push_back(number(u"montant"_s, u"Attendu (€)"_s, false));
    spec.columns.push_back(number(u"verse"_s, u"Versé (€)"_s, false));
    spec.watched = {u"mission"_s};
    return spec;
}

TableSpec budgetDesFichesTable(const reference::Missions &missions)
{
    TableSpec spec;
    spec.table = u"budget"_s;
    spec.rows = [missions](const Projet &projet) { return linesByFiche(projet, missions); };
    spec.watched = {u"fiche"_s};
    spec.columns = {derived(u"Fiche-action"_s,
                            [](const Projet &projet, const Id &id) {
                                const domain::LigneBudget *line = projet.budget.find(id);
                                const domain::FicheAction *fiche = line ? projet.fiches.find(line->fiche) : nullptr;
                                return fiche ? fiche->intitule : QString();
                            }),
                    words(u"intitule"_s, u"Dépense"_s),
                    number(u"annee"_s, u"Année"_s, false),
                    number(u"etp"_s, u"Équivalents temps plein"_s, false),
                    number(u"prevu"_s, u"Prévu (€)"_s, false),
                    number(u"realise"_s, u"Réalisé (€)"_s, false),
                    words(u"financeur"_s)};
    spec.footer = [](const Projet &projet, int column) {
        switch (column) {
        case 0:
            return u"Total"_s;
        case 4:
            return total(projet, &domain::LigneBudget::prevu);
        case 5:
            return total(projet, &domain::LigneBudget::realise);
        default:
            return QString();
        }
    };
    return spec;
}

} // namespace models
