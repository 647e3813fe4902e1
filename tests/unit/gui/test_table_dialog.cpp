// The small table of a long text: typed cell by cell, grown, cut down, read back.
#include "driving.h"
#include "gui/dialogs/table_dialog.h"

#include <QCheckBox>
#include <QTableWidget>
#include <random>

using namespace Qt::Literals::StringLiterals;
using namespace gui;
using base::RichTable;

namespace
{

base::Spans words(const QString &text)
{
    return text.isEmpty() ? base::Spans() : base::Spans{{text}};
}

RichTable made(const std::vector<QStringList> &rows, bool header = true)
{
    RichTable table;
    table.header = header;
    for (const QStringList &row : rows) {
        auto &cells = table.rows.emplace_back();
        for (const QString &cell : row)
            cells.push_back(words(cell));
    }
    return table;
}

std::vector<QStringList> read(const RichTable &table)
{
    std::vector<QStringList> rows;
    for (const auto &row : table.rows) {
        QStringList cells;
        for (const auto &cell : row)
            cells << base::plainText(cell);
        rows.push_back(cells);
    }
    return rows;
}

struct Open {
    TableDialog dialog;
    QTableWidget *grid = dialog.findChild<QTableWidget *>();

    explicit Open(const RichTable &table = TableDialog::empty()) : dialog(table)
    {
        REQUIRE(grid);
        driving::bring(dialog);
    }
    void write(int row, int column, const QString &text) const
    {
        if (!grid->item(row, column))
            grid->setItem(row, column, new QTableWidgetItem);
        grid->item(row, column)->setText(text);
    }
    [[nodiscard]] QAbstractButton *button(const QString &words) const { return driving::button(dialog, words); }
    void press(const QString &words) const { driving::click(dialog, words); }
};

const QString addRow = u"Ajouter une ligne"_s;
const QString addColumn = u"Ajouter une colonne"_s;
const QString removeRow = u"Retirer la ligne"_s;
const QString removeColumn = u"Retirer la colonne"_s;

} // namespace

TEST_CASE("A new table has three columns to name, and nothing is kept of one that says nothing")
{
    Open open;
    CHECK(open.grid->rowCount() == 4);
    CHECK(open.grid->columnCount() == 3);
    CHECK(open.dialog.table().rows.empty());
    open.press(u"Mettre dans le texte"_s);
    CHECK(open.dialog.result() == QDialog::Accepted);
}

TEST_CASE("Cells are typed with the keys, the arrows go from one to the next")
{
    Open open;
    CHECK(open.dialog.focusWidget() == open.grid);
    const auto type = [&open](const QString &text) {
        for (const QChar c : text) // the first key opens the cell
            QTest::keyClick(open.dialog.focusWidget(), c.toLatin1());
    };
    type(u"Lieu"_s);
    driving::key(open.dialog, Qt::Key_Return);
    QTest::qWait(1);
    CHECK(open.dialog.isVisible()); // Enter was the cell's
    CHECK(open.grid->item(0, 0)->text() == u"Lieu"_s);
    open.grid->setCurrentCell(1, 0);
    type(u"Colmars"_s);
    driving::key(open.dialog, Qt::Key_Escape);
    CHECK(open.dialog.isVisible()); // Escape too
    CHECK(open.grid->item(1, 0)->text().isEmpty());
    type(u"Allos"_s);
    // Straight to the button, the cell still open.
    open.press(u"Mettre dans le texte"_s);
    CHECK(read(open.dialog.table()).front().front() == u"Lieu"_s);
    CHECK(read(open.dialog.table()).back().front() == u"Allos"_s);
}

TEST_CASE("Rows and columns without a word are left out, a single column gets a second one")
{
    Open open;
    open.write(0, 0, u"Lieu"_s);
    open.write(0, 2, u"Jour"_s);
    open.write(3, 0, u"Allos"_s);
    CHECK(read(open.dialog.table()) == std::vector<QStringList>{{u"Lieu"_s, u"Jour"_s}, {u"Allos"_s, QString()}});
    CHECK(open.dialog.table().header);
    open.write(0, 2, u"   "_s);
    CHECK(read(open.dialog.table()) == std::vector<QStringList>{{u"Lieu"_s, QString()}, {u"Allos"_s, QString()}});
    open.write(0, 0, {});
    open.write(3, 0, {});
    open.write(2, 2, u"seul"_s);
    CHECK(read(open.dialog.table()) == std::vector<QStringList>{{QString(), u"seul"_s}});
    CHECK_FALSE(open.dialog.table().header); // the names of the columns were empty
}

