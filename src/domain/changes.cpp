#include "domain/changes.h"

#include <algorithm>

namespace domain
{

using namespace Qt::Literals::StringLiterals;

namespace
{

base::Error doesNotFit(const Change &change, const QString &why)
{
    return {base::ErrorCode::Invalid,
            u"Une modification n’a pas pu être appliquée. Rien n’a été changé ; rouvrez le projet et réessayez."_s,
            change.at.toString() + u" : "_s + why};
}

void diffRecord(const TableDescription &table, const Id &id, const void *from, const void *to, ChangeList &out)
{
    for (const FieldDescription &field : table.fields) {
        const Value before = from ? field.get(from) : field.initial;
        const Value after = to ? field.get(to) : field.initial;
        if (before != after)
            out.push_back({Change::Type::Set, {table.name, id, field.name}, before, after});
    }
}

base::Result<void> applySet(Projet &projet, const TableDescription &table, const Change &change)
{
    const FieldDescription *field = table.field(change.at.field);
    void *record = field ? table.findForEdit(projet, change.at.id) : nullptr;
    if (!record)
        return doesNotFit(change, u"no such record or field"_s);
    if (field->get(record) != normalised(change.before))
        return doesNotFit(change, u"the field holds another value"_s);
    if (!field->set(record, change.after))
        return doesNotFit(change, u"value of another type"_s);
    return {};
}

bool isInitial(const TableDescription &table, const void *record)
{
    return std::all_of(table.fields.begin(), table.fields.end(),
                       [record](const FieldDescription &field) { return field.get(record) == field.initial; });
}

base::Result<void> applyOne(Projet &projet, const Change &change)
{
    const TableDescription *described = table(change.at.table);
    if (!described)
        return doesNotFit(change, u"no such table"_s);
    if (change.type == Change::Type::Set)
        return applySet(projet, *described, change);
    if (change.type == Change::Type::Insert) {
        if (!described->insert(projet, change.at.id))
            return doesNotFit(change, u"already there"_s);
        return {};
    }
    const void *record = described->find(projet, change.at.id);
    if (!record || !isInitial(*described, record) || !described->remove(projet, change.at.id))
        return doesNotFit(change, u"nothing to remove, or not emptied first"_s);
    return {};
}

} // namespace

QString FieldAddress::toString() const
{
    return table + u'/' + (id.isNull() ? u"-"_s : id.toString()) + u'/' + field;
}

std::optional<FieldAddress> FieldAddress::parse(const QString &text)
{
    const QStringList parts = text.split(u'/');
    if (parts.size() != 3)
        return std::nullopt;
    const auto id = parts.at(1) == u"-" ? std::optional<Id>(Id()) : Id::parse(parts.at(1));
    if (!id)
        return std::nullopt;
    return FieldAddress{parts.at(0), *id, parts.at(2)};
}

ChangeList diff(const Projet &from, const Projet &to)
{
    ChangeList insertions;
    ChangeList settings;
    ChangeList removals;
    for (const TableDescription &each : tables()) {
        for (const Id &id : each.ids(from)) {
            const void *after = each.find(to, id);
            diffRecord(each, id, each.find(from, id), after, settings);
            if (!after)
                removals.push_back({Change::Type::Remove, {each.name, id, {}}, {}, {}});
        }
        for (const Id &id : each.ids(to)) {
            if (each.find(from, id))
                continue;
            insertions.push_back({Change::Type::Insert, {each.name, id, {}}, {}, {}});
            diffRecord(each, id, nullptr, each.find(to, id), settings);
        }
    }
    insertions.insert(insertions.end(), settings.begin(), settings.end());
    insertions.insert(insertions.end(), removals.begin(), removals.end());
    return insertions;
}

base::Result<void> applyChanges(Projet &projet, const ChangeList &changes)
{
    for (auto change = changes.begin(); change != changes.end(); ++change) {
        const auto applied = applyOne(projet, *change);
        if (applied)
            continue;
        // All or nothing: take back what was done, in place, rather than working on a copy at every keystroke.
        for (const Change &back : invert(ChangeList(changes.begin(), change)))
            static_cast<void>(applyOne(projet, back));
        return applied;
    }
    return {};
}

ChangeList invert(const ChangeList &changes)
{
    ChangeList inverse;
    inverse.reserve(changes.size());
    for (auto change = changes.rbegin(); change != changes.rend(); ++change) {
        Change back{change->type, change->at, change->after, change->before};
        if (change->type == Change::Type::Insert)
            back.type = Change::Type::Remove;
        else if (change->type == Change::Type::Remove)
            back.type = Change::Type::Insert;
        inverse.push_back(std::move(back));
    }
    return inverse;
}

std::optional<Value> valueAt(const Projet &projet, const FieldAddress &at)
{
    const TableDescription *described = table(at.table);
    const FieldDescription *field = described ? described->field(at.field) : nullptr;
    if (!field)
        return std::nullopt;
    const void *record = described->find(projet, at.id);
    return record ? field->get(record) : field->initial;
}

ChangeList setting(const Projet &projet, const FieldAddress &at, const Value &wanted, const QString &key)
{
    const auto before = valueAt(projet, at);
    const Value value = normalised(wanted);
    if (!before || *before == value)
        return {};
    ChangeList changes;
    const TableDescription *described = table(at.table);
    if (!described->find(projet, at.id)) {
        changes.push_back({Change::Type::Insert, {at.table, at.id, {}}, {}, {}});
        if (!described->keyField.isEmpty())
            changes.push_back({Change::Type::Set, {at.table, at.id, described->keyField}, QString(), key});
    }
    changes.push_back({Change::Type::Set, at, *before, value});
    return changes;
}

ChangeList inserting(const Projet &projet, const QString &tableName, const Id &id,
                     const std::vector<std::pair<QString, Value>> &fields)
{
    const TableDescription *described = table(tableName);
    if (!described || described->find(projet, id))
        return {};
    ChangeList changes{{Change::Type::Insert, {tableName, id, {}}, {}, {}}};
    for (const auto &[name, value] : fields) {
        const FieldDescription *field = described->field(name);
        if (field && field->initial != normalised(value))
            changes.push_back({Change::Type::Set, {tableName, id, name}, field->initial, normalised(value)});
    }
    return changes;
}

namespace
{

using RecordKey = std::pair<QString, Id>;

// The record, after those it owns, after those that these own.
void collectOwned(const Projet &projet, const QString &tableName, const Id &id, std::vector<RecordKey> &out)
{
    for (const TableDescription &each : tables())
        for (const FieldDescription &field : each.fields) {
            if (!field.owner || field.target != tableName)
                continue;
            for (const Id &child : each.ids(projet))
                if (field.get(each.find(projet, child)) == Value(id))
                    collectOwned(projet, each.name, child, out);
        }
    out.emplace_back(tableName, id);
}

// What a field that refers to some of `gone` holds without them; nothing when it refers to none.
std::optional<Value> without(const Value &held, const QString &target, const std::vector<RecordKey> &gone)
{
    const auto goes = [&](const Id &id) {
        return std::find(gone.begin(), gone.end(), RecordKey(target, id)) != gone.end();
    };
    if (const auto *one = std::get_if<Id>(&held))
        return goes(*one) ? std::optional<Value>(Value()) : std::nullopt;
    const auto *list = std::get_if<base::IdList>(&held);
    if (!list)
        return std::nullopt;
    base::IdList kept = *list;
    return std::erase_if(kept, goes) > 0 ? std::optional<Value>(kept) : std::nullopt;
}

} // namespace

ChangeList removing(const Projet &projet, const QString &tableName, const Id &id)
{
    const TableDescription *described = table(tableName);
    if (!described || described->unique || !described->find(projet, id))
        return {};
    std::vector<RecordKey> gone;
    collectOwned(projet, tableName, id, gone);
    const auto goes = [&gone](const RecordKey &key) { return std::find(gone.begin(), gone.end(), key) != gone.end(); };
    ChangeList changes;
    for (const TableDescription &each : tables())
        for (const FieldDescription &field : each.fields) {
            if (field.target.isEmpty())
                continue;
            for (const Id &holder : each.ids(projet)) {
                if (goes({each.name, holder}))
                    continue;
                const Value held = field.get(each.find(projet, holder));
                if (const auto kept = without(held, field.target, gone))
                    changes.push_back({Change::Type::Set, {each.name, holder, field.name}, held, *kept});
            }
        }
    for (const auto &[name, each] : gone) {
        diffRecord(*table(name), each, table(name)->find(projet, each), nullptr, changes);
        changes.push_back({Change::Type::Remove, {name, each, {}}, {}, {}});
    }
    return changes;
}

} // namespace domain
