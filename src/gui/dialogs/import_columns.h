// The first rows of a table that somebody else made and, over each column, what it is.
#pragma once

#include "imports/profiles.h"

#include <QHeaderView>
#include <QTableWidget>

namespace gui
{

class ChoiceBox;

// Titles, and under each the choice of what the column is. Choices are reached with Tab; the one that has the keyboard
// is brought into view.
class ColumnHeader final : public QHeaderView
{
    Q_OBJECT
public:
    explicit ColumnHeader(QTableWidget *table);

    // One choice a column; those of before go.
    void setChoices(std::vector<ChoiceBox *> choices);
    [[nodiscard]] const std::vector<ChoiceBox *> &choices() const { return m_choices; }
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void updateGeometries() override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void place();
    QTableWidget *m_table;
    std::vector<ChoiceBox *> m_choices;
};

class ImportColumns final : public QTableWidget
{
    Q_OBJECT
public:
    explicit ImportColumns(QWidget *parent = nullptr);

    void show(const imports::ImportPreview &preview, const imports::Profile &profile,
              const imports::ColumnMapping &mapping);
    [[nodiscard]] imports::ColumnMapping mapping() const;
    // The choice over a column.
    [[nodiscard]] ChoiceBox *choice(int column) const;

Q_SIGNALS:
    // The user chose what a column is. What has only one column leaves the column that had it,
    // which takes what this one was.
    void chosen();

private:
    void settle(int column);
    void settled();
    ColumnHeader *m_header;
    std::vector<domain::Value> m_settled;  // what each column was before the last choice
    domain::Value m_own;                   // what the column chosen last was: it goes to the one that gives way
    int m_last = -1;                       // the column that was chosen last…
    std::map<int, domain::Value> m_former; // …and what the others were, which gave way to it
};

} // namespace gui
