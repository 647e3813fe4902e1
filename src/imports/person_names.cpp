#include "imports/person_names.h"

#include "base/text.h"
#include "imports/cell_values.h"

#include <algorithm>
#include <QRegularExpression>

namespace imports
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr int fewest = 2; // cells before their content says more than the title

int columnOf(const ColumnMapping &mapping, const QString &field)
{
    const auto found =
        std::find_if(mapping.begin(), mapping.end(), [&field](const auto &each) { return each.second == field; });
    return found == mapping.end() ? -1 : found->first;
}

bool holdsLetters(const QString &text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.isLetter(); });
}

// Two words or more, once « Dr » is taken off.
bool isWholeName(const QString &cell)
{
    const QString name = withoutCivility(cell);
    return name.contains(u' ') && std::none_of(name.begin(), name.end(), [](QChar c) { return c.isDigit(); });
}

// Neither an answer, nor a date, nor a figure.
bool maybeName(const QString &cell)
{
    return holdsLetters(cell) && !readAnswer(cell) && !readDate(cell).isValid();
}

struct Share {
    int filled = 0;
    int suiting = 0;
    [[nodiscard]] bool most() const { return suiting * 2 > filled; }
};

template <class Suits>
Share shareOf(const std::vector<QStringList> &rows, int column, Suits suits)
{
    Share share;
    for (const QStringList &row : rows)
        if (const QString cell = row.value(column).simplified(); !cell.isEmpty()) {
            ++share.filled;
            share.suiting += suits(cell) ? 1 : 0;
        }
    return share;
}

} // namespace

QString withoutCivility(const QString &text)
{
    static const QRegularExpression civility(
        u"^(dre?|docteure?( en (pharmacie|medecine|médecine))?|pharm\\.?d?|pr|professeure?|m|mr|mme|mlle|monsieur|"
        "madame|mademoiselle)(\\.\\s*|\\s+)(?=\\S)"_s,
        QRegularExpression::CaseInsensitiveOption);
    QString name = text.simplified();
    while (civility.match(name).hasMatch())
        name.remove(civility);
    return name;
}

std::pair<QString, QString> splitName(const QString &text, bool firstNameFirst)
{
    const QString name = withoutCivility(text);
    if (name.contains(u','))
        return {name.section(u',', 0, 0).trimmed(), name.section(u',', 1).trimmed()};
    QStringList capitals;
    QStringList others;
    QStringList words = name.split(u' ', Qt::SkipEmptyParts);
    for (const QString &word : words)
        (word.size() > 1 && word == word.toUpper() ? capitals : others).push_back(word);
    if (!capitals.isEmpty() && !others.isEmpty())
        return {capitals.join(u' '), others.join(u' ')};
    if (words.size() < 2)
        return {name, {}};
    const QString one = firstNameFirst ? words.takeFirst() : words.takeLast();
    return {words.join(u' '), one};
}

bool isFirstNameFirst(const QString &title)
{
    const QString folded = base::fold(title);
    return folded.startsWith("prenom"_L1) || folded == "nom complet"_L1 || folded == "qui"_L1;
}

bool namesSeveral(const QString &cell)
{
    // A mark without spaces may stand inside one name.
    static const QRegularExpression between(u"\\s+(?:et|[&+/])\\s+|;\\s+|\\n+"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    int people = 0;
    for (const QString &part : cell.split(between, Qt::SkipEmptyParts))
        people += holdsLetters(part) ? 1 : 0;
    return people > 1;
}

QString withCapitals(const QString &name)
{
    static const QStringList small{u"de"_s, u"du"_s, u"des"_s, u"d"_s, u"la"_s, u"le"_s, u"les"_s, u"et"_s};
    // With a figure or a mark in it, it is no name to be mended.
    static const QRegularExpression letters(u"^[\\p{L}\\p{M} .'’-]+$"_s);
    if (name != name.toLower() || !letters.match(name).hasMatch())
        return name;
    QString written = name;
    for (qsizetype from = 0; from < written.size();) {
        qsizetype end = from;
        while (end < written.size() && written[end].isLetter())
            ++end;
        if (end > from && !small.contains(written.mid(from, end - from)))
            written[from] = written[from].toUpper();
        from = end + 1;
    }
    return written;
}

domain::Answer readMembership(const QString &cell)
{
    const QString folded = base::fold(cell) + u' ';
    if (const domain::Answer read = readAnswer(cell); read || isFormula(cell))
        return read;
    const auto begins = [&folded](const QStringList &words) {
        return std::any_of(words.begin(), words.end(),
                           [&folded](const QString &word) { return folded.startsWith(word + u' '); });
    };
    if (begins({u"non"_s}))
        return false;
    if (readDate(cell).isValid() || begins({u"oui"_s, u"membre"_s, u"adherent"_s, u"adherente"_s}))
        return true;
    return std::nullopt;
}

void settleNameColumns(ColumnMapping &mapping, const std::vector<QStringList> &rows)
{
    const int first = columnOf(mapping, u"prenom"_s);
    const int member = columnOf(mapping, u"membre"_s);
    if (member >= 0 && columnOf(mapping, u"nom"_s) < 0 && columnOf(mapping, u"nomComplet"_s) < 0) {
        const Share names = shareOf(rows, member, maybeName);
        if (names.filled > 0 && names.most())
            mapping[member] = u"nomComplet"_s;
    }
    const int whole = columnOf(mapping, u"nomComplet"_s);
    const int name = columnOf(mapping, u"nom"_s);
    if (whole >= 0 && name >= 0) // two columns of names: the one that says « Nom », or the one that is filled
        mapping.erase(shareOf(rows, name, holdsLetters).suiting > 0 || rows.empty() ? whole : name);
    else if (whole >= 0 && first >= 0 && !shareOf(rows, whole, isWholeName).most())
        mapping[whole] = u"nom"_s;
    if (const int left = columnOf(mapping, u"nom"_s); left >= 0 && first < 0) {
        const Share names = shareOf(rows, left, isWholeName);
        if (names.suiting >= fewest && names.most())
            mapping[left] = u"nomComplet"_s;
    }
}

QString columnsFault(const Profile &profile, const ColumnMapping &mapping)
{
    if (profile.code != "personnes"_L1 || columnOf(mapping, u"nom"_s) < 0 || columnOf(mapping, u"nomComplet"_s) < 0)
        return {};
    return u"Deux colonnes de noms sont choisies : gardez-en une et mettez l’autre sur « Ignorer »."_s;
}

} // namespace imports
