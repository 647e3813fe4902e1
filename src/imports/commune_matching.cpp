#include "imports/commune_matching.h"

#include "base/text.h"
#include "reference/name_key.h"

#include <algorithm>
#include <QRegularExpression>

namespace imports
{

using namespace Qt::Literals::StringLiterals;
using Outcome = CommuneLine::Outcome;
using Found = reference::NameMatch::Outcome;

namespace
{

constexpr int mostHits = 60; // one postal code is shared by 46 communes at most

bool sameName(const QString &a, const QString &b)
{
    return reference::nameKey(a.toStdString()) == reference::nameKey(b.toStdString());
}

// Begins as the names of EPCI do.
bool announcesEpci(const QString &text)
{
    static const QRegularExpression form(u"^(cc|ca|cu|communaute|metropole|epci|agglomeration|pays) "_s);
    return form.match(base::fold(text)).hasMatch();
}

class Matcher
{
public:
    Matcher(const CommuneEntry &entry, const reference::Communes &communes, const QStringList &departements)
        : m_entry(entry), m_communes(communes), m_departements(departements)
    {
    }

    CommuneLine run()
    {
        m_line.line = m_entry.line;
        m_line.text = m_entry.asWritten();
        if (!m_entry.insee.isEmpty())
            byInsee();
        else if (!m_entry.nom.isEmpty())
            byName();
        else if (!m_entry.postal.isEmpty())
            byPostal();
        else
            byEpci(m_entry.epci);
        return std::move(m_line);
    }

private:
    void matched(const reference::Commune &commune)
    {
        m_line.outcome = Outcome::Matched;
        m_line.codes = {commune.code};
    }
    void toChoose(const std::vector<reference::Commune> &choices, const QString &reason)
    {
        m_line.outcome = Outcome::ToChoose;
        for (const reference::Commune &each : choices)
            m_line.candidates.push_back(candidate(each, m_communes));
        m_line.reason = reason;
    }
    void unmatched(const QString &reason)
    {
        m_line.outcome = Outcome::Unmatched;
        m_line.reason = reason;
    }
    void byInsee();
    void byName();
    void byPostal();
    // False, and unmatched, when the text is neither the name nor the number of an EPCI, nor begins like one.
    bool byEpci(const QString &text);
    [[nodiscard]] bool nameContradicts(const reference::Commune &commune) const;
    [[nodiscard]] std::vector<reference::Epci> epciNamed(const QString &text) const;
    // Homonyms, or a single commune of that name which is not where the row says.
    [[nodiscard]] QString whyAmbiguous(const QString &name, const std::vector<reference::Commune> &found) const;
    // Of a name whose entry says nothing of its place, by the départements of the territory. True when it is settled.
    bool nearTerritory(const QString &name, reference::NameMatch &match);
    // The name without "(04)", which becomes the département.
    [[nodiscard]] QString bareName(QString &departement) const;

