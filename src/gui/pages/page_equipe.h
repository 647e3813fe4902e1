// The structure that carries the CPTS, the project team, the governance.
#pragma once

#include "gui/page.h"

#include <memory>

namespace Ui
{
class PageEquipe;
}

namespace gui
{

class RepeatEditor;

class PageEquipe final : public FormPage
{
    Q_OBJECT
public:
    explicit PageEquipe(const AppContext &context, QWidget *parent = nullptr);
    ~PageEquipe() override;

    bool goToField(const domain::FieldAddress &at) override;
    [[nodiscard]] RepeatEditor *team() const { return m_team; }

private:
    void showStatuteDate();

    std::unique_ptr<Ui::PageEquipe> m_ui;
    RepeatEditor *m_team;
};

} // namespace gui
