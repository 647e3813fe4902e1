// Which profile a file is for, by the titles of its tables.
#include "imports/draft.h"

#include <algorithm>

namespace imports
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr qsizetype mostTables = 12;
constexpr int headRows = 20;

using Head = std::vector<QStringList>;

base::Result<std::vector<Head>> headsOf(const Tables &tables, const Watch &watch)
{
    std::vector<Head> heads;
    for (qsizetype table = 0; table < std::min(tables.names().size(), mostTables); ++table) {
        auto source = tables.rows(table, Watch{watch.cancelled, {}});
        if (!source)
            return source.error();
        Head head;
        while (head.size() < headRows && source.value()->next()) {
            QStringList cells;
            for (size_t column = 0; column < source.value()->cells().size(); ++column)
                cells.push_back(plainCell(source.value()->text(column)).simplified());
            head.push_back(std::move(cells));
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

// How many columns the best row of titles has for that profile; 0 when it can't be read so.
size_t known(const Runner &runner, const std::vector<Head> &heads)
{
    size_t most = 0;
    for (const Head &head : heads)
        for (const QStringList &cells : head) {
            if (!runner.layout.fixedMark.isEmpty() && cells.value(0) == runner.layout.fixedMark)
                return runner.layout.fixed.size();
            const ColumnMapping mapping = guessMapping(cells, runner.profile);
            if (mapping.size() >= size_t(runner.layout.titlesKnown) && holdsRequired(runner.profile, mapping))
                most = std::max(most, mapping.size());
        }
    return most;
}

} // namespace

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
            ++count;
        if (count > most || (count == most && count > 0 && runner.layout.official)) {
            most = count;
            best = runner.profile.code;
        }
    }
    return best;
}

} // namespace imports
