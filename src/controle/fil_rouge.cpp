#include "controle/fil_rouge.h"

#include "base/rich_text.h"
#include "base/text.h"
#include "base/typography.h"
#include "controle/criteria.h"

#include <algorithm>
#include <functional>
#include <map>

namespace controle
{

using namespace Qt::Literals::StringLiterals;
using base::Id;
using domain::Projet;

namespace
{

using Owned = std::map<Id, std::vector<Id>>; // by the fiche

template <class Records>
Owned byFiche(const Records &records)
{
    Owned owned;
    for (const auto &[id, record] : domain::inOrder(records))
        owned[record->fiche].push_back(id);
    return owned;
}

// What the fiches own, gathered once for all the needs.
class Threads
{
public:
    Threads(const Projet &projet, const reference::Reference &reference)
        : m_projet(projet), m_objectifs(byFiche(projet.objectifs)), m_indicateurs(byFiche(projet.indicateursAction)),
          m_etapes(byFiche(projet.etapesAction)), m_budget(byFiche(projet.budget))
    {
        for (auto &[fiche, steps] : m_etapes) // of an abandoned one, what was done
            std::erase_if(steps,
                          [&](const Id &id) { return !domain::isAnnounced(projet, *projet.etapesAction.find(id)); });
        for (const reference::Mission &mission : reference.missions().toutes)
            m_missions.emplace_back(Id::fromKey(u"mission:"_s + mission.code), mission.code);
    }

    [[nodiscard]] FilFiche fiche(int number, const Id &id, const domain::FicheAction &fiche) const
    {
        FilFiche thread{id, {}, objectifs(id), of(m_etapes, id), of(m_budget, id), number};
        for (const auto &[mission, code] : m_missions)
            if (mission == fiche.mission)
                thread.mission = code;
        return thread;
    }

    [[nodiscard]] QStringList missions(const domain::IdList &ids) const
    {
        QStringList codes;
        for (const auto &[mission, code] : m_missions)
            if (std::binary_search(ids.begin(), ids.end(), mission))
                codes << code;
        return codes;
    }

private:
    static std::vector<Id> of(const Owned &owned, const Id &fiche)
    {
        const auto at = owned.find(fiche);
        return at == owned.end() ? std::vector<Id>() : at->second;
    }

    [[nodiscard]] std::vector<FilObjectif> objectifs(const Id &fiche) const
    {
        std::vector<FilObjectif> all;
        for (const Id &id : of(m_objectifs, fiche))
            all.push_back({id, {}});
        FilObjectif loose;
        for (const Id &id : of(m_indicateurs, fiche)) {
            const Id &measured = m_projet.indicateursAction.find(id)->objectif;
            const auto at = std::find_if(all.begin(), all.end(), [&](const auto &each) { return each.id == measured; });
            (at == all.end() ? loose : *at).indicateurs.push_back(id);
        }
        if (!loose.indicateurs.empty())
            all.push_back(loose);
        return all;
    }

