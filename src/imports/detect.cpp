// Which profile a file is for, by the titles of its tables.
#include "base/text.h"
#include "imports/draft.h"

#include <algorithm>

namespace imports
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr qsizetype mostTables = 12;
constexpr int headRows = 20;
constexpr size_t nameCounts = 50; // columns: more than any list has

struct Head {
    QString table;                 // the name of the sheet
    std::vector<QStringList> rows; // the first ones
};

base::Result<std::vector<Head>> headsOf(const Tables &tables, const Watch &watch)
{
    std::vector<Head> heads;
    for (qsizetype table = 0; table < std::min(tables.names().size(), mostTables); ++table) {
        auto source = tables.rows(table, Watch{watch.cancelled, {}});
        if (!source)
            return source.error();
        Head head{tables.names()[table], {}};
        while (head.rows.size() < headRows && source.value()->next()) {
            QStringList cells;
            for (size_t column = 0; column < source.value()->cells().size(); ++column)
                cells.push_back(plainCell(source.value()->text(column)).simplified());
            head.rows.push_back(std::move(cells));
        }
        if (source.value()->error())
            return *source.value()->error();
        heads.push_back(std::move(head));
    }
    return heads;
}

bool holdsRequired(const Profile &profile, const ColumnMapping &mapping)
{
    return std::all_of(profile.fields.begin(), profile.fields.end(), [&mapping](const ImportField &field) {
        return !field.required || std::any_of(mapping.begin(), mapping.end(),
                                              [&field](const auto &each) { return each.second == field.code; });
    });
}

// « Liste partenaires.csv », a sheet « Partenaires 2026 », « Partenaires et institutions » alone above the titles.
bool isNamed(const QString &text, const Profile &profile)
{
    const QString spaced = u' ' + plainName(text) + u' ';
    QStringList names = otherNames(profile.code);
    names << profile.code;
    return std::any_of(names.begin(), names.end(),
                       [&spaced](const QString &name) { return spaced.contains(u' ' + plainName(name) + u' '); });
}

// Once the columns can be read so, what the list calls itself counts more than its columns: partners have telephones.
bool saysItsName(const Runner &runner, const Head &head)
{
    if (runner.layout.official)
        return false;
    return isNamed(head.table, runner.profile) ||
           std::any_of(head.rows.begin(), head.rows.end(), [&runner](const QStringList &cells) {
               return cells.size() - cells.count(QString()) == 1 && isNamed(cells.join(QString()), runner.profile);
           });
}

// How many columns the best row of titles has for that profile; 0 when it can't be read so.
size_t known(const Runner &runner, const std::vector<Head> &heads)
{
    size_t most = 0;
    for (const Head &head : heads) {
        const size_t named = saysItsName(runner, head) ? nameCounts : 0;
        for (const QStringList &cells : head.rows) {
            if (!runner.layout.fixedMark.isEmpty() && cells.value(0) == runner.layout.fixedMark)
                return runner.layout.fixed.size();
            const ColumnMapping mapping = guessMapping(cells, runner.profile);
            if (mapping.size() >= size_t(runner.layout.titlesKnown) && holdsRequired(runner.profile, mapping))
                most = std::max(most, mapping.size() + named);
        }
    }
    return most;
}

// A title that only a list of communes bears.
bool namesCommunes(const QString &title)
{
    static const QStringList words{
        u"insee"_s,    u"code insee"_s,         u"codgeo"_s,      u"code commune"_s,       u"depcom"_s,
        u"code geo"_s, u"code commune insee"_s, u"nom commune"_s, u"code insee commune"_s, u"nom de la commune"_s};
    return words.contains(base::fold(title));
}

// « Nom » and « Lieu » may be titles of communes; nobody gives those a first name or a telephone of their own.
bool holdsPersons(const ColumnMapping &mapping)
{
    return std::any_of(mapping.begin(), mapping.end(), [](const auto &each) {
        return QStringList{u"prenom"_s, u"nomComplet"_s, u"profession"_s, u"email"_s, u"membre"_s}.contains(
            each.second);
    });
}

} // namespace

const Profile *listTakenForCommunes(const ImportInput &input)
{
    const auto code = detectProfile(input);
    if (!code || code.value().isEmpty() || code.value() == u"valeurs-communes")
        return nullptr;
    const auto found = std::find_if(runners().begin(), runners().end(),
                                    [&code](const Runner &runner) { return runner.profile.code == code.value(); });
    if (found == runners().end() || found->layout.official)
        return nullptr;
    const auto tables = Tables::open(input);
    const auto heads = tables ? headsOf(tables.value(), {}) : tables.error();
    if (!heads)
        return nullptr;
    bool persons = found->profile.code != u"personnes";
    for (const Head &head : heads.value())
        for (const QStringList &cells : head.rows) {
            if (std::any_of(cells.begin(), cells.end(), namesCommunes))
                return nullptr;
            persons = persons || holdsPersons(guessMapping(cells, found->profile));
        }
    return persons ? profile(found->profile.code) : nullptr;
}

base::Result<QString> detectProfile(const ImportInput &input, const Watch &watch)
{
    const auto tables = Tables::open(input);
    if (!tables)
        return tables.error();
    const auto heads = headsOf(tables.value(), watch);
    if (!heads)
        return heads.error();
    QString best;
    size_t most = 0;
    for (const Runner &runner : runners()) {
        size_t count = known(runner, heads.value());
        // A name like « cartosante-2024.csv » settles what the titles leave open.
        if (count > 0 && input.name.contains(runner.profile.code, Qt::CaseInsensitive))
            count += runner.layout.official ? 1 : nameCounts;
        if (count > most || (count == most && count > 0 && runner.layout.official)) {
            most = count;
            best = runner.profile.code;
        }
    }
    // A table by commune is CartoSanté's only when its name says so: the source is told to the ARS.
    if (best == u"cartosante" && !base::fold(input.name).contains(best))
        best = u"valeurs-communes"_s;
    return best;
}

} // namespace imports
