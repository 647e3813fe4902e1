// Ranked search over the index of names, and by postal code, Insee code and SIREN.
#include "base/text.h"
#include "reference/communes_data.h"
#include "reference/name_key.h"

#include <algorithm>
#include <tuple>

namespace reference
{

using namespace Qt::Literals::StringLiterals;

namespace
{

using Data = Communes::Data;

// From best to worst; hits are sorted by it first.
enum Tier : int { WholeName, NameStart, WordStart, Inside, WordsAnywhere };

struct Found {
    int tier = 0;
    size_t entry = 0;
    Hit::Reason reason = Hit::Reason::Nom;
};

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isCode(std::string_view text)
{
    if (text.size() == 5 && text[0] == '2' && (text[1] == 'a' || text[1] == 'b'))
        return std::all_of(text.begin() + 2, text.end(), isDigit);
    return !text.empty() && std::all_of(text.begin(), text.end(), isDigit);
}

std::string upper(std::string_view code)
{
    std::string text(code);
    for (char &c : text)
        c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    return text;
}

std::vector<std::string_view> words(std::string_view text)
{
    std::vector<std::string_view> list;
    for (size_t at = 0; at < text.size();) {
        const size_t end = std::min(text.find(' ', at), text.size());
        if (end > at)
            list.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return list;
}

// "st" alone, or at the end, is "saint" or the start of "Strasbourg": both keys are tried.
std::vector<std::string> keysOf(const std::string &folded)
{
    const std::string expanded = expandWords(folded);
    std::vector<std::string> keys{std::string(withoutArticle(expanded).rest)};
    const auto last = words(folded);
    if (!last.empty() && (last.back() == "st" || last.back() == "ste")) {
        const std::string start = expandWords(std::string_view(folded).substr(0, folded.size() - last.back().size()));
        keys.emplace_back(withoutArticle(start + std::string(last.back())).rest);
    }
    return keys;
}

class Search
{
public:
    Search(const Data &data, std::string departements) : m_data(data), m_departements(std::move(departements)) {}

    std::vector<Hit> run(const std::string &folded, size_t limit);

private:
    void byName(const std::string &key, const Data::Range &range, std::vector<Found> &found) const;
    void byWords(const std::string &key, const Data::Range &range, std::vector<Found> &found) const;
    [[nodiscard]] std::vector<Found> names(const std::string &folded, const Data::Range &range) const;
    [[nodiscard]] std::vector<Found> codes(const std::string &code) const;
    [[nodiscard]] bool keepNameAndNumber(const std::string &folded, std::vector<Found> &found) const;
    [[nodiscard]] bool matchesNumber(const Data::CommuneRow &row, std::string_view number) const;
    [[nodiscard]] int distance(std::string_view departement) const;
    void sortAndCut(std::vector<Found> &found, size_t limit) const;
    void addFormers(const std::string &folded, size_t limit, std::vector<Hit> &hits) const;
    [[nodiscard]] std::vector<Hit> toHits(const std::vector<Found> &found) const;
    [[nodiscard]] Hit toHit(const Found &found) const;
    [[nodiscard]] Hit communeHit(const Data::CommuneRow &row) const;

    const Data &m_data;
    std::string m_departements; // "04", or "04,05 06 13": those before the comma are nearer
};

void Search::byName(const std::string &key, const Data::Range &range, std::vector<Found> &found) const
{
    if (key.empty() || range.first == range.last)
        return;
    const std::string_view keys = m_data.keys(range);
    const size_t offset = m_data.starts[range.first];
    // Too many names hold one or two given letters: then only starts of names, or of words, are looked for.
    std::string pattern(key.size() == 1 ? 1 : 0, '\n');
    pattern += key;
    const size_t skipped = pattern.size() - key.size();
    size_t entry = range.first;
    for (size_t at = keys.find(pattern); at != std::string_view::npos; at = keys.find(pattern, at + 1)) {
        const size_t start = at + skipped;
        const char before = keys[start - 1];
        const char after = keys[start + key.size()];
        const bool whole = before == '\n' && after == '\n';
        // "paris 1" starts the name of the first arrondissement: the tenth to the nineteenth come after it.
        const bool otherNumber = isDigit(key.back()) && isDigit(after);
        const int tier = whole                             ? WholeName
                         : before == '\n' && !otherNumber  ? NameStart
                         : before == '\n' || before == ' ' ? WordStart
                                                           : Inside;
        if (tier == Inside && key.size() < 3)
            continue;
        while (m_data.starts[entry + 1] <= offset + start)
            ++entry;
        if (!found.empty() && found.back().entry == entry)
            found.back().tier = std::min(found.back().tier, tier);
        else
            found.push_back({tier, entry, Hit::Reason::Nom});
    }
}

// Names where every word of the query starts some word; the longest word leads.
void Search::byWords(const std::string &key, const Data::Range &range, std::vector<Found> &found) const
{
    const auto wanted = words(key);
    if (wanted.size() < 2)
        return;
    const auto longest =
        std::max_element(wanted.begin(), wanted.end(), [](auto a, auto b) { return a.size() < b.size(); });
    std::vector<Found> leads;
    byName(std::string(*longest), range, leads);
    for (const Found &lead : leads) {
        const auto present = words(m_data.key(lead.entry));
        const bool all = std::all_of(wanted.begin(), wanted.end(), [&present](std::string_view word) {
            return std::any_of(present.begin(), present.end(), [word](auto other) { return other.starts_with(word); });
        });
        if (all)
            found.push_back({WordsAnywhere, lead.entry, Hit::Reason::Nom});
    }
}

std::vector<Found> Search::names(const std::string &folded, const Data::Range &range) const
{
    std::vector<Found> found;
    const std::vector<std::string> keys = keysOf(folded);
    std::vector<bool> seen(keys.size() > 1 ? range.last : 0);
    for (const std::string &key : keys) {
        std::vector<Found> more;
        byName(key, range, more);
        if (more.empty())
            byWords(key, range, more);
        for (const Found &each : more) {
            if (!seen.empty() && seen[each.entry])
                continue;
            if (!seen.empty())
                seen[each.entry] = true;
            found.push_back(each);
        }
    }
    return found;
}

// Arrondissements before their city, which has the same postal codes and many more.
std::vector<Found> Search::codes(const std::string &code) const
{
    std::vector<Found> found;
    for (size_t i = 0; i < m_data.communes.size(); ++i) {
        const Data::CommuneRow &row = m_data.communes[i];
        if (row.code == code) {
            found.push_back({NameStart, i, Hit::Reason::CodeInsee});
            continue;
        }
        for (size_t at = 0; at < row.postaux.size(); at += 6) {
            if (!row.postaux.substr(at, 5).starts_with(code))
                continue;
            found.push_back({code.size() == 5 && row.mere.empty() ? NameStart : WholeName, i, Hit::Reason::CodePostal});
            break;
        }
    }
    for (size_t i = 0; i < m_data.epci.size(); ++i)
        if (m_data.epci[i].code == code)
            found.push_back({WholeName, m_data.communes.size() + i, Hit::Reason::CodeInsee});
    return found;
}

bool Search::matchesNumber(const Data::CommuneRow &row, std::string_view number) const
{
    if (row.departement == number || row.code == number)
        return true;
    for (size_t at = 0; at < row.postaux.size(); at += 6)
        if (row.postaux.substr(at, 5).starts_with(number))
            return true;
    return false;
}

// "04120 Castellane", "Saint-Martin 05", "Aubagne 13400 cedex": the name, kept where the number agrees.
bool Search::keepNameAndNumber(const std::string &folded, std::vector<Found> &found) const
{
    std::string name;
    std::string number;
    for (const std::string_view word : words(folded)) {
        if (number.empty() && word.size() >= 2 && (isCode(word) || word == "2a" || word == "2b"))
            number = upper(word);
        else if (word != "cedex")
            name.append(name.empty() ? 0 : 1, ' ').append(word);
    }
    if (name.empty())
        return false;
    found = names(name, m_data.communeRange());
    if (number.empty())
        return !found.empty();
    std::erase_if(found, [&](const Found &each) { return !matchesNumber(m_data.communes[each.entry], number); });
    return !found.empty();
}

int Search::distance(std::string_view departement) const
{
    const size_t comma = m_departements.find(',');
    size_t at = departement.empty() ? std::string::npos : m_departements.find(departement);
    while (at != std::string::npos && at > 0 && m_departements[at - 1] != ' ' && m_departements[at - 1] != ',')
        at = m_departements.find(departement, at + 1); // 71 is not in 971
    return at == std::string::npos ? 2 : at > comma ? 1 : 0;
}

void Search::sortAndCut(std::vector<Found> &found, size_t limit) const
{
    const auto rank = [this](const Found &each) {
        const bool isCommune = each.entry < m_data.communes.size();
        const Data::EpciRow *group = isCommune ? nullptr : &m_data.epci[each.entry - m_data.communes.size()];
        const Data::CommuneRow *row = isCommune ? &m_data.communes[each.entry] : nullptr;
        const int far = distance(row ? row->departement : group->departement);
        return std::tuple(each.tier, !isCommune, far, -(row ? qint64(row->population) : group->population), each.entry);
    };
    const size_t kept = std::min(found.size(), limit);
    std::partial_sort(found.begin(), found.begin() + std::ptrdiff_t(kept), found.end(),
                      [&rank](const Found &a, const Found &b) { return rank(a) < rank(b); });
    found.resize(kept);
}

// The communes of today that hold a former commune of that name.
void Search::addFormers(const std::string &folded, size_t limit, std::vector<Hit> &hits) const
{
    for (const Found &each : names(folded, m_data.formerRange())) {
        if (hits.size() >= limit || each.tier > NameStart)
            continue;
        const Data::FormerRow &former = m_data.formerOf(each.entry);
        const QString today = toText(former.becomes);
        if (std::any_of(hits.begin(), hits.end(), [&today](const Hit &hit) { return hit.code == today; }))
            continue;
        Hit hit = communeHit(*m_data.commune(former.becomes));
        hit.reason = Hit::Reason::AncienneCommune;
        hit.precision = u"avec l’ancienne commune « %1 », %2"_s.arg(toText(former.nom), hit.precision);
        hits.push_back(hit);
    }
}

Hit Search::communeHit(const Data::CommuneRow &row) const
{
    Hit hit;
    hit.kind = row.mere.empty() ? Hit::Kind::Commune : Hit::Kind::Arrondissement;
    hit.code = toText(row.code);
    hit.nom = toText(row.nom);
    const QString place = toText(m_data.departementRow(row.departement)->nom);
    const QStringList postal = toText(row.postaux).split(u' ', Qt::SkipEmptyParts);
    hit.precision = postal.isEmpty()     ? place
                    : postal.size() == 1 ? u"%1, %2"_s.arg(postal.first(), place)
                                         : u"%1 et autres, %2"_s.arg(postal.first(), place);
    return hit;
}

Hit Search::toHit(const Found &found) const
{
    Hit hit;
    if (found.entry < m_data.communes.size()) {
        hit = communeHit(m_data.communes[found.entry]);
    } else {
        const Data::EpciRow &group = m_data.epci[found.entry - m_data.communes.size()];
        hit.kind = Hit::Kind::Epci;
        hit.code = toText(group.code);
        hit.nom = toText(group.nom);
        hit.precision = u"%1, %2"_s.arg(base::frenchCount(group.membres, u"commune"_s, u"communes"_s),
                                        base::frenchCount(group.population, u"habitant"_s, u"habitants"_s));
    }
    hit.reason = found.reason;
    return hit;
}

std::vector<Hit> Search::toHits(const std::vector<Found> &found) const
{
    std::vector<Hit> hits;
    hits.reserve(found.size());
    for (const Found &each : found)
        hits.push_back(toHit(each));
    return hits;
}

std::vector<Hit> Search::run(const std::string &folded, size_t limit)
{
    std::string joined;
    std::copy_if(folded.begin(), folded.end(), std::back_inserter(joined), [](char c) { return c != ' '; });
    if (isCode(joined)) {
        const std::string code = upper(joined);
        std::vector<Found> found = codes(code);
        sortAndCut(found, limit);
        std::vector<Hit> hits = toHits(found);
        const auto *former = rowOf(m_data.formers, code);
        if (former && !m_data.commune(code) && hits.size() < limit) {
            hits.push_back(communeHit(*m_data.commune(former->becomes)));
            hits.back().reason = Hit::Reason::AncienneCommune;
        }
        return hits;
    }
    std::vector<Found> communes = names(folded, m_data.communeRange());
    std::vector<Found> groups = names(folded, m_data.epciRange());
    if (communes.empty() && groups.empty() && !keepNameAndNumber(folded, communes))
        communes.clear();
    sortAndCut(groups, limit);
    // Places are kept only for EPCI that bear the word, not for those that hold a few of its letters.
    const auto bearing =
        std::count_if(groups.begin(), groups.end(), [](const Found &g) { return g.tier <= WordStart; });
    const size_t reserved = std::min(static_cast<size_t>(bearing), std::max<size_t>(limit / 5, 1));
    sortAndCut(communes, std::max(limit - std::min(limit, reserved), size_t(1)));
    communes.insert(communes.end(), groups.begin(), groups.end());
    sortAndCut(communes, limit);
    std::vector<Hit> hits = toHits(communes);
    if (hits.size() < limit)
        addFormers(folded, limit, hits);
    return hits;
}

} // namespace

std::vector<Hit> Communes::search(const QString &query, int limit, const QString &departement) const
{
    const std::string folded = foldUtf8(query.toStdString());
    if (folded.empty() || limit <= 0)
        return {};
    return Search(*m_data, departement.toStdString()).run(folded, static_cast<size_t>(limit));
}

} // namespace reference
