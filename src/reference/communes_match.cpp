// Recognition of the names of communes in files written by others: exact and alone, or candidates, never a guess.
#include "reference/communes_data.h"
#include "reference/name_key.h"

#include <algorithm>
#include <QRegularExpression>

namespace reference
{

using namespace Qt::Literals::StringLiterals;

namespace
{

using Data = Communes::Data;
constexpr size_t mostCandidates = 6;

// What the text of a cell says once taken apart.
struct Asked {
    std::string key;     // as name_key.h
    std::string article; // typed before or after the name; empty when none
    std::string postal;  // 5 digits, from the cell or the hints
    std::string departement;
};

std::string departementOfPostal(const std::string &postal)
{
    if (postal.starts_with("97") || postal.starts_with("98"))
        return postal.substr(0, 3);
    if (postal.starts_with("20")) // 200 and 201 are Corse-du-Sud, 202 and 206 Haute-Corse
        return postal[2] == '0' || postal[2] == '1' ? "2A" : "2B";
    return postal.substr(0, 2);
}

// "garde la" -> "garde", article "la"; also "le garde" whatever the order.
std::string takeArticles(const std::string &folded, std::string &article)
{
    const Bare leading = withoutArticle(folded);
    std::string name(leading.rest);
    article = leading.article;
    for (const std::string_view trailing : {"le", "la", "les", "l"}) {
        std::string ending(1, ' ');
        ending += trailing;
        if (!article.empty() || name.size() <= ending.size() || !name.ends_with(ending))
            continue;
        name.resize(name.size() - ending.size());
        article = trailing;
    }
    return name;
}

Asked parse(const QString &name, const NameHints &hints)
{
    static const QRegularExpression cedex(u"\\bcedex(\\s+\\d{1,2})?\\b"_s, QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression postal(u"\\b\\d{5}\\b"_s);
    static const QRegularExpression onRiver(u"(?<=[\\s-])s\\s*/\\s*"_s, QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression below(u"(?<=[\\s-])s\\s*/\\s*s\\b|(?<=[\\s-])ss(?=[\\s-])"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    Asked asked;
    QString rest = name;
    rest.remove(cedex);
    const auto inCell = postal.match(rest);
    const auto beside = postal.match(hints.codePostal.simplified().remove(u' '));
    asked.postal = (beside.hasMatch() ? beside : inCell).captured().toStdString();
    rest.remove(postal);
    rest.replace(below, u" sous "_s).replace(onRiver, u" sur "_s);
    asked.departement = hints.departement.trimmed().toUpper().toStdString();
    asked.key = takeArticles(expandWords(foldUtf8(rest.toStdString())), asked.article);
    return asked;
}

// "marseille 3e", "paris 01", "lyon 3eme arrondissement" -> "marseille 3e arrondissement", the name of the reference.
std::string arrondissementKey(const std::string &key)
{
    static const QRegularExpression form(
        u"^(paris|lyon|marseille) 0?([1-9][0-9]?) ?(?:er?|eme|nd|nde)?(?: (?:arr|ardt|arrdt|arrondissement))?$"_s);
    const auto match = form.match(QString::fromStdString(key));
    if (!match.hasMatch())
        return {};
    const QString number = match.captured(2);
    const QString ordinal = number == u"1" ? u"1er"_s : number + u'e';
    return u"%1 %2 arrondissement"_s.arg(match.captured(1), ordinal).toStdString();
}

class Matcher
{
public:
    Matcher(const Data &data, Asked asked) : m_data(data), m_asked(std::move(asked)) {}

    NameMatch run();

private:
    using Rows = std::vector<const Data::CommuneRow *>;
    [[nodiscard]] std::vector<size_t> named(const std::string &key, const Data::Range &range) const;
    [[nodiscard]] Rows communesNamed(const std::string &key) const;
    [[nodiscard]] bool sameArticle(const Data::CommuneRow &row) const;
    [[nodiscard]] bool hasPostal(const Data::CommuneRow &row) const;
    [[nodiscard]] bool agrees(const Data::CommuneRow &row) const;
    [[nodiscard]] std::string hintedDepartement() const;
    [[nodiscard]] NameMatch answer(NameMatch::Outcome outcome, const Rows &rows) const;
    [[nodiscard]] std::optional<NameMatch> former() const;
    [[nodiscard]] Rows arrondissementsByPostal(const Data::CommuneRow &city) const;
    [[nodiscard]] Rows nearest() const;
    // Communes where the row says, whose name holds the one asked: "Château-Arnoux-Saint-Auban" for "St Auban".
    [[nodiscard]] Rows holdingName() const;

    const Data &m_data;
    Asked m_asked;
};

std::vector<size_t> Matcher::named(const std::string &key, const Data::Range &range) const
{
    std::vector<size_t> entries;
    if (range.first == range.last)
        return entries;
    std::string pattern(1, '\n');
    pattern += key;
    pattern += '\n';
    const std::string_view keys = m_data.keys(range);
    for (size_t at = keys.find(pattern); at != std::string_view::npos; at = keys.find(pattern, at + 1))
        entries.push_back(m_data.entryAt(m_data.starts[range.first] + at));
    return entries;
}

Matcher::Rows Matcher::communesNamed(const std::string &key) const
{
    Rows rows;
    for (const size_t entry : named(key, m_data.communeRange()))
        rows.push_back(&m_data.communes[entry]);
    return rows;
}

bool Matcher::sameArticle(const Data::CommuneRow &row) const
{
    const std::string folded = foldUtf8(row.nom);
    return withoutArticle(folded).article == m_asked.article;
}

bool Matcher::hasPostal(const Data::CommuneRow &row) const
{
    return !m_asked.postal.empty() && row.postaux.find(m_asked.postal) != std::string_view::npos;
}

std::string Matcher::hintedDepartement() const
{
    if (!m_asked.departement.empty())
        return m_asked.departement;
    return m_asked.postal.empty() ? std::string() : departementOfPostal(m_asked.postal);
}

// False when what is known beside the name says another place. A CEDEX only tells the département.
bool Matcher::agrees(const Data::CommuneRow &row) const
{
    if (!m_asked.departement.empty() && row.departement != m_asked.departement)
        return false;
    return m_asked.postal.empty() || hasPostal(row) || row.departement == departementOfPostal(m_asked.postal);
}

NameMatch Matcher::answer(NameMatch::Outcome outcome, const Rows &rows) const
{
    NameMatch match;
    match.outcome = outcome;
    for (const Data::CommuneRow *row : rows)
        match.communes.push_back(m_data.record(*row));
    return match;
}

std::optional<NameMatch> Matcher::former() const
{
    std::vector<const Data::FormerRow *> rows;
    for (const size_t entry : named(m_asked.key, m_data.formerRange())) {
        const Data::FormerRow &row = m_data.formerOf(entry);
        if (agrees(*m_data.commune(row.becomes)))
            rows.push_back(&row);
    }
    if (rows.empty())
        return {};
    Rows today;
    for (const Data::FormerRow *row : rows)
        if (const auto *commune = m_data.commune(row->becomes);
            std::find(today.begin(), today.end(), commune) == today.end())
            today.push_back(commune);
    if (today.size() > 1)
        return answer(NameMatch::Outcome::Ambiguous, today);
    NameMatch match = answer(NameMatch::Outcome::Former, today);
    match.former = m_data.successor(*rows.front());
    return match;
}

// "Marseille" with 13008 may mean the 8e arrondissement or the whole city with a first postal code.
Matcher::Rows Matcher::arrondissementsByPostal(const Data::CommuneRow &city) const
{
    Rows rows;
    for (const Data::CommuneRow &row : m_data.communes)
        if (row.mere == city.code && hasPostal(row))
            rows.push_back(&row);
    return rows;
}

Matcher::Rows Matcher::nearest() const
{
    if (m_asked.key.size() < 3)
        return {};
    const int limit = m_asked.key.size() < 6 ? 1 : m_asked.key.size() < 12 ? 2 : 3;
    const std::string departement = hintedDepartement();
    std::vector<std::tuple<bool, int, int, const Data::CommuneRow *>> ranked;
    for (size_t i = 0; i < m_data.communes.size(); ++i) {
        const Data::CommuneRow &row = m_data.communes[i];
        const std::string_view key = m_data.key(i);
        const bool longer =
            key.starts_with(m_asked.key) && key.size() > m_asked.key.size() && key[m_asked.key.size()] == ' ';
        const int distance = longer ? limit : editDistance(m_asked.key, key, limit);
        if (distance <= limit && row.mere.empty())
            ranked.emplace_back(!departement.empty() && row.departement != departement, distance, -row.population,
                                &row);
    }
    const size_t kept = std::min(ranked.size(), mostCandidates);
    std::partial_sort(ranked.begin(), ranked.begin() + std::ptrdiff_t(kept), ranked.end());
    Rows rows;
    for (size_t i = 0; i < kept; ++i)
        rows.push_back(std::get<3>(ranked[i]));
    return rows;
}

Matcher::Rows Matcher::holdingName() const
{
    Rows rows;
    if (m_asked.key.size() < 3 || hintedDepartement().empty())
        return rows;
    const std::string wanted = ' ' + m_asked.key + ' ';
    for (size_t i = 0; i < m_data.communes.size() && rows.size() < mostCandidates; ++i) {
        const Data::CommuneRow &row = m_data.communes[i];
        const std::string words = ' ' + std::string(m_data.key(i)) + ' ';
        if (row.mere.empty() && agrees(row) && words.find(wanted) != std::string::npos)
            rows.push_back(&row);
    }
    return rows;
}

NameMatch Matcher::run()
{
    using Outcome = NameMatch::Outcome;
    if (m_asked.key.empty())
        return {};
    if (const std::string key = arrondissementKey(m_asked.key); !key.empty())
        if (const Rows rows = communesNamed(key); rows.size() == 1)
            return answer(agrees(*rows.front()) ? Outcome::Exact : Outcome::Ambiguous, rows);
    const Rows all = communesNamed(m_asked.key);
    Rows rows = all;
    std::erase_if(rows, [this](const auto *row) { return !agrees(*row); });
    if (rows.empty()) {
        if (auto old = former())
            return *old;
        if (!all.empty()) {
            Rows choices = holdingName();
            choices.insert(choices.end(), all.begin(), all.end());
            choices.resize(std::min(choices.size(), mostCandidates));
            return answer(Outcome::Ambiguous, choices);
        }
        const Rows near = nearest();
        return answer(near.empty() ? Outcome::Unknown : Outcome::Near, near);
    }
    const auto narrow = [&rows](auto keep) {
        Rows kept;
        std::copy_if(rows.begin(), rows.end(), std::back_inserter(kept), keep);
        if (!kept.empty())
            rows = kept;
    };
    if (rows.size() > 1)
        narrow([this](const auto *row) { return hasPostal(*row); });
    if (rows.size() > 1 && !m_asked.article.empty())
        narrow([this](const auto *row) { return sameArticle(*row); });
    if (rows.size() == 1) {
        Rows parts = arrondissementsByPostal(*rows.front());
        if (!parts.empty()) {
            parts.push_back(rows.front());
            return answer(Outcome::Ambiguous, parts);
        }
    }
    return answer(rows.size() == 1 ? Outcome::Exact : Outcome::Ambiguous, rows);
}

} // namespace

NameMatch Communes::matchName(const QString &name, const NameHints &hints) const
{
    return Matcher(*m_data, parse(name, hints)).run();
}

} // namespace reference
