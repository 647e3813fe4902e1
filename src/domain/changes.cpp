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
    if (field->get(record) != change.before)
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

ChangeList setting(const Projet &projet, const FieldAddress &at, const Value &value, const QString &key)
{
    const auto before = valueAt(projet, at);
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
        if (field && field->initial != value)
            changes.push_back({Change::Type::Set, {tableName, id, name}, field->initial, value});
    }
    return changes;
}

ChangeList removing(const Projet &projet, const QString &tableName, const Id &id)
{
    const TableDescription *described = table(tableName);
    const void *record = described ? described->find(projet, id) : nullptr;
    if (!record)
        return {};
    ChangeList changes;
    for (const TableDescription &each : tables())
        for (const FieldDescription &field : each.fields) {
            if (field.target != tableName)
                continue;
            for (const Id &holder : each.ids(projet)) {
                const Value held = field.get(each.find(projet, holder));
                if (held == Value(id)) {
                    changes.push_back({Change::Type::Set, {each.name, holder, field.name}, held, Value()});
                } else if (const auto *list = std::get_if<base::IdList>(&held)) {
                    base::IdList kept = *list;
                    if (std::erase(kept, id) > 0)
                        changes.push_back({Change::Type::Set, {each.name, holder, field.name}, held, kept});
                }
            }
        }
    diffRecord(*described, id, record, nullptr, changes);
    changes.push_back({Change::Type::Remove, {tableName, id, {}}, {}, {}});
    return changes;
}

} // namespace domain
