#include "gui/pages/page_partenariats.h"

#include "ui_page_partenariats.h"

namespace gui
{

using namespace Qt::Literals::StringLiterals;

PagePartenariats::PagePartenariats(const AppContext &context, QWidget *parent)
    : FormPage(context, u"partenariats"_s, parent), m_ui(std::make_unique<Ui::PagePartenariats>())
{
    m_ui->setupUi(body());
    binder().bindForm(body());
}

PagePartenariats::~PagePartenariats() = default;

} // namespace gui
