// The list of the CPTS of a region, one line per CPTS and commune: tells which communes already have theirs, and keeps
// the CPTS around. The territory itself stays: there is one CPTS per territory, and people settle it.
#include "base/text.h"
#include "domain/rank.h"
#include "imports/commune_matching.h"
#include "imports/draft.h"
#include "imports/territory.h"

#include <algorithm>
#include <set>

namespace imports
{

using namespace Qt::Literals::StringLiterals;

namespace
{

using Outcome = reference::NameMatch::Outcome;

Profile profileOf()
{
    return {
        u"listing-cpts"_s,
        u"Communes déjà dans une autre CPTS"_s,
        u"Compare le territoire à la liste des CPTS de la région : il n’y a qu’une CPTS par territoire. Les CPTS "
        u"voisines sont notées, vos communes ne changent pas."_s,
        u"ARS, liste des CPTS de la région et de leurs communes (classeur, une ligne par CPTS et par commune)."_s,
        {{u"cpts"_s, u"Nom de la CPTS"_s, u"nom( de la)? cpts|cpts|nom|intitule( de la)? cpts|denomination.*"_s, true},
         {u"commune"_s, u"Commune"_s, u"territoires?( de la)?( cpts)?|communes?.*|nom( de la)? commune"_s, true},
         {u"departement"_s, u"Département"_s, u"dpt|dept?|departement|code departement|dep"_s, false}}};
}

class Listing
{
public:
    Listing(ImportJob &job, const Territory &territory) : m_job(job), m_territory(territory)
    {
        for (const QString &name : {job.projet.identite.nom, job.projet.structure.nom})
            if (const QString folded = bare(name); !folded.isEmpty())
                m_own.push_back(folded);
        for (const QString &code : territory.codes())
            if (const auto commune = territory.reference().find(code)) {
                m_around.insert(commune->departement);
                m_around.insert(commune->epci);
                if (commune->estArrondissement())
                    m_cities.insert(commune->communeMere);
            }
        m_around.erase(QString());
    }

    void take();
    base::Result<void> report() const;

private:
    // A name without "CPTS", as people write it or not.
    static QString bare(const QString &name)
    {
        QStringList words = base::fold(name).split(u' ', Qt::SkipEmptyParts);
        words.removeAll(u"cpts"_s);
        return words.join(u' ');
    }
    void takeCommune(const QString &cpts, const QString &text, const QString &departement, bool whole);
    [[nodiscard]] const reference::NameMatch &matched(const QString &text, const QString &departement);
    void found(const QString &cpts, const reference::Commune &commune);
    [[nodiscard]] bool settled(const QString &cpts, const QString &text);
    void unknown(const QString &cpts, const QString &text, const reference::NameMatch &match);
    void keepNeighbours() const;
    [[nodiscard]] QString nearest(const reference::NameMatch &match) const;

