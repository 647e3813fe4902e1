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
    return !blank(domain::texteRubrique(projet, rubrique));
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
        return !projet.missions.empty();
    return written(projet, u"organisation"_s) || written(projet, u"calendrier"_s) || !projet.echeances.empty() ||
           projet.accompagnement.souhaite || !blank(projet.accompagnement.structureAppui);
}

QString sentenceOf(const Readiness &readiness, bool begunAtAll)
{
    const int toReview = readiness.blocking + readiness.improvements;
    if (toReview == 0)
        return u"Lettre d’intention : prête à être relue et envoyée"_s;
    if (!begunAtAll)
        return u"Lettre d’intention : à écrire"_s;
    QString sentence =
        u"Lettre d’intention : prête sauf %1"_s.arg(base::frenchCount(toReview, u"point"_s, u"points"_s));
    if (readiness.blocking > 0)
        sentence += u", dont %1"_s.arg(base::frenchCount(readiness.blocking, u"bloquant"_s, u"bloquants"_s));
    return sentence;
}

} // namespace

std::vector<Finding> check(const domain::Projet &projet, const reference::Reference &reference, const QDate &today)
{
    const Input input{projet, reference, today};
    std::vector<Finding> findings;
    for (const Criterion &criterion : criteria())
        for (Verdict &verdict : criterion.judge(input))
            findings.push_back({criterion.code, verdict.severity, base::frenchTypography(verdict.sentence),
                                base::frenchTypography(criterion.reason), base::frenchTypography(criterion.source),
                                criterion.page, std::move(verdict.field)});
    return findings;
}

std::map<QString, PageState> pageStates(const std::vector<Finding> &findings, const domain::Projet &projet)
{
    std::map<QString, PageState> states;
    for (const Criterion &criterion : criteria())
        states[criterion.page];
    for (const Finding &finding : findings)
        if (finding.severity != Severity::Fulfilled)
            ++states[finding.page].toReview;
    for (auto &[page, state] : states)
        state.type = !begun(projet, page) ? PageState::Type::Empty
                     : state.toReview > 0 ? PageState::Type::ToReview
                                          : PageState::Type::Complete;
    return states;
}

Readiness readiness(const std::vector<Finding> &findings)
{
    Readiness readiness;
    QSet<QString> judged;
    QSet<QString> failed;
    for (const Finding &finding : findings) {
        judged << finding.criterion;
        if (finding.severity != Severity::Fulfilled)
            failed << finding.criterion;
        readiness.blocking += finding.severity == Severity::Blocking;
        readiness.improvements += finding.severity == Severity::Improvement;
        readiness.fulfilled += finding.severity == Severity::Fulfilled;
    }
    const qsizetype met = judged.size() - failed.size();
    readiness.percent = judged.isEmpty() ? 0 : static_cast<int>(100 * met / judged.size());
    readiness.sentence = sentenceOf(readiness, readiness.fulfilled > 1);
    return readiness;
}

} // namespace controle
