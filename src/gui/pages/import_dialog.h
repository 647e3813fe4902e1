// A list of communes that somebody else wrote, read before it is accepted.
#pragma once

#include "gui/context.h"
#include "imports/communes.h"

#include <memory>
#include <QDialog>
#include <QStandardItemModel>
#include <QTimer>

namespace Ui
{
class ImportDialog;
}

namespace gui
{

class WrappedCells;

// Pasted text or a file; shows what is recognised, proposes a choice for what is not certain, says what is unknown.
// Accepting is one edit.
class ImportDialog final : public QDialog
{
    Q_OBJECT
public:
    explicit ImportDialog(const AppContext &context, QWidget *parent = nullptr);
    ~ImportDialog() override;

    void chooseFile();
    void readFile(const QString &path);
    void readText(const QString &text);
    // As if it had been pasted in the dialog.
    void setList(const QString &text);
    // Settles a line of the list by a code; an empty code leaves it out.
    void settle(size_t line, const QString &code);
    [[nodiscard]] const imports::CommuneProposal &proposal() const { return m_proposal; }

    void accept() override;

Q_SIGNALS:
    // « 33 communes ajoutées. », then what was written and is not added.
    void added(const QString &sentence);
    // The edit was refused.
    void failed(const QString &sentence);

private:
    void take(const base::Result<imports::CommuneProposal> &read);
    void showProposal();
    void showCounts();
    void fitColumns();
    void addChoice(size_t line, int row);
    [[nodiscard]] std::vector<size_t> byUrgency() const;
    [[nodiscard]] QString leftOut() const;

    const AppContext &m_context;
    std::unique_ptr<Ui::ImportDialog> m_ui;
    QStandardItemModel m_lines;
    imports::CommuneProposal m_proposal;
    QTimer m_pause;
    QTimer m_settle;
    WrappedCells *m_cells = nullptr;
};

} // namespace gui
