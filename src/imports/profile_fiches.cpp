// A plan d'action that is kept in a spreadsheet: one line per action becomes one fiche-action, with its first objective
// and its first indicator.
#include "base/amount.h"
#include "base/text.h"
#include "domain/effectifs.h"
#include "domain/rank.h"
#include "imports/cell_values.h"
#include "imports/draft.h"

#include <QRegularExpression>
#include <QSet>

namespace imports
{

using namespace Qt::Literals::StringLiterals;

namespace
{

using domain::FicheAction;

// Of a sum that is planned, in euros: « Budget réalisé », « Coût (k€) » are something else.
QString budgetPattern()
{
    return u"(budgets?|couts?|montants?)( "
           u"(prevus?|previsionnels?|estimes?|total|global|annuel|demande|en|euros?|eur|ttc|"
           "de l action|20\\d\\d))*"_s;
}

Profile profileOf()
{
    return {
        u"fiches-actions"_s,
        u"Plan d’action (fiches-actions)"_s,
        u"Ajoute une fiche-action par ligne. Les fiches de même intitulé sont complétées, jamais doublées."_s,
        u"Un tableau à vous (collé, Excel ou CSV) : Intitulé, Mission, Objectif, Public, Coordonnateur, Début, "
        u"Indicateur, Cible, Budget. Seul l’intitulé est nécessaire."_s,
        {{u"intitule"_s, u"Intitulé de l’action"_s,
          u"actions?|intitules?.*|titres?.*|noms? (de l |de la )?(action|fiche).*|fiches?( actions?)?|projets?"_s,
          true},
         {u"mission"_s, u"Mission"_s, u"missions?.*|axes?.*|thematiques?|themes?"_s},
         {u"objectifGeneral"_s, u"Objectif général"_s, u"objectifs?( generaux| general| de l action| principal)?"_s},
         {u"objectif"_s, u"Objectif spécifique"_s, u"objectifs? (specifiques?|operationnels?).*|sous objectifs?"_s},
         {u"publicBeneficiaire"_s, u"Public bénéficiaire"_s,
          u"publics?.*|beneficiaires?|patients|population( cible)?"_s},
         {u"actions"_s, u"Actions envisagées"_s,
          u"descriptions?.*|contenu|modalites?.*|actions? envisagees?|deroulement|details?"_s},
         {u"moyens"_s, u"Moyens nécessaires"_s, u"moyens?.*|ressources?.*"_s},
         {u"acteurs"_s, u"Acteurs et partenaires"_s, u"acteurs?.*|partenaires?.*|intervenants?"_s},
         {u"coordonnateur"_s, u"Coordonnateur"_s,
          u"coordonnat(eur|rice)s?.*|coordinat(eur|rice)s?.*|pilotes?.*|referents?.*|responsables?.*"_s},
         {u"debut"_s, u"Début"_s,
          u"debut.*|dates?( de)?( debut| demarrage| lancement)?|demarrage|lancement|echeance.*"_s},
         {u"avancement"_s, u"Avancement"_s, u"avancement.*|etats?.*|statuts?"_s},
         {u"indicateur"_s, u"Indicateur"_s, u"indicateurs?.*"_s},
         {u"cible"_s, u"Cible"_s, u"cibles?( chiffree| de l indicateur)?|valeur cible|attendu"_s},
         {u"budget"_s, u"Budget de l’action"_s, budgetPattern()}}};
}

std::optional<domain::Avancement> avancementOf(const QString &text)
{
    using A = domain::Avancement;
    const QString folded = base::fold(text);
    for (const auto &[start, value] :
         {std::pair(u"non commenc"_s, A::NonCommencee), std::pair(u"a faire"_s, A::NonCommencee),
          std::pair(u"a venir"_s, A::NonCommencee), std::pair(u"prevu"_s, A::NonCommencee),
          std::pair(u"en cours"_s, A::EnCours), std::pair(u"commence"_s, A::EnCours),
          std::pair(u"demarre"_s, A::EnCours), std::pair(u"lance"_s, A::EnCours), std::pair(u"realise"_s, A::Realisee),
          std::pair(u"termine"_s, A::Realisee), std::pair(u"fait"_s, A::Realisee),
          std::pair(u"abandon"_s, A::Abandonnee)})
        if (folded.startsWith(start))
            return value;
    return std::nullopt;
}

class Plan
{
public:
    explicit Plan(ImportJob &job) : m_job(job), m_rank(Draft::lastRank(job.draft.after.fiches))
    {
        for (const auto &[id, fiche] : job.draft.after.fiches)
            m_known.insert(base::fold(fiche.intitule), id);
    }

