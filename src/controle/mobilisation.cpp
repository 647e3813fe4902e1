// Annexe 3, part 3b: actions, professionals, partners.
#include "base/text.h"
#include "controle/criteria.h"

#include <algorithm>
#include <map>
#include <QSet>

namespace controle
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr qint64 mostCounted = 1'000'000'000'000;

Verdicts judgeActions(const Input &input)
{
    const auto field = newRecord(u"mobilisation"_s, u"description"_s);
    const size_t count = input.projet.mobilisations.size();
    if (count == 0)
        return {improvement(u"Aucune action de mobilisation n’est décrite"_s, field)};
    return {fulfilled(base::frenchCount(static_cast<qint64>(count), u"action de mobilisation décrite"_s,
                                        u"actions de mobilisation décrites"_s),
                      field)};
}

// What the trame asks of a meeting, and what it asks of the rest.
QString firstGap(const domain::ActionMobilisation &action)
{
    const bool meeting = action.sorte == domain::SorteMobilisation::Reunion;
    if (meeting && !action.date.isValid())
        return u"date"_s;
    if (meeting && blank(action.lieu))
        return u"lieu"_s;
    if (meeting && !action.presents)
        return u"presents"_s;
    if (!meeting && blank(action.description))
        return u"description"_s;
    return {};
}

Verdicts judgeActionsPrecises(const Input &input)
{
    Verdicts verdicts;
    for (const auto &[id, action] : domain::inOrder(input.projet.mobilisations)) {
        const QString gap = firstGap(*action);
        if (gap == u"date"_s)
            verdicts.push_back(
                improvement(u"Une réunion d’information n’a pas de date"_s, {u"mobilisation"_s, id, gap}));
        else if (gap == u"lieu"_s)
            verdicts.push_back(
                improvement(u"Une réunion d’information n’a pas de lieu"_s, {u"mobilisation"_s, id, gap}));
        else if (gap == u"presents"_s)
            verdicts.push_back(improvement(u"Une réunion d’information ne dit pas combien ont participé"_s,
                                           {u"mobilisation"_s, id, gap}));
        else if (!gap.isEmpty())
            verdicts.push_back(
                improvement(u"Une action de mobilisation n’est pas décrite"_s, {u"mobilisation"_s, id, gap}));
    }
    if (verdicts.empty() && !input.projet.mobilisations.empty())
        verdicts.push_back(
            fulfilled(u"Les actions de mobilisation sont précises"_s, newRecord(u"mobilisation"_s, u"description"_s)));
    return verdicts;
}

bool more(const domain::Number &of, const domain::Number &than)
{
    return of && than && *of > *than;
}

// People come who were not asked, a few of them.
Verdicts judgeParticipants(const Input &input)
{
    Verdicts verdicts;
    bool judged = false;
    for (const auto &[id, action] : domain::inOrder(input.projet.mobilisations)) {
        judged = judged || (action->invites && action->presents);
        if (!more(action->presents, action->invites))
            continue;
        const QString when = action->date.isValid() ? u"le %1"_s.arg(base::frenchLongDate(action->date))
                                                    : u"une action de mobilisation"_s;
        verdicts.push_back(
            improvement(u"Plus de participants (%1) que d’invités (%2), %3"_s.arg(
                            base::frenchNumber(*action->presents), base::frenchNumber(*action->invites), when),
                        {u"mobilisation"_s, id, u"presents"_s}));
    }
    if (verdicts.empty() && judged)
        verdicts.push_back(
            fulfilled(u"Les nombres de participants sont cohérents"_s, newRecord(u"mobilisation"_s, u"presents"_s)));
    return verdicts;
}

// « Autres (précisez) »: the line prints the precision, or the professions of the members that it counts.
Verdicts unnamedOthers(const Input &input)
{
    const QString autres = u"autres"_s;
    const domain::Effectif row = countsOf(input, autres);
    const bool any = row.identifies.value_or(0) > 0 || row.sollicites.value_or(0) > 0 || row.adherents.value_or(0) > 0;
    if (!any || !blank(row.precision) || !domain::professionsComptees(input.projet, autres, ligneOf(input)).isEmpty())
        return {};
    return {because(improvement(u"« Autres » professions : précisez lesquelles"_s,
                                keyedField(u"effectif"_s, autres, u"precision"_s)),
                    u"La trame écrit « Autres (précisez) »."_s)};
}

