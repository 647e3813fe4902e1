// Who carries the project.
#pragma once

#include "gui/page.h"

#include <memory>

namespace Ui
{
class PagePorteur;
}

namespace gui
{

class PagePorteur final : public FormPage
{
    Q_OBJECT
public:
    explicit PagePorteur(const AppContext &context, QWidget *parent = nullptr);
    ~PagePorteur() override;

private:
    std::unique_ptr<Ui::PagePorteur> m_ui;
};

} // namespace gui
