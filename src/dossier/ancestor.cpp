#include "dossier/ancestor.h"

#include "store/working_copy.h"

#include <numeric>
#include <QHash>
#include <QSet>

namespace dossier
{

using store::Contents;
using store::Journal;

namespace
{

// How many applied rows there are: undone ones come last.
size_t applied(const Journal &journal)
{
    const auto end =
        std::find_if(journal.begin(), journal.end(), [](const store::JournalRow &row) { return row.undone; });
    return static_cast<size_t>(end - journal.begin());
}

qint64 lastSequence(const Journal &journal)
{
    return std::accumulate(journal.begin(), journal.end(), qint64(0),
                           [](qint64 last, const auto &row) { return std::max(last, row.sequence); });
}

// The value after the first `keep` applied rows.
std::optional<domain::Projet> stateAfter(const Contents &contents, size_t keep)
{
    domain::Projet projet = contents.projet;
    for (size_t at = applied(contents.journal); at > keep; --at)
        if (!store::applyChecked(projet, domain::invert(contents.journal[at - 1].changes)))
            return std::nullopt;
    return projet;
}

// How many of mine to keep so that the last one kept is also applied in theirs; and the same on their side.
std::pair<size_t, size_t> lastShared(const Journal &mine, const Journal &theirs)
{
    QHash<QString, size_t> places;
    for (size_t at = 0; at < applied(theirs); ++at)
        places.insert(theirs[at].uid, at + 1);
    for (size_t at = applied(mine); at > 0; --at)
        if (const size_t place = places.value(mine[at - 1].uid, 0))
            return {at, place};
    return {0, 0};
}

} // namespace

std::optional<domain::Projet> commonAncestor(const Contents &mine, const Contents &theirs)
{
    const auto [mineKept, theirsKept] = lastShared(mine.journal, theirs.journal);
    auto fromMine = stateAfter(mine, mineKept);
    const auto fromTheirs = stateAfter(theirs, theirsKept);
    if (!fromMine || !fromTheirs || !domain::diff(*fromMine, *fromTheirs).empty())
        return std::nullopt;
    return fromMine;
}

bool isBehind(const Contents &theirs, const Contents &mine)
{
    if (theirs.project != mine.project)
        return false;
    // Published from this very working copy: no other hand wrote it, one of the two is only later. A step undone and
    // then typed over has left one of them for good.
    if (theirs.copy && theirs.copy == mine.copy)
        return lastSequence(theirs.journal) <= lastSequence(mine.journal);
    QSet<QString> done;
    for (size_t at = 0; at < applied(mine.journal); ++at)
        done.insert(mine.journal[at].uid);
    const bool undoneThere = std::any_of(theirs.journal.begin(), theirs.journal.end(),
                                         [&done](const auto &row) { return row.undone && done.contains(row.uid); });
    const auto ancestor = undoneThere ? std::nullopt : commonAncestor(mine, theirs);
    return ancestor && domain::diff(*ancestor, theirs.projet).empty();
}

domain::Projet lastPublished(const QString &copyFolder, const Contents &mine, const Contents &theirs,
                             store::FileOperations &files)
{
    const auto base = store::fromBytes(store::notes::base(copyFolder, files));
    if (base && base.value().contents.project == mine.project)
        return base.value().contents.projet;
    return commonAncestor(mine, theirs).value_or(domain::Projet());
}

} // namespace dossier
