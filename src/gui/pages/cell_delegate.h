// Editors for the cells of a RecordTableModel, by the kind of the field; and the chips of the territory's table.
#pragma once

#include <QHash>
#include <QStyledItemDelegate>

namespace gui
{

// A list for choices and answers, digits for counts, one line for the rest. A list opens at once and closes with the
// choice; nothing is stored by the wheel.
class CellDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override;
    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    // The ground of a cell: chosen or not, and the border of the one that has the keyboard.
    static void paintGround(QPainter *painter, const QStyleOptionViewItem &option);
    bool eventFilter(QObject *watched, QEvent *event) override;
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    // Of a text in a width; in the widest, on as few lines as it has.
    [[nodiscard]] QSize sizeIn(int width, const QFont &font, const QString &text) const;
    mutable QHash<QString, QSize> m_sizes;
};

// One rounded word per particularity: « ZIP », « 2 QPV », « à préciser » in the colour of what is to be looked at.
class ChipDelegate final : public CellDelegate
{
    Q_OBJECT
public:
    // The words of a record (its Id as text).
    using Words = std::function<QStringList(const QString &id)>;
    ChipDelegate(Words words, QObject *parent) : CellDelegate(parent), m_words(std::move(words)) {}

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    Words m_words;
};

} // namespace gui
