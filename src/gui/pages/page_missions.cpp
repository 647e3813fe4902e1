#include "gui/pages/page_missions.h"

#include "dossier/dossier.h"
#include "reference/reference.h"

#include "ui_mission_card.h"
#include "ui_page_missions.h"

namespace gui
{

using namespace Qt::Literals::StringLiterals;

namespace
{

void name(QWidget *field, const QString &champ)
{
    field->setProperty("champ", champ);
}

} // namespace

MissionCard::MissionCard(const reference::Mission &mission, const AppContext &context, Binder &binder, QWidget *parent)
    : StripedCard(mission.code, parent), m_context(context), m_ui(std::make_unique<Ui::MissionCard>())
{
    m_ui->setupUi(this);
    setAccessibleName(mission.libelleCourt);
    m_ui->sorte->setText(mission.socle ? u"Mission socle"_s : u"Mission complémentaire"_s);
    m_ui->nom->setText(mission.libelleCourt);
    m_ui->libelle->setText(mission.libelleLettre);
    m_ui->libelle->setVisible(mission.libelleLettre != mission.libelleCourt);
    m_ui->reperes->setText(u"•  "_s + mission.reperes.join(u"\n•  "_s));
    m_ui->reperes->hide();
    m_ui->reperesBouton->setVisible(!mission.reperes.isEmpty());
    m_ui->reperesBouton->setCheckable(true);
    m_ui->reperesBouton->setAccessibleName(m_ui->reperesBouton->text() + u", "_s + mission.libelleCourt);
    connect(m_ui->reperesBouton, &QPushButton::toggled, m_ui->reperes, &QWidget::setVisible);

    const QString place = u"mission:"_s + mission.code;
    name(m_ui->retenue, place + u".retenue"_s);
    name(m_ui->description, place + u".description"_s);
    name(m_ui->precision, place + u".precision"_s);
    // « Mission visée » eight times says nothing to who hears the page: the mission's name comes first.
    m_ui->retenueFrame->setLabel(u"Mission visée"_s);
    m_ui->precisionFrame->setVisible(mission.code == "autres"_L1);
    binder.bindForm(this);
    m_ui->retenue->setSpokenName(mission.libelleCourt + u" : mission visée"_s);
    m_ui->description->setAccessibleName(mission.libelleCourt + u" : description"_s);
    connect(m_ui->retenue, &AnswerChoice::answerChanged, this, &MissionCard::showWhatCounts);
    connect(&context.dossier, &dossier::Dossier::changed, this, &MissionCard::showWhatCounts);
    showWhatCounts();
}

MissionCard::~MissionCard() = default;

void MissionCard::showWhatCounts()
{
    const domain::Mission *mission =
        domain::findKey(m_context.dossier.projet().missions, u"mission"_s, StripedCard::mission());
    const bool refused = mission && mission->retenue == false && mission->description.isEmpty();
    m_ui->descriptionFrame->setVisible(!refused || m_ui->description->hasFocus());
}

PageMissions::PageMissions(const AppContext &context, QWidget *parent)
    : FormPage(context, u"missions"_s, parent), m_ui(std::make_unique<Ui::PageMissions>())
{
    m_ui->setupUi(body());
    for (const reference::Mission &mission : context.reference.missions().toutes) {
        QWidget *group = mission.socle ? m_ui->socles : m_ui->complementaires;
        group->layout()->addWidget(new MissionCard(mission, context, binder(), group));
    }
}

PageMissions::~PageMissions() = default;

bool PageMissions::goToField(const domain::FieldAddress &at)
{
    QWidget *field = binder().widgetFor(at);
    if (!field)
        return FormPage::goToField(at);
    for (QWidget *hidden = field; hidden && hidden != this; hidden = hidden->parentWidget())
        if (hidden->isHidden())
            hidden->show();
    reveal(field);
    return true;
}

} // namespace gui
