// The five kinds of structures that were contacted.
#pragma once

#include "gui/page.h"

#include <memory>

namespace Ui
{
class PagePartenariats;
}

namespace gui
{

class PagePartenariats final : public FormPage
{
    Q_OBJECT
public:
    explicit PagePartenariats(const AppContext &context, QWidget *parent = nullptr);
    ~PagePartenariats() override;

private:
    std::unique_ptr<Ui::PagePartenariats> m_ui;
};

} // namespace gui
