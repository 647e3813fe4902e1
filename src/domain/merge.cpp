#include "domain/merge.h"

#include <algorithm>
#include <set>

namespace domain
{

namespace
{

using Type = MergeConflict::Type;

// The three versions of one record, any of which may be missing.
struct Versions {
    const void *base;
    const void *mine;
    const void *theirs;
};

Value read(const FieldDescription &field, const void *record)
{
    return record ? field.get(record) : field.initial;
}

bool differs(const TableDescription &table, const void *a, const void *b)
{
    return std::any_of(table.fields.begin(), table.fields.end(),
                       [a, b](const FieldDescription &field) { return read(field, a) != read(field, b); });
}

// Additions and removals of both sides, applied to the base list.
Value mergeLists(const base::IdList &base, const base::IdList &mine, const base::IdList &theirs)
{
    std::set<Id> merged(mine.begin(), mine.end());
    for (const Id &id : theirs)
        if (std::find(base.begin(), base.end(), id) == base.end())
            merged.insert(id);
    for (const Id &id : base)
        if (std::find(theirs.begin(), theirs.end(), id) == theirs.end())
            merged.erase(id);
    return base::IdList(merged.begin(), merged.end());
}

class Merger
{
public:
    Merger(const Projet &base, const Projet &mine, const Projet &theirs) : m_base(base), m_mine(mine), m_theirs(theirs)
    {
        m_result.merged = mine;
        m_result.merged.contenus.addAll(theirs.contenus);
    }

    MergeResult run()
    {
        for (const TableDescription &each : tables())
            for (const Id &id : allIds(each))
                mergeRecord(each, id);
        for (bool more = true; more;) {
            more = restoreReferred();
            more = restoreChosen() || more;
            more = restoreOwned() || more;
        }
        m_result.fromTheirs = diff(m_mine, m_result.merged);
        return std::move(m_result);
    }

private:
    std::set<Id> allIds(const TableDescription &table) const
    {
        std::set<Id> ids;
        for (const Projet *each : {&m_base, &m_mine, &m_theirs})
            for (const Id &id : table.ids(*each))
                ids.insert(id);
        return ids;
    }

    void mergeRecord(const TableDescription &table, const Id &id)
    {
        const Versions v{table.find(m_base, id), table.find(m_mine, id), table.find(m_theirs, id)};
        if (v.base && !v.theirs && v.mine) {
            if (differs(table, v.base, v.mine))
                note({Type::RemovedByTheirs, {table.name, id, {}}, {}, {}, {}});
            else
                table.remove(m_result.merged, id);
            return;
        }
        if (v.base && !v.mine && v.theirs) {
            if (!differs(table, v.base, v.theirs))
                return;
            note({Type::RemovedByMine, {table.name, id, {}}, {}, {}, {}});
        }
        if (!v.theirs)
            return;
        if (!v.mine)
            table.insert(m_result.merged, id);
        for (const FieldDescription &field : table.fields)
            mergeField(table, id, field, v);
    }

    void mergeField(const TableDescription &table, const Id &id, const FieldDescription &field, const Versions &v)
    {
        const Value base = read(field, v.base);
        const Value mine = v.mine ? field.get(v.mine) : base;
        const Value theirs = field.get(v.theirs);
        if (theirs == base && v.mine)
            return;
        void *target = table.findForEdit(m_result.merged, id);
        if (mine == base || mine == theirs) {
            field.set(target, theirs);
        } else if (field.kind == Kind::References) {
            field.set(target, mergeLists(std::get<base::IdList>(base), std::get<base::IdList>(mine),
                                         std::get<base::IdList>(theirs)));
        } else {
            note({Type::BothChanged, {table.name, id, field.name}, base, mine, theirs});
        }
    }

    // A record removed on one side that the other side newly refers to comes back. True when one did.
    bool restoreReferred()
    {
        bool restored = false;
        for (const TableDescription &each : tables())
            for (const FieldDescription &field : each.fields) {
                if (field.target.isEmpty())
                    continue;
                for (const Id &holder : each.ids(m_result.merged))
                    for (const Id &target : targets(field.get(each.find(m_result.merged, holder))))
                        restored |= restore(field.target, target);
            }
        return restored;
    }

    // A record that only their value of a conflict names: it must be there for theirs to be taken.
    bool restoreChosen()
    {
        bool restored = false;
        const auto conflicts = m_result.conflicts; // restoring adds to them
        for (const MergeConflict &conflict : conflicts) {
            const FieldDescription *field = table(conflict.at.table)->field(conflict.at.field);
            if (field && !field->target.isEmpty())
                for (const Id &target : targets(conflict.theirs))
                    restored |= restore(field->target, target);
        }
        return restored;
    }

    // What went on one side only because the record that owns it went there: that one is kept, so are these. They are
    // settled with their owner, and no conflict of their own.
    bool restoreOwned()
    {
        bool restored = false;
        for (const TableDescription &each : tables())
            for (const FieldDescription &field : each.fields)
                if (field.owner) {
                    restored |= restoreOwned(each, field, m_mine, m_theirs);
                    restored |= restoreOwned(each, field, m_theirs, m_mine);
                }
        return restored;
    }

    bool restoreOwned(const TableDescription &children, const FieldDescription &field, const Projet &side,
                      const Projet &other)
    {
        const TableDescription &owners = *table(field.target);
        bool restored = false;
        for (const Id &id : children.ids(side)) {
            const Value held = field.get(children.find(side, id));
            const auto *owner = std::get_if<Id>(&held);
            if (owner && owners.find(m_result.merged, *owner) && !owners.find(other, *owner))
                restored |= bringBack(children, id);
        }
        return restored;
    }

    static base::IdList targets(const Value &value)
    {
        if (const auto *one = std::get_if<Id>(&value))
            return {*one};
        const auto *many = std::get_if<base::IdList>(&value);
        return many ? *many : base::IdList();
    }

    bool restore(const QString &tableName, const Id &id)
    {
        const TableDescription &described = *table(tableName);
        if (!bringBack(described, id))
            return false;
        const bool mine = described.find(m_mine, id);
        note({mine ? Type::RemovedByTheirs : Type::RemovedByMine, {tableName, id, {}}, {}, {}, {}});
        return true;
    }

    // False when it is there already, or nowhere.
    bool bringBack(const TableDescription &described, const Id &id)
    {
        if (described.find(m_result.merged, id))
            return false;
        const void *mine = described.find(m_mine, id);
        const void *theirs = described.find(m_theirs, id);
        const void *source = mine ? mine : theirs ? theirs : described.find(m_base, id);
        if (!source || !described.insert(m_result.merged, id))
            return false;
        void *target = described.findForEdit(m_result.merged, id);
        for (const FieldDescription &field : described.fields)
            field.set(target, field.get(source));
        return true;
    }

    void note(MergeConflict conflict) { m_result.conflicts.push_back(std::move(conflict)); }

    const Projet &m_base;
    const Projet &m_mine;
    const Projet &m_theirs;
    MergeResult m_result;
};

} // namespace

MergeResult merge(const Projet &base, const Projet &mine, const Projet &theirs)
{
    return Merger(base, mine, theirs).run();
}

ChangeList takeTheirs(const Projet &merged, const MergeConflict &conflict)
{
    // For a record that one side removed, "theirs" is the removal itself or the removal I made: only the first is new.
    if (conflict.type == Type::BothChanged)
        return setting(merged, conflict.at, conflict.theirs);
    return removing(merged, conflict.at.table, conflict.at.id);
}

} // namespace domain
