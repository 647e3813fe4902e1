#include "gui/pages/page_calendrier.h"

#include "base/clock.h"
#include "dossier/dossier.h"
#include "gui/pages/choices.h"
#include "gui/pages/dates_list.h"
#include "gui/widgets/labels.h"

#include "ui_page_calendrier.h"
#include <QBoxLayout>

namespace gui
{

using namespace Qt::Literals::StringLiterals;

PageCalendrier::PageCalendrier(const AppContext &context, QWidget *parent)
    : FormPage(context, u"calendrier"_s, parent), m_ui(std::make_unique<Ui::PageCalendrier>())
{
    m_ui->setupUi(body());
    const ListCard dates = datesCard(context);
    QWidget *detail = makeRecordForm(dates.list.table.table, dates.detail, context);
    m_dates = new RepeatEditor(dates.list, detail, context, binder(), m_ui->echeances);
    auto *place = new QVBoxLayout(m_ui->echeances);
    place->setContentsMargins(0, 0, 0, 0);
    place->addWidget(m_dates);
    connect(m_dates, &RepeatEditor::failed, this, &FormPage::failed);
    m_ui->structureAppui->setChoices(structureAppuiChoices(context.reference), u"Pas encore choisie"_s);
    m_confirmation = makeForm({{.name = u"rubrique:label-appui.texte"_s,
                                .help = u"Quand et comment : « courriel du 3 février 2027, label prolongé »."_s,
                                .lines = 2,
                                .label = u"Réponse de l’ARS sur le label"_s}},
                              context);
    if (auto *column = qobject_cast<QBoxLayout *>(m_ui->label->parentWidget()->layout()))
        column->insertWidget(column->indexOf(m_ui->label) + 1, m_confirmation);
    binder().bindForm(body());
    connect(&context.dossier, &dossier::Dossier::changed, this, &PageCalendrier::showSupport);
    showSupport();
}

PageCalendrier::~PageCalendrier() = default;

void PageCalendrier::showSupport()
{
    const domain::Accompagnement &wanted = context().dossier.projet().accompagnement;
    const bool yes = wanted.souhaite.value_or(false) || !wanted.structureAppui.isEmpty();
    const reference::StructuresAppui &structures = context().reference.structuresAppui();
    const reference::StructureAppui *structure = structures.find(wanted.structureAppui);
    QStringList address;
    if (structure) {
        address += u"%1, %2 %3"_s.arg(structure->adresse, structure->codePostal, structure->ville);
        address += structure->telephones;
        address += structure->courriel;
        address.removeAll(QString());
    }
    const bool outdated = yes && !structures.labelCourt(context().clock.today());
    m_ui->structureAppuiFrame->setVisible(yes);
    m_ui->adresse->setText(address.join(u"\n"_s));
    m_ui->adresse->setVisible(yes && structure);
    const QString answer = domain::texteRubrique(context().dossier.projet(), u"label-appui"_s);
    // The line stays when the answer is written under it: what is typed in must not move.
    const bool answered = !answer.trimmed().isEmpty();
    const QString list = u"Liste des structures labellisées en %1 pour %2 ans : "_s.arg(structures.labelAnnee)
                             .arg(structures.labelDureeAns);
    m_ui->label->setText(list + (answered ? u"vous avez noté la réponse de l’ARS."_s
                                          : u"vérifiez auprès de l’ARS que le label court toujours."_s));
    if (const QString role = answered ? roleName(TextRole::Hint) : roleName(TextRole::Warning);
        m_ui->label->property("role").toString() != role)
        setRole(m_ui->label, role);
    m_ui->label->setVisible(outdated);
    m_confirmation->setVisible(outdated || !answer.isEmpty());
}

bool PageCalendrier::goToField(const domain::FieldAddress &at)
{
    if (QWidget *field = m_dates->show(at)) {
        reveal(field);
        return true;
    }
    return FormPage::goToField(at);
}

} // namespace gui
