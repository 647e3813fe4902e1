#include "domain/champ.h"

namespace domain
{

using namespace Qt::Literals::StringLiterals;

namespace
{

FieldAddress holder(const Champ &champ)
{
    const bool keyed = !champ.key.isEmpty();
    return {champ.table, keyed ? Id::fromKey(champ.table + u':' + champ.key) : Id(), champ.field};
}

} // namespace

QString Champ::toString() const
{
    return table + (key.isEmpty() ? QString() : u':' + key) + u'.' + field +
           (referred.isEmpty() ? QString() : u'/' + referred);
}

std::optional<Champ> parseChamp(const QString &text)
{
    const qsizetype dot = text.indexOf(u'.');
    if (dot < 0)
        return std::nullopt;
    Champ champ;
    champ.table = text.left(dot).section(u':', 0, 0);
    champ.key = text.left(dot).section(u':', 1);
    champ.field = text.mid(dot + 1).section(u'/', 0, 0);
    champ.referred = text.mid(dot + 1).section(u'/', 1);
    const TableDescription *described = table(champ.table);
    if (!described || described->unique == !champ.key.isEmpty() ||
        (!described->unique && described->keyField.isEmpty()))
        return std::nullopt;
    return describe(champ) ? std::optional(champ) : std::nullopt;
}

const FieldDescription *describe(const Champ &champ)
{
    const TableDescription *described = table(champ.table);
    const FieldDescription *field = described ? described->field(champ.field) : nullptr;
    if (!field || champ.referred.isEmpty())
        return field;
    const TableDescription *target = field->kind == Kind::Reference ? table(field->target) : nullptr;
    return target ? target->field(champ.referred) : nullptr;
}

std::optional<FieldAddress> resolve(const Projet &projet, const Champ &champ)
{
    const FieldAddress at = holder(champ);
    if (champ.referred.isEmpty())
        return at;
    const auto value = valueAt(projet, at);
    const auto *target = value ? std::get_if<Id>(&*value) : nullptr;
    if (!target)
        return std::nullopt;
    return FieldAddress{table(champ.table)->field(champ.field)->target, *target, champ.referred};
}

Value valueOf(const Projet &projet, const Champ &champ)
{
    const auto at = resolve(projet, champ);
    if (at)
        return valueAt(projet, *at).value_or(Value());
    const FieldDescription *field = describe(champ);
    return field ? field->initial : Value();
}

ChangeList settingChamp(const Projet &projet, const Champ &champ, const Value &value)
{
    if (const auto at = resolve(projet, champ))
        return setting(projet, *at, value, champ.key);
    if (value == valueOf(projet, champ))
        return {};
    const Id created = Id::create();
    const QString target = table(champ.table)->field(champ.field)->target;
    ChangeList changes = inserting(projet, target, created, {{champ.referred, value}});
    const ChangeList link = setting(projet, holder(champ), created, champ.key);
    changes.insert(changes.end(), link.begin(), link.end());
    return changes;
}

} // namespace domain
