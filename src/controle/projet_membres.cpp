// Annexe 4, part 2a and 2c: the members and their counters, the digital services.
#include "base/text.h"
#include "controle/criteria.h"
#include "suivi/services.h"

#include <map>
#include <QSet>

namespace controle
{

using namespace Qt::Literals::StringLiterals;

namespace
{

const QString members = u"Cahier des charges PACA 2022, annexe 4, 2a)"_s;

// A count that no project reaches comes from a foreign file: it must not overflow a sum.
qint64 reasonable(const domain::Number &count)
{
    constexpr qint64 most = 1'000'000'000;
    return std::clamp<qint64>(count.value_or(0), 0, most);
}

qint64 totalOf(const Input &input)
{
    qint64 total = 0;
    for (const reference::Profession &profession : input.reference.professions().trame)
        total += reasonable(countsOf(input, profession.code).adherents);
    return total;
}

// Nobody counts: the list may well have members, which are then to be counted, or to be given a profession.
Verdict uncounted(const Input &input)
{
    const auto list = domain::membres(input.projet);
    if (list.empty())
        return blocking(u"Aucun professionnel n’a adhéré à la CPTS"_s, newRecord(u"personne"_s, u"membre"_s));
    const QString listed =
        base::frenchCount(static_cast<qint64>(list.size()), u"membre dans la liste"_s, u"membres dans la liste"_s);
    if (input.projet.organisation.comptage == domain::Comptage::Membres)
        return blocking(u"%1, sans profession qui compte : indiquez-la"_s.arg(listed),
                        {u"personne"_s, list.front().first, u"profession"_s});
    return blocking(u"%1 : suivez la liste ou comptez-les"_s.arg(listed), {u"organisation"_s, {}, u"comptage"_s});
}

Verdicts judgeMembres(const Input &input)
{
    const auto field = newRecord(u"personne"_s, u"membre"_s);
    QSet<QString> professions;
    qint64 lines = 0; // of the table beside: generalists and specialists are one profession and two lines
    for (const reference::Profession &profession : input.reference.professions().trame) {
        if (reasonable(countsOf(input, profession.code).adherents) == 0)
            continue;
        professions << professionKey(input.reference, profession.code);
        ++lines;
    }
    if (professions.isEmpty())
        return {uncounted(input)};
    if (professions.size() == 1)
        return {blocking(u"Les membres sont d’une seule profession"_s, field)};
    return {fulfilled(u"%1, sur %2 lignes du tableau"_s.arg(
                          base::frenchCount(totalOf(input), u"adhérent"_s, u"adhérents"_s), base::frenchNumber(lines)),
                      field)};
}

// Of members counted in the list: who is in no line of the table, which is then shorter than the list.
QString outOfTable(const Input &input)
{
    QStringList professions;
    bool structures = false;
    for (const auto &[id, person] : domain::membres(input.projet)) {
        if (!input.reference.professions().ligneDe(person->profession).isEmpty())
            continue;
        structures = structures || person->profession.isEmpty();
        const reference::Profession *known = input.reference.professions().find(person->profession);
        if (const QString name = known ? base::uncapitalized(known->pluriel) : person->profession; !name.isEmpty())
            professions << name;
    }
    professions.removeDuplicates();
    if (structures)
        professions << u"structures"_s;
    return base::frenchList(professions);
}

Verdicts judgeListe(const Input &input)
{
    const auto list = domain::membres(input.projet);
    if (list.empty())
        return {
            blocking(u"La liste des membres, à mettre en annexe, est vide"_s, newRecord(u"personne"_s, u"membre"_s))};
    const auto lacking = [&list](const QString &field, const QString &what, const auto &lacks) {
        QStringList without;
        base::Id first;
        for (const auto &[id, person] : list)
            if (lacks(*person)) {
                first = without.isEmpty() ? id : first;
                without << nameOf(*person);
            }
        const QString told = base::frenchCount(without.size(), u"membre sans "_s + what, u"membres sans "_s + what);
        return without.isEmpty()
                   ? Verdicts()
                   : Verdicts{improvement(u"%1 : %2"_s.arg(told, someOf(without)), {u"personne"_s, first, field})};
    };
    Verdicts verdicts = lacking(u"statut"_s, u"statut"_s, [](const domain::Personne &person) {
        return person.statut == domain::StatutMembre::NonRenseigne;
    });
    for (Verdict &each : lacking(u"profession"_s, u"profession"_s, [](const domain::Personne &person) {
             return !blank(person.nom) && blank(person.profession); // a structure has none
         }))
        verdicts.push_back(std::move(each));
    if (!verdicts.empty())
        return verdicts;
    const auto named = static_cast<qint64>(list.size());
    QString words = base::frenchCount(named, u"membre dans la liste"_s, u"membres dans la liste"_s);
    const qint64 counted = totalOf(input);
    if (counted > named)
        words += u", pour %1 au tableau"_s.arg(base::frenchCount(counted, u"adhérent"_s, u"adhérents"_s));
    else if (counted < named && input.projet.organisation.comptage == domain::Comptage::Membres)
        words += u", dont %1 au tableau des professions ; n’y comptent pas : %2"_s.arg(base::frenchNumber(counted),
                                                                                       outOfTable(input));
    return {fulfilled(words, newRecord(u"personne"_s, u"statut"_s))};
}

Verdicts judgeEffectifs(const Input &input)
{
    Verdicts verdicts;
    bool counted = false;
    for (const reference::Profession &profession : input.reference.professions().trame) {
        const domain::Effectif counts = countsOf(input, profession.code);
        counted = counted || counts.gouvernance || counts.elaboration;
        const auto judge = [&](const domain::Number &some, const QString &field, const QString &what) {
            if (some && counts.adherents && *some > *counts.adherents)
                verdicts.push_back(improvement(
                    u"%1 : plus de participants à %2 (%3) que d’adhérents (%4)"_s.arg(
                        profession.pluriel, what, base::frenchNumber(*some), base::frenchNumber(*counts.adherents)),
                    keyedField(u"effectif"_s, profession.code, field)));
        };
        judge(counts.gouvernance, u"gouvernance"_s, u"la gouvernance"_s);
        judge(counts.elaboration, u"elaboration"_s, u"l’élaboration"_s);
    }
    const auto field = newRecord(u"effectif"_s, u"elaboration"_s);
    if (!counted && input.projet.organisation.comptage == domain::Comptage::Membres)
        return {improvement(u"Aucun membre ne dit s’il participe à la gouvernance ou à l’élaboration"_s,
                            newRecord(u"personne"_s, u"gouvernance"_s))};
    if (!counted)
        return {improvement(u"Le tableau des membres par profession n’est pas rempli"_s, field)};
    if (verdicts.empty())
        verdicts.push_back(fulfilled(u"Les nombres de membres sont cohérents"_s, field));
    return verdicts;
}

// Counted by hand and listed by name: the list can be under way, never longer than the count. "autres" also holds those
// who are no health professionals.
Verdicts judgeListeEtTableau(const Input &input)
{
    if (input.projet.organisation.comptage == domain::Comptage::Membres)
        return {};
    std::map<QString, qint64> listed;
    for (const auto &[id, person] : domain::membres(input.projet))
        ++listed[input.reference.professions().ligneDe(person->profession)];
    Verdicts verdicts;
    bool compared = false;
    for (const reference::Profession &profession : input.reference.professions().trame) {
        const domain::Number counted = countsOf(input, profession.code).adherents;
        if (profession.code == u"autres"_s || !counted)
            continue;
        compared = compared || listed.contains(profession.code);
        if (const qint64 named = listed[profession.code]; named > *counted)
            verdicts.push_back(improvement(
                u"%1 : %2, pour %3 au tableau"_s.arg(
                    profession.pluriel, base::frenchCount(named, u"membre dans la liste"_s, u"membres dans la liste"_s),
                    base::frenchCount(reasonable(counted), u"adhérent"_s, u"adhérents"_s)),
                keyedField(u"effectif"_s, profession.code, u"adherents"_s)));
    }
    if (verdicts.empty() && compared)
        verdicts.push_back(
            fulfilled(u"La liste des membres ne contredit pas le tableau"_s, newRecord(u"effectif"_s, u"adherents"_s)));
    return verdicts;
}

Verdicts judgeSysteme(const Input &input)
{
    const auto field = keyedField(u"rubrique"_s, u"systeme-information"_s, u"texte"_s);
    const bool described = !blank(textOf(input.projet, u"systeme-information"_s));
    if (!described && input.projet.outils.empty())
        return {improvement(u"Le système d’information n’est pas décrit"_s, field)};
    return {fulfilled(u"Le système d’information est décrit"_s, field)};
}

Verdicts judgeOutils(const Input &input)
{
    for (const auto &[id, outil] : domain::inOrder(input.projet.outils)) {
        const bool there = outil->usage == domain::UsageOutil::Utilise || outil->usage == domain::UsageOutil::Prevu;
        const QString name = blank(outil->service) ? u"Un outil"_s : shortened(outil->service);
        if (outil->usage == domain::UsageOutil::NonRenseigne)
            return {improvement(u"%1 : utilisé, prévu ou manquant ?"_s.arg(name), {u"outil"_s, id, u"usage"_s})};
        if (there && !outil->ouvertATous)
            return {improvement(u"%1 : ouvert à tous ou non ?"_s.arg(name), {u"outil"_s, id, u"ouvertATous"_s})};
    }
    if (input.projet.outils.empty())
        return {};
    return {fulfilled(u"Les outils disent à qui ils sont ouverts"_s, newRecord(u"outil"_s, u"ouvertATous"_s))};
}

// Nothing said at all is told by the criterion of the information system itself.
Verdicts judgeServices(const Input &input)
{
    if (input.projet.outils.empty() && blank(textOf(input.projet, u"systeme-information"_s)))
        return {};
    QStringList missing;
    for (const suivi::ServiceSuivi &each : suivi::servicesSuivis(input.projet, input.reference.services()))
        if (each.service->national && !each.mentionne())
            missing << each.service->libelle;
    const auto field = newRecord(u"outil"_s, u"service"_s);
    if (!missing.isEmpty())
        return {improvement(u"Base nationale, à mentionner : %1"_s.arg(base::frenchList(missing)), field)};
    return {fulfilled(u"Les services de la base nationale sont mentionnés"_s, field)};
}

} // namespace

std::vector<Criterion> projetMembresCriteria()
{
    const QString page = u"organisation"_s;
    return {
        {u"projet.membres-pluriprofessionnels"_s, page,
         u"Une seule profession ne fait pas une CPTS : la pluriprofessionnalité est un critère de validation."_s,
         members, judgeMembres},
        {u"projet.liste-membres"_s, page, u"La liste des membres avec leurs statuts est une annexe du projet."_s,
         members, judgeListe},
        {u"projet.effectifs"_s, page, u"Qui participe à la gouvernance ou à l’élaboration est d’abord membre."_s,
         members, judgeEffectifs},
        {u"projet.liste-tableau"_s, page, u"L’instructeur compare la liste en annexe au tableau des membres."_s,
         members, judgeListeEtTableau},
    };
}

std::vector<Criterion> projetSystemeCriteria()
{
    const QString page = u"systeme-information"_s;
    return {
        {u"projet.systeme-information"_s, page, u"La trame demande les outils utilisés et ceux qui manquent."_s,
         u"Cahier des charges PACA 2022, annexe 4, 2c)"_s, judgeSysteme},
        {u"projet.outils"_s, page, u"Les outils de la CPTS sont ouverts à tous, sans exclusion de statut."_s,
         u"Cahier des charges PACA 2022, annexe 4, 2d)"_s, judgeOutils},
        {u"projet.services-nationaux"_s, page, u"Les services de la CPTS doivent les intégrer ou s’y relier."_s,
         u"Cahier des charges PACA 2022, p. 10"_s, judgeServices},
    };
}

} // namespace controle