    ImportJob &m_job;
    const Territory &m_territory;
    QStringList m_own;
    std::set<QString> m_cities; // of which the territory has arrondissements
    std::set<QString> m_around; // départements and EPCI of the territory
    std::set<QString> m_cpts;
    std::map<QString, QStringList> m_communes; // by CPTS, the codes that were recognised
    std::set<QString> m_neighbours;            // of those that touch the départements or EPCI of the territory
    std::map<std::pair<QString, QString>, reference::NameMatch> m_matches; // a name comes back for each CPTS around it
    std::map<QString, std::set<QString>> m_taken;                          // by CPTS, names of communes
    int m_rows = 0;
    int m_recognised = 0;
};

void Listing::found(const QString &cpts, const reference::Commune &commune)
{
    ++m_recognised;
    m_communes[cpts].push_back(commune.code);
    if (m_around.contains(commune.departement) || m_around.contains(commune.epci))
        m_neighbours.insert(cpts);
    const QString record = m_territory.recordOf(commune.code);
    if (!record.isEmpty() && m_taken[cpts].insert(commune.nom).second)
        m_job.draft.remark(m_job.rows.line(),
                           u"%1 (%2) est déjà dans la CPTS « %3 »"_s.arg(commune.nom, commune.code, cpts));
    else if (record.isEmpty() && m_cities.contains(commune.code))
        m_job.draft.remark(
            m_job.rows.line(),
            u"%1 figure pour la CPTS « %2 » sans arrondissement : vérifiez lesquels"_s.arg(commune.nom, cpts));
}

QString Listing::nearest(const reference::NameMatch &match) const
{
    QStringList names;
    for (const auto &commune : match.communes)
        names.push_back(u"%1 (%2)"_s.arg(commune.nom, commune.code));
    return names.isEmpty() ? QString() : u" ; proches : "_s + names.mid(0, 5).join(u", "_s);
}

const reference::NameMatch &Listing::matched(const QString &text, const QString &departement)
{
    const auto key = std::pair(text, departement);
    const auto known = m_matches.find(key);
    if (known != m_matches.end())
        return known->second;
    return m_matches.emplace(key, m_territory.reference().matchName(text, {departement, {}})).first->second;
}

void Listing::takeCommune(const QString &cpts, const QString &text, const QString &departement, bool whole)
{
    if (settled(cpts, text))
        return;
    const auto &match = matched(text, departement);
    if (match.outcome == Outcome::Exact || match.outcome == Outcome::Former) {
        for (const auto &commune : match.communes)
            found(cpts, commune);
        return;
    }
    if (whole && text.contains(u',')) { // several on a line, or a comma that should not be there
        for (const QString &part : text.split(u',', Qt::SkipEmptyParts))
            takeCommune(cpts, part.trimmed(), departement, false);
        return;
    }
    const bool near = std::any_of(match.communes.begin(), match.communes.end(),
                                  [this](const auto &commune) { return m_territory.holds(commune.code); });
    if (near || departement == m_territory.departement())
        unknown(cpts, text, match);
}

// A name that a person has settled.
bool Listing::settled(const QString &cpts, const QString &text)
{
    const auto chosen = m_job.options.communes.find(text);
    if (chosen == m_job.options.communes.end())
        return false;
    if (const auto commune = m_territory.reference().find(chosen->second))
        found(cpts, *commune);
    return true;
}

void Listing::unknown(const QString &cpts, const QString &text, const reference::NameMatch &match)
{
    std::vector<CommuneCandidate> candidates;
    for (const auto &commune : match.communes)
        candidates.push_back(candidate(commune, m_territory.reference()));
    m_job.draft.unknownCommune(text, candidates);
    m_job.draft.unmatched(
        u"ligne %1, « %2 » (CPTS « %3 »)%4"_s.arg(m_job.rows.line()).arg(text.left(60), cpts, nearest(match)));
}

// The CPTS around, each once, as the project keeps them: by name, whatever an earlier list said of their communes.
void Listing::keepNeighbours() const
{
    auto &voisines = m_job.draft.after.voisines;
    for (const QString &cpts : m_neighbours) {
        domain::Id id = domain::Id::fromKey(u"voisine:"_s + bare(cpts));
        for (const auto &[each, voisine] : voisines)
            if (bare(voisine.nom) == bare(cpts))
                id = each;
        domain::CptsVoisine *known = voisines.find(id);
        if (!known) {
            const QString rank = domain::rankBetween(Draft::lastRank(voisines), {});
            known = &voisines.insert(id);
            known->rang = rank;
            known->nom = cpts;
        }
        known->communes = domain::listeDe(m_communes.at(cpts));
        known->source = u"ARS, liste des CPTS"_s;
        known->annee = m_job.year({m_job.rows.table()});
    }
}

void Listing::take()
{
    const QString cpts = m_job.rows.text(u"cpts"_s).simplified();
    const QString commune = m_job.rows.text(u"commune"_s).simplified();
    if (cpts.isEmpty() || commune.isEmpty())
        return;
    ++m_rows;
    m_cpts.insert(cpts);
    if (m_own.contains(bare(cpts)))
        return;
    QString departement = m_job.rows.text(u"departement"_s).section(u' ', 0, 0);
    if (departement.size() == 1)
        departement.prepend(u'0');
    takeCommune(cpts, commune, departement, true);
}

base::Result<void> Listing::report() const
{
    if (m_rows == 0)
        return nothingFound(m_job, u"aucune ligne n’y donne une CPTS et une commune"_s);
    if (m_recognised == 0 && m_rows > 3)
        return nothingFound(m_job, u"aucune commune n’y a été reconnue"_s);
    m_job.draft.summary(u"%1 et %2 lues"_s.arg(base::frenchCount(qint64(m_cpts.size()), u"CPTS"_s, u"CPTS"_s),
                                               base::frenchCount(m_rows, u"ligne"_s, u"lignes"_s)));
    keepNeighbours();
    bool any = false;
    for (const auto &[cpts, communes] : m_taken) {
        if (communes.empty())
            continue;
        any = true;
        m_job.draft.summary(
            u"CPTS « %1 » : %2"_s.arg(cpts, base::frenchList(QStringList(communes.begin(), communes.end()))));
    }
    if (!any)
        m_job.draft.summary(u"Aucune commune du projet n’est dans une autre CPTS, d’après ce fichier"_s);
    return {};
}

base::Result<void> run(ImportJob &job)
{
    const Territory territory(job.projet, job.reference.communes());
    if (territory.empty())
        return noTerritory();
    Listing listing(job, territory);
    while (job.rows.next())
        listing.take();
    return listing.report();
}

} // namespace

Runner listingRunner()
{
    Layout layout;
    layout.preferred = u"listing|cpts|commune"_s;
    layout.rows = 50'000;
    return {profileOf(), layout, run};
}

} // namespace imports