Verdicts judgeEffectifsCoherents(const Input &input)
{
    Verdicts verdicts = unnamedOthers(input);
    bool counted = false;
    for (const reference::Profession &profession : input.reference.professions().trame) {
        const domain::Effectif row = countsOf(input, profession.code);
        counted = counted || row.identifies || row.sollicites || row.adherents;
        const auto negative = [&](const domain::Number &count, const QString &name) {
            if (count && *count < 0) // a file written elsewhere
                verdicts.push_back(
                    improvement(u"%1 : un nombre négatif (%2)"_s.arg(profession.pluriel, base::frenchNumber(*count)),
                                keyedField(u"effectif"_s, profession.code, name)));
        };
        negative(row.identifies, u"identifies"_s);
        negative(row.sollicites, u"sollicites"_s);
        negative(row.adherents, u"adherents"_s);
        if (more(row.adherents, row.sollicites))
            verdicts.push_back(improvement(
                u"%1 : plus d’adhérents (%2) que de sollicités (%3)"_s.arg(
                    profession.pluriel, base::frenchNumber(*row.adherents), base::frenchNumber(*row.sollicites)),
                keyedField(u"effectif"_s, profession.code, u"adherents"_s)));
        if (more(row.sollicites, row.identifies))
            verdicts.push_back(improvement(
                u"%1 : plus de sollicités (%2) que d’identifiés (%3)"_s.arg(
                    profession.pluriel, base::frenchNumber(*row.sollicites), base::frenchNumber(*row.identifies)),
                keyedField(u"effectif"_s, profession.code, u"sollicites"_s)));
        if (!row.sollicites && more(row.adherents, row.identifies))
            verdicts.push_back(improvement(
                u"%1 : plus d’adhérents (%2) que d’identifiés (%3)"_s.arg(
                    profession.pluriel, base::frenchNumber(*row.adherents), base::frenchNumber(*row.identifies)),
                keyedField(u"effectif"_s, profession.code, u"adherents"_s)));
    }
    if (verdicts.empty() && counted)
        verdicts.push_back(
            fulfilled(u"Les nombres de professionnels sont cohérents"_s, newRecord(u"effectif"_s, u"adherents"_s)));
    return verdicts;
}

// Nobody of a profession was asked, though nothing says that there is nobody.
Verdicts judgeProfessionsSollicitees(const Input &input)
{
    QStringList never;
    QString firstCode;
    for (const reference::Profession &profession : input.reference.professions().trame) {
        const domain::Effectif row = countsOf(input, profession.code);
        const bool nobodyThere = row.identifies == 0;
        const bool asked = row.sollicites.value_or(0) > 0 || row.adherents.value_or(0) > 0;
        if (profession.code == u"autres"_s || nobodyThere || asked)
            continue;
        if (never.isEmpty())
            firstCode = profession.code;
        never << profession.pluriel.toLower();
    }
    const auto field = keyedField(u"effectif"_s, firstCode, u"sollicites"_s);
    if (never.isEmpty())
        return {fulfilled(u"Toutes les professions présentes ont été sollicitées"_s,
                          newRecord(u"effectif"_s, u"sollicites"_s))};
    if (never.size() + 1 == static_cast<qsizetype>(input.reference.professions().trame.size()))
        return {improvement(u"Le tableau des professionnels sollicités n’est pas rempli"_s, field)};
    return {improvement(
        (never.size() == 1 ? u"Profession jamais sollicitée : %1"_s : u"Professions jamais sollicitées : %1"_s)
            .arg(base::frenchList(never)),
        field)};
}

// Lines of the trame that are one profession (doctors, generalists and others), when both have members: « ;
// médecins généralistes et médecins spécialistes comptent pour une ».
QString countedTogether(const Input &input)
{
    std::map<QString, QStringList> lines;
    for (const reference::Profession &line : input.reference.professions().trame)
        if (countsOf(input, line.code).adherents.value_or(0) > 0)
            lines[professionKey(input.reference, line.code)] << line.pluriel.toLower();
    QString told;
    for (const auto &[key, names] : lines)
        if (names.size() > 1)
            told += u" ; %1 comptent pour une"_s.arg(base::frenchList(names));
    return told;
}

