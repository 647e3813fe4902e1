// Bringing back together two copies of one project that were edited apart, field by field.
#pragma once

#include "domain/changes.h"

namespace domain
{

// One disagreement. The merged project holds `mine`; nothing of `theirs` is lost, it is here to be chosen.
struct MergeConflict {
    enum class Type {
        BothChanged,     // the same field, two new values
        RemovedByTheirs, // they removed a record that I edited or refer to: kept
        RemovedByMine,   // I removed a record that they edited or refer to: kept, with their edits
    };
    Type type = Type::BothChanged;
    FieldAddress at; // field empty for the Removed types
    Value base;
    Value mine;
    Value theirs;
};

struct MergeResult {
    Projet merged;
    std::vector<MergeConflict> conflicts;
    ChangeList fromTheirs; // what merging brings to `mine`: merged = applyChanges(mine, fromTheirs)
};

// Three-way merge: fields changed on one side only are taken, lists of references are merged as sets, identical
// changes are no conflict, a record removed on one side and edited on the other is kept and told.
[[nodiscard]] MergeResult merge(const Projet &base, const Projet &mine, const Projet &theirs);
// The change that settles a conflict the other way (theirs instead of mine), against the merged project.
[[nodiscard]] ChangeList takeTheirs(const Projet &merged, const MergeConflict &conflict);

} // namespace domain
