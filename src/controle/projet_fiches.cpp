// Annexe 5 and the delays of the contract: one fiche a mission socle at least, each with what it needs to be followed.
#include "base/text.h"
#include "controle/criteria.h"
#include "controle/fiche.h"
#include "controle/fil_rouge.h"
#include "suivi/demarche.h"
#include "suivi/mots.h"

#include <algorithm>

namespace controle
{

using namespace Qt::Literals::StringLiterals;

namespace
{

const QString annexe5 = u"Cahier des charges PACA 2022, annexe 5"_s;

// The missions socles as the contract counts them: two lines of the trame are one.
std::vector<std::vector<const reference::Mission *>> aciMissions(const Input &input)
{
    std::vector<std::vector<const reference::Mission *>> groups;
    for (const reference::Mission &mission : input.reference.missions().toutes) {
        if (!mission.socle)
            continue;
        if (groups.empty() || groups.back().front()->missionAci != mission.missionAci)
            groups.emplace_back();
        groups.back().push_back(&mission);
    }
    return groups;
}

// Each line in guillemets of its own: two in one pair read as a mission that nobody knows.
QString linesNamed(const std::vector<const reference::Mission *> &lines)
{
    QStringList names;
    for (const reference::Mission *line : lines)
        names << u"« %1 »"_s.arg(line->libelleCourt);
    return (names.size() > 1 ? u"Missions socles "_s : u"Mission socle "_s) + base::frenchList(names);
}

// "« Plan blanc » est abandonnée": those that these lines had; empty when they never had any.
QString abandonedOf(const Input &input, const std::vector<const reference::Mission *> &lines)
{
    QStringList names;
    for (const auto &[id, fiche] : fichesOf(input.projet, input.reference)) {
        const bool theirs = std::find(lines.begin(), lines.end(), missionOf(input, *fiche)) != lines.end();
        if (theirs && domain::isAbandoned(*fiche))
            names << (blank(fiche->intitule) ? u"la fiche sans titre"_s : u"« %1 »"_s.arg(shortened(fiche->intitule)));
    }
    return names.isEmpty() ? QString()
                           : someOf(names) + (names.size() > 1 ? u" sont abandonnées"_s : u" est abandonnée"_s);
}

// What is told of lines without any fiche, after `name`, their name.
QString withoutFiche(const Input &input, const QString &name, const std::vector<const reference::Mission *> &lines)
{
    const bool several = lines.size() > 1;
    const QString abandoned = abandonedOf(input, lines);
    if (abandoned.isEmpty())
        return name + u" : aucune fiche-action"_s + (several ? u" (une seule suffit)"_s : QString());
    return name + (several ? u" n’ont plus de fiche-action : "_s : u" n’a plus de fiche-action : "_s) + abandoned;
}

Verdicts judgeFichesSocles(const Input &input)
{
    Verdicts verdicts;
    const auto field = newRecord(u"fiche"_s, u"mission"_s);
    for (const auto &lines : aciMissions(input)) {
        const bool any = std::any_of(lines.begin(), lines.end(),
                                     [&](const auto *line) { return hasFiche(input.projet, line->code); });
        verdicts.push_back(any ? fulfilled(linesNamed(lines) + u" : une fiche-action au moins"_s, field)
                               : blocking(withoutFiche(input, linesNamed(lines), lines), field));
    }
    return verdicts;
}

// One mission of the contract, but two lines of the trame: the reader may expect a fiche for each.
Verdicts judgeLignes(const Input &input)
{
    Verdicts verdicts;
    const auto field = newRecord(u"fiche"_s, u"mission"_s);
    bool applies = false;
    for (const auto &lines : aciMissions(input)) {
        const auto written = std::count_if(lines.begin(), lines.end(),
                                           [&](const auto *line) { return hasFiche(input.projet, line->code); });
        applies = applies || (lines.size() > 1 && written > 0);
        for (const reference::Mission *line : lines)
            if (written > 0 && !hasFiche(input.projet, line->code))
                verdicts.push_back(
                    improvement(withoutFiche(input, u"Ligne « %1 »"_s.arg(line->libelleCourt), {line}), field));
    }
    if (verdicts.empty() && applies)
        verdicts.push_back(fulfilled(u"Chaque ligne des missions socles a sa fiche-action"_s, field));
    return verdicts;
}

Verdicts judgePluriprofessionnalite(const Input &input)
{
    Verdicts verdicts;
    const Fiches fiches = fichesVivantes(input.projet, input.reference);
    for (const auto &[id, fiche] : fiches) {
        const domain::FieldAddress field{u"fiche"_s, id, u"professions"_s};
        if (fiche->professions.size() == 1)
            verdicts.push_back(blocking(u"%1 : une seule profession"_s.arg(nameOf(*fiche)), field));
        else if (untouched(input.projet, id))
            verdicts.push_back(improvement(u"%1 : fiche à compléter"_s.arg(nameOf(*fiche)), field));
        else if (fiche->professions.empty() && blank(fiche->acteurs))
            verdicts.push_back(blocking(u"%1 : aucune profession indiquée"_s.arg(nameOf(*fiche)), field));
        else if (fiche->professions.empty())
            verdicts.push_back(improvement(u"%1 : cochez les professions citées"_s.arg(nameOf(*fiche)), field));
    }
    if (verdicts.empty() && !fiches.empty())
        verdicts.push_back(
            fulfilled(u"Chaque fiche-action réunit plusieurs professions"_s, newRecord(u"fiche"_s, u"professions"_s)));
    return verdicts;
}

template <class Records>
bool ownsOne(const Records &records, const base::Id &fiche)
{
    return std::any_of(records.begin(), records.end(),
                       [&fiche](const auto &each) { return each.second.fiche == fiche; });
}

// One thing each fiche must have. `lacks` tells of one fiche.
struct Part {
    QString field;
    QString gap;     // after the name of the fiche
    QString allHave; // when none lacks it
    bool (*lacks)(const domain::Projet &, const base::Id &, const domain::FicheAction &);
};

// `gapOf`: what a fiche lacks, after its name; empty when it lacks nothing.
template <class GapOf>
Verdicts judgeEach(const Input &input, const QString &field, const QString &allHave, const GapOf &gapOf)
{
    Verdicts verdicts;
    bool anyLacks = false;
    const Fiches fiches = fichesVivantes(input.projet, input.reference);
    for (const auto &[id, fiche] : fiches) {
        const QString gap = gapOf(id, *fiche);
        if (gap.isEmpty())
            continue;
        anyLacks = true;
        if (!untouched(input.projet, id)) // told once, as a whole: « fiche à compléter »
            verdicts.push_back(improvement(u"%1 : %2"_s.arg(nameOf(*fiche), gap), {u"fiche"_s, id, field}));
    }
    if (!anyLacks && !fiches.empty())
        verdicts.push_back(fulfilled(allHave, newRecord(u"fiche"_s, field)));
    return verdicts;
}

Verdicts judgePart(const Input &input, const Part &part)
{
    return judgeEach(input, part.field, part.allHave, [&](const base::Id &id, const domain::FicheAction &fiche) {
        return part.lacks(input.projet, id, fiche) ? part.gap : QString();
    });
}

Verdicts judgeMission(const Input &input)
{
    return judgePart(input, {u"mission"_s, u"rattachée à aucune mission"_s, u"Chaque fiche-action a une mission"_s,
                             [](const auto &, const auto &, const auto &fiche) { return fiche.mission.isNull(); }});
}

Verdicts judgeBesoin(const Input &input)
{
    return judgePart(input, {u"besoins"_s, u"aucun besoin du diagnostic en lien"_s,
                             u"Chaque fiche-action répond à un besoin"_s,
                             [](const auto &, const auto &, const auto &fiche) { return fiche.besoins.empty(); }});
}

Verdicts judgeObjectif(const Input &input)
{
    return judgePart(input, {u"objectifGeneral"_s, u"aucun objectif"_s, u"Chaque fiche-action a un objectif"_s,
                             [](const domain::Projet &projet, const base::Id &id, const domain::FicheAction &fiche) {
                                 return blank(fiche.objectifGeneral) && !ownsOne(projet.objectifs, id);
                             }});
}

Verdicts judgeIndicateur(const Input &input)
{
    return judgePart(input, {u"objectifGeneral"_s, u"aucun indicateur"_s, u"Chaque fiche-action a un indicateur"_s,
                             [](const domain::Projet &projet, const base::Id &id, const domain::FicheAction &) {
                                 return !ownsOne(projet.indicateursAction, id);
                             }});
}

Verdicts judgePublic(const Input &input)
{
    return judgePart(
        input, {u"publicBeneficiaire"_s, u"public bénéficiaire non précisé"_s, u"Chaque fiche-action a un public"_s,
                [](const auto &, const auto &, const auto &fiche) { return blank(fiche.publicBeneficiaire); }});
}

Verdicts judgeCoordonnateur(const Input &input)
{
    return judgePart(input,
                     {u"coordonnateur"_s, u"aucun coordonnateur"_s, u"Chaque fiche-action a un coordonnateur"_s,
                      [](const auto &, const auto &, const auto &fiche) { return fiche.coordonnateur.isNull(); }});
}

// The beginning and the steps are two things: each fiche is told what it lacks.
Verdicts judgeCalendrier(const Input &input)
{
    const auto gapOf = [&input](const base::Id &id, const domain::FicheAction &fiche) {
        const bool dated = fiche.debut.isValid();
        const bool steps = ownsOne(input.projet.etapesAction, id);
        return dated && steps ? QString()
               : dated        ? u"aucune étape clé"_s
               : steps        ? u"date de début non précisée"_s
                              : u"ni date de début, ni étape clé"_s;
    };
    return judgeEach(input, u"debut"_s, u"Chaque fiche-action a un début et des étapes clés"_s, gapOf);
}

Verdicts judgeObjectifsMesures(const Input &input)
{
    Verdicts verdicts;
    bool judged = false;
    for (const auto &[id, objectif] : domain::inOrder(input.projet.objectifs)) {
        if (domain::isAbandoned(input.projet, objectif->fiche))
            continue;
        judged = true;
        if (!hasIndicator(input.projet, id))
            verdicts.push_back(improvement(u"Objectif « %1 » : aucun indicateur"_s.arg(shortened(objectif->enonce)),
                                           {u"objectif"_s, id, u"enonce"_s}));
    }
    if (verdicts.empty() && judged)
        verdicts.push_back(
            fulfilled(u"Chaque objectif spécifique a un indicateur"_s, newRecord(u"objectif"_s, u"enonce"_s)));
    return verdicts;
}

// The cahier des charges gives one time for all missions.
Verdicts judgeProgressive(const Input &input)
{
    const reference::Missions &rules = input.reference.missions();
    const QDate signature = input.projet.identite.contratLe;
    if (!signature.isValid() || suivi::regionDe(input.projet, input.reference) != rules.regionProgressive)
        return {};
    const QString time = suivi::moisEnMots(rules.progressiveMois);
    Verdicts verdicts;
    bool compared = false;
    for (const auto &[id, fiche] : fichesVivantes(input.projet, input.reference)) {
        compared = compared || fiche->debut.isValid();
        if (fiche->debut.isValid() && fiche->debut > signature.addMonths(rules.progressiveMois))
            verdicts.push_back(
                improvement(u"%1 : commence plus de %2 après la signature du contrat"_s.arg(nameOf(*fiche), time),
                            {u"fiche"_s, id, u"debut"_s}));
    }
    if (verdicts.empty() && compared)
        verdicts.push_back(fulfilled(u"Les fiches-actions commencent dans les %1 qui suivent la signature"_s.arg(time),
                                     uniqueField(u"identite"_s, u"contratLe"_s)));
    return verdicts;
}

// The portal of the region gives months to start a mission and months to deploy it.
Verdicts judgeDelais(const Input &input)
{
    const QDate signature = input.projet.identite.contratLe;
    if (suivi::regionDe(input.projet, input.reference) != input.reference.missions().regionDelais)
        return {};
    Verdicts verdicts;
    bool compared = false;
    for (const auto &[id, fiche] : fichesVivantes(input.projet, input.reference)) {
        const reference::Mission *mission = missionOf(input, *fiche);
        if (!signature.isValid() || !mission || !mission->demarrageMois || !fiche->debut.isValid())
            continue;
        compared = true;
        const domain::FieldAddress field{u"fiche"_s, id, u"debut"_s};
        const auto late = [&](const std::optional<int> &months, const QString &what) {
            const bool over = months && fiche->debut > signature.addMonths(*months);
            if (over)
                verdicts.push_back(improvement(
                    u"%1 : commence après les %2 mois %3"_s.arg(nameOf(*fiche), QString::number(*months), what),
                    field));
            return over;
        };
        if (!late(mission->deploiementMois, u"de déploiement attendus après la signature"_s))
            late(mission->demarrageMois, u"de démarrage attendus après la signature"_s);
    }
    if (verdicts.empty() && compared)
        verdicts.push_back(fulfilled(u"Les fiches-actions commencent dans les délais attendus après la signature"_s,
                                     uniqueField(u"identite"_s, u"contratLe"_s)));
    return verdicts;
}

} // namespace

std::vector<Criterion> projetFicheCriteria()
{
    const QString page = u"fiches"_s;
    const QString jointe = u"Cahier des charges PACA 2022, annexes 4, 3c) et 5"_s;
    return {
        {u"projet.fiches-socles"_s, page, u"Au moins une fiche-action par mission socle est jointe au projet."_s,
         jointe, judgeFichesSocles},
        {u"projet.fiches-lignes"_s, page,
         u"L’accès aux soins occupe deux lignes de la trame : une fiche pour chacune rassure l’instructeur."_s, jointe,
         judgeLignes},
        {u"projet.fiches-pluriprofessionnelles"_s, page,
         u"La pluriprofessionnalité dans la mise en œuvre est un critère indispensable à la validation."_s, annexe5,
         judgePluriprofessionnalite},
        {u"projet.fiches-mission"_s, page, u"C’est la première rubrique de la fiche."_s, annexe5, judgeMission},
        {u"projet.fiches-besoin"_s, page, u"La fiche part des éléments du diagnostic."_s, annexe5, judgeBesoin},
        {u"projet.fiches-objectif"_s, page, u"Un objectif général, décliné en objectifs spécifiques."_s, annexe5,
         judgeObjectif},
        {u"projet.objectifs-mesures"_s, page, u"Les objectifs spécifiques sont simples, mesurables et réalistes."_s,
         annexe5, judgeObjectifsMesures},
        {u"projet.fiches-indicateur"_s, page, u"Les dialogues de gestion fixent les indicateurs de suivi."_s, annexe5,
         judgeIndicateur},
        {u"projet.fiches-public"_s, page, u"La trame demande le public bénéficiaire."_s, annexe5, judgePublic},
        {u"projet.fiches-coordonnateur"_s, page,
         u"Un membre de la CPTS s’assure de la mise en œuvre et du suivi de l’action."_s, annexe5, judgeCoordonnateur},
        {u"projet.fiches-calendrier"_s, page, u"La trame demande le début et les étapes clés."_s, annexe5,
         judgeCalendrier},
        {u"projet.mise-en-place"_s, page,
         u"Le cahier des charges prévoit une mise en place progressive des missions, sur deux ans."_s,
         u"Cahier des charges PACA 2022, p. 12"_s, judgeProgressive},
        {u"projet.delais"_s, page, u"Après la signature, chaque mission a un délai de démarrage et de déploiement."_s,
         u"Portail d’appui aux professionnels de santé Hauts-de-France, 30 novembre 2023"_s, judgeDelais},
    };
}

} // namespace controle
