#include "models/operations.h"

#include "domain/rank.h"

#include <algorithm>

namespace models
{

using namespace Qt::Literals::StringLiterals;
using domain::ChangeList;

namespace
{

QString rankOf(const Projet &projet, const QString &table, const Id &id)
{
    const auto value = domain::valueAt(projet, {table, id, u"rang"_s});
    const auto *rank = value ? std::get_if<QString>(&*value) : nullptr;
    return rank ? *rank : QString();
}

// Copies and merges can bring two records with one rank: then there is no room between them.
bool hasRoom(const Projet &projet, const QString &table, const std::vector<Id> &order)
{
    QString before;
    for (const Id &id : order) {
        const QString rank = rankOf(projet, table, id);
        if (rank <= before)
            return false;
        before = rank;
    }
    return true;
}

ChangeList rerankingAll(const Projet &projet, const QString &table, const std::vector<Id> &order)
{
    ChangeBuilder builder(projet);
    QString before;
    for (const Id &id : order) {
        before = domain::rankBetween(before, {});
        builder.set(table, id, u"rang"_s, before);
    }
    return builder.changes();
}

} // namespace

bool ChangeBuilder::add(const ChangeList &changes)
{
    if (!domain::applyChanges(m_projet, changes))
        return false;
    m_changes.insert(m_changes.end(), changes.begin(), changes.end());
    return true;
}

bool ChangeBuilder::set(const QString &table, const Id &id, const QString &field, const domain::Value &value,
                        const QString &key)
{
    return add(domain::setting(m_projet, {table, id, field}, value, key));
}

std::vector<Id> ranged(const Projet &projet, const QString &table)
{
    const domain::TableDescription *described = domain::table(table);
    if (!described)
        return {};
    std::vector<Id> ids = described->ids(projet);
    std::stable_sort(ids.begin(), ids.end(),
                     [&](const Id &a, const Id &b) { return rankOf(projet, table, a) < rankOf(projet, table, b); });
    return ids;
}

ChangeList appending(const Projet &projet, const QString &table, const Id &id, const FieldValues &fields)
{
    const std::vector<Id> order = ranged(projet, table);
    FieldValues all = fields;
    all.emplace_back(u"rang"_s,
                     domain::rankBetween(order.empty() ? QString() : rankOf(projet, table, order.back()), {}));
    return domain::inserting(projet, table, id, all);
}

Appended appendingAll(const Projet &projet, const QString &table, const std::vector<FieldValues> &records)
{
    ChangeBuilder builder(projet);
    std::vector<Id> ids;
    for (const FieldValues &fields : records) {
        const Id id = Id::create();
        if (builder.add(appending(builder.projet(), table, id, fields)))
            ids.push_back(id);
    }
    return {builder.changes(), ids};
}

ChangeList removingAll(const Projet &projet, const QString &table, const std::vector<Id> &ids)
{
    ChangeBuilder builder(projet);
    for (const Id &id : ids)
        builder.add(domain::removing(builder.projet(), table, id));
    return builder.changes();
}

ChangeList movingBefore(const Projet &projet, const QString &table, const Id &id, const Id &next)
{
    std::vector<Id> order = ranged(projet, table);
    const auto from = std::find(order.begin(), order.end(), id);
    if (from == order.end() || id == next)
        return {};
    const std::vector<Id> former = order;
    order.erase(from);
    const auto to = std::find(order.begin(), order.end(), next);
    const auto placed = order.insert(to, id);
    if (order == former)
        return {};
    std::vector<Id> others = order;
    std::erase(others, id);
    if (!hasRoom(projet, table, others))
        return rerankingAll(projet, table, order);
    const QString before = placed == order.begin() ? QString() : rankOf(projet, table, *(placed - 1));
    const QString after = placed + 1 == order.end() ? QString() : rankOf(projet, table, *(placed + 1));
    const QString rank = domain::rankBetween(before, after);
    // "1" and "10", as another program may have written them, leave no room.
    if (!after.isEmpty() && rank >= after)
        return rerankingAll(projet, table, order);
    return domain::setting(projet, {table, id, u"rang"_s}, rank);
}

} // namespace models
