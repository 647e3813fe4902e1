// Every edit is a list of field changes: saving, undo, history, comparison and merging are made of these four.
#pragma once

#include "base/result.h"
#include "domain/projet.h"

namespace domain
{

// Where a fact is: a field of a record of a table. The Id is null for unique tables.
struct FieldAddress {
    QString table;
    Id id;
    QString field;

    friend bool operator==(const FieldAddress &, const FieldAddress &) = default;
    friend bool operator<(const FieldAddress &a, const FieldAddress &b)
    {
        return std::tie(a.table, a.id, a.field) < std::tie(b.table, b.id, b.field);
    }
    // "commune/<uuid>/zonage"; the null Id is written "-". What documents, findings and the journal carry.
    [[nodiscard]] QString toString() const;
    [[nodiscard]] static std::optional<FieldAddress> parse(const QString &text);
};

// One step: a record appears (with initial values), a record of initial values goes, or a field changes.
struct Change {
    enum class Type { Insert, Remove, Set };
    Type type = Type::Set;
    FieldAddress at; // field empty unless Set
    Value before;    // Set only
    Value after;     // Set only

    friend bool operator==(const Change &, const Change &) = default;
};
using ChangeList = std::vector<Change>;

// What turns `from` into `to`; empty when they are equal. Removed records are first set to initial values.
[[nodiscard]] ChangeList diff(const Projet &from, const Projet &to);
// Applies all the changes, or none when one of them does not fit (unknown field, other type, `before` differs).
[[nodiscard]] base::Result<void> applyChanges(Projet &projet, const ChangeList &changes);
// The list that undoes `changes`.
[[nodiscard]] ChangeList invert(const ChangeList &changes);

// The value at an address; the initial value when the record does not exist, nothing for an unknown field.
[[nodiscard]] std::optional<Value> valueAt(const Projet &projet, const FieldAddress &at);
// The change that gives a field that value, inserting the record (and its key field) when it is missing; empty when
// nothing would change. `key` is the code of a keyed record that may have to be inserted.
[[nodiscard]] ChangeList setting(const Projet &projet, const FieldAddress &at, const Value &wanted,
                                 const QString &key = {});
// Insertion of a record with these fields set.
[[nodiscard]] ChangeList inserting(const Projet &projet, const QString &table, const Id &id,
                                   const std::vector<std::pair<QString, Value>> &fields);
// Removal of a record and of those it owns: references to them are cleared first. Empty when it is not there.
[[nodiscard]] ChangeList removing(const Projet &projet, const QString &table, const Id &id);

} // namespace domain
