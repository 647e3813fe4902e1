#include "controle/controle.h"

#include "base/text.h"
#include "base/typography.h"
#include "controle/criteria.h"

#include <algorithm>
#include <QSet>

namespace controle
{

using namespace Qt::Literals::StringLiterals;

namespace
{

bool written(const domain::Projet &projet, const QString &rubrique)
{
    return !blank(textOf(projet, rubrique));
}

bool anyWritten(const domain::Projet &projet, const QStringList &rubriques)
{
    return std::any_of(rubriques.begin(), rubriques.end(),
                       [&projet](const QString &code) { return written(projet, code); });
}

bool anyMember(const domain::Projet &projet)
{
    return std::any_of(projet.personnes.begin(), projet.personnes.end(),
                       [](const auto &person) { return person.second.membre; });
}

bool objectivesBegun(const domain::Projet &projet)
{
    return std::any_of(projet.missions.begin(), projet.missions.end(), [](const auto &each) {
        const domain::Mission &mission = each.second;
        return !blank(mission.objectifsCourtTerme + mission.objectifsMoyenTerme + mission.patients +
                      mission.publicCible + mission.acteurs);
    });
}

bool anyDateReached(const domain::Projet &projet)
{
    return std::any_of(projet.echeances.begin(), projet.echeances.end(),
                       [](const auto &each) { return each.second.faite; });
}

// The pages of the projet de santé and of its follow-up; what the lettre already gave does not begin them.
bool begunProjet(const domain::Projet &projet, const QString &page)
{
    const domain::StructurePorteuse &structure = projet.structure;
    if (page == u"diagnostic"_s)
        return !projet.besoins.empty() || !projet.indicateurs.empty() || !projet.tranches.empty() ||
               written(projet, u"problematiques-projet"_s);
    if (page == u"offre"_s)
        return !projet.acteurs.empty() || anyWritten(projet, {u"offre"_s, u"modalites"_s, u"besoins-non-couverts"_s});
    if (page == u"organisation"_s)
        return !projet.instances.empty() || !projet.postes.empty() || !projet.prestations.empty() ||
               !blank(structure.siret + structure.adresse + structure.telephone + structure.email) ||
               !projet.identite.representantLegal.isNull() || !projet.identite.coordonnateur.isNull() ||
               anyMember(projet) || anyWritten(projet, {u"gouvernance-projet"_s, u"inclusion"_s});
    if (page == u"systeme-information"_s)
        return !projet.outils.empty() || written(projet, u"systeme-information"_s);
    if (page == u"projet-missions"_s)
        return objectivesBegun(projet) || written(projet, u"telemedecine"_s);
    if (page == u"etapes"_s)
        return !projet.reunions.empty() || !projet.suspensions.empty() || !projet.avenants.empty() ||
               !projet.interlocuteurs.empty() || projet.identite.contratLe.isValid() || anyDateReached(projet);
    if (page == u"financement"_s)
        return !projet.financements.empty() || !projet.budget.empty();
    if (page == u"pieces"_s)
        return !projet.pieces.empty();
    return !projet.fiches.empty() || written(projet, u"actions"_s);
}

// Whether somebody worked on the page at all. The name of the project is given when it is created.
bool begun(const domain::Projet &projet, const QString &page)
{
    if (page == u"porteur"_s)
        return domain::porteur(projet) != nullptr;
    if (page == u"territoire"_s)
        return !projet.communes.empty() || !projet.qpv.empty() || projet.population.valeur ||
               written(projet, u"problematiques"_s);
    if (page == u"partenariats"_s)
        return !projet.contacts.empty();
    if (page == u"equipe"_s)
        return written(projet, u"gouvernance"_s) || !blank(projet.structure.nom) ||
               projet.structure.etatStatuts != domain::EtatStatuts::NonRenseigne ||
               std::any_of(projet.personnes.begin(), projet.personnes.end(),
                           [](const auto &person) { return person.second.equipeProjet; });
    if (page == u"mobilisation"_s)
        return !projet.mobilisations.empty() || !projet.effectifs.empty() || !projet.partenaires.empty();
    if (page == u"missions"_s)
        // A fiche-action or a note of the projet de santé names a mission too: nobody was on this page for that.
        return std::any_of(projet.missions.begin(), projet.missions.end(), [](const auto &each) {
            return each.second.retenue || !blank(each.second.description + each.second.precision);
        });
    return written(projet, u"organisation"_s) || written(projet, u"calendrier"_s) || !projet.echeances.empty() ||
           projet.accompagnement.souhaite || !blank(projet.accompagnement.structureAppui);
}

// One rule for both documents: hardly begun, under way, or ready but for a few points that block nothing.
QString sentenceOf(const Readiness &readiness, Volet volet)
{
    constexpr int begunFrom = 10; // percent
    constexpr int fewPoints = 10; // to look at again
    const bool lettre = volet == Volet::Lettre;
    const QString document = lettre ? u"Lettre d’intention : "_s : u"Projet de santé : "_s;
    const QString ready = document + (lettre ? u"prête"_s : u"prêt"_s);
    const int toReview = readiness.blocking + readiness.improvements;
    if (toReview == 0)
        return ready + (lettre ? u" à être relue et envoyée"_s : u" à être relu et envoyé"_s);
    if (readiness.percent < begunFrom)
        return document + u"à écrire"_s;
    if (readiness.blocking == 0 && toReview <= fewPoints)
        return u"%1 sauf %2"_s.arg(ready, base::frenchCount(toReview, u"point"_s, u"points"_s));
    const QString share = document + base::frenchTypography(u"en cours (%1 % %2)"_s.arg(
                                         QString::number(readiness.percent), lettre ? u"remplie"_s : u"rempli"_s));
    if (readiness.blocking == 0)
        return share;
    return u"%1, %2"_s.arg(share, base::frenchCount(readiness.blocking, u"point bloquant"_s, u"points bloquants"_s));
}

const std::vector<Criterion> &criteriaOf(Volet volet)
{
    return volet == Volet::Lettre ? criteria() : projetCriteria();
}

bool isPageOfLettre(const QString &page)
{
    return std::any_of(criteria().begin(), criteria().end(),
                       [&page](const Criterion &criterion) { return criterion.page == page; });
}

} // namespace

std::vector<Finding> check(const domain::Projet &projet, const reference::Reference &reference, const QDate &today)
{
    return check(projet, reference, today, Volet::Lettre);
}

std::vector<Finding> check(const domain::Projet &projet, const reference::Reference &reference, const QDate &today,
                           Volet volet, const reference::TerritoryShape *shape)
{
    const Input input{projet, reference, today, shape};
    std::vector<Finding> findings;
    for (const Criterion &criterion : criteriaOf(volet))
        for (Verdict &verdict : criterion.judge(input))
            findings.push_back({criterion.code, verdict.severity, base::frenchTypography(verdict.sentence),
                                base::frenchTypography(verdict.reason.isEmpty() ? criterion.reason : verdict.reason),
                                base::frenchTypography(criterion.source),
                                verdict.page.isEmpty() ? criterion.page : verdict.page, std::move(verdict.field),
                                volet});
    return findings;
}

std::vector<Finding> checkAll(const domain::Projet &projet, const reference::Reference &reference, const QDate &today,
                              const reference::TerritoryShape *shape)
{
    std::vector<Finding> all = check(projet, reference, today, Volet::Lettre, shape);
    std::vector<Finding> more = check(projet, reference, today, Volet::Projet, shape);
    all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
    return all;
}

std::map<QString, PageState> pageStates(const std::vector<Finding> &findings, const domain::Projet &projet)
{
    std::map<QString, PageState> states;
    for (const Criterion &criterion : criteria())
        states[criterion.page];
    for (const Finding &finding : findings) {
        if ((finding.volet == Volet::Lettre) != isPageOfLettre(finding.page))
            continue;
        PageState &state = states[finding.page];
        state.toReview += finding.severity != Severity::Fulfilled;
    }
    for (auto &[page, state] : states) {
        const bool begunHere = isPageOfLettre(page) ? begun(projet, page) : begunProjet(projet, page);
        state.type = !begunHere           ? PageState::Type::Empty
                     : state.toReview > 0 ? PageState::Type::ToReview
                                          : PageState::Type::Complete;
    }
    return states;
}

Readiness readiness(const std::vector<Finding> &findings, Volet volet)
{
    Readiness readiness;
    QSet<QString> judged;
    QSet<QString> failed;
    for (const Finding &finding : findings) {
        if (finding.volet != volet)
            continue;
        judged << finding.criterion;
        if (finding.severity != Severity::Fulfilled)
            failed << finding.criterion;
        readiness.blocking += finding.severity == Severity::Blocking;
        readiness.improvements += finding.severity == Severity::Improvement;
        readiness.fulfilled += finding.severity == Severity::Fulfilled;
    }
    const qsizetype met = judged.size() - failed.size();
    readiness.percent = judged.isEmpty() ? 0 : static_cast<int>(100 * met / judged.size());
    readiness.sentence = sentenceOf(readiness, volet);
    return readiness;
}

} // namespace controle
