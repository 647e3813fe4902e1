#include "models/record_table_model.h"

#include "base/text.h"
#include "models/cell_value.h"

#include <algorithm>
#include <map>
#include <set>

namespace models
{

using namespace Qt::Literals::StringLiterals;
using domain::Value;

RecordTableModel::RecordTableModel(TableSpec spec, dossier::Dossier &dossier, QObject *parent)
    : QAbstractTableModel(parent), m_spec(std::move(spec)), m_dossier(dossier), m_table(domain::table(m_spec.table)),
      m_rows(m_spec.rows(dossier.projet()))
{
    Q_ASSERT(m_table);
    connect(&dossier, &dossier::Dossier::changed, this, &RecordTableModel::follow);
}

int RecordTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size()) + (m_spec.footer ? 1 : 0);
}

int RecordTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_spec.columns.size());
}

void RecordTableModel::setExtraColumn(std::optional<Column> column)
{
    const int at = m_hasExtra ? columnCount() - 1 : columnCount();
    if (m_hasExtra && column) {
        m_spec.columns.back() = *std::move(column);
        Q_EMIT headerDataChanged(Qt::Horizontal, at, at);
        if (rowCount() > 0)
            Q_EMIT dataChanged(index(0, at), index(rowCount() - 1, at));
    } else if (column) {
        beginInsertColumns({}, at, at);
        m_spec.columns.push_back(*std::move(column));
        m_hasExtra = true;
        endInsertColumns();
    } else if (m_hasExtra) {
        beginRemoveColumns({}, at, at);
        m_spec.columns.pop_back();
        m_hasExtra = false;
        endRemoveColumns();
    }
}

bool RecordTableModel::isFooter(int row) const
{
    return m_spec.footer && row == int(m_rows.size());
}

Id RecordTableModel::idAt(int row) const
{
    return row >= 0 && row < int(m_rows.size()) ? m_rows[size_t(row)] : Id();
}

int RecordTableModel::rowOf(const Id &id) const
{
    const auto at = std::find(m_rows.begin(), m_rows.end(), id);
    return at == m_rows.end() ? -1 : int(at - m_rows.begin());
}

int RecordTableModel::columnOf(const QString &field) const
{
    for (size_t column = 0; column < m_spec.columns.size(); ++column)
        if (m_spec.columns[column].field == field)
            return int(column);
    return -1;
}

domain::FieldAddress RecordTableModel::addressAt(const QModelIndex &index) const
{
    if (!index.isValid() || isFooter(index.row()))
        return {};
    return {m_spec.table, idAt(index.row()), m_spec.columns[size_t(index.column())].field};
}

const domain::FieldDescription *RecordTableModel::described(int column) const
{
    return m_table->field(m_spec.columns[size_t(column)].field);
}

QString RecordTableModel::headerText(int column) const
{
    const Column &shown = m_spec.columns[size_t(column)];
    const domain::FieldDescription *field = described(column);
    return !shown.header.isEmpty() || !field ? shown.header : field->label;
}

QString RecordTableModel::cellTextAt(int row, int column) const
{
    const Projet &projet = m_dossier.projet();
    if (isFooter(row))
        return m_spec.footer(projet, column);
    const Column &shown = m_spec.columns[size_t(column)];
    if (shown.text)
        return shown.text(projet, idAt(row));
    const domain::FieldDescription *field = described(column);
    const auto value = domain::valueAt(projet, {m_spec.table, idAt(row), shown.field});
    return field && value ? cellText(*field, *value) : QString();
}

QVariant RecordTableModel::sortValue(int row, int column) const
{
    if (const Column &shown = m_spec.columns[size_t(column)]; shown.figure && !isFooter(row)) {
        const domain::Decimal figure = shown.figure(m_dossier.projet(), idAt(row));
        return figure ? QVariant(*figure) : QVariant();
    }
    const auto value =
        isFooter(row) ? std::nullopt : domain::valueAt(m_dossier.projet(), addressAt(index(row, column)));
    if (value && !m_spec.columns[size_t(column)].text) {
        if (const auto *number = std::get_if<qint64>(&*value))
            return *number;
        if (const auto *decimal = std::get_if<double>(&*value))
            return *decimal;
        if (const auto *date = std::get_if<QDate>(&*value))
            return *date;
    }
    const QString text = cellTextAt(row, column);
    return text.isEmpty() ? QVariant() : QVariant(text);
}