TEST_CASE("Rows and columns come after the current one, which has the keyboard then")
{
    Open open(made({{u"a"_s, u"b"_s}, {u"c"_s, u"d"_s}}));
    open.grid->setCurrentCell(0, 1);
    open.press(addRow);
    CHECK(open.grid->currentRow() == 1);
    CHECK(open.dialog.focusWidget() == open.grid);
    open.write(1, 0, u"n"_s);
    open.grid->setCurrentCell(1, 0);
    open.press(addColumn);
    CHECK(open.grid->currentColumn() == 1);
    open.write(0, 1, u"m"_s);
    CHECK(read(open.dialog.table()) == std::vector<QStringList>{{u"a"_s, u"m"_s, u"b"_s},
                                                                {u"n"_s, QString(), QString()},
                                                                {u"c"_s, QString(), u"d"_s}});
    open.grid->setCurrentCell(1, 1);
    open.press(removeRow);
    open.press(removeColumn);
    CHECK(read(open.dialog.table()).size() == 2);
    CHECK(open.dialog.focusWidget() == open.grid);
}

TEST_CASE("A table stops growing at its bounds and keeps one row and two columns")
{
    Open open;
    while (open.button(addColumn)->isEnabled())
        open.press(addColumn);
    CHECK(open.grid->columnCount() == base::mostColumns);
    while (open.button(removeColumn)->isEnabled())
        open.press(removeColumn);
    CHECK(open.grid->columnCount() == 2);
    while (open.button(removeRow)->isEnabled())
        open.press(removeRow);
    CHECK(open.grid->rowCount() == 1);
    open.grid->setRowCount(199);
    open.grid->setCurrentCell(198, 0);
    open.press(addRow);
    CHECK(open.grid->rowCount() == 200);
    CHECK_FALSE(open.button(addRow)->isEnabled());
}

TEST_CASE("The names of the columns are bold while the box says that there are some, in a row that was added too")
{
    Open open(made({{u"Lieu"_s, u"Jour"_s}, {u"Allos"_s, u"lundi"_s}}));
    auto *box = open.dialog.findChild<QCheckBox *>();
    REQUIRE(box);
    CHECK(box->isChecked());
    CHECK(open.grid->item(0, 0)->font().bold());
    CHECK_FALSE(open.grid->item(1, 0)->font().bold());
    QTest::keyClick(box, Qt::Key_Space);
    CHECK_FALSE(open.grid->item(0, 0)->font().bold());
    CHECK_FALSE(open.dialog.table().header);
    QTest::keyClick(box, Qt::Key_Space);
    // The row of names goes: the next one names the columns.
    open.grid->setCurrentCell(0, 0);
    open.press(removeRow);
    CHECK(open.grid->item(0, 0)->font().bold());
    CHECK(open.dialog.table().header);
}

TEST_CASE("Marks of bold and italic stay in their cells, bars and line breaks do not break the table")
{
    RichTable table = made({{u"Lieu"_s, u"Jour"_s}, {u"x"_s, u"y"_s}});
    table.rows[1][0] = {{u"Allos"_s, true, false}, {u" et "_s, false, false}, {u"Annot"_s, false, true}};
    Open open(table);
    CHECK(open.grid->item(1, 0)->text() == u"**Allos** et *Annot*"_s);
    CHECK(open.dialog.table() == table);
    open.write(1, 1, u"lundi | mardi"_s);
    open.write(0, 1, u"Jour\nde visite"_s);
    const QString text = base::writeRichText({open.dialog.table()});
    const base::RichText again = base::parseRichText(text);
    REQUIRE(again.size() == 1);
    const auto *back = std::get_if<RichTable>(&again.front());
    REQUIRE(back);
    CHECK(read(*back)[1][1] == u"lundi | mardi"_s);
    CHECK(read(*back)[0][1] == u"Jour de visite"_s);
}

TEST_CASE("Any table that is opened and left as it is comes back the same")
{
    std::mt19937 random(20261123);
    const QStringList cells{u"Allos"_s, u"12 000"_s,  u"**gras"_s, u"a*b*c"_s, u"- tiret"_s,
                            u"1. un"_s, u"à, é; ç"_s, u"a|b"_s,    u"\\"_s};
    for (int turn = 0; turn < 150; ++turn) {
        std::vector<QStringList> rows(1 + random() % 5);
        const int columns = 2 + int(random() % 4);
        for (QStringList &row : rows)
            for (int column = 0; column < columns; ++column)
                row << cells.at(int(random() % unsigned(cells.size())));
        const RichTable table = made(rows, random() % 2);
        const TableDialog dialog(table);
        INFO(base::writeRichText({table}).toStdString());
        CHECK(read(dialog.table()) == rows);
        CHECK(dialog.table().header == table.header);
    }
}

TEST_CASE("Enter on a button of rows presses that button and does not end the table")
{
    Open open;
    for (const QString &words : {addRow, addColumn, removeRow, removeColumn}) {
        auto *button = qobject_cast<QPushButton *>(open.button(words));
        REQUIRE(button);
        CHECK_FALSE(button->autoDefault());
    }
    open.button(addRow)->setFocus();
    driving::key(open.dialog, Qt::Key_Space);
    CHECK(open.grid->rowCount() == 5);
    CHECK(open.dialog.isVisible());
}