    const CommuneEntry &m_entry;
    const reference::Communes &m_communes;
    const QStringList &m_departements;
    CommuneLine m_line;
};

// True when the row has a name, and it is neither that of the commune nor one it ever bore.
bool Matcher::nameContradicts(const reference::Commune &commune) const
{
    if (m_entry.nom.isEmpty() || sameName(m_entry.nom, commune.nom))
        return false;
    const auto match = m_communes.matchName(m_entry.nom, {commune.departement, {}});
    return std::none_of(match.communes.begin(), match.communes.end(), [&commune](const reference::Commune &each) {
        return each.code == commune.code || each.communeMere == commune.code || commune.communeMere == each.code;
    });
}

void Matcher::byInsee()
{
    if (const auto commune = m_communes.find(m_entry.insee)) {
        if (!nameContradicts(*commune)) {
            matched(*commune);
            return;
        }
        std::vector<reference::Commune> choices{*commune};
        const auto byName = m_communes.matchName(m_entry.nom, {{}, m_entry.postal});
        choices.insert(choices.end(), byName.communes.begin(), byName.communes.end());
        toChoose(choices, u"le code est celui de « %1 », le nom en est un autre"_s.arg(commune->nom));
        return;
    }
    if (const auto successor = m_communes.successor(m_entry.insee)) {
        const auto today = m_communes.find(successor->code);
        toChoose(today ? std::vector{*today} : std::vector<reference::Commune>(),
                 u"« %1 » %2"_s.arg(successor->ancienNom.isEmpty() ? m_entry.insee : successor->ancienNom,
                                    successor->phrase()));
        return;
    }
    if (!m_entry.nom.isEmpty()) {
        byName();
        return;
    }
    unmatched(u"aucune commune ne porte ce code Insee"_s);
}

QString Matcher::bareName(QString &departement) const
{
    static const QRegularExpression parentheses(u"\\(\\s*(\\d{2,3}|2[ABab]|\\p{L}[^()]*)\\s*\\)\\s*$"_s);
    const auto match = parentheses.match(m_entry.nom);
    if (!match.hasMatch())
        return m_entry.nom;
    const QString inside = match.captured(1).toUpper();
    QString code = m_communes.departement(inside) ? inside : QString();
    for (const reference::Departement &each : m_communes.departements())
        if (code.isEmpty() && base::fold(each.nom) == base::fold(inside))
            code = each.code;
    if (code.isEmpty())
        return m_entry.nom; // "Garde (La)"
    departement = code;
    return m_entry.nom.left(match.capturedStart()).trimmed();
}

QString Matcher::whyAmbiguous(const QString &name, const std::vector<reference::Commune> &found) const
{
    std::vector<reference::Commune> homonyms;
    bool arrondissements = false;
    for (const reference::Commune &each : found) {
        arrondissements = arrondissements || !each.communeMere.isEmpty();
        if (sameName(each.nom, name))
            homonyms.push_back(each);
    }
    const auto &named = arrondissements || homonyms.empty() ? found : homonyms;
    if (named.size() > 1)
        return u"plusieurs communes portent ce nom"_s;
    const reference::Commune &commune = named.front();
    const auto departement = m_communes.departement(commune.departement);
    return u"« %1 » est ailleurs que le lieu indiqué : %2"_s.arg(commune.nom,
                                                                 departement ? departement->nom : commune.departement);
}

bool Matcher::nearTerritory(const QString &name, reference::NameMatch &match)
{
    std::vector<reference::NameMatch> near;
    std::vector<reference::Commune> exact;
    for (const QString &departement : m_departements) {
        near.push_back(m_communes.matchName(name, {departement, {}}));
        if (near.back().outcome == Found::Exact)
            exact.push_back(near.back().communes.front());
    }
    if (match.outcome == Found::Exact) {
        const reference::Commune &only = match.communes.front();
        if (m_departements.contains(only.departement))
            return false;
        const auto departement = m_communes.departement(only.departement);
        toChoose({only}, u"la seule commune de ce nom est dans un autre département que le territoire : %1"_s.arg(
                             departement ? departement->nom : only.departement));
        return true;
    }
    if (exact.size() == 1 && match.outcome == Found::Ambiguous) {
        toChoose(match.communes,
                 u"homonyme : celle du département %1, comme le territoire et le reste de la liste"_s.arg(
                     exact.front().departement));
        matched(exact.front());
        return true;
    }
    if (near.size() == 1 && (near.front().outcome == Found::Exact || match.outcome != Found::Ambiguous))
        match = near.front();
    return false;
}

void Matcher::byName()
{
    QString departement = m_entry.departement;
    const QString name = bareName(departement);
    const bool silent = departement.isEmpty() && m_entry.postal.isEmpty();
    auto match = m_communes.matchName(name, {departement, m_entry.postal});
    if (silent && !m_departements.isEmpty() && nearTerritory(name, match))
        return;
    switch (match.outcome) {
    case Found::Exact:
        matched(match.communes.front());
        return;
    case Found::Ambiguous:
        toChoose(match.communes, whyAmbiguous(name, match.communes));
        return;
    case Found::Former:
        toChoose(match.communes,
                 match.former ? u"« %1 » %2"_s.arg(name, match.former->phrase()) : u"ancienne commune"_s);
        return;
    case Found::Near:
    case Found::Unknown:
        break;
    }
    if (byEpci(name))
        return;
    unmatched(match.communes.empty() ? u"aucune commune ne porte ce nom"_s
                                     : u"aucune commune ne porte ce nom ; les plus proches sont proposées"_s);
    for (const reference::Commune &each : match.communes)
        m_line.candidates.push_back(candidate(each, m_communes));
}

void Matcher::byPostal()
{
    std::vector<reference::Commune> found;
    for (const reference::Hit &hit : m_communes.search(m_entry.postal, mostHits))
        if (const auto commune = m_communes.find(hit.code);
            commune && hit.kind != reference::Hit::Kind::Epci && commune->codesPostaux.contains(m_entry.postal))
            found.push_back(*commune);
    if (found.empty())
        unmatched(u"aucune commune n’a ce code postal"_s);
    else if (found.size() == 1)
        matched(found.front());
    else
        toChoose(found, u"plusieurs communes ont ce code postal"_s);
}

std::vector<reference::Epci> Matcher::epciNamed(const QString &text) const
{
    std::vector<reference::Epci> found;
    for (const reference::Hit &hit : m_communes.search(text, mostHits))
        if (hit.kind == reference::Hit::Kind::Epci)
            found.push_back(*m_communes.epci(hit.code));
    return found;
}

bool Matcher::byEpci(const QString &text)
{
    QString digits = text;
    digits.removeIf([](QChar c) { return c.isSpace(); });
    auto certain = m_communes.epci(digits);
    const auto found = epciNamed(text);
    for (const reference::Epci &each : found)
        if (!certain && sameName(each.nom, text))
            certain = each;
    if (certain) {
        m_line.outcome = Outcome::Matched;
        m_line.codes = certain->membres;
        m_line.reason = u"toutes les communes de « %1 »"_s.arg(certain->nom);
        return true;
    }
    if (found.empty() || !announcesEpci(text)) {
        unmatched(u"aucune intercommunalité ne porte ce nom ou ce numéro"_s);
        return false;
    }
    m_line.outcome = Outcome::ToChoose;
    m_line.reason = u"ce nom d’intercommunalité n’est pas exact"_s;
    for (const reference::Epci &each : found)
        m_line.candidates.push_back(candidate(each));
    return true;
}

} // namespace

CommuneCandidate candidate(const reference::Commune &commune, const reference::Communes &communes)
{
    const auto departement = communes.departement(commune.departement);
    QStringList place{commune.codesPostaux.value(0), departement ? departement->nom : commune.departement};
    place.removeAll(QString()); // islands without inhabitants have no postal code
    return {commune.code, u"%1 (%2)"_s.arg(commune.nom, place.join(u", "_s))};
}

CommuneCandidate candidate(const reference::Epci &epci)
{
    return {epci.siren,
            u"%1 (%2)"_s.arg(epci.nom, base::frenchCount(epci.membres.size(), u"commune"_s, u"communes"_s))};
}

CommuneLine matchEntry(const CommuneEntry &entry, const reference::Communes &communes, const QStringList &departements)
{
    return Matcher(entry, communes, departements).run();
}

} // namespace imports
