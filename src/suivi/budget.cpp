#include "suivi/budget.h"

#include "base/text.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace suivi
{

using namespace Qt::Literals::StringLiterals;

namespace
{

// Euros added as doubles drift by a cent after a few lines.
domain::Decimal plus(const domain::Decimal &sum, const domain::Decimal &more)
{
    if (!more)
        return sum;
    return (std::round(sum.value_or(0) * 100) + std::round(*more * 100)) / 100;
}

Montants &operator+=(Montants &sum, const Montants &more)
{
    sum.prevu = plus(sum.prevu, more.prevu);
    sum.realise = plus(sum.realise, more.realise);
    sum.attendu = plus(sum.attendu, more.attendu);
    sum.verse = plus(sum.verse, more.verse);
    return sum;
}

struct Compte {
    const domain::Projet &projet;
    const reference::Reference &reference;
    std::map<qint64, Montants> annees = {};
    std::map<domain::SorteDepense, Montants> types = {};
    std::map<QString, Montants> financeurs = {};
    std::map<base::Id, Montants> missions = {};
    Montants sansAnnee = {};
    Montants sansFinanceur = {};
    Montants touteLaCpts = {};       // financings of no mission in particular
    Montants fichesSansMission = {}; // spending of fiches that are to be given one
    Montants total = {};

    void add(const Montants &amounts, const domain::Number &annee, const QString &financeur, Montants &mission)
    {
        (annee ? annees[*annee] : sansAnnee) += amounts;
        const QString name = financeur.simplified();
        (name.isEmpty() ? sansFinanceur : financeurs[name]) += amounts;
        mission += amounts;
        total += amounts;
    }
};

bool connu(const Montants &amounts)
{
    return amounts.prevu || amounts.realise || amounts.attendu || amounts.verse;
}

void close(std::vector<Poste> &posts, const QString &name, const Montants &rest)
{
    if (connu(rest))
        posts.push_back({name, rest});
}

std::vector<Poste> parMission(const Compte &compte)
{
    std::vector<Poste> posts;
    auto others = compte.missions;
    for (const reference::Mission &official : compte.reference.missions().toutes) {
        const auto at = compte.missions.find(base::Id::fromKey(u"mission:"_s + official.code));
        if (at == compte.missions.end())
            continue;
        close(posts, official.libelleCourt, at->second);
        others.erase(at->first);
    }
    // Of another trame: told together, so that the parts make the whole.
    Montants rest;
    for (const auto &[id, amounts] : others)
        rest += amounts;
    close(posts, u"Autres missions"_s, rest);
    close(posts, u"Sans mission"_s, compte.fichesSansMission);
    close(posts, u"Toute la CPTS"_s, compte.touteLaCpts);
    return posts;
}

std::vector<Poste> parType(const Compte &compte)
{
    std::vector<Poste> posts;
    for (const auto &[sorte, choice] : domain::Choices<domain::SorteDepense>::all()) {
        const auto at = compte.types.find(sorte);
        if (at != compte.types.end() && sorte != domain::SorteDepense::NonRenseignee)
            close(posts, choice.label, at->second);
    }
    const auto none = compte.types.find(domain::SorteDepense::NonRenseignee);
    if (none != compte.types.end())
        close(posts, u"Sans type"_s, none->second);
    return posts;
}

} // namespace

domain::Decimal Montants::solde() const
{
    if (!attendu && !prevu)
        return {};
    return (std::round(attendu.value_or(0) * 100) - std::round(prevu.value_or(0) * 100)) / 100;
}

Bilan bilan(const domain::Projet &projet, const reference::Reference &reference)
{
    Compte compte{projet, reference};
    for (const auto &[id, line] : projet.budget) {
        const domain::FicheAction *fiche = projet.fiches.find(line.fiche);
        const base::Id mission = fiche ? fiche->mission : base::Id();
        compte.add({line.prevu, line.realise, {}, {}}, line.annee, line.financeur,
                   mission.isNull() ? compte.fichesSansMission : compte.missions[mission]);
        compte.types[line.sorte] += {line.prevu, line.realise, {}, {}};
    }
    for (const auto &[id, each] : projet.financements)
        compte.add({{}, {}, each.montant, each.verse}, each.annee, each.financeur,
                   each.mission.isNull() ? compte.touteLaCpts : compte.missions[each.mission]);
    Bilan result;
    for (const auto &[annee, amounts] : compte.annees)
        close(result.annees, QString::number(annee), amounts);
    close(result.annees, u"Sans année"_s, compte.sansAnnee);
    for (const auto &[name, amounts] : compte.financeurs)
        close(result.financeurs, name, amounts);
    std::sort(result.financeurs.begin(), result.financeurs.end(),
              [](const Poste &a, const Poste &b) { return base::frenchLess(a.nom, b.nom); });
    close(result.financeurs, u"Sans financeur"_s, compte.sansFinanceur);
    result.types = parType(compte);
    result.missions = parMission(compte);
    result.total = compte.total;
    return result;
}

} // namespace suivi
