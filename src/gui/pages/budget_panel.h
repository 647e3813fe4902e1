// What the actions cost and what is expected: every line of budget, then the sums by year, funder and mission.
#pragma once

#include "gui/context.h"

#include "domain/changes.h"

#include <QWidget>

class QPushButton;
class QStandardItemModel;

namespace suivi
{
struct Poste;
}

namespace gui
{

class Card;
class DocumentMenu;
class EmptyState;
class InfoBarStack;
class RecordTable;

class BudgetPanel final : public QWidget
{
    Q_OBJECT
public:
    explicit BudgetPanel(const AppContext &context);
    ~BudgetPanel() override;

    [[nodiscard]] RecordTable *lines() const { return m_lines; }
    // The sums, in the order year, funder, mission.
    [[nodiscard]] const std::vector<RecordTable *> &sums() const { return m_sums; }
    [[nodiscard]] DocumentMenu *documents() const { return m_documents; }
    [[nodiscard]] InfoBarStack *messages() const { return m_messages; }

Q_SIGNALS:
    // The amounts of a line are typed in its fiche.
    void goTo(const QString &page, const domain::FieldAddress &field);

private:
    [[nodiscard]] QWidget *makeLines();
    [[nodiscard]] QWidget *makeSums();
    [[nodiscard]] DocumentMenu *makeDocuments(QWidget *parent);
    void openFiche();
    void refresh();

    const AppContext &m_context;
    RecordTable *m_lines = nullptr;
    EmptyState *m_empty = nullptr;
    QPushButton *m_open = nullptr;
    QWidget *m_sumsCard = nullptr;
    DocumentMenu *m_documents = nullptr;
    InfoBarStack *m_messages = nullptr;
    std::vector<RecordTable *> m_sums;
    std::vector<QStandardItemModel *> m_models;
};

} // namespace gui