QVariant RecordTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const int row = index.row();
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return cellTextAt(row, column);
    case Qt::EditRole: {
        const auto value = domain::valueAt(m_dossier.projet(), addressAt(index));
        return value && described(column) ? cellEdit(*value) : QVariant(cellTextAt(row, column));
    }
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(m_spec.columns[size_t(column)].alignment);
    case Qt::AccessibleTextRole: {
        const QString text = cellTextAt(row, column);
        return u"%1 : %2"_s.arg(headerText(column), text.isEmpty() ? u"pas de réponse"_s : text);
    }
    case IdRole:
        return isFooter(row) ? QString() : idAt(row).toString();
    case FieldRole:
        return isFooter(row) ? QString() : addressAt(index).toString();
    case SortRole:
        return sortValue(row, column);
    case FooterRole:
        return isFooter(row);
    default:
        return {};
    }
}

QVariant RecordTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole)
        return headerText(section);
    if (role == Qt::TextAlignmentRole)
        // Two lines when there is little room, as the headings of words do.
        return QVariant::fromValue(m_spec.columns[size_t(section)].alignment | Qt::Alignment(Qt::TextWordWrap));
    return {};
}

Qt::ItemFlags RecordTableModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (!index.isValid() || isFooter(index.row()) || m_dossier.isReadOnly())
        return flags;
    const Column &shown = m_spec.columns[size_t(index.column())];
    const bool here = !shown.editableAt || shown.editableAt(m_dossier.projet(), idAt(index.row()));
    if (shown.editable && here && described(index.column()))
        flags |= Qt::ItemIsEditable;
    return flags;
}

bool RecordTableModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !(flags(index) & Qt::ItemIsEditable))
        return false;
    const domain::FieldDescription *field = described(index.column());
    const std::optional<Value> content = cellValue(*field, value);
    if (!content) {
        Q_EMIT editRefused(expectedInCell(*field));
        return false;
    }
    const Id id = idAt(index.row());
    const domain::ChangeList changes =
        domain::setting(m_dossier.projet(), addressAt(index), *content, m_spec.key ? m_spec.key(id) : QString());
    const auto done = m_dossier.edit(u"Modifier « %1 »"_s.arg(headerText(index.column())), changes);
    if (!done)
        Q_EMIT editRefused(done.error().message);
    return done.ok();
}

void RecordTableModel::follow(const domain::ChangeList &changes)
{
    std::map<Id, QStringList> cells;
    bool watched = false;
    bool here = false;
    for (const domain::Change &change : changes) {
        if (change.at.table == m_spec.table) {
            here = true;
            cells[change.at.id] += change.at.field;
        }
        watched = watched || m_spec.watched.contains(change.at.table);
    }
    if (!here && !watched)
        return;
    followRows();
    for (const auto &[id, fields] : cells)
        tellCells(id, fields);
    if (watched)
        tellDerived();
    if (m_spec.footer) // its sums may read the watched tables too
        Q_EMIT dataChanged(index(int(m_rows.size()), 0), index(int(m_rows.size()), columnCount() - 1));
}

void RecordTableModel::followRows()
{
    const std::vector<Id> wanted = m_spec.rows(m_dossier.projet());
    const std::set<Id> kept(wanted.begin(), wanted.end());
    for (int row = int(m_rows.size()) - 1; row >= 0; --row) {
        if (kept.count(idAt(row)))
            continue;
        beginRemoveRows({}, row, row);
        m_rows.erase(m_rows.begin() + row);
        endRemoveRows();
    }
    for (int row = 0; row < int(wanted.size()); ++row) {
        const Id &id = wanted[size_t(row)];
        const int from = rowOf(id);
        if (from == row)
            continue;
        if (from < 0) {
            beginInsertRows({}, row, row);
            m_rows.insert(m_rows.begin() + row, id);
            endInsertRows();
        } else {
            beginMoveRows({}, from, from, {}, row);
            std::rotate(m_rows.begin() + row, m_rows.begin() + from, m_rows.begin() + from + 1);
            endMoveRows();
        }
    }
}

void RecordTableModel::tellCells(const Id &id, const QStringList &fields)
{
    const int row = rowOf(id);
    if (row < 0)
        return;
    const bool whole = fields.contains(QString()); // the record itself came or went
    for (int column = 0; column < columnCount(); ++column) {
        const Column &shown = m_spec.columns[size_t(column)];
        if (whole || shown.text || fields.contains(shown.field))
            Q_EMIT dataChanged(index(row, column), index(row, column));
    }
}

void RecordTableModel::tellDerived()
{
    if (m_rows.empty())
        return;
    for (int column = 0; column < columnCount(); ++column)
        if (m_spec.columns[size_t(column)].text)
            Q_EMIT dataChanged(index(0, column), index(int(m_rows.size()) - 1, column));
}

} // namespace models
