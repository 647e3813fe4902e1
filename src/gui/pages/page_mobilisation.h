// What made the project known, who answered, which partnerships are being built.
#pragma once

#include "gui/page.h"

#include <memory>

namespace Ui
{
class PageMobilisation;
}

namespace models
{
class RecordTableModel;
}

namespace gui
{

class RecordTable;
class RepeatEditor;

class PageMobilisation final : public FormPage
{
    Q_OBJECT
public:
    explicit PageMobilisation(const AppContext &context, QWidget *parent = nullptr);
    ~PageMobilisation() override;

    bool goToField(const domain::FieldAddress &at) override;
    [[nodiscard]] RepeatEditor *actions() const { return m_actions; }
    [[nodiscard]] RepeatEditor *partners() const { return m_partners; }
    [[nodiscard]] RecordTable *counts() const;

private:
    void showTotal();
    void showCoherence();
    void tellCoherence(const std::vector<controle::Finding> &findings);

    std::unique_ptr<Ui::PageMobilisation> m_ui;
    RepeatEditor *m_actions;
    RepeatEditor *m_partners;
    models::RecordTableModel *m_counts;
};

} // namespace gui
