// Sorting by a click on a column: numbers as numbers, words in French order, empty cells and totals always last.
#pragma once

#include <QSortFilterProxyModel>

namespace models
{

class SortedProxy final : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    explicit SortedProxy(QObject *parent = nullptr);

protected:
    [[nodiscard]] bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;
};

} // namespace models
