#include "imports/communes.h"

#include "base/text.h"
#include "imports/cell_values.h"
#include "imports/commune_facts.h"
#include "imports/commune_matching.h"

#include <algorithm>
#include <map>

namespace imports
{

using namespace Qt::Literals::StringLiterals;
using Outcome = CommuneLine::Outcome;

namespace
{

// A territory has a few hundred communes at most: more is the list of a whole region, taken by mistake.
constexpr size_t mostLines = 5000;
constexpr qsizetype aboveList = 100; // titles and notes, in a sheet

bool isTitle(const QString &cell)
{
    return roleOfTitle(cell) != ColumnRole::Ignored;
}

// Where the territory is: the départements of the project, and those of at least one commune in three, lines that are
// certain counted. Empty when too little is known.
QStringList departementsOf(const std::vector<CommuneLine> &lines, const reference::Communes &communes,
                           const domain::Projet &projet)
{
    std::map<QString, int> counts;
    QStringList found;
    int total = 0;
    const auto add = [&](const QString &code) {
        const auto commune = communes.find(code);
        if (!commune)
            return QString();
        ++counts[commune->departement];
        ++total;
        return commune->departement;
    };
    for (const auto &[id, commune] : projet.communes)
        if (const QString departement = add(commune.code); !departement.isEmpty() && !found.contains(departement))
            found << departement;
    for (const CommuneLine &line : lines)
        if (line.outcome == Outcome::Matched)
            for (const QString &code : line.codes)
                add(code);
    for (const auto &[departement, count] : counts)
        if (count * 3 >= total && !found.contains(departement))
            found << departement;
    return total > 1 ? found : QStringList();
}

// The year that the title of the zoning column carries: "Zonage 2022".
domain::Number yearOfTitles(const QStringList &header)
{
    for (const QString &title : header)
        if (const ColumnRole role = roleOfTitle(title); role == ColumnRole::Zonage)
            if (const auto year = readYear(title))
                return year;
    return std::nullopt;
}

class Proposer
{
public:
    Proposer(const DelimitedTable &table, const reference::Communes &communes, const domain::Projet &projet,
             FilePopulation population)
        : m_table(table), m_communes(communes), m_projet(projet), m_population(population)
    {
    }

    base::Result<CommuneProposal> run();

private:
    void leaveTotals(std::vector<CommuneEntry> &entries);
    void match(const std::vector<CommuneEntry> &entries);
    void readFacts(const CommuneEntry &entry, CommuneLine &line);
    void comparePopulation(const CommuneEntry &entry, const CommuneLine &line);
    void tellDuplicates();
    void remark(int line, const QString &sentence) { m_proposal.remarks.push_back({line, sentence}); }

