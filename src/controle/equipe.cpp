// Annexe 3, part 3a: the project team, the association, the governance.
#include "base/text.h"
#include "controle/criteria.h"

#include <algorithm>
#include <QSet>

namespace controle
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr int fewWords = 40;

std::vector<std::pair<base::Id, const domain::Personne *>> equipe(const domain::Projet &projet)
{
    std::vector<std::pair<base::Id, const domain::Personne *>> members;
    for (const auto &member : domain::inOrder(projet.personnes))
        if (member.second->equipeProjet || member.first == projet.identite.porteur)
            members.push_back(member);
    return members;
}

// The members of the CPTS are not of the team by themselves: after an import, one may believe so.
QString emptyTeam(const domain::Projet &projet)
{
    const auto members = std::count_if(projet.personnes.begin(), projet.personnes.end(),
                                       [](const auto &each) { return each.second.membre; });
    return members == 0 ? u"L’équipe projet est vide"_s
                        : u"L’équipe projet est vide : prenez-la dans la liste de vos membres"_s;
}

Verdicts judgePluriprofessionnalite(const Input &input)
{
    const auto members = equipe(input.projet);
    const auto field = newRecord(u"personne"_s, u"profession"_s);
    if (members.empty())
        return {blocking(emptyTeam(input.projet), field)};
    QSet<QString> professions;
    for (const auto &[id, member] : members)
        if (!blank(member->profession))
            professions << professionKey(input.reference, member->profession);
    if (professions.isEmpty())
        return {blocking(u"Aucune profession n’est indiquée dans l’équipe projet"_s, field)};
    if (professions.size() < 2)
        return {blocking(u"L’équipe projet ne compte qu’une seule profession"_s, field)};
    return {fulfilled(
        u"L’équipe projet réunit %1"_s.arg(base::frenchCount(professions.size(), u"profession"_s, u"professions"_s)),
        field)};
}

// The first column of the table of the trame that is empty for that person; empty when all are there. The name and
// profession of the porteur have their own criteria.
QString firstGap(const domain::Personne &member, bool porteur)
{
    if (!porteur && blank(member.nom))
        return u"nom"_s;
    if (!porteur && blank(member.profession))
        return u"profession"_s;
    if (blank(member.lieuExercice))
        return u"lieuExercice"_s;
    if (member.secteur == domain::Secteur::NonRenseigne)
        return u"secteur"_s;
    return member.gouvernance ? QString() : u"gouvernance"_s;
}

Verdicts judgeEquipeComplete(const Input &input)
{
    const auto members = equipe(input.projet);
    if (members.empty())
        return {};
    domain::FieldAddress first = newRecord(u"personne"_s, u"nom"_s);
    QStringList incomplete;
    for (const auto &[id, member] : members) {
        const QString gap = firstGap(*member, id == input.projet.identite.porteur);
        if (gap.isEmpty())
            continue;
        if (incomplete.isEmpty())
            first = {u"personne"_s, id, gap};
        incomplete << nameOf(*member);
    }
    if (incomplete.isEmpty())
        return {fulfilled(u"Chaque membre de l’équipe projet est présenté"_s, first)};
    return {improvement(
        u"%1 : %2"_s.arg(base::frenchCount(incomplete.size(), u"membre de l’équipe projet est présenté en partie"_s,
                                           u"membres de l’équipe projet sont présentés en partie"_s),
                         someOf(incomplete)),
        first)};
}

Verdicts judgeStructure(const Input &input)
{
    const auto field = uniqueField(u"structure"_s, u"nom"_s);
    if (blank(input.projet.structure.nom))
        return {improvement(u"La structure juridique porteuse n’est pas nommée"_s, field)};
    return {fulfilled(u"La structure juridique porteuse est nommée"_s, field)};
}

Verdicts judgeStatuts(const Input &input)
{
    const domain::StructurePorteuse &structure = input.projet.structure;
    const auto state = uniqueField(u"structure"_s, u"etatStatuts"_s);
    const auto day = uniqueField(u"structure"_s, u"statutsPrevusLe"_s);
    if (structure.etatStatuts == domain::EtatStatuts::NonRenseigne)
        return {improvement(u"L’état des statuts n’est pas indiqué"_s, state)};
    if (structure.etatStatuts != domain::EtatStatuts::AVenir)
        return {fulfilled(u"L’état des statuts est indiqué"_s, state)};
    if (!structure.statutsPrevusLe.isValid())
        return {improvement(u"Statuts à venir, sans date prévue"_s, day)};
    if (structure.statutsPrevusLe < input.today)
        return {improvement(
            u"La date prévue des statuts (%1) est passée"_s.arg(base::frenchLongDate(structure.statutsPrevusLe)), day)};
    return {fulfilled(u"Les statuts ont une date prévue"_s, day)};
}

Verdicts judgeGouvernance(const Input &input)
{
    return judgeText(input, {u"gouvernance"_s, u"L’organisation de la gouvernance n’est pas décrite"_s,
                             u"Description de la gouvernance"_s, fewWords, Severity::Improvement});
}

} // namespace

std::vector<Criterion> equipeCriteria()
{
    const QString page = u"equipe"_s;
    const QString governance = u"Cahier des charges PACA 2022, p. 9"_s;
    return {
        {u"lettre.equipe-pluriprofessionnelle"_s, page,
         u"La lettre doit mettre en évidence le caractère pluriprofessionnel du projet ; une seule profession ne fait "
         u"pas une CPTS."_s,
         u"Cahier des charges PACA 2022, p. 6 et 18"_s, judgePluriprofessionnalite},
        {u"lettre.equipe-complete"_s, page,
         u"La trame demande le nom, la profession, le lieu d’exercice, le secteur et la part prise à la gouvernance."_s,
         u"Cahier des charges PACA 2022, annexe 3, 3a)"_s, judgeEquipeComplete},
        {u"lettre.structure"_s, page, u"La CPTS se constitue en association loi 1901."_s, governance, judgeStructure},
        {u"lettre.statuts"_s, page,
         u"L’ouverture à toutes les professions se lira dans les statuts ; l’ARS y est "
         u"attentive."_s,
         governance, judgeStatuts},
        {u"lettre.gouvernance"_s, page,
         u"L’instructeur veut savoir qui décide, et comment professions et partenaires sont représentés."_s, governance,
         judgeGouvernance},
    };
}

} // namespace controle