    void take();
    base::Result<void> report() const;

private:
    [[nodiscard]] FicheAction read();
    [[nodiscard]] QString paragraphs(const QString &field);
    [[nodiscard]] domain::Id missionOf(const QString &text);
    [[nodiscard]] domain::Id personOf(const QString &text);
    void addObjective(const domain::Id &fiche);
    void addIndicator(const domain::Id &fiche);
    void addBudget(const domain::Id &fiche);
    void tell(const QString &field, const QString &cell, const QString &what);

    ImportJob &m_job;
    QString m_rank;
    QHash<QString, domain::Id> m_known; // by folded title
    QSet<domain::Id> m_ofFile;
    int m_added = 0;
    int m_completed = 0;
    int m_same = 0;
};

QString Plan::paragraphs(const QString &field)
{
    const QString text = m_job.rows.text(field).trimmed();
    if (!isFormula(text))
        return text;
    tell(field, text, u"est une formule ; laissée de côté"_s);
    return {};
}

void Plan::tell(const QString &field, const QString &cell, const QString &what)
{
    m_job.draft.remark(m_job.rows.line(),
                       u"%1 : « %2 » %3"_s.arg(m_job.profile.field(field)->label.toLower(), cell.left(60), what));
}

// By any of the names that the official documents and the program give it; added where the project lacks it.
domain::Id Plan::missionOf(const QString &text)
{
    const QString folded = base::fold(text);
    if (folded.isEmpty())
        return {};
    const auto &all = m_job.reference.missions().toutes;
    const reference::Mission *found = nullptr;
    for (const reference::Mission &mission : all)
        for (const QString &name : {mission.libelleCourt, mission.libelleLettre, mission.libelleProjet, mission.code})
            if (!found && folded == base::fold(name))
                found = &mission;
    int candidates = 0;
    for (const reference::Mission &mission : all)
        if (!found || candidates > 0)
            for (const QString &name : {mission.libelleCourt, mission.libelleLettre, mission.libelleProjet})
                if (folded.size() > 5 && (base::fold(name).contains(folded) || folded.contains(base::fold(name)))) {
                    ++candidates;
                    found = &mission;
                    break;
                }
    if (!found || candidates > 1) {
        tell(u"mission"_s, text, u"n’a pas été reconnue ; à choisir dans la fiche"_s);
        return {};
    }
    const domain::Id id = domain::Id::fromKey(u"mission:"_s + found->code);
    if (!m_job.draft.after.missions.find(id)) // nobody wrote about it yet
        m_job.draft.after.missions.insert(id).code = found->code;
    return id;
}

// The person of the project whose name that is, in either order.
domain::Id Plan::personOf(const QString &text)
{
    const QString folded = base::fold(text);
    if (folded.isEmpty())
        return {};
    for (const auto &[id, personne] : m_job.draft.after.personnes)
        for (const QString &name :
             {domain::nomDe(personne), personne.nom + u' ' + personne.prenom, personne.prenom + u' ' + personne.nom})
            if (folded == base::fold(name))
                return id;
    tell(u"coordonnateur"_s, text, u"n’est pas parmi les personnes du projet ; à choisir dans la fiche"_s);
    return {};
}

FicheAction Plan::read()
{
    FicheAction fiche;
    fiche.intitule = m_job.rows.text(u"intitule"_s).simplified();
    fiche.mission = missionOf(m_job.rows.text(u"mission"_s).simplified());
    fiche.objectifGeneral = paragraphs(u"objectifGeneral"_s);
    fiche.publicBeneficiaire = paragraphs(u"publicBeneficiaire"_s);
    fiche.actions = paragraphs(u"actions"_s);
    fiche.moyens = paragraphs(u"moyens"_s);
    fiche.acteurs = paragraphs(u"acteurs"_s);
    fiche.coordonnateur = personOf(m_job.rows.text(u"coordonnateur"_s).simplified());
    const QString start = m_job.rows.text(u"debut"_s).simplified();
    fiche.debut = readDate(start);
    if (!start.isEmpty() && !fiche.debut.isValid())
        tell(u"debut"_s, start, u"n’est pas une date ; laissée de côté"_s);
    const QString state = m_job.rows.text(u"avancement"_s).simplified();
    if (const auto avancement = avancementOf(state))
        fiche.avancement = *avancement;
    else if (!state.isEmpty())
        tell(u"avancement"_s, state, u"n’a pas été reconnu ; à préciser"_s);
    return fiche;
}

void Plan::addObjective(const domain::Id &fiche)
{
    const QString text = paragraphs(u"objectif"_s).simplified();
    if (text.isEmpty())
        return;
    auto &objectifs = m_job.draft.after.objectifs;
    for (const auto &[id, objectif] : objectifs)
        if (objectif.fiche == fiche && base::fold(objectif.enonce) == base::fold(text))
            return;
    const QString rank = domain::rankBetween(Draft::lastRank(objectifs), {});
    objectifs.insert(domain::Id::fromKey(u"objectif:%1|%2"_s.arg(fiche.toString(), base::fold(text))),
                     {rank, fiche, text});
}

void Plan::addIndicator(const domain::Id &fiche)
{
    const QString title = paragraphs(u"indicateur"_s).simplified();
    const QString aim = m_job.rows.text(u"cible"_s).simplified();
    if (title.isEmpty())
        return;
    auto &indicators = m_job.draft.after.indicateursAction;
    for (const auto &[id, indicator] : indicators)
        if (indicator.fiche == fiche && base::fold(indicator.intitule) == base::fold(title))
            return;
    domain::IndicateurAction added;
    added.rang = domain::rankBetween(Draft::lastRank(indicators), {});
    added.fiche = fiche;
    added.intitule = title;
    added.cible = readDecimal(aim);
    if (added.cible && aim.endsWith(u'%'))
        added.unite = u"%"_s;
    if (!aim.isEmpty() && !added.cible)
        tell(u"cible"_s, aim, u"n’est pas un nombre ; laissée de côté"_s);
    indicators.insert(domain::Id::fromKey(u"indicateurAction:%1|%2"_s.arg(fiche.toString(), base::fold(title))), added);
}

// The sum of a line of the plan becomes a line of the budget of its fiche, unless somebody has detailed it already.
void Plan::addBudget(const domain::Id &fiche)
{
    const QString cell = m_job.rows.text(u"budget"_s).simplified();
    if (cell.isEmpty())
        return;
    const domain::Decimal sum = cell.contains(u'%') ? domain::Decimal() : readAmount(cell);
    if (!sum || *sum < 0)
        return tell(u"budget"_s, cell, u"n’est pas une somme en euros ; laissé de côté"_s);
    static const QRegularExpression year(u"\\b20\\d\\d\\b"_s);
    const QString title = m_job.rows.title(u"budget"_s).simplified();
    domain::LigneBudget added;
    added.intitule = title.contains(u' ') ? title : m_job.profile.field(u"budget"_s)->label;
    added.prevu = sum;
    if (const auto dated = year.match(title); dated.hasMatch())
        added.annee = dated.captured().toInt();
    auto &budget = m_job.draft.after.budget;
    bool detailed = false;
    for (const auto &[id, line] : budget) {
        if (line.fiche == fiche && line.prevu == sum && base::fold(line.intitule) == base::fold(added.intitule))
            return;
        detailed = detailed || line.fiche == fiche;
    }
    if (detailed)
        return tell(u"budget"_s, cell, u"n’a pas été ajouté : la fiche a déjà des lignes de budget"_s);
    added.rang = domain::rankBetween(Draft::lastRank(budget), {});
    added.fiche = fiche;
    budget.insert(domain::Id::fromKey(u"budget:%1|%2"_s.arg(fiche.toString(), base::fold(added.intitule))), added);
}

void Plan::take()
{
    const QString title = m_job.rows.text(u"intitule"_s).simplified();
    if (title.isEmpty() || isFormula(title)) {
        m_job.draft.remark(m_job.rows.line(), u"pas d’intitulé ; ligne laissée de côté"_s);
        return;
    }
    FicheAction fiche = read();
    domain::Id id = m_known.value(base::fold(title));
    if (!id.isNull()) {
        const bool twice = m_ofFile.contains(id);
        const Completion completion =
            completeRecord(*domain::table(u"fiche"_s), m_job.draft.after.fiches.find(id), &fiche, u"intitule"_s);
        if (!twice)
            completion.changed ? ++m_completed : ++m_same;
        tellCompletion(m_job, completion, title, false); // a fiche may take several lines, one per indicator
    } else {
        id = domain::Id::fromKey(u"fiche:"_s + base::fold(title));
        m_rank = domain::rankBetween(m_rank, {});
        fiche.rang = m_rank;
        m_job.draft.after.fiches.insert(id, fiche);
        m_known.insert(base::fold(title), id);
        ++m_added;
    }
    m_ofFile.insert(id);
    addObjective(id);
    addIndicator(id);
    addBudget(id);
}

base::Result<void> Plan::report() const
{
    if (m_added + m_completed + m_same == 0)
        return nothingFound(m_job, u"aucune action n’y a été lue"_s);
    m_job.draft.summary(u"%1, %2, %3 sans changement"_s.arg(
        base::frenchCount(m_added, u"nouvelle fiche-action"_s, u"nouvelles fiches-actions"_s),
        base::frenchCount(m_completed, u"complétée"_s, u"complétées"_s), base::frenchNumber(qint64(m_same))));
    return {};
}

base::Result<void> run(ImportJob &job)
{
    Plan plan(job);
    while (job.rows.next())
        plan.take();
    return plan.report();
}

} // namespace

Runner fichesRunner()
{
    Layout layout;
    layout.rows = 5'000;
    layout.official = false;
    return {profileOf(), layout, run};
}

} // namespace imports
