// Annexe 3, part 2a and 2b: the communes, their zoning, the first elements of diagnosis.
#include "base/text.h"
#include "controle/criteria.h"

#include <algorithm>
#include <QMap>

namespace controle
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr int fewWords = 80; // a text under it is short for what the trame asks: our own advice, not a rule

Verdicts judgeCommunes(const Input &input)
{
    const auto field = newRecord(u"commune"_s, u"nom"_s);
    const size_t count = input.projet.communes.size();
    if (count == 0)
        return {blocking(u"Aucune commune n’est choisie"_s, field)};
    return {
        fulfilled(base::frenchCount(static_cast<qint64>(count), u"commune choisie"_s, u"communes choisies"_s), field)};
}

Verdicts judgeZonage(const Input &input)
{
    QStringList missing;
    domain::FieldAddress field = newRecord(u"commune"_s, u"zonage"_s);
    for (const auto &[id, commune] : domain::communesParNom(input.projet)) {
        if (commune->zonage != domain::Zonage::NonRenseigne)
            continue;
        if (missing.isEmpty())
            field.id = id;
        missing << shortened(commune->nom);
    }
    if (input.projet.communes.empty())
        return {};
    if (missing.isEmpty())
        return {fulfilled(u"Le zonage de chaque commune est renseigné"_s, field)};
    const QString count =
        base::frenchCount(missing.size(), u"commune sans zonage renseigné"_s, u"communes sans zonage renseigné"_s);
    return {improvement(u"%1 : %2"_s.arg(count, someOf(missing)), field)};
}

// A commune of the vintage of the project that the current list does not have any more.
Verdicts judgeCommunesActuelles(const Input &input)
{
    const reference::Communes &current = input.reference.communes();
    Verdicts verdicts;
    for (const auto &[id, commune] : domain::communesParNom(input.projet)) {
        if (current.find(commune->code))
            continue;
        const domain::FieldAddress field{u"commune"_s, id, u"code"_s};
        if (const auto successor = current.successor(commune->code))
            verdicts.push_back(improvement(u"%1 %2"_s.arg(shortened(commune->nom), successor->phrase()), field));
        else
            verdicts.push_back(improvement(u"%1 (code « %2 ») n’est pas dans la liste des communes de %3"_s.arg(
                                               shortened(commune->nom), shortened(commune->code), current.vintage()),
                                           field));
    }
    if (verdicts.empty() && !input.projet.communes.empty())
        verdicts.push_back(fulfilled(u"Toutes les communes existent en %1"_s.arg(current.vintage()),
                                     newRecord(u"commune"_s, u"code"_s)));
    return verdicts;
}

// The same place twice: a code entered again, or an arrondissement beside its whole city.
Verdicts judgeCommunesDoublons(const Input &input)
{
    QMap<QString, QString> byCode;
    Verdicts verdicts;
    const auto ordered = domain::communesParNom(input.projet);
    for (const auto &[id, commune] : ordered) {
        if (byCode.contains(commune->code))
            verdicts.push_back(improvement(u"%1 est deux fois dans le territoire"_s.arg(shortened(commune->nom)),
                                           {u"commune"_s, id, u"code"_s}));
        byCode.insert(commune->code, commune->nom);
    }
    for (const auto &[id, commune] : ordered) {
        const auto known = input.reference.communes().find(commune->code);
        if (known && known->estArrondissement() && byCode.contains(known->communeMere))
            verdicts.push_back(improvement(u"%1 est déjà dans la commune entière, %2"_s.arg(
                                               shortened(commune->nom), shortened(byCode.value(known->communeMere))),
                                           {u"commune"_s, id, u"code"_s}));
    }
    if (verdicts.empty() && !ordered.empty())
        verdicts.push_back(fulfilled(u"Aucune commune n’est comptée deux fois"_s, newRecord(u"commune"_s, u"code"_s)));
    return verdicts;
}

Verdicts judgeProblematiques(const Input &input)
{
    return judgeText(input, {u"problematiques"_s, u"Les premiers éléments de diagnostic manquent"_s,
                             u"Premiers éléments de diagnostic"_s, fewWords, Severity::Blocking});
}

} // namespace

std::vector<Criterion> territoireCriteria()
{
    const QString page = u"territoire"_s;
    const QString territory = u"Cahier des charges PACA 2022, p. 8"_s;
    return {
        {u"lettre.communes"_s, page, u"Une CPTS a un territoire délimité, et un seul projet par territoire."_s,
         territory, judgeCommunes},
        {u"lettre.zonage"_s, page,
         u"La trame demande la particularité de chaque commune : ZIP, ZAC ou aucune, et QPV."_s,
         u"Cahier des charges PACA 2022, annexe 3, 2a)"_s, judgeZonage},
        {u"lettre.communes-actuelles"_s, page,
         u"Des communes fusionnent : l’instructeur cherchera celles d’aujourd’hui."_s,
         u"Code officiel géographique (Insee)"_s, judgeCommunesActuelles},
        {u"lettre.communes-doublons"_s, page, u"Une commune comptée deux fois fausse la population et la taille."_s,
         territory, judgeCommunesDoublons},
        {u"lettre.problematiques"_s, page,
         u"La lettre doit préciser les premiers éléments de diagnostic : c’est d’eux que découlent les actions."_s,
         u"Cahier des charges PACA 2022, p. 18"_s, judgeProblematiques},
    };
}

} // namespace controle
