#include "gui/dialogs/table_dialog.h"

#include "gui/theme/icons.h"
#include "gui/widgets/labels.h"

#include <algorithm>
#include <QCheckBox>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

namespace gui
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr int mostRows = 200;

QPushButton *button(const QString &iconName, const QString &text)
{
    auto *made = new QPushButton(icon(iconName), text);
    made->setAutoDefault(false);
    return made;
}

// The words of a cell as markup of a line.
QString typed(const base::Spans &spans)
{
    base::StyledText text;
    for (const base::Span &span : spans)
        text.append(span.text,
                    quint8((span.bold ? base::StyledText::Bold : 0) | (span.italic ? base::StyledText::Italic : 0)));
    return base::written(text);
}

} // namespace

TableDialog::TableDialog(const base::RichTable &table, QWidget *parent)
    : QDialog(parent), m_grid(new QTableWidget(this)),
      m_header(new QCheckBox(u"La première ligne donne le nom des colonnes"_s, this)),
      m_addRow(button(u"ajouter"_s, u"Ajouter une ligne"_s)),
      m_addColumn(button(u"ajouter"_s, u"Ajouter une colonne"_s)),
      m_removeRow(button(u"supprimer"_s, u"Retirer la ligne"_s)),
      m_removeColumn(button(u"supprimer"_s, u"Retirer la colonne"_s))
{
    setWindowTitle(u"Tableau"_s);
    resize(720, 480);
    m_grid->setAccessibleName(u"Cases du tableau"_s);
    m_grid->setTabKeyNavigation(false);
    m_grid->setWordWrap(true);
    m_grid->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_grid->horizontalHeader()->hide();
    m_grid->verticalHeader()->hide();
    m_grid->setEditTriggers(QAbstractItemView::AllEditTriggers);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(12);
    column->addWidget(plainLabel(u"Tableau"_s, TextRole::Section, this));
    column->addWidget(plainLabel(u"Écrivez dans les cases. Les lignes et les colonnes vides ne sont pas gardées."_s,
                                 TextRole::Hint, this));
    column->addWidget(m_header);
    column->addWidget(m_grid, 1);
    for (const auto &pair : {std::pair{m_addRow, m_removeRow}, std::pair{m_addColumn, m_removeColumn}}) {
        auto *line = new QHBoxLayout;
        line->addWidget(pair.first);
        line->addWidget(pair.second);
        line->addStretch();
        column->addLayout(line);
    }
    auto *buttons = new QDialogButtonBox(this);
    setRole(buttons->addButton(u"Mettre dans le texte"_s, QDialogButtonBox::AcceptRole), u"principal"_s);
    buttons->addButton(u"Annuler"_s, QDialogButtonBox::RejectRole);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_addRow, &QPushButton::clicked, this, [this] { add(Qt::Vertical); });
    connect(m_addColumn, &QPushButton::clicked, this, [this] { add(Qt::Horizontal); });
    connect(m_removeRow, &QPushButton::clicked, this, [this] { remove(Qt::Vertical); });
    connect(m_removeColumn, &QPushButton::clicked, this, [this] { remove(Qt::Horizontal); });
    connect(m_header, &QCheckBox::toggled, this, &TableDialog::follow);
    fill(table);
    m_grid->setFocus();
}

base::RichTable TableDialog::empty()
{
    return {true, std::vector<std::vector<base::Spans>>(4, std::vector<base::Spans>(3))};
}

void TableDialog::fill(const base::RichTable &table)
{
    m_header->setChecked(table.header);
    m_grid->setRowCount(int(table.rows.size()));
    m_grid->setColumnCount(table.rows.empty() ? 0 : int(table.rows.front().size()));
    for (int row = 0; row < m_grid->rowCount(); ++row)
        for (int column = 0; column < m_grid->columnCount(); ++column)
            m_grid->setItem(row, column, new QTableWidgetItem(typed(table.rows[size_t(row)].at(size_t(column)))));
    m_grid->setCurrentCell(0, 0);
    m_grid->resizeRowsToContents();
    follow();
}

void TableDialog::add(Qt::Orientation along)
{
    const int row = m_grid->currentRow() + 1;
    const int column = m_grid->currentColumn() + 1;
    if (along == Qt::Vertical) {
        m_grid->insertRow(row);
        m_grid->setCurrentCell(row, 0);
    } else {
        m_grid->insertColumn(column);
        m_grid->setCurrentCell(0, column);
    }
    m_grid->setFocus();
    follow();
}

void TableDialog::remove(Qt::Orientation along)
{
    if (along == Qt::Vertical)
        m_grid->removeRow(m_grid->currentRow());
    else
        m_grid->removeColumn(m_grid->currentColumn());
    m_grid->setFocus();
    follow();
}

void TableDialog::follow()
{
    QFont bold = m_grid->font();
    bold.setBold(m_header->isChecked());
    for (int row = 0; row < std::min(2, m_grid->rowCount()); ++row)
        for (int column = 0; column < m_grid->columnCount(); ++column) {
            if (!m_grid->item(row, column))
                m_grid->setItem(row, column, new QTableWidgetItem);
            m_grid->item(row, column)->setFont(row == 0 ? bold : m_grid->font());
        }
    m_addRow->setEnabled(m_grid->rowCount() < mostRows);
    m_addColumn->setEnabled(m_grid->columnCount() < base::mostColumns);
    m_removeRow->setEnabled(m_grid->rowCount() > 1);
    m_removeColumn->setEnabled(m_grid->columnCount() > 2);
}

base::Spans TableDialog::cell(int row, int column) const
{
    const QTableWidgetItem *item = m_grid->item(row, column);
    const QString text = item ? QString(item->text()).replace(u'\n', u' ').trimmed() : QString();
    const base::RichText read = base::parseRichText(base::asText(text));
    const auto *words = read.empty() ? nullptr : std::get_if<base::RichParagraph>(&read.front());
    return words ? words->spans : base::Spans();
}

base::RichTable TableDialog::table() const
{
    std::vector<int> columns;
    std::vector<int> rows;
    const auto says = [this](int row, int column) { return !cell(row, column).empty(); };
    for (int column = 0; column < m_grid->columnCount(); ++column)
        for (int row = 0; row < m_grid->rowCount(); ++row)
            if (says(row, column) && (columns.empty() || columns.back() != column))
                columns.push_back(column);
    for (int row = 0; row < m_grid->rowCount(); ++row)
        if (std::any_of(columns.begin(), columns.end(), [&](int column) { return says(row, column); }))
            rows.push_back(row);
    // A table has two columns at least.
    for (int column = 0; column < m_grid->columnCount() && columns.size() == 1; ++column)
        if (column != columns.front())
            columns.insert(column < columns.front() ? columns.begin() : columns.end(), column);
    base::RichTable table;
    table.header = m_header->isChecked() && !rows.empty() && rows.front() == 0;
    for (const int row : rows) {
        auto &cells = table.rows.emplace_back();
        for (const int column : columns)
            cells.push_back(cell(row, column));
    }
    return table;
}

} // namespace gui
