// What the columns of a pasted block are, when the block does not say it.
#pragma once

#include "imports/block_question.h"

#include <QDialog>

class QCheckBox;
class QPushButton;

namespace gui
{

class ImportColumns;
class TextLabel;

// Shows the first rows, with what each column seems to be; Enter accepts. Nothing is written before.
class PasteColumnsDialog final : public QDialog
{
    Q_OBJECT
public:
    explicit PasteColumnsDialog(const imports::BlockQuestion &question, QWidget *parent = nullptr);

    [[nodiscard]] imports::BlockTitles titles() const;
    [[nodiscard]] ImportColumns *columns() const { return m_columns; }

private:
    void turnFirstRow();
    void fill(const std::vector<QString> &chosen);
    [[nodiscard]] std::vector<QString> chosen() const;
    [[nodiscard]] bool areWritten() const;
    // The button waits for a column that names the records.
    void follow();

    imports::BlockQuestion m_question;
    bool m_touched = false; // something was chosen: it stays, whatever the first row is
    ImportColumns *m_columns;
    QCheckBox *m_firstIsTitle;
    TextLabel *m_missing;
    QPushButton *m_accept;
};

} // namespace gui
