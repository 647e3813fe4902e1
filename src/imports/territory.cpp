#include "imports/territory.h"

#include <algorithm>

namespace imports
{

using namespace Qt::Literals::StringLiterals;

namespace
{

// Share of the communes of a département that a file must hold to stand for it.
constexpr double whole = 0.95;

QString mostInhabited(const std::map<QString, qint64> &inhabitants)
{
    const auto most = std::max_element(inhabitants.begin(), inhabitants.end(),
                                       [](const auto &a, const auto &b) { return a.second < b.second; });
    return most == inhabitants.end() ? QString() : most->first;
}

// Every commune of a département: its codes are those of its number that exist.
QStringList communesOf(const QString &departement, const reference::Communes &communes)
{
    QStringList codes;
    const int digits = departement.size() == 3 ? 2 : 3;
    for (int number = 1; number < (digits == 2 ? 100 : 1000); ++number) {
        const QString code = departement + u"%1"_s.arg(number, digits, 10, QChar(u'0'));
        if (const auto commune = communes.find(code); commune && !commune->estArrondissement())
            codes.push_back(code);
    }
    return codes;
}

} // namespace

Territory::Territory(const domain::Projet &projet, const reference::Communes &communes) : m_communes(communes)
{
    std::map<QString, qint64> byDepartement;
    for (const auto &[id, commune] : projet.communes) {
        if (commune.code.isEmpty())
            continue;
        m_codes.push_back(commune.code);
        m_records.insert(commune.code, commune.code);
        const auto known = communes.find(commune.code);
        if (known)
            byDepartement[known->departement] += 1 + commune.population.value_or(known->population.value_or(0));
        for (const QString &each : communes.arrondissements(commune.code))
            m_records.insert(each, commune.code);
        if (known && known->estArrondissement() && known->codesPostaux.size() == 1)
            m_postal.insert(known->codesPostaux.front(), commune.code);
    }
    m_departement = mostInhabited(byDepartement);
    for (const auto &departement : communes.departements())
        if (departement.code == m_departement)
            m_region = departement.region;
}

QString Territory::recordOf(const QString &insee) const
{
    const auto known = m_records.constFind(insee);
    if (known != m_records.constEnd())
        return *known;
    const auto today = m_communes.find(insee) ? std::nullopt : m_communes.successor(insee);
    return today ? m_records.value(today->code) : QString();
}

QString Territory::recordOfPostal(const QString &postal) const
{
    return m_postal.value(postal);
}

bool Comparison::add(const QString &insee, const Figures &figures)
{
    if (m_seen.contains(insee))
        return false;
    m_seen.insert(insee, true);
    const reference::Communes &communes = m_territory.reference();
    const auto today = communes.find(insee) ? std::nullopt : communes.successor(insee);
    const QString code = today ? today->code : insee;
    const auto known = communes.find(code);
    if (!known)
        return true;
    if (known->estArrondissement())
        ++m_parts[known->communeMere];
    Figures &total = m_rows[code];
    total.resize(m_figures, 0);
    for (size_t i = 0; i < m_figures; ++i)
        total[i] += figures[i];
    return true;
}

// The commune itself, or all its arrondissements when the file has only those.
bool Comparison::addTo(Figures &total, const QString &code) const
{
    const auto row = m_rows.find(code);
    if (row != m_rows.end()) {
        for (size_t i = 0; i < m_figures; ++i)
            total[i] += row->second[i];
        return true;
    }
    const auto met = m_parts.constFind(code);
    if (met == m_parts.constEnd())
        return false;
    const QStringList parts = m_territory.reference().arrondissements(code);
    if (parts.size() != *met)
        return false;
    for (const QString &part : parts)
        addTo(total, part);
    return true;
}

std::optional<Comparison::Figures> Comparison::sum(const QStringList &codes, double share) const
{
    Figures total(m_figures, 0);
    qsizetype found = 0;
    for (const QString &code : codes)
        found += addTo(total, code) ? 1 : 0;
    if (found == 0 || double(found) < share * double(codes.size()))
        return std::nullopt;
    return total;
}

std::optional<Comparison::Figures> Comparison::territoire() const
{
    return sum(m_territory.codes(), 0);
}

std::optional<Comparison::Figures> Comparison::departement() const
{
    return sum(communesOf(m_territory.departement(), m_territory.reference()), whole);
}

std::optional<Comparison::Figures> Comparison::region() const
{
    QStringList codes;
    for (const auto &departement : m_territory.reference().departements())
        if (departement.region == m_territory.region())
            codes += communesOf(departement.code, m_territory.reference());
    return sum(codes, whole);
}

std::optional<Comparison::Figures> Comparison::france() const
{
    QStringList codes;
    for (const auto &departement : m_territory.reference().departements())
        codes += communesOf(departement.code, m_territory.reference());
    return sum(codes, whole);
}

QStringList Comparison::missing() const
{
    QStringList codes;
    for (const QString &code : m_territory.codes()) {
        Figures ignored(m_figures, 0);
        if (!addTo(ignored, code))
            codes.push_back(code);
    }
    return codes;
}

} // namespace imports
