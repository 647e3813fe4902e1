#include "gui/pages/page_mobilisation.h"
#include "models/tables_effectifs.h"

#include "base/clock.h"
#include "controle/controle.h"
#include "dossier/dossier.h"
#include "gui/findings.h"
#include "gui/pages/block_paste.h"
#include "gui/pages/choices.h"
#include "gui/pages/projet_cards.h"
#include "gui/pages/record_table.h"
#include "gui/pages/repeat_editor.h"
#include "imports/mobilisations.h"

#include "ui_detail_mobilisation.h"
#include "ui_detail_partenaire.h"
#include "ui_page_mobilisation.h"

namespace gui
{

using namespace Qt::Literals::StringLiterals;

namespace
{

RepeatSpec actionsSpec()
{
    RepeatSpec spec;
    spec.title = u"Les actions de mobilisation"_s;
    spec.help = u"Réunions d’information, envois, appels : ce qui a fait connaître le projet."_s;
    spec.emptyTitle = u"Aucune action pour l’instant"_s;
    spec.emptyHint = u"Ajoutez la première réunion ou le premier envoi, même prévu."_s;
    spec.addText = u"Ajouter une action"_s;
    spec.addLabel = u"Ajouter une action de mobilisation"_s;
    spec.removeLabel = u"Retirer une action de mobilisation"_s;
    spec.detailTitle = u"L’action choisie"_s;
    spec.tableName = u"Actions de mobilisation"_s;
    spec.table = models::mobilisationsTable();
    return spec;
}

RepeatSpec partnersSpec()
{
    RepeatSpec spec;
    spec.title = u"Les partenariats en construction"_s;
    spec.help = u"Services et établissements avec lesquels un partenariat se noue."_s;
    spec.emptyTitle = u"Aucun partenaire pour l’instant"_s;
    spec.emptyHint = u"Ajoutez l’hôpital, le dispositif d’appui, un EHPAD, une association d’usagers…"_s;
    spec.addText = u"Ajouter un partenaire"_s;
    spec.addLabel = u"Ajouter un partenaire"_s;
    spec.removeLabel = u"Retirer un partenaire"_s;
    spec.detailTitle = u"Le partenaire choisi"_s;
    spec.tableName = u"Partenariats en construction"_s;
    spec.table = models::partenairesTable();
    return spec;
}

RepeatEditor *place(RepeatEditor *editor, QWidget *where)
{
    auto *column = new QVBoxLayout(where);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(editor);
    return editor;
}

} // namespace

PageMobilisation::PageMobilisation(const AppContext &context, QWidget *parent)
    : FormPage(context, u"mobilisation"_s, parent), m_ui(std::make_unique<Ui::PageMobilisation>()),
      m_counts(new models::RecordTableModel(
          models::effectifsTable(professionLines(context.reference), ligneOf(context)), context.dossier, this))
{
    m_ui->setupUi(body());
    auto *action = new QWidget;
    Ui::DetailMobilisation().setupUi(action);
    m_actions = place(new RepeatEditor(actionsSpec(), action, context, binder(), m_ui->actions), m_ui->actions);
    auto *partner = new QWidget;
    Ui::DetailPartenaire().setupUi(partner);
    m_partners =
        place(new RepeatEditor(partnersSpec(), partner, context, binder(), m_ui->partenaires), m_ui->partenaires);

    m_ui->effectifs->setModel(m_counts);
    m_ui->effectifs->setSelectionBehavior(QAbstractItemView::SelectItems);
    m_ui->effectifs->setTyping(true);
    m_ui->effectifs->setMostRows(20);
    m_ui->effectifs->setAccessibleName(u"Professionnels identifiés, sollicités et adhérents, par profession"_s);

    auto *cells = new CellPaste(m_ui->effectifs, m_counts, m_ui->colle, context);
    // Copied numbers by profession are no meetings, wherever the keyboard is.
    for (RepeatEditor *editor : {m_actions, m_partners})
        PasteRules::of(editor).elsewhere = [cells](const QString &text) { return cells->takeOwn(text); };
    PasteRules::of(m_actions).reading = imports::readMobilisations;
    pastePartnersIn(m_partners);
    m_ui->colle->hide();

    for (RepeatEditor *editor : {m_actions, m_partners})
        connect(editor, &RepeatEditor::failed, this, &FormPage::failed);
    connect(m_counts, &models::RecordTableModel::editRefused, this, &FormPage::failed);
    connect(m_counts, &QAbstractItemModel::dataChanged, this, &PageMobilisation::showTotal);
    connect(m_counts, &QAbstractItemModel::dataChanged, this, &PageMobilisation::showCoherence);
    binder().bindForm(body());
    showTotal();
    tellCoherence(Findings::of(context));
}

PageMobilisation::~PageMobilisation()
{
    // A cell that is being typed is stored as the page goes: what is left of the page must not follow it.
    disconnect(m_counts, nullptr, this, nullptr);
}

RecordTable *PageMobilisation::counts() const
{
    return m_ui->effectifs;
}

// The last line of the table is under the edge of a small screen: its sums are told above it too.
void PageMobilisation::showTotal()
{
    const int last = m_counts->rowCount() - 1;
    QStringList sums;
    for (int column = 1; column < m_counts->columnCount(); ++column)
        if (const QString sum = m_counts->index(last, column).data().toString(); !sum.isEmpty())
            sums << m_counts->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString().toLower() + u' ' + sum;
    QStringList told;
    if (!sums.isEmpty())
        told << u"Total : %1."_s.arg(sums.join(u", "_s));
    if (context().dossier.projet().organisation.comptage == domain::Comptage::Membres)
        told << u"Les adhérents sont comptés dans la liste des membres, page « Organisation »."_s;
    m_ui->total->setText(told.join(u' '));
    m_ui->total->setVisible(!told.isEmpty());
}

// Right after an edit, what the pages share may still be of before it.
void PageMobilisation::showCoherence()
{
    tellCoherence(controle::check(context().dossier.projet(), context().reference, context().clock.today()));
}

// The criteria say it, here and in the right pane: one rule, one sentence.
void PageMobilisation::tellCoherence(const std::vector<controle::Finding> &findings)
{
    QStringList sentences;
    for (const controle::Finding &finding : findings)
        if (finding.volet == controle::Volet::Lettre && finding.severity != controle::Severity::Fulfilled &&
            finding.field.table == "effectif"_L1 && !finding.field.id.isNull() &&
            context().dossier.projet().effectifs.find(finding.field.id))
            sentences += finding.sentence + u'.';
    m_ui->coherence->setText(sentences.join(u'\n'));
    m_ui->coherence->setVisible(!sentences.isEmpty());
}

bool PageMobilisation::goToField(const domain::FieldAddress &at)
{
    for (RepeatEditor *editor : {m_actions, m_partners})
        if (QWidget *field = editor->show(at)) {
            reveal(field);
            return true;
        }
    const int row = at.table == "effectif"_L1 ? m_counts->rowOf(at.id) : -1;
    const int column = m_counts->columnOf(at.field);
    if (row >= 0 && column > 0) {
        m_ui->effectifs->setCurrentIndex(m_counts->index(row, column));
        reveal(m_ui->effectifs);
        return true;
    }
    return FormPage::goToField(at);
}

} // namespace gui
