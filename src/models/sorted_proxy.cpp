#include "models/sorted_proxy.h"

#include "base/text.h"
#include "models/record_table_model.h"

namespace models
{

SortedProxy::SortedProxy(QObject *parent) : QSortFilterProxyModel(parent)
{
    setDynamicSortFilter(true);
    setSortRole(RecordTableModel::SortRole);
}

bool SortedProxy::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    // What must stay last is "greater" when ascending and "less" when descending.
    const bool ascending = sortOrder() == Qt::AscendingOrder;
    const bool leftFooter = left.data(RecordTableModel::FooterRole).toBool();
    if (leftFooter || right.data(RecordTableModel::FooterRole).toBool())
        return leftFooter != ascending;
    const QVariant a = left.data(RecordTableModel::SortRole);
    const QVariant b = right.data(RecordTableModel::SortRole);
    if (!a.isValid() || !b.isValid())
        return a.isValid() != b.isValid() && a.isValid() == ascending;
    if (a.typeId() == QMetaType::LongLong && b.typeId() == QMetaType::LongLong)
        return a.toLongLong() < b.toLongLong();
    if (a.typeId() == QMetaType::Double && b.typeId() == QMetaType::Double)
        return a.toDouble() < b.toDouble();
    if (a.typeId() == QMetaType::QDate && b.typeId() == QMetaType::QDate)
        return a.toDate() < b.toDate();
    return base::frenchLess(a.toString(), b.toString());
}

} // namespace models
