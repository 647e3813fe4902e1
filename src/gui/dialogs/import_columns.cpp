#include "gui/dialogs/import_columns.h"

#include "gui/theme/theme.h"
#include "gui/widgets/choice_box.h"

#include <QAbstractItemView>
#include <QEvent>
#include <QScrollBar>

namespace gui
{

using namespace Qt::Literals::StringLiterals;

ColumnHeader::ColumnHeader(QTableWidget *table) : QHeaderView(Qt::Horizontal, table), m_table(table)
{
    setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    connect(this, &QHeaderView::sectionResized, this, &ColumnHeader::place);
    connect(table->horizontalScrollBar(), &QScrollBar::valueChanged, this, &ColumnHeader::place);
}

void ColumnHeader::setChoices(std::vector<ChoiceBox *> choices)
{
    for (ChoiceBox *old : m_choices)
        old->deleteLater();
    m_choices = std::move(choices);
    for (ChoiceBox *choice : m_choices) {
        choice->setParent(this);
        choice->installEventFilter(this);
        choice->show();
    }
    updateGeometries();
    m_table->horizontalHeader()->updateGeometry();
}

QSize ColumnHeader::sizeHint() const
{
    QSize size = QHeaderView::sizeHint();
    if (!m_choices.empty())
        size.rheight() += m_choices.front()->sizeHint().height() + zoomed(8);
    return size;
}

void ColumnHeader::updateGeometries()
{
    setViewportMargins(0, 0, 0, m_choices.empty() ? 0 : m_choices.front()->sizeHint().height() + zoomed(8));
    QHeaderView::updateGeometries();
    place();
}

void ColumnHeader::place()
{
    const int top = QHeaderView::sizeHint().height() + zoomed(4);
    for (size_t column = 0; column < m_choices.size(); ++column) {
        const int at = sectionViewportPosition(int(column));
        m_choices[column]->setGeometry(at + zoomed(4), top, std::max(0, sectionSize(int(column)) - zoomed(8)),
                                       m_choices[column]->sizeHint().height());
    }
}

bool ColumnHeader::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn)
        for (size_t column = 0; column < m_choices.size(); ++column)
            if (m_choices[column] == watched)
                m_table->scrollTo(m_table->model()->index(0, int(column)));
    return QHeaderView::eventFilter(watched, event);
}

ImportColumns::ImportColumns(QWidget *parent) : QTableWidget(parent), m_header(new ColumnHeader(this))
{
    setHorizontalHeader(m_header);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSelectionMode(QAbstractItemView::NoSelection);
    setTabKeyNavigation(false);
    setWordWrap(false);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setAccessibleName(u"Premières lignes du tableau"_s);
    verticalHeader()->hide();
}

void ImportColumns::show(const imports::ImportPreview &preview, const imports::Profile &profile,
                         const imports::ColumnMapping &mapping)
{
    const int columns = int(preview.titles.size());
    m_last = -1;
    m_former.clear();
    clear();
    setColumnCount(columns);
    setRowCount(int(preview.rows.size()));
    for (size_t row = 0; row < preview.rows.size(); ++row)
        for (int column = 0; column < columns; ++column)
            setItem(int(row), column, new QTableWidgetItem(preview.rows[row].value(column).simplified().left(200)));
    std::vector<domain::Choice> fields;
    for (const imports::ImportField &field : profile.fields)
        fields.push_back({field.code, field.required ? field.label + u" (nécessaire)"_s : field.label});
    std::vector<ChoiceBox *> choices;
    QStringList titles;
    for (int column = 0; column < columns; ++column) {
        const QString title = preview.titles[column];
        titles.push_back(title.isEmpty() ? u"Colonne %1"_s.arg(column + 1) : title);
        auto *choice = new ChoiceBox(m_header);
        choice->setChoices(fields, u"Ignorer"_s);
        const auto known = mapping.find(column);
        choice->setValue(known == mapping.end() ? QString() : known->second);
        // The list that opens is as wide as its longest line, however narrow the column.
        choice->view()->setMinimumWidth(choice->view()->sizeHintForColumn(0) + zoomed(40)); // beside the bar
        choice->setAccessibleName(u"Ce qu’est la colonne « %1 »"_s.arg(titles.back()));
        connect(choice, &QComboBox::activated, this, [this, column] { settle(column); });
        choices.push_back(choice);
    }
    setHorizontalHeaderLabels(titles);
    m_header->setChoices(std::move(choices));
    settled();
    resizeColumnsToContents();
    for (int column = 0; column < columns; ++column) {
        const QString said = choice(column)->currentText();
        const int words = fontMetrics().horizontalAdvance(said) + zoomed(72); // beside the arrow
        setColumnWidth(column, std::clamp(std::max(columnWidth(column), words), zoomed(150), zoomed(300)));
    }
}

ChoiceBox *ImportColumns::choice(int column) const
{
    return m_header->choices().at(size_t(column));
}

// With the arrow keys a choice goes through all its lines: columns that gave way to one of them come back after it.
void ImportColumns::settle(int column)
{
    if (column == m_last)
        for (const auto &[other, value] : m_former)
            choice(other)->setValue(value);
    else
        m_own = m_settled[size_t(column)];
    m_last = column;
    m_former.clear();
    const domain::Value field = choice(column)->value().value_or(QString());
    for (int other = 0; other < columnCount(); ++other)
        if (other != column && !domain::isEmpty(field) && choice(other)->value() == field) {
            m_former.emplace(other, field);
            choice(other)->setValue(m_own);
        }
    settled();
    Q_EMIT chosen();
}

void ImportColumns::settled()
{
    m_settled.clear();
    for (int column = 0; column < columnCount(); ++column)
        m_settled.push_back(choice(column)->value().value_or(QString()));
}

imports::ColumnMapping ImportColumns::mapping() const
{
    imports::ColumnMapping mapping;
    for (int column = 0; column < columnCount(); ++column)
        if (const auto value = choice(column)->value(); value && !domain::isEmpty(*value))
            mapping.emplace(column, std::get<QString>(*value));
    return mapping;
}

} // namespace gui
