// What one .cpts file holds: a project, its identity and the steps that led to it.
#pragma once

#include "domain/changes.h"

#include <QDateTime>

namespace store
{

using base::Id;

// One recorded edit. Rows of one group are one undo step; undone rows are the last ones, waiting for a redo.
struct JournalRow {
    qint64 sequence = 0;
    QString uid; // the same row in every copy of the project: tells where two copies parted
    qint64 group = 0;
    QString label;
    QDateTime at;
    domain::ChangeList changes;
    bool undone = false;
};
using Journal = std::vector<JournalRow>;

struct Contents {
    Id project;
    domain::Projet projet;
    Journal journal;             // oldest first, cut to the last steps
    QString publishedBy;         // login and computer, empty in a file never published
    QDateTime publishedAt;       //
    std::optional<int> complete; // percentage, as the criteria last said
    bool salvaged = false;       // made from a damaged file
    std::optional<Id> copy;      // the working copy this was published from, if it is known
};

// What a list of projects shows without reading them.
struct Resume {
    Id project;
    QString name;
    QString trame;
    QString phase; // code
    qint64 communes = 0;
    QString departements; // "04, 05", from the commune codes
    std::optional<qint64> population;
    std::optional<int> complete;
    QDate createdOn;
    QDateTime publishedAt;
    QString publishedBy;
    bool salvaged = false;
};

[[nodiscard]] Resume resumeOf(const Contents &contents);

// A text of at most this many characters fits in a field; about 200 pages.
inline constexpr qsizetype maximumText = 500'000;
// Line breaks as \n, without control characters nor halves of characters, which no document could hold, nor a byte
// order mark at the start.
[[nodiscard]] QString cleanText(const QString &text);
// The same in every value of a list; changes that then change nothing are left out.
[[nodiscard]] domain::ChangeList cleaned(const domain::ChangeList &changes);
// The bytes that go with a project: those of its pieces, and of the pieces its steps may bring back as long as these
// are not heavy (16 MB, the latest first).
[[nodiscard]] domain::Contenus keptContenus(const Contents &contents);
// applyChanges, all or none, that also refuses texts too long and references to records that are not there.
[[nodiscard]] base::Result<void> applyChecked(domain::Projet &projet, const domain::ChangeList &changes);

// SHA-256 of the facts alone, whatever the file's layout, hexadecimal.
[[nodiscard]] QByteArray factsHash(const Contents &contents);
// The same with the journal: two files with this hash in common hold the same.
[[nodiscard]] QByteArray logicalHash(const Contents &contents);

} // namespace store
