// The table of a page: as tall as its rows, left by Tab, driven by the keyboard.
#pragma once

#include "base/id.h"

#include <QHash>
#include <QTableView>

namespace gui
{

// Enter opens the cell, Enter again stores and goes down, Tab stores and goes to the next cell that can be typed in
// (after the last one, out of the table). Suppr asks for the removal of the selected rows.
class RecordTable final : public QTableView
{
    Q_OBJECT
public:
    explicit RecordTable(QWidget *parent = nullptr);

    void setModel(QAbstractItemModel *model) override;
    // Rows shown before the table scrolls by itself.
    void setMostRows(int rows);
    // The column that takes the room left.
    void setWideColumn(int column);
    // A column that only shows while no word of the others is cut for it; -1: none.
    void setSpareColumn(int column);
    // Columns as wide as what they hold now: done when rows come and go, not when cells are written one by one. Nothing
    // is measured while the table is out of sight: it is when it shows.
    void fitColumns();
    // Whether cells are typed in (else rows are chosen, and edited elsewhere).
    void setTyping(bool typing);

    [[nodiscard]] base::Id currentId() const;
    [[nodiscard]] std::vector<base::Id> selectedIds() const;
    // Selects the rows of these records, and no other.
    void choose(const std::vector<base::Id> &ids);
    // Makes a record current and visible; false when it is not in the table.
    bool showId(const base::Id &id, int column = 0);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void removalAsked();
    // Another record became current, or the selection changed.
    void choiceChanged();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

protected Q_SLOTS:
    void closeEditor(QWidget *editor, QAbstractItemDelegate::EndEditHint hint) override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    // Several rows that are chosen, else the cell that has the keyboard.
    void copyChosen() const;
    void copyAll() const;
    void rowsChanged();
    void cellsChanged(const QModelIndex &first, const QModelIndex &last);
    void fitHeadings();
    [[nodiscard]] QFontMetrics headingMetrics() const;
    [[nodiscard]] QString heading(int column) const;
    // Wrapped: of its longest word.
    [[nodiscard]] bool isOfFigures(int column) const;
    [[nodiscard]] int headingWidth(int column, bool wrapped) const;
    // A column that is narrower than this cuts a word.
    [[nodiscard]] int longestWord(int column) const;
    // What a column takes without cutting a word.
    [[nodiscard]] int wholeWords(int column, bool wrappedHeading) const;
    // Those that show, once it is known whether there is room for the spare one.
    [[nodiscard]] std::vector<int> shownColumns();
    [[nodiscard]] QModelIndex nextTyped(const QModelIndex &from, bool backward) const;
    [[nodiscard]] int heightOfRows(int rows) const;

    int m_mostRows = 12;
    int m_wideColumn = 0;
    int m_spareColumn = -1;
    bool m_typing = false;
    bool m_fitting = false;
    bool m_unfitted = false; // columns to be fitted when the table shows
    // Columns are fitted anew with each change of the rows and of the width: the words stay much the same.
    mutable QHash<QString, int> m_wordWidths;
};

} // namespace gui
