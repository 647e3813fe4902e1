// Where the procedure stands, the meetings, the deadlines, the contract and the people in charge.
#pragma once

#include "gui/pages/spec_page.h"

namespace gui
{

class StepsPanel;

class PageEtapes final : public SpecPage
{
    Q_OBJECT
public:
    explicit PageEtapes(const AppContext &context, QWidget *parent = nullptr);

    void flush() override;
    [[nodiscard]] std::vector<domain::FieldAddress> unread() const override;
    bool goToField(const domain::FieldAddress &at) override;
    bool goToStep(const QString &label, const domain::ChangeList &changes) override;
    [[nodiscard]] StepsPanel *steps() const { return m_steps; }

private:
    StepsPanel *m_steps;
};

} // namespace gui