    const Projet &m_projet;
    Owned m_objectifs;
    Owned m_indicateurs;
    Owned m_etapes;
    Owned m_budget;
    std::vector<std::pair<Id, QString>> m_missions;
};

QString quoted(const QString &what, const QString &text)
{
    const QString words = shortened(base::plainText(text));
    return words.isEmpty() ? what + u" sans titre"_s : u"%1 « %2 »"_s.arg(what, words);
}

// Adds a sort when there is any of it.
void add(std::vector<SortesSuspens> &sorts, const QString &code, const QString &one, const QString &many,
         std::vector<Suspens> all)
{
    if (all.empty())
        return;
    for (Suspens &each : all)
        each.name = base::frenchTypography(each.name);
    const auto count = static_cast<qint64>(all.size());
    sorts.push_back({code, base::frenchTypography(base::frenchCount(count, one, many)), std::move(all)});
}

template <class T>
std::vector<Suspens> those(const domain::Records<T> &records, const QString &table, const QString &field,
                           const std::function<bool(const Id &, const T &)> &hangs,
                           const std::function<QString(const T &)> &name)
{
    std::vector<Suspens> found;
    for (const auto &[id, record] : domain::inOrder(records))
        if (hangs(id, *record))
            found.push_back({name(*record), {table, id, field}});
    return found;
}

std::vector<Suspens> needs(const Projet &projet, const QString &field, bool (*lacks)(const Projet &, const Id &))
{
    return those<domain::Besoin>(
        projet.besoins, u"besoin"_s, field,
        [&](const Id &id, const domain::Besoin &besoin) {
            return besoin.etat != domain::EtatBesoin::Regle && lacks(projet, id);
        },
        [](const domain::Besoin &besoin) { return nameOf(besoin); });
}

// Retained, and named by no need, itself or through one of its fiches. Needs name their missions: that is where to go.
std::vector<Suspens> missionsSansBesoin(const Projet &projet, const reference::Reference &reference)
{
    std::vector<Suspens> found;
    for (const reference::Mission &mission : reference.missions().toutes) {
        const auto *written = domain::findKey(projet.missions, u"mission"_s, mission.code);
        const Id id = Id::fromKey(u"mission:"_s + mission.code);
        const auto named = [&id](const auto &each) {
            return std::binary_search(each.second.missions.begin(), each.second.missions.end(), id);
        };
        const auto through = [&id](const auto &each) {
            return each.second.mission == id && !each.second.besoins.empty() && !domain::isAbandoned(each.second);
        };
        if (written && written->retenue == true && std::none_of(projet.besoins.begin(), projet.besoins.end(), named) &&
            std::none_of(projet.fiches.begin(), projet.fiches.end(), through))
            found.push_back({u"Mission « %1 »"_s.arg(mission.libelleCourt), newRecord(u"besoin"_s, u"missions"_s)});
    }
    return found;
}

std::vector<Suspens> indicators(const Projet &projet, const QString &field,
                                bool (*lacks)(const domain::IndicateurAction &))
{
    return those<domain::IndicateurAction>(
        projet.indicateursAction, u"indicateurAction"_s, field,
        [&projet, lacks](const Id &, const domain::IndicateurAction &indicateur) {
            return lacks(indicateur) && !domain::isAbandoned(projet, indicateur.fiche);
        },
        [](const domain::IndicateurAction &indicateur) { return quoted(u"Indicateur"_s, indicateur.intitule); });
}

void addFiches(std::vector<SortesSuspens> &sorts, const Projet &projet)
{
    const auto name = [](const domain::FicheAction &fiche) { return nameOf(fiche); };
    add(sorts, u"fiche-sans-besoin"_s, u"fiche-action sans besoin"_s, u"fiches-actions sans besoin"_s,
        those<domain::FicheAction>(
            projet.fiches, u"fiche"_s, u"besoins"_s,
            [](const Id &, const domain::FicheAction &fiche) {
                return fiche.besoins.empty() && !domain::isAbandoned(fiche);
            },
            name));
    add(sorts, u"objectif-sans-indicateur"_s, u"objectif sans indicateur"_s, u"objectifs sans indicateur"_s,
        those<domain::ObjectifSpecifique>(
            projet.objectifs, u"objectif"_s, u"enonce"_s,
            [&](const Id &id, const domain::ObjectifSpecifique &objectif) {
                return !hasIndicator(projet, id) && !domain::isAbandoned(projet, objectif.fiche);
            },
            [](const domain::ObjectifSpecifique &objectif) { return quoted(u"Objectif"_s, objectif.enonce); }));
}

void addMeasures(std::vector<SortesSuspens> &sorts, const Projet &projet)
{
    add(sorts, u"indicateur-sans-depart"_s, u"indicateur sans valeur de départ"_s,
        u"indicateurs sans valeur de départ"_s,
        indicators(projet, u"depart"_s, [](const domain::IndicateurAction &each) { return !each.depart; }));
    add(sorts, u"indicateur-sans-cible"_s, u"indicateur sans cible"_s, u"indicateurs sans cible"_s,
        indicators(projet, u"cible"_s, [](const domain::IndicateurAction &each) { return !each.cible; }));
    add(sorts, u"indicateur-sans-preuve"_s, u"indicateur sans justificatif"_s, u"indicateurs sans justificatif"_s,
        indicators(projet, u"justificatif"_s,
                   [](const domain::IndicateurAction &each) { return blank(each.justificatif); }));
    add(sorts, u"budget-sans-financeur"_s, u"dépense sans financeur"_s, u"dépenses sans financeur"_s,
        those<domain::LigneBudget>(
            projet.budget, u"budget"_s, u"financeur"_s,
            [&](const Id &, const domain::LigneBudget &ligne) {
                return blank(ligne.financeur) && !domain::isAbandoned(projet, ligne.fiche);
            },
            [](const domain::LigneBudget &ligne) { return quoted(u"Dépense"_s, ligne.intitule); }));
}

bool answers(const domain::FicheAction &fiche, const Id &besoin)
{
    return !domain::isAbandoned(fiche) && std::binary_search(fiche.besoins.begin(), fiche.besoins.end(), besoin);
}

} // namespace

bool hasAction(const Projet &projet, const Id &besoin)
{
    return std::any_of(projet.fiches.begin(), projet.fiches.end(),
                       [&besoin](const auto &each) { return answers(each.second, besoin); });
}

bool hasMission(const Projet &projet, const Id &besoin)
{
    const domain::Besoin *named = projet.besoins.find(besoin);
    return (named && !named->missions.empty()) ||
           std::any_of(projet.fiches.begin(), projet.fiches.end(), [&besoin](const auto &each) {
               return !each.second.mission.isNull() && answers(each.second, besoin);
           });
}

bool hasIndicator(const Projet &projet, const Id &objectif)
{
    return std::any_of(projet.indicateursAction.begin(), projet.indicateursAction.end(),
                       [&objectif](const auto &each) { return each.second.objectif == objectif; });
}

std::vector<FilBesoin> filRouge(const Projet &projet, const reference::Reference &reference)
{
    const Threads threads(projet, reference);
    const Fiches fiches = fichesOf(projet, reference);
    std::vector<FilBesoin> all;
    for (const auto &[id, besoin] : domain::inOrder(projet.besoins)) {
        FilBesoin need{id, threads.missions(besoin->missions), {}};
        int number = 0;
        for (const auto &[ficheId, fiche] : fiches)
            if (++number; std::binary_search(fiche->besoins.begin(), fiche->besoins.end(), need.id))
                need.fiches.push_back(threads.fiche(number, ficheId, *fiche));
        all.push_back(std::move(need));
    }
    FilBesoin none;
    int number = 0;
    for (const auto &[id, fiche] : fiches)
        if (++number; fiche->besoins.empty() && !domain::isAbandoned(*fiche)) // nothing is asked of it
            none.fiches.push_back(threads.fiche(number, id, *fiche));
    if (!none.fiches.empty())
        all.push_back(std::move(none));
    return all;
}

std::vector<SortesSuspens> enSuspens(const Projet &projet, const reference::Reference &reference)
{
    std::vector<SortesSuspens> sorts;
    add(sorts, u"besoin-sans-mission"_s, u"besoin sans mission"_s, u"besoins sans mission"_s,
        needs(projet, u"missions"_s, [](const Projet &whole, const Id &id) { return !hasMission(whole, id); }));
    add(sorts, u"besoin-sans-action"_s, u"besoin sans action"_s, u"besoins sans action"_s,
        needs(projet, u"enonce"_s, [](const Projet &whole, const Id &id) { return !hasAction(whole, id); }));
    add(sorts, u"mission-sans-besoin"_s, u"mission sans besoin"_s, u"missions sans besoin"_s,
        missionsSansBesoin(projet, reference));
    addFiches(sorts, projet);
    addMeasures(sorts, projet);
    return sorts;
}

} // namespace controle
