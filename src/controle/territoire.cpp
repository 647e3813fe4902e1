// Annexe 3, part 2a and 2b: the communes, their zoning, the first elements of diagnosis.
#include "base/text.h"
#include "controle/criteria.h"

#include <algorithm>
#include <QMap>
#include <QSet>

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

QString namesOf(const QStringList &codes, const Input &input)
{
    QStringList names;
    for (const QString &code : codes) {
        const auto known = input.reference.communes().find(code);
        names << (known ? known->nom : code);
    }
    std::sort(names.begin(), names.end(), base::frenchLess);
    return someOf(names);
}

domain::FieldAddress communeOf(const QString &code, const Input &input)
{
    for (const auto &[id, commune] : input.projet.communes)
        if (commune.code == code)
            return {u"commune"_s, id, u"code"_s};
    return newRecord(u"commune"_s, u"nom"_s);
}

// Each group by itself, or all at once when there are many: one finding says it as well as thirty.
std::vector<QStringList> fewGroups(std::vector<QStringList> groups)
{
    constexpr size_t most = 3;
    if (groups.size() <= most)
        return groups;
    QStringList all;
    for (const QStringList &group : groups)
        all += group;
    return {all};
}

// In one piece, round nothing. Not judged while an outline is missing: what lacks may be what joins the parts.
Verdicts judgeContinuite(const Input &input)
{
    const reference::TerritoryShape *shape = input.shape;
    if (!shape || shape->parties.empty() || !shape->absentes.isEmpty())
        return {};
    Verdicts verdicts;
    std::vector<QStringList> apart;
    if (!shape->unSeulTenant())
        for (size_t i = 1; i < shape->parties.size(); ++i)
            if (!shape->parties[i].ile)
                apart.push_back(shape->parties[i].codes);
    for (const QStringList &codes : fewGroups(apart))
        verdicts.push_back(improvement(u"%1 : à l’écart du reste du territoire"_s.arg(namesOf(codes, input)),
                                       communeOf(codes.front(), input)));
    for (const QStringList &group : fewGroups(shape->enclaves))
        verdicts.push_back(improvement(u"%1 : hors du territoire, mais %2 par lui"_s.arg(
                                           namesOf(group, input), group.size() > 1 ? u"entourées"_s : u"entourée"_s),
                                       newRecord(u"commune"_s, u"nom"_s)));
    if (verdicts.empty())
        verdicts.push_back(
            fulfilled(u"Le territoire est d’un seul tenant, sans enclave"_s, newRecord(u"commune"_s, u"nom"_s)));
    return verdicts;
}

// One CPTS for each territory: a commune that the list of the ARS gives to another. Nothing is said without a list.
Verdicts judgeAutresCpts(const Input &input)
{
    Verdicts verdicts;
    for (const auto &[id, voisine] : domain::inOrder(input.projet.voisines)) {
        QStringList shared;
        for (const QString &code : domain::codesDe(voisine->communes))
            if (!communeOf(code, input).id.isNull())
                shared << code;
        if (!shared.isEmpty())
            verdicts.push_back(
                blocking(u"%1 : déjà dans la CPTS « %2 »"_s.arg(namesOf(shared, input), shortened(voisine->nom)),
                         communeOf(shared.front(), input)));
    }
    if (verdicts.empty() && !input.projet.voisines.empty() && !input.projet.communes.empty())
        verdicts.push_back(
            fulfilled(u"Aucune commune n’est déjà dans une CPTS voisine"_s, newRecord(u"voisine"_s, u"communes"_s)));
    return verdicts;
}

// The regions of the délégations that the documents of the trame give.
QSet<QString> regionsOf(const reference::Reference &reference)
{
    QSet<QString> regions;
    for (const reference::Referent &referent : reference.referents().tous)
        if (const auto departement = reference.communes().departement(referent.departement))
            regions << departement->region;
    return regions;
}

Verdicts judgeRegion(const Input &input)
{
    const QSet<QString> regions = regionsOf(input.reference);
    QStringList outside;
    domain::FieldAddress first = newRecord(u"commune"_s, u"code"_s);
    qsizetype known = 0;
    for (const auto &[id, commune] : domain::communesParNom(input.projet)) {
        const auto official = input.reference.communes().find(commune->code);
        if (!official)
            continue;
        ++known;
        if (regions.contains(official->region))
            continue;
        if (outside.isEmpty())
            first.id = id;
        outside << shortened(commune->nom);
    }
    if (known == 0 || regions.isEmpty())
        return {};
    if (outside.isEmpty())
        return {fulfilled(u"Toutes les communes sont dans la région de la trame"_s, first)};
    return {improvement(outside.size() == known ? u"Le territoire est dans une autre région que celle de la trame"_s
                                                : u"Hors de la région de la trame : %1"_s.arg(someOf(outside)),
                        first)};
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
        {u"lettre.continuite"_s, page,
         u"Une seule CPTS par territoire, et la région couverte sans zone blanche ni chevauchement. Une commune à "
         u"l’écart ou enclavée demande une explication."_s,
         u"Cahier des charges PACA 2022, chapitre de la p. 5, « Le territoire »"_s, judgeContinuite},
        {u"lettre.autres-cpts"_s, page,
         u"Une seule CPTS par territoire, sans chevauchement : l’ARS demanderait laquelle des deux garde la commune."_s,
         territory, judgeAutresCpts},
        {u"lettre.communes-actuelles"_s, page,
         u"Des communes fusionnent : l’instructeur cherchera celles d’aujourd’hui."_s,
         u"Code officiel géographique (Insee)"_s, judgeCommunesActuelles},
        {u"lettre.communes-doublons"_s, page, u"Une commune comptée deux fois fausse la population et la taille."_s,
         territory, judgeCommunesDoublons},
        {u"lettre.region"_s, page,
         u"Chaque ARS a sa trame et ses interlocuteurs : pour une autre région, demandez la sienne."_s, territory,
         judgeRegion},
        {u"lettre.problematiques"_s, page,
         u"La lettre doit préciser les premiers éléments de diagnostic : c’est d’eux que découlent les actions."_s,
         u"Cahier des charges PACA 2022, p. 18"_s, judgeProblematiques},
    };
}

} // namespace controle
