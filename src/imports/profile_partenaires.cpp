// The list of partners that a coordinator keeps: services and establishments, each once.
#include "base/text.h"
#include "domain/rank.h"
#include "imports/cell_values.h"
#include "imports/draft.h"
#include "imports/partners.h"
#include "imports/service_names.h"

#include <QSet>

namespace imports
{

using namespace Qt::Literals::StringLiterals;

namespace
{

using domain::Partenaire;

Profile profileOf()
{
    return {
        u"partenaires"_s,
        u"Liste des partenaires"_s,
        u"Ajoute les services et établissements partenaires. Ceux qui sont déjà dans le projet sont complétés, jamais "
        "doublés."_s,
        u"Une liste à vous (collée, Excel ou CSV) avec des titres comme Structure, Représentant, Localisation, "
        u"Avancement, "
        "Gouvernance, Convention, Date de la convention."_s,
        {{u"service"_s, u"Service ou établissement"_s,
          u"partenaires?|services?.*|structures?.*|etablissements?.*|organismes?|institutions?|associations?|acteurs?|"
          "noms?( de la structure| du partenaire| du service| de l etablissement)?|raison sociale"_s,
          true},
         {u"representant"_s, u"Représentant"_s,
          u"representants?.*|representee? par|contacts?|referents?|interlocuteurs?|correspondants?|nom du representant"_s},
         {u"localisation"_s, u"Localisation"_s,
          u"localisation.*|lieux?|villes?|communes?|adresses?|territoire|secteur.*"_s},
         {u"avancement"_s, u"Avancement"_s,
          u"avancement.*|etat.*|statut.*|etape|stade|commentaires?|observations?|modalites?.*"_s},
         {u"conventionLe"_s, u"Date de la convention"_s, u"date.*|signee? le|convention(nee?)? le"_s},
         {u"convention"_s, u"Convention (oui ou non)"_s,
          u"conventions?.*|partenariats? formalises?.*|formalises?.*|signee?s?"_s},
         {u"gouvernance"_s, u"Gouvernance (oui ou non)"_s, u".*gouvernance.*"_s}}};
}

class Partners
{
public:
    explicit Partners(ImportJob &job)
        : m_job(job), m_names(job.reference.sigles()), m_rank(Draft::lastRank(job.draft.after.partenaires))
    {
        for (const auto &[id, partenaire] : job.draft.after.partenaires)
            remember(id, partenaire.service);
    }

    void take();
    base::Result<void> report() const;

private:
    [[nodiscard]] std::optional<Partenaire> read();
    void readConvention(Partenaire &partenaire);
    [[nodiscard]] bool takeSecond();
    [[nodiscard]] bool isElsewhere() const;
    void remember(const domain::Id &id, const QString &service);
    void tellLookAlike(const QString &service);
    void complete(const domain::Id &id, const Partenaire &from);
    [[nodiscard]] std::optional<domain::Id> known(const Partenaire &partenaire) const;