    const DelimitedTable &m_table;
    const reference::Communes &m_communes;
    const domain::Projet &m_projet;
    FilePopulation m_population;
    domain::Number m_titleYear;
    CommuneProposal m_proposal;
};

void Proposer::leaveTotals(std::vector<CommuneEntry> &entries)
{
    std::erase_if(entries, [this](const CommuneEntry &entry) {
        const bool total = isTotalWord(entry.nom);
        if (total)
            remark(entry.line, u"c’est une ligne de total ; elle a été laissée de côté"_s);
        return total;
    });
}

void Proposer::match(const std::vector<CommuneEntry> &entries)
{
    auto &lines = m_proposal.lines;
    for (const CommuneEntry &entry : entries)
        lines.push_back(matchEntry(entry, m_communes));
    const QStringList departements = departementsOf(lines, m_communes, m_projet);
    for (size_t i = 0; i < lines.size(); ++i) {
        if (!departements.isEmpty())
            lines[i] = matchEntry(entries[i], m_communes, departements);
        readFacts(entries[i], lines[i]);
    }
}

void Proposer::readFacts(const CommuneEntry &entry, CommuneLine &line)
{
    line.codePostal = entry.postal;
    line.zonage = readZonage(entry.zonage);
    if (!entry.zonage.isEmpty() && !line.zonage)
        remark(line.line, u"zonage non reconnu : « %1 »"_s.arg(entry.zonage));
    line.zonageAnnee = readYear(entry.zonageAnnee);
    if (!entry.zonageAnnee.isEmpty() && !line.zonageAnnee)
        remark(line.line, u"année non reconnue : « %1 »"_s.arg(entry.zonageAnnee));
    if (line.zonage && !line.zonageAnnee)
        line.zonageAnnee = readYear(entry.zonage) ? readYear(entry.zonage) : m_titleYear;
    const QpvAnswer qpv = readQpv(entry.qpv);
    line.sansQpv = qpv.none;
    line.qpv = qpv.names;
    if (m_population == FilePopulation::Compare)
        comparePopulation(entry, line);
}

void Proposer::comparePopulation(const CommuneEntry &entry, const CommuneLine &line)
{
    const auto commune = line.codes.size() == 1 ? m_communes.find(line.codes.front()) : std::nullopt;
    if (entry.population.isEmpty() || !commune)
        return;
    const auto told = readCount(entry.population);
    if (!told)
        remark(line.line, u"population non reconnue : « %1 »"_s.arg(entry.population));
    else if (commune->population && *told != *commune->population)
        remark(line.line, u"%1 : %2 dans la liste, %3 dans la source retenue (%4)"_s.arg(
                              commune->nom, base::frenchCount(*told, u"habitant"_s, u"habitants"_s),
                              base::frenchNumber(qint64(*commune->population)), m_communes.populationSource()));
}

void Proposer::tellDuplicates()
{
    std::map<QString, const CommuneLine *> seen;
    for (const CommuneLine &line : m_proposal.lines) {
        const auto [first, added] = seen.try_emplace(line.codes.value(0), &line);
        if (line.codes.size() != 1 || added)
            continue;
        const bool differs = line.zonage && first->second->zonage && line.zonage != first->second->zonage;
        remark(line.line, u"déjà à la ligne %1%2"_s.arg(first->second->line)
                              .arg(differs ? u", avec un autre zonage ; le premier est retenu"_s : QString()));
    }
}

// The rows of a sheet as the text that would be copied from it, each at its own line.
base::Result<QString> textOf(const Tables &tables, qsizetype table, qsizetype most)
{
    const auto source = tables.rows(table);
    if (!source)
        return source.error();
    QString text;
    int line = 0;
    for (qsizetype count = 0; count < most && source.value()->next(); ++count) {
        QStringList cells;
        for (size_t column = 0; column < source.value()->cells().size(); ++column)
            cells << u'"' + source.value()->text(column).replace(u'"', u"\"\""_s) + u'"';
        for (; line + 1 < source.value()->line(); ++line)
            text += u'\n';
        text += cells.join(u'\t') + u'\n';
        ++line;
    }
    if (source.value()->error())
        return *source.value()->error();
    return text;
}

base::Result<DelimitedTable> readTables(const ImportInput &input)
{
    const auto tables = Tables::open(input);
    if (!tables)
        return tables.error();
    std::optional<DelimitedTable> first;
    for (qsizetype table = 0; table < tables.value().names().size(); ++table) {
        const auto text = textOf(tables.value(), table, qsizetype(mostLines) + aboveList);
        if (!text)
            return text.error();
        if (text.value().isEmpty())
            continue;
        auto read = readDelimited(text.value(), input.what(), isTitle);
        if (!read)
            return read.error();
        const QStringList &titles = read.value().header;
        if (std::any_of(titles.begin(), titles.end(), isTitle))
            return read;
        if (!first)
            first = std::move(read).value();
    }
    if (!first)
        return base::Error{
            base::ErrorCode::Invalid,
            u"%1 ne contient aucune liste. Rien n’a été modifié ; choisissez-en une autre."_s.arg(input.what()),
            {}};
    return *std::move(first);
}

base::Result<CommuneProposal> Proposer::run()
{
    auto entries = communeEntries(m_table, m_communes);
    if (!entries)
        return entries.error();
    m_proposal.remarks = m_table.remarks;
    leaveTotals(entries.value());
    if (entries.value().empty())
        return base::Error{
            base::ErrorCode::Invalid,
            u"Cette liste ne nomme aucune commune. Rien n’a été modifié ; vérifiez que c’est la bonne."_s,
            {}};
    if (entries.value().size() > mostLines)
        return base::Error{
            base::ErrorCode::Invalid,
            u"Cette liste a %1 lignes : c’est plus qu’un territoire (%2 au plus). Rien n’a été modifié ; "
            "gardez les seules communes du projet, puis recommencez."_s.arg(
                base::frenchNumber(qint64(entries.value().size())), base::frenchNumber(qint64(mostLines))),
            {}};
    m_titleYear = yearOfTitles(m_table.header);
    match(entries.value());
    tellDuplicates();
    const QString &millesime = m_projet.identite.millesime;
    if (!millesime.isEmpty() && millesime != m_communes.vintage())
        remark(0, u"le projet a été commencé avec les communes de %1 ; celles de la liste sont de %2"_s.arg(
                      millesime, m_communes.vintage()));
    std::stable_sort(m_proposal.remarks.begin(), m_proposal.remarks.end(),
                     [](const Remark &a, const Remark &b) { return a.line < b.line; });
    return std::move(m_proposal);
}

} // namespace

int CommuneProposal::count(CommuneLine::Outcome outcome) const
{
    return int(std::count_if(lines.begin(), lines.end(),
                             [outcome](const CommuneLine &line) { return line.outcome == outcome; }));
}

base::Result<CommuneProposal> proposeCommunes(const QByteArray &bytes, const QString &what,
                                              const reference::Communes &communes, const domain::Projet &projet,
                                              FilePopulation population)
{
    const auto table = readDelimited(bytes, what, isTitle);
    if (!table)
        return table.error();
    return Proposer(table.value(), communes, projet, population).run();
}

base::Result<CommuneProposal> proposeCommunes(const ImportInput &input, const reference::Communes &communes,
                                              const domain::Projet &projet, FilePopulation population)
{
    if (!input.bytes.startsWith("PK\x03\x04"))
        return proposeCommunes(input.bytes, input.what(), communes, projet, population);
    const auto table = readTables(input);
    if (!table)
        return table.error();
    return Proposer(table.value(), communes, projet, population).run();
}

base::Result<CommuneProposal> proposeCommunes(const QString &pasted, const reference::Communes &communes,
                                              const domain::Projet &projet, FilePopulation population)
{
    const auto table = readDelimited(pasted, u"La liste collée"_s, isTitle);
    if (!table)
        return table.error();
    return Proposer(table.value(), communes, projet, population).run();
}

bool choose(CommuneProposal &proposal, size_t line, const QString &code, const reference::Communes &communes)
{
    if (line < proposal.lines.size() && code.isEmpty()) {
        proposal.lines[line].outcome = Outcome::ToChoose;
        proposal.lines[line].codes.clear();
        return true;
    }
    const auto epci = communes.epci(code);
    if (line >= proposal.lines.size() || (!epci && !communes.find(code)))
        return false;
    proposal.lines[line].outcome = Outcome::Matched;
    proposal.lines[line].codes = epci ? epci->membres : QStringList{code};
    return true;
}

} // namespace imports
