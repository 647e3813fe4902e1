// A table of the open project as Qt's views want it. What is shown is described as data; what changes comes from the
// dossier, so that an edit moves only the cells it names.
#pragma once

#include "dossier/dossier.h"
#include "models/operations.h"

#include <QAbstractTableModel>

namespace models
{

// One column. A column without field is a derived text and can't be edited.
struct Column {
    QString field;
    QString header; // empty: the field's own French label
    Qt::Alignment alignment = Qt::AlignLeft | Qt::AlignVCenter;
    bool editable = true;
    std::function<QString(const Projet &, const Id &)> text;                // instead of the field's own text
    std::function<bool(const Projet &, const Id &)> editableAt;             // rows where it is editable; unset: all
    std::function<domain::Decimal(const Projet &, const Id &)> figure = {}; // sorts a derived text that is a figure
};

// What a table shows.
struct TableSpec {
    QString table;
    std::vector<Column> columns;
    // The rows in order. May name records that do not exist yet: typing in them creates them, see `key`.
    std::function<std::vector<Id>(const Projet &)> rows;
    std::function<QString(const Id &)> key;                    // code of a keyed record that typing creates
    std::function<QString(const Projet &, int column)> footer; // a last row of totals; unset: none
    std::function<QString(const Projet &)> sum;                // what its rows make together, in words; unset: none
    QStringList watched;                                       // other tables that the rows or derived texts read
};

// Rows come and go, cells change, always by what dossier.changed names; never a reset.
class RecordTableModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Role {
        IdRole = Qt::UserRole + 1, // QString, empty on the footer
        FieldRole,                 // QString, domain::FieldAddress of the cell
        SortRole,                  // number, date or folded text
        FooterRole,                // bool
    };

    // `dossier` outlives the model.
    RecordTableModel(TableSpec spec, dossier::Dossier &dossier, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;

    // One more column after those of the spec, in the place of the one that it had; nullopt: none.
    void setExtraColumn(std::optional<Column> column);

    // Null on the footer and outside.
    [[nodiscard]] Id idAt(int row) const;
    [[nodiscard]] int rowOf(const Id &id) const;            // -1
    [[nodiscard]] int columnOf(const QString &field) const; // -1
    [[nodiscard]] bool isFooter(int row) const;
    [[nodiscard]] size_t recordCount() const { return m_rows.size(); }
    [[nodiscard]] domain::FieldAddress addressAt(const QModelIndex &index) const;
    [[nodiscard]] const TableSpec &spec() const { return m_spec; }
    [[nodiscard]] dossier::Dossier &dossier() const { return m_dossier; }

Q_SIGNALS:
    // What was typed can't be kept, in words for the user.
    void editRefused(const QString &sentence);

private:
    void follow(const domain::ChangeList &changes);
    void followRows();
    void tellCells(const Id &id, const QStringList &fields);
    void tellDerived();
    [[nodiscard]] QString cellTextAt(int row, int column) const;
    [[nodiscard]] QString headerText(int column) const;
    [[nodiscard]] QVariant sortValue(int row, int column) const;
    [[nodiscard]] const domain::FieldDescription *described(int column) const;

    TableSpec m_spec;
    dossier::Dossier &m_dossier;
    const domain::TableDescription *m_table;
    std::vector<Id> m_rows;
    bool m_hasExtra = false;
};

} // namespace models