Verdicts judgeAdherents(const Input &input)
{
    QSet<QString> professions;
    qint64 total = 0;
    for (const auto &[ligne, row] : domain::effectifs(input.projet, ligneOf(input)))
        if (row.adherents.value_or(0) > 0) {
            professions << professionKey(input.reference, ligne);
            total += std::min(*row.adherents, mostCounted - total); // whatever a foreign file holds
        }
    const auto field = newRecord(u"effectif"_s, u"adherents"_s);
    if (professions.isEmpty())
        return {improvement(u"Aucun professionnel adhérent n’est indiqué"_s, field)};
    if (professions.size() == 1)
        return {blocking(u"Les adhérents sont d’une seule profession"_s, field)};
    return {fulfilled(u"%1 de %2 professions%3"_s.arg(base::frenchCount(total, u"adhérent"_s, u"adhérents"_s),
                                                      QString::number(professions.size()), countedTogether(input)),
                      field)};
}

Verdicts judgePartenaires(const Input &input)
{
    const auto ordered = domain::inOrder(input.projet.partenaires);
    if (ordered.empty())
        return {improvement(u"Aucun partenariat en construction n’est indiqué"_s,
                            newRecord(u"partenaire"_s, u"service"_s))};
    for (const auto &[id, partner] : ordered) {
        const QString gap = blank(partner->service)        ? u"service"_s
                            : blank(partner->localisation) ? u"localisation"_s
                            : blank(partner->avancement)   ? u"avancement"_s
                            : !partner->gouvernance        ? u"gouvernance"_s
                                                           : QString();
        const QString name = blank(partner->service) ? u"Un partenaire"_s : shortened(partner->service);
        if (!gap.isEmpty())
            return {improvement(u"%1 : partenariat présenté en partie"_s.arg(name), {u"partenaire"_s, id, gap})};
    }
    return {fulfilled(
        base::frenchCount(static_cast<qint64>(ordered.size()), u"partenariat présenté"_s, u"partenariats présentés"_s),
        {u"partenaire"_s, ordered.front().first, u"service"_s})};
}

} // namespace

std::vector<Criterion> mobilisationCriteria()
{
    const QString page = u"mobilisation"_s;
    const QString team = u"Cahier des charges PACA 2022, p. 9"_s;
    const QString form = u"Cahier des charges PACA 2022, annexe 3, 3b)"_s;
    const QString opinion = u"Cahier des charges PACA 2022, p. 6 et 18"_s;
    return {
        {u"lettre.actions"_s, page, u"L’avis de la commission porte sur la capacité du porteur à fédérer."_s,
         u"Cahier des charges PACA 2022, p. 9 et 18"_s, judgeActions},
        {u"lettre.actions-precises"_s, page,
         u"La trame demande la date et le lieu des réunions, le nombre d’invités et de participants."_s, form,
         judgeActionsPrecises},
        {u"lettre.participants"_s, page, u"L’instructeur compare les participants aux invités."_s, form,
         judgeParticipants},
        {u"lettre.effectifs-coherents"_s, page,
         u"Chaque adhérent compte aussi parmi les sollicités, et chaque sollicité parmi les identifiés."_s, form,
         judgeEffectifsCoherents},
        {u"lettre.professions-sollicitees"_s, page,
         u"La CPTS est ouverte à toutes les professions de santé : une profession oubliée se remarque."_s, opinion,
         judgeProfessionsSollicitees},
        {u"lettre.adherents-pluriprofessionnels"_s, page,
         u"La pluriprofessionnalité est un point de l’avis de la "
         u"commission."_s,
         opinion, judgeAdherents},
        {u"lettre.partenaires"_s, page,
         u"Établissements, médico-social, social, prévention et usagers ont vocation à participer."_s,
         u"Cahier des charges PACA 2022, p. 6"_s, judgePartenaires},
    };
}

} // namespace controle
