// How they work together, the dates to come, the help asked for.
#pragma once

#include "gui/page.h"

#include <memory>

namespace Ui
{
class PageCalendrier;
}

namespace gui
{

class RepeatEditor;

class PageCalendrier final : public FormPage
{
    Q_OBJECT
public:
    explicit PageCalendrier(const AppContext &context, QWidget *parent = nullptr);
    ~PageCalendrier() override;

    bool goToField(const domain::FieldAddress &at) override;
    [[nodiscard]] RepeatEditor *dates() const { return m_dates; }

private:
    void showSupport();

    std::unique_ptr<Ui::PageCalendrier> m_ui;
    RepeatEditor *m_dates;
    QWidget *m_confirmation = nullptr; // what the ARS answered about a label that ran out
};

} // namespace gui
