#include "models/columns.h"

#include <algorithm>

namespace models
{

Column number(const QString &field, const QString &header, bool editable)
{
    return {field, header, Qt::AlignRight | Qt::AlignVCenter, editable, {}, {}};
}

Column words(const QString &field, const QString &header, bool editable)
{
    return {field, header, Qt::AlignLeft | Qt::AlignVCenter, editable, {}, {}};
}

Column derived(const QString &header, std::function<QString(const Projet &, const Id &)> text)
{
    return {{}, header, Qt::AlignLeft | Qt::AlignVCenter, false, std::move(text), {}};
}

TableSpec rangedTable(const QString &table, std::vector<Column> columns)
{
    TableSpec spec;
    spec.table = table;
    spec.rows = [table](const Projet &projet) { return ranged(projet, table); };
    spec.columns = std::move(columns);
    return spec;
}

void addCount(domain::Number &sum, const domain::Number &count)
{
    constexpr qint64 most = 1'000'000'000;
    if (count)
        sum = std::min(sum.value_or(0) + std::clamp<qint64>(*count, 0, most), most);
}

} // namespace models
