// Annexe 4, part 3a: the missions, their objectives, those who make them work.
#include "base/text.h"
#include "controle/criteria.h"

#include <algorithm>

namespace controle
{

using namespace Qt::Literals::StringLiterals;

namespace
{

QString nameOf(const reference::Mission &mission)
{
    return u"Mission « %1 »"_s.arg(mission.libelleCourt);
}

bool described(const domain::Mission &mission)
{
    return !blank(mission.objectifsCourtTerme + mission.objectifsMoyenTerme + mission.patients + mission.acteurs +
                  mission.description);
}

Verdict judgeSocle(const Input &input, const reference::Mission &mission)
{
    const auto *written = domain::findKey(input.projet.missions, u"mission"_s, mission.code);
    const auto field = keyedField(u"mission"_s, mission.code, u"objectifsCourtTerme"_s);
    if (written && written->retenue == false)
        return blocking(u"%1 : non retenue, alors qu’elle est obligatoire"_s.arg(nameOf(mission)),
                        keyedField(u"mission"_s, mission.code, u"retenue"_s));
    if (!written || !described(*written))
        return blocking(u"%1 : aucun objectif décrit"_s.arg(nameOf(mission)), field);
    if (blank(written->objectifsCourtTerme) || blank(written->objectifsMoyenTerme))
        return because(
            improvement(u"%1 : objectifs à court et à moyen terme à distinguer"_s.arg(nameOf(mission)), field),
            u"La trame demande les uns et les autres."_s);
    return fulfilled(u"%1 : objectifs décrits"_s.arg(nameOf(mission)), field);
}

// The answer of the lettre is « Non », yet the projet de santé describes it or has a fiche for it.
bool isLeftOutYetWritten(const Input &input, const reference::Mission &mission)
{
    const auto *written = domain::findKey(input.projet.missions, u"mission"_s, mission.code);
    return written && written->retenue == false && (described(*written) || hasFiche(input.projet, mission.code));
}

Verdicts judgeSocles(const Input &input)
{
    Verdicts verdicts;
    for (const reference::Mission &mission : input.reference.missions().toutes)
        if (mission.socle)
            verdicts.push_back(judgeSocle(input, mission));
        else if (isLeftOutYetWritten(input, mission))
            verdicts.push_back(
                because(improvement(u"%1 : « Non » dans la lettre, mais elle est dans le projet de santé"_s.arg(
                                        nameOf(mission)),
                                    keyedField(u"mission"_s, mission.code, u"retenue"_s)),
                        u"Les deux documents doivent dire la même chose : répondez « Oui », ou retirez la mission."_s));
    return verdicts;
}

// The missions of the project that are kept: every socle, the others when the answer is yes.
template <class Visit>
void eachKept(const Input &input, Visit visit)
{
    for (const reference::Mission &mission : input.reference.missions().toutes) {
        const auto *written = domain::findKey(input.projet.missions, u"mission"_s, mission.code);
        if (written && (mission.socle || written->retenue == true))
            visit(mission, *written);
    }
}

Verdicts judgeObjectifs(const Input &input)
{
    Verdicts verdicts;
    bool any = false;
    eachKept(input, [&](const reference::Mission &mission, const domain::Mission &written) {
        any = any || described(written);
        const QString gap = !described(written)       ? QString()
                            : blank(written.patients) ? u"patients"_s
                            : blank(written.acteurs)  ? u"acteurs"_s
                                                      : QString();
        if (!gap.isEmpty())
            verdicts.push_back(improvement(u"%1 : aucun objectif pour les %2"_s.arg(nameOf(mission), gap),
                                           keyedField(u"mission"_s, mission.code, gap)));
    });
    if (verdicts.empty() && any)
        verdicts.push_back(fulfilled(u"Chaque mission a un objectif pour les patients et pour les acteurs"_s,
                                     newRecord(u"mission"_s, u"patients"_s)));
    return verdicts;
}

bool linked(const base::IdList &ids, const base::Id &id)
{
    return std::binary_search(ids.begin(), ids.end(), id);
}

// A partner named for the mission, or a fiche that brings partners or several professions.
bool hasKeyActors(const domain::Projet &projet, const base::Id &mission)
{
    const auto partner = [&](const auto &each) { return linked(each.second.missions, mission); };
    const auto fiche = [&](const auto &each) {
        return each.second.mission == mission && !domain::isAbandoned(each.second) &&
               (!each.second.partenaires.empty() || each.second.professions.size() > 1);
    };
    return std::any_of(projet.partenaires.begin(), projet.partenaires.end(), partner) ||
           std::any_of(projet.fiches.begin(), projet.fiches.end(), fiche);
}

// It blocks where the mission has its fiche: without one, that is what blocks.
Verdicts judgeActeursCles(const Input &input)
{
    Verdicts verdicts;
    eachKept(input, [&](const reference::Mission &mission, const domain::Mission &) {
        if (!hasKeyActors(input.projet, base::Id::fromKey(u"mission:"_s + mission.code)))
            verdicts.push_back(
                {mission.socle && hasFiche(input.projet, mission.code) ? Severity::Blocking : Severity::Improvement,
                 u"%1 : aucun acteur-clé ni partenaire indiqué"_s.arg(nameOf(mission)),
                 keyedField(u"mission"_s, mission.code, u"acteurs"_s)});
    });
    if (verdicts.empty() && !input.projet.missions.empty())
        verdicts.push_back(fulfilled(u"Chaque mission a ses acteurs-clés"_s, newRecord(u"mission"_s, u"acteurs"_s)));
    return verdicts;
}

} // namespace

std::vector<Criterion> projetMissionCriteria()
{
    const QString page = u"projet-missions"_s;
    const QString form = u"Cahier des charges PACA 2022, p. 12 à 14 et annexe 4, 3a)"_s;
    return {
        {u"projet.socles"_s, page,
         u"Si les missions socles ne sont pas remplies, le projet n’est ni reconnu comme CPTS, ni financé."_s, form,
         judgeSocles},
        {u"projet.objectifs"_s, page,
         u"La trame demande chaque fois les objectifs pour les patients et pour les acteurs impliqués."_s, form,
         judgeObjectifs},
        {u"projet.acteurs-cles"_s, page,
         u"La participation des acteurs indispensables à chaque mission est un critère de validation."_s,
         u"Cahier des charges PACA 2022, annexe 4, 2e)"_s, judgeActeursCles},
    };
}

} // namespace controle
