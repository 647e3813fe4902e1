#include "controle/fiche.h"

#include "base/text.h"
#include "base/typography.h"
#include "controle/criteria.h"
#include "controle/dates_fiches.h"
#include "controle/fil_rouge.h"

#include <algorithm>
#include <span>

namespace controle
{

using namespace Qt::Literals::StringLiterals;
using base::Id;

namespace
{

struct Looked {
    const Input &input;
    Id id;
    const domain::FicheAction &fiche;

    [[nodiscard]] domain::FieldAddress field(const QString &name) const { return {u"fiche"_s, id, name}; }
};

Verdict mission(const Looked &at)
{
    const reference::Mission *known = missionOf(at.input, at.fiche);
    if (!known)
        return improvement(u"Rattachée à aucune mission"_s, at.field(u"mission"_s));
    return fulfilled(known->socle ? u"Rattachée à une mission socle"_s : u"Rattachée à une mission complémentaire"_s,
                     at.field(u"mission"_s));
}

Verdict needs(const Looked &at)
{
    const auto count = qint64(at.fiche.besoins.size());
    if (count == 0)
        return improvement(u"Aucun besoin du diagnostic en lien"_s, at.field(u"besoins"_s));
    return fulfilled(u"Répond à %1 du diagnostic"_s.arg(base::frenchCount(count, u"besoin"_s, u"besoins"_s)),
                     at.field(u"besoins"_s));
}

Verdict professions(const Looked &at)
{
    const auto count = qint64(at.fiche.professions.size());
    const domain::FieldAddress field = at.field(u"professions"_s);
    if (count > 1)
        return fulfilled(u"Pluriprofessionnalité : %1 professions"_s.arg(count), field);
    if (count == 1)
        return blocking(u"Pluriprofessionnalité : une seule profession"_s, field);
    if (untouched(at.input.projet, at.id)) // to be written: not yet a fault
        return improvement(u"Pluriprofessionnalité : professions à cocher"_s, field);
    return blank(at.fiche.acteurs) ? blocking(u"Pluriprofessionnalité : aucune profession"_s, field)
                                   : improvement(u"Pluriprofessionnalité : cochez les professions citées"_s, field);
}

Verdict coordinator(const Looked &at)
{
    const bool named = at.input.projet.personnes.find(at.fiche.coordonnateur);
    const domain::FieldAddress field = at.field(u"coordonnateur"_s);
    return named ? fulfilled(u"Coordonnateur de l’action désigné"_s, field)
                 : improvement(u"Coordonnateur de l’action : à désigner"_s, field);
}

Verdict objectives(const Looked &at)
{
    qint64 all = 0;
    qint64 unmeasured = 0;
    Id first;
    for (const auto &[id, objectif] : domain::inOrder(at.input.projet.objectifs)) {
        if (objectif->fiche != at.id)
            continue;
        ++all;
        if (hasIndicator(at.input.projet, id))
            continue;
        first = unmeasured++ == 0 ? id : first;
    }
    if (all == 0)
        return blank(at.fiche.objectifGeneral)
                   ? improvement(u"Aucun objectif"_s, at.field(u"objectifGeneral"_s))
                   : improvement(u"Objectif général seul, sans objectif spécifique"_s, at.field(u"objectifGeneral"_s));
    if (blank(at.fiche.objectifGeneral))
        return improvement(u"Objectif général à écrire"_s, at.field(u"objectifGeneral"_s));
    if (unmeasured > 0)
        return improvement(u"%1 sans indicateur"_s.arg(base::frenchCount(unmeasured, u"objectif"_s, u"objectifs"_s)),
                           {u"objectif"_s, first, u"enonce"_s});
    return fulfilled(u"Chaque objectif a un indicateur"_s, at.field(u"objectifGeneral"_s));
}

Verdict beneficiaries(const Looked &at)
{
    const domain::FieldAddress field = at.field(u"publicBeneficiaire"_s);
    return blank(at.fiche.publicBeneficiaire) ? improvement(u"Public bénéficiaire à préciser"_s, field)
                                              : fulfilled(u"Public bénéficiaire précisé"_s, field);
}

Verdict dates(const Looked &at)
{
    if (!at.fiche.debut.isValid())
        return improvement(u"Date de début à préciser"_s, at.field(u"debut"_s));
    qint64 steps = 0;
    qint64 undated = 0;
    Id first;
    for (const auto &[id, etape] : domain::inOrder(at.input.projet.etapesAction)) {
        if (etape->fiche != at.id)
            continue;
        ++steps;
        if (!etape->debut.isValid())
            first = undated++ == 0 ? id : first;
    }
    if (steps == 0)
        return improvement(u"Début daté, aucune étape clé"_s, at.field(u"debut"_s));
    if (undated > 0)
        return improvement(u"%1 à dater"_s.arg(base::frenchCount(undated, u"étape clé"_s, u"étapes clés"_s)),
                           {u"etapeAction"_s, first, u"debut"_s});
    if (Verdicts faults = faultsOfDates(at.input, datesDesFiches(at.input), at.id); !faults.empty()) {
        faults.front().sentence.replace(0, 1, faults.front().sentence.front().toUpper());
        return faults.front();
    }
    return fulfilled(u"Début et étapes clés datés"_s, at.field(u"debut"_s));
}

Verdict abandoned(const Looked &at)
{
    return fulfilled(u"Action abandonnée : la fiche n’est plus à compléter"_s, at.field(u"avancement"_s));
}

struct Point {
    const char *criterion; // of the whole project, for the same thing
    Verdict (*judge)(const Looked &);
};

constexpr Point points[] = {
    {"projet.fiches-mission", mission},
    {"projet.fiches-besoin", needs},
    {"projet.objectifs-mesures", objectives},
    {"projet.fiches-public", beneficiaries},
    {"projet.fiches-pluriprofessionnelles", professions},
    {"projet.fiches-coordonnateur", coordinator},
    {"projet.fiches-calendrier", dates},
};

} // namespace

bool untouched(const domain::Projet &projet, const Id &id)
{
    const domain::FicheAction *fiche = projet.fiches.find(id);
    const auto has = [&id](const auto &records) {
        return std::any_of(records.begin(), records.end(), [&id](const auto &each) { return each.second.fiche == id; });
    };
    return fiche &&
           blank(fiche->diagnostic + fiche->objectifGeneral + fiche->publicBeneficiaire + fiche->actions +
                 fiche->moyens + fiche->acteurs) &&
           fiche->professions.empty() && fiche->partenaires.empty() && fiche->coordonnateur.isNull() &&
           !fiche->debut.isValid() && !has(projet.objectifs) && !has(projet.etapesAction) &&
           !has(projet.indicateursAction) && !has(projet.budget);
}

std::vector<Finding> checkFiche(const domain::Projet &projet, const reference::Reference &reference, const QDate &today,
                                const Id &fiche)
{
    std::vector<Finding> findings;
    const domain::FicheAction *found = projet.fiches.find(fiche);
    if (!found)
        return findings;
    const Input input{projet, reference, today};
    const Looked at{input, fiche, *found};
    const Point givenUp{"projet.fiches-mission", abandoned};
    const std::span asked = domain::isAbandoned(*found) ? std::span(&givenUp, 1) : std::span(points);
    for (const Point &point : asked) {
        Verdict verdict = point.judge(at);
        findings.push_back({QString::fromLatin1(point.criterion),
                            verdict.severity,
                            base::frenchTypography(verdict.sentence),
                            {},
                            {},
                            u"fiches"_s,
                            verdict.field,
                            Volet::Projet});
    }
    return findings;
}

} // namespace controle
