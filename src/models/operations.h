// Adding, removing and ranging records, as change lists: one call, one undo step.
#pragma once

#include "domain/changes.h"

namespace models
{

using base::Id;
using domain::Projet;

// Puts change lists one after the other: each is made against the project as the former ones leave it.
class ChangeBuilder
{
public:
    explicit ChangeBuilder(Projet projet) : m_projet(std::move(projet)) {}

    // The project with everything added so far.
    [[nodiscard]] const Projet &projet() const { return m_projet; }
    // False when it does not fit: nothing of it is kept.
    bool add(const domain::ChangeList &changes);
    // Gives one field a value; `key` is the code of a keyed record that may be missing.
    bool set(const QString &table, const Id &id, const QString &field, const domain::Value &value,
             const QString &key = {});
    [[nodiscard]] const domain::ChangeList &changes() const { return m_changes; }

private:
    Projet m_projet;
    domain::ChangeList m_changes;
};

using FieldValues = std::vector<std::pair<QString, domain::Value>>;

// The records of an ordered table as the user ranged them.
[[nodiscard]] std::vector<Id> ranged(const Projet &projet, const QString &table);
// A new last record of an ordered table.
[[nodiscard]] domain::ChangeList appending(const Projet &projet, const QString &table, const Id &id,
                                           const FieldValues &fields = {});
// New last records of an ordered table, in one change list, and their ids.
struct Appended {
    domain::ChangeList changes;
    std::vector<Id> ids;
};
[[nodiscard]] Appended appendingAll(const Projet &projet, const QString &table,
                                    const std::vector<FieldValues> &records);
// All these records go, whatever refers to them.
[[nodiscard]] domain::ChangeList removingAll(const Projet &projet, const QString &table, const std::vector<Id> &ids);
// Puts `id` before `next` (null: last). Changes one rank, or all of them when the ranks were not distinct.
[[nodiscard]] domain::ChangeList movingBefore(const Projet &projet, const QString &table, const Id &id, const Id &next);

} // namespace models
