// A small table of a long text, filled cell by cell.
#pragma once

#include "base/rich_text.h"

#include <QDialog>

class QCheckBox;
class QPushButton;
class QTableWidget;

namespace gui
{

// Cells hold the markup of a line: bold and italic typed with their stars stay.
class TableDialog final : public QDialog
{
    Q_OBJECT
public:
    explicit TableDialog(const base::RichTable &table, QWidget *parent = nullptr);

    // What a new table begins as: three columns with names to give, three rows.
    [[nodiscard]] static base::RichTable empty();
    // What is on the screen, without the rows and columns that say nothing.
    [[nodiscard]] base::RichTable table() const;

private:
    void fill(const base::RichTable &table);
    void add(Qt::Orientation along);
    void remove(Qt::Orientation along);
    // Buttons that can be pressed, and the names of the columns in bold.
    void follow();
    [[nodiscard]] base::Spans cell(int row, int column) const;

    QTableWidget *m_grid;
    QCheckBox *m_header;
    QPushButton *m_addRow;
    QPushButton *m_addColumn;
    QPushButton *m_removeRow;
    QPushButton *m_removeColumn;
};

} // namespace gui