    ImportJob &m_job;
    ServiceNames m_names;
    QString m_rank;
    QMultiHash<QString, domain::Id> m_known; // by folded name
    QHash<QString, QString> m_alike;         // the first name of each key of m_names
    QSet<domain::Id> m_ofFile;
    std::optional<domain::Id> m_above; // the partner of the row above
    int m_aboveLine = 0;
    int m_added = 0;
    int m_completed = 0;
    int m_same = 0;
};

void Partners::readConvention(Partenaire &partenaire)
{
    const QString said = m_job.rows.text(u"convention"_s).simplified();
    const QString dated = m_job.rows.text(u"conventionLe"_s).simplified();
    const Convention read = imports::readConvention(said, dated);
    partenaire.convention = read.signee;
    partenaire.conventionLe = read.le;
    if (!read.pending.isEmpty()) { // « En cours » is no, and how far it is: nothing of it is lost
        partenaire.avancement = withPending(partenaire.avancement, read.pending);
        m_job.draft.remark(m_job.rows.line(),
                           u"convention « %1 » : notée « Non », et « %1 » ajouté à l’avancement"_s.arg(said.left(40)));
        return;
    }
    if (!said.isEmpty() && !partenaire.convention)
        m_job.draft.remark(m_job.rows.line(),
                           u"convention : « %1 » n’a pas été reconnu ; à préciser"_s.arg(said.left(40)));
    if (!dated.isEmpty() && !partenaire.conventionLe.isValid())
        m_job.draft.remark(m_job.rows.line(), u"« %1 » n’est pas une date ; laissée de côté"_s.arg(dated.left(40)));
}

std::optional<Partenaire> Partners::read()
{
    Partenaire partenaire;
    const QString name = m_job.rows.text(u"service"_s).simplified();
    if (name.isEmpty() || isFormula(name)) {
        m_job.draft.remark(m_job.rows.line(), name.isEmpty()
                                                  ? u"pas de nom de service ; ligne laissée de côté"_s
                                                  : u"une formule tient lieu de nom ; ligne laissée de côté"_s);
        return std::nullopt;
    }
    partenaire.service = name;
    partenaire.representant = m_job.plain(u"representant"_s);
    partenaire.localisation = m_job.plain(u"localisation"_s);
    partenaire.avancement = m_job.plain(u"avancement"_s);
    readConvention(partenaire);
    const QString governs = m_job.rows.text(u"gouvernance"_s);
    partenaire.gouvernance = readAnswer(governs);
    if (!governs.isEmpty() && !partenaire.gouvernance)
        m_job.draft.remark(m_job.rows.line(),
                           u"gouvernance : « %1 » n’a pas été reconnu ; à préciser"_s.arg(governs.left(40)));
    return partenaire;
}

// A row without a name that has a place or an answer of its own is of a partner that nobody named, not of the one
// above.
bool Partners::isElsewhere() const
{
    const Partenaire &above = *m_job.draft.after.partenaires.find(*m_above);
    const auto differs = [this](const QString &field, const QString &there) {
        const QString here = m_job.plain(field);
        return !here.isEmpty() && base::fold(here) != base::fold(there);
    };
    return differs(u"localisation"_s, above.localisation) || differs(u"avancement"_s, above.avancement);
}

// A row right under a partner, without a name or with one merged with its own: somebody else of the same place.
bool Partners::takeSecond()
{
    const QString somebody = m_job.plain(u"representant"_s);
    const bool merged = m_job.rows.isSpread(u"service"_s);
    const bool unnamed = m_job.rows.text(u"service"_s).isEmpty() && m_aboveLine + 1 == m_job.rows.line();
    if (!m_above || somebody.isEmpty() || (!merged && (!unnamed || isElsewhere())))
        return false;
    m_aboveLine = m_job.rows.line();
    Partenaire &partner = *m_job.draft.after.partenaires.find(*m_above);
    if (base::fold(partner.representant).contains(base::fold(somebody)))
        return true;
    const auto rank = partner.representant.isEmpty() ? 1 : partner.representant.count(u';') + 2;
    partner.representant = withRepresentative(partner.representant, somebody);
    m_job.draft.remark(m_job.rows.line(),
                       (merged ? u"cellule fusionnée : « %1 » est noté %2 représentant de « %3 »"_s
                               : u"pas de nom de service : « %1 » est noté %2 représentant de « %3 » ; à vérifier"_s)
                           .arg(somebody.left(60), rank > 1 ? u"%1e"_s.arg(rank) : u"1er"_s, partner.service.left(60)));
    return true;
}

std::optional<domain::Id> Partners::known(const Partenaire &partenaire) const
{
    for (const domain::Id &id : m_known.values(base::fold(partenaire.service)))
        if (isSamePartner(*m_job.draft.after.partenaires.find(id), partenaire))
            return id;
    return std::nullopt;
}

void Partners::remember(const domain::Id &id, const QString &service)
{
    m_known.insert(base::fold(service), id);
    if (const QString key = m_names.key(service); !m_alike.contains(key))
        m_alike.insert(key, service);
}

// The same name said otherwise: nobody but a reader knows whether they are one, so both stay.
void Partners::tellLookAlike(const QString &service)
{
    const QString other = m_alike.value(m_names.key(service));
    if (!other.isEmpty() && base::fold(other) != base::fold(service))
        m_job.draft.remark(m_job.rows.line(), u"« %1 » ressemble à « %2 » ; les deux sont gardés, à vérifier"_s.arg(
                                                  service.left(60), other.left(60)));
}

void Partners::complete(const domain::Id &id, const Partenaire &from)
{
    Partenaire &into = *m_job.draft.after.partenaires.find(id);
    const Completion completion = completeRecord(*domain::table(u"partenaire"_s), &into, &from, u"service"_s);
    completion.changed ? ++m_completed : ++m_same;
    tellCompletion(m_job, completion, into.service, m_ofFile.contains(id));
}

void Partners::take()
{
    if (takeSecond())
        return;
    m_above.reset();
    auto partenaire = read();
    if (!partenaire)
        return;
    m_aboveLine = m_job.rows.line();
    if (const auto there = known(*partenaire)) {
        m_above = *there;
        complete(*there, *partenaire);
        m_ofFile.insert(*there);
        return;
    }
    tellLookAlike(partenaire->service);
    m_rank = domain::rankBetween(m_rank, {});
    partenaire->rang = m_rank;
    const QString key = base::fold(partenaire->service) + u'|' + base::fold(partenaire->localisation);
    domain::Id id = domain::Id::fromKey(u"partenaire:"_s + key);
    if (m_job.draft.after.partenaires.find(id))
        id = domain::Id::fromKey(u"partenaire:"_s + key + u'|' + m_rank);
    m_job.draft.after.partenaires.insert(id, *partenaire);
    remember(id, partenaire->service);
    m_ofFile.insert(id);
    m_above = id;
    ++m_added;
}

base::Result<void> Partners::report() const
{
    if (m_added + m_completed + m_same == 0)
        return nothingFound(m_job, u"aucun partenaire n’y a été lu"_s);
    m_job.draft.summary(u"%1, %2, %3 sans changement"_s.arg(
        base::frenchCount(m_added, u"nouveau partenaire"_s, u"nouveaux partenaires"_s),
        base::frenchCount(m_completed, u"complété"_s, u"complétés"_s), base::frenchNumber(qint64(m_same))));
    return {};
}

base::Result<void> run(ImportJob &job)
{
    Partners partners(job);
    while (job.rows.next())
        partners.take();
    return partners.report();
}

} // namespace

Runner partenairesRunner()
{
    Layout layout;
    layout.official = false;
    layout.rows = 10'000;
    return {profileOf(), layout, run};
}

} // namespace imports
