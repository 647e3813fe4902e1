#include "gui/pages/page_equipe.h"

#include "dossier/dossier.h"
#include "gui/pages/block_paste.h"
#include "gui/pages/choices.h"
#include "gui/pages/projet_cards.h"
#include "gui/pages/repeat_editor.h"

#include "ui_detail_personne.h"
#include "ui_page_equipe.h"

namespace gui
{

using namespace Qt::Literals::StringLiterals;

namespace
{

// Somebody who leaves the team but is named elsewhere stays; the porteur always belongs to it.
RepeatSpec teamSpec(const AppContext &context)
{
    RepeatSpec spec;
    spec.title = u"L’équipe projet"_s;
    spec.help = u"Les personnes qui écrivent le projet et le présenteront. Le porteur en fait partie d’office."_s;
    spec.emptyTitle = u"Personne pour l’instant"_s;
    spec.emptyHint = u"Ajoutez les professionnels et partenaires qui construisent le projet avec vous."_s;
    spec.addText = u"Ajouter une personne"_s;
    spec.addLabel = u"Ajouter une personne à l’équipe"_s;
    spec.removeLabel = u"Retirer une personne de l’équipe"_s;
    spec.detailTitle = u"La personne choisie"_s;
    spec.tableName = u"Équipe projet"_s;
    const reference::Reference &reference = context.reference;
    spec.table = models::equipeTable([&reference](const QString &code) { return professionLabel(reference, code); });
    spec.initial = {{u"equipeProjet"_s, true}};
    spec.keeps = [](const domain::Projet &projet, const base::Id &id) {
        return id == projet.identite.porteur
                   ? u"Le porteur reste dans l’équipe ; on le change à la page « Porteur du projet »."_s
                   : QString();
    };
    return spec;
}

} // namespace

PageEquipe::PageEquipe(const AppContext &context, QWidget *parent)
    : FormPage(context, u"equipe"_s, parent), m_ui(std::make_unique<Ui::PageEquipe>())
{
    m_ui->setupUi(body());
    auto *detail = new QWidget;
    Ui::DetailPersonne person;
    person.setupUi(detail);
    person.profession->setChoices(professionChoices(context.reference), u"Non renseignée"_s);
    RepeatSpec spec = teamSpec(context);
    spec.taking = {
        u"Prendre dans les membres…"_s, u"Qui, parmi les membres, écrit le projet ?"_s,
        u"Prendre des membres dans l’équipe"_s, u"equipeProjet"_s,
        peopleWho(context, [](const domain::Projet &projet, const base::Id &id, const domain::Personne &one) {
            return one.membre && !one.equipeProjet && id != projet.identite.porteur;
        })};
    m_team = new RepeatEditor(std::move(spec), detail, context, binder(), m_ui->equipe);
    pastePeopleIn(m_team, context.reference);
    auto *place = new QVBoxLayout(m_ui->equipe);
    place->setContentsMargins(0, 0, 0, 0);
    place->addWidget(m_team);
    connect(m_team, &RepeatEditor::failed, this, &FormPage::failed);
    binder().bindForm(body());
    connect(&context.dossier, &dossier::Dossier::changed, this, &PageEquipe::showStatuteDate);
    showStatuteDate();
}

PageEquipe::~PageEquipe() = default;

// The date is asked only when the statutes are to come, or when there is one already.
void PageEquipe::showStatuteDate()
{
    const domain::StructurePorteuse &structure = context().dossier.projet().structure;
    const bool wanted = structure.etatStatuts == domain::EtatStatuts::AVenir || structure.statutsPrevusLe.isValid();
    m_ui->statutsPrevusLeFrame->setVisible(wanted);
}

bool PageEquipe::goToField(const domain::FieldAddress &at)
{
    if (QWidget *field = m_team->show(at)) {
        reveal(field);
        return true;
    }
    return FormPage::goToField(at);
}

} // namespace gui
