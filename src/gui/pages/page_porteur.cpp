#include "gui/pages/page_porteur.h"

#include "gui/pages/choices.h"

#include "ui_page_porteur.h"

namespace gui
{

using namespace Qt::Literals::StringLiterals;

PagePorteur::PagePorteur(const AppContext &context, QWidget *parent)
    : FormPage(context, u"porteur"_s, parent), m_ui(std::make_unique<Ui::PagePorteur>())
{
    m_ui->setupUi(body());
    m_ui->profession->setChoices(professionChoices(context.reference), u"Non renseignée"_s);
    binder().bindForm(body());
}

PagePorteur::~PagePorteur() = default;

} // namespace gui
