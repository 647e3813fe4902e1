#include "gui/pages/fiche_form.h"

#include "dossier/dossier.h"
#include "gui/pages/block_paste.h"
#include "gui/pages/calendar_panel.h"
#include "gui/pages/indicator_library.h"
#include "gui/pages/projet_cards.h"
#include "gui/pages/record_table.h"
#include "gui/pages/releve_list.h"
#include "gui/widgets/card.h"
#include "gui/widgets/field_frame.h"
#include "gui/widgets/page_tabs.h"
#include "models/fiche_operations.h"

#include <algorithm>
#include <QVBoxLayout>

namespace gui
{

using namespace Qt::Literals::StringLiterals;

namespace
{

std::vector<FieldSpec> objectives(const AppContext &context)
{
    return {{u"intitule"_s, u"Un titre court, que tous reconnaîtront."_s},
            {.name = u"mission"_s, .none = u"À choisir"_s, .options = missions(context)},
            {.name = u"avancement"_s, .beside = true},
            {.name = u"besoins"_s,
             .help = u"Repris du diagnostic dans la fiche imprimée."_s,
             .none = u"Aucun besoin pour l’instant"_s,
             .options = models::besoinOptions()},
            {.name = u"diagnostic"_s,
             .help = u"Ce qu’il faut ajouter aux besoins choisis : un chiffre, un constat."_s,
             .lines = 3},
            {.name = u"objectifGeneral"_s, .help = u"L’orientation à poursuivre."_s, .lines = 3}};
}

std::vector<FieldSpec> actionsAndMeans()
{
    return {
        {.name = u"publicBeneficiaire"_s, .help = u"Qui en bénéficie, et combien de personnes."_s, .lines = 2},
        {.name = u"actions"_s, .help = u"Ce que vous ferez pour atteindre les objectifs spécifiques."_s, .lines = 6},
        {.name = u"moyens"_s,
         .help = u"Outils, temps, lieux, modalités de travail, systèmes d’information."_s,
         .lines = 5}};
}

std::vector<FieldSpec> actors(const AppContext &context)
{
    return {{.name = u"professions"_s,
             .help = u"Au moins deux : la pluriprofessionnalité est un critère de validation."_s,
             .none = u"Aucune profession pour l’instant"_s,
             .options = professions(context)},
            {.name = u"partenaires"_s,
             .none = u"Aucun partenaire pour l’instant"_s,
             .options = models::partenaireOptions()},
            {.name = u"acteurs"_s, .help = u"Qui fait quoi."_s, .lines = 4},
            {.name = u"coordonnateur"_s,
             .help = u"Membre de la CPTS, référent de l’action."_s,
             .none = u"À désigner"_s,
             .options = people(context)},
            {.name = u"decision"_s, .help = u"Au moment du bilan."_s, .beside = true}};
}

ListCard specificObjectives(const base::Id &fiche)
{
    const ListWords words{u"Objectifs spécifiques"_s, u"Simples, mesurables, réalistes."_s,
                          u"« Proposer un bilan à 150 patients par an. »"_s, u"un objectif"_s, u"L’objectif choisi"_s};
    return {listSpec(words, models::objectifsTable(fiche), {{u"fiche"_s, fiche}}), {{u"enonce"_s}}};
}

ListCard steps(const base::Id &fiche, const AppContext &context)
{
    const ListWords words{u"Étapes clés"_s,
                          u"Une date de début suffit pour un jour précis."_s,
                          u"Ajoutez la première étape : la rédaction du protocole, une formation…"_s,
                          u"une étape"_s,
                          u"L’étape choisie"_s,
                          true};
    return {listSpec(words, models::etapesActionTable(fiche), {{u"fiche"_s, fiche}}),
            {{u"intitule"_s},
             {u"sorte"_s},
             {u"debut"_s},
             {.name = u"fin"_s, .beside = true},
             {.name = u"referent"_s, .none = u"À désigner"_s, .options = people(context)},
             {.name = u"faite"_s}}};
}

ListCard indicators(const base::Id &fiche, const AppContext &context)
{
    const ListWords words{
        u"Indicateurs"_s, u"Peu d’indicateurs, mais avec une valeur de départ, une cible et de quoi le prouver."_s,
        u"Ajoutez l’indicateur qui dira que l’action marche."_s, u"un indicateur"_s, u"L’indicateur choisi"_s};
    RepeatSpec list = listSpec(words, models::indicateursActionTable(fiche), {{u"fiche"_s, fiche}});
    list.library = ficheLibrary(context, fiche);
    return {list,
            {{u"intitule"_s},
             {.name = u"objectif"_s, .none = u"Aucun objectif précis"_s, .options = models::objectifOptions(fiche)},
             {u"sorte"_s},
             {.name = u"unite"_s, .beside = true},
             {.name = u"definition"_s, .lines = 2},
             {u"depart"_s},
             {.name = u"departLe"_s, .beside = true},
             {u"departSource"_s},
             {u"cible"_s},
             {.name = u"echeance"_s, .beside = true},
             {u"justificatif"_s, u"Le document qui prouvera le résultat."_s}}};
}

ListCard budget(const base::Id &fiche)
{
    const ListWords words{u"Budget"_s,
                          u"En euros, par an. Ce qu’aucune source ne donne reste vide."_s,
                          u"Ajoutez une dépense : indemnisation, prestation, matériel…"_s,
                          u"une dépense"_s,
                          u"La dépense choisie"_s,
                          true};
    return {listSpec(words, models::budgetTable(fiche), {{u"fiche"_s, fiche}}),
            {{u"intitule"_s},
             {u"sorte"_s},
             {.name = u"annee"_s, .beside = true},
             {u"prevu"_s},
             {.name = u"realise"_s, .beside = true},
             {u"etp"_s},
             {.name = u"financeur"_s, .beside = true}}};
}

} // namespace

FicheForm::FicheForm(const AppContext &context, Binder &binder, const base::Id &fiche, int tab, QWidget *parent)
    : QWidget(parent), m_fiche(fiche), m_context(context), m_binder(binder),
      m_tabs(new PageTabs(u"Parties de la fiche"_s, true, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_tabs);
    addTab(u"Objectifs"_s, {objectives(context), specificObjectives(fiche)});
    addTab(u"Actions"_s, {actionsAndMeans(), {}});
    addTab(u"Acteurs"_s, {actors(context), {}});
    addTab(u"Calendrier"_s, {{{u"debut"_s}}, steps(fiche, context), true});
    addTab(u"Indicateurs"_s, {{}, indicators(fiche, context), false, true});
    addTab(u"Budget"_s, {{}, budget(fiche)});
    pasteFromTabs(m_tabs);
    m_tabs->setCurrentIndex(tab);
    connect(&context.dossier, &dossier::Dossier::changed, this, &FicheForm::showSources);
}

void FicheForm::showSources()
{
    for (const QString &name : {u"besoins"_s, u"intitule"_s, u"publicBeneficiaire"_s}) {
        FieldFrame *frame = FieldFrame::around(m_binder.widgetFor({u"fiche"_s, m_fiche, name}));
        if (!frame)
            continue;
        const bool taken = models::takenFromDiagnostic(m_context.dossier.projet(), m_fiche, name).has_value();
        frame->setOrigin(taken ? u"repris du diagnostic"_s : QString());
        // One connection, however often this runs.
        disconnect(frame, &FieldFrame::originAsked, this, nullptr);
        connect(frame, &FieldFrame::originAsked, this, [this, name] {
            if (const auto source = models::takenFromDiagnostic(m_context.dossier.projet(), m_fiche, name))
                Q_EMIT sourceAsked(*source);
        });
    }
}

void FicheForm::addTab(const QString &title, Part part)
{
    m_parts.push_back(std::move(part));
    m_tabs->addTab(title, [this, at = m_parts.size() - 1](QWidget *tabs) { return makeTab(m_parts[at], tabs); });
}

QWidget *FicheForm::makeTab(const Part &part, QWidget *parent)
{
    auto *content = new QWidget(parent);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 14, 0, 0);
    column->setSpacing(14);
    if (!part.fields.empty())
        column->addWidget(makeFields(part.fields, content));
    if (part.list) {
        RepeatEditor *list = makeList(*part.list, content);
        if (part.calendar)
            column->addWidget(makeCalendar(list));
        column->addWidget(list);
        if (part.values) {
            m_values = new ReleveList(list, m_context, m_binder, content);
            connect(m_values, &ReleveList::failed, this, &FicheForm::failed);
            column->addWidget(m_values);
        }
    }
    column->addStretch();
    return content;
}

QWidget *FicheForm::makeFields(const std::vector<FieldSpec> &fields, QWidget *parent)
{
    Card *card = Card::withColumn({}, parent);
    card->column()->addWidget(makeRecordForm(u"fiche"_s, fields, m_context, card));
    for (QWidget *field : card->findChildren<QWidget *>())
        if (const QString name = field->property("ligne").toString(); !name.isEmpty())
            m_binder.bind(field, domain::FieldAddress{u"fiche"_s, m_fiche, name});
    showSources();
    return card;
}

// The fields of its detail are bound by the list itself.
RepeatEditor *FicheForm::makeList(const ListCard &spec, QWidget *parent)
{
    QWidget *detail = makeRecordForm(spec.list.table.table, spec.detail, m_context);
    auto *editor = new RepeatEditor(spec.list, detail, m_context, m_binder, parent);
    connect(editor, &RepeatEditor::failed, this, &FicheForm::failed);
    m_lists.emplace_back(spec.list.table.table, editor);
    return editor;
}

// The list stands under the bars; what is chosen in one is chosen in the other, and the keyboard comes back.
CalendarPanel *FicheForm::makeCalendar(RepeatEditor *list)
{
    auto *panel = new CalendarPanel(m_context, m_fiche);
    connect(panel, &CalendarPanel::failed, this, &FicheForm::failed);
    onPaste(panel, [list](const QString &text) { list->paste(text); });
    connect(panel, &CalendarPanel::chosenChanged, list, [list](const base::Id &step) { list->choose(step); });
    connect(list->table(), &RecordTable::choiceChanged, panel,
            [panel, list] { panel->view()->setChosen(list->table()->currentId()); });
    connect(panel, &CalendarPanel::opened, this, [this](const domain::FieldAddress &at) {
        if (QWidget *field = showField(at))
            field->setFocus(Qt::OtherFocusReason);
    });
    connect(panel, &CalendarPanel::additionAsked, list, &RepeatEditor::add);
    connect(panel, &CalendarPanel::removalAsked, list, [panel, list](const base::Id &step) {
        list->choose(step);
        list->remove();
        panel->view()->setFocus(Qt::OtherFocusReason);
    });
    return panel;
}

QWidget *FicheForm::showField(const domain::FieldAddress &at)
{
    const bool own = at.table == u"fiche" && at.id == m_fiche;
    for (size_t tab = 0; tab < m_parts.size(); ++tab) {
        const Part &part = m_parts[tab];
        const bool asked = own && std::any_of(part.fields.begin(), part.fields.end(),
                                              [&at](const FieldSpec &field) { return field.name == at.field; });
        const bool listed = part.list && part.list->list.table.table == at.table;
        if (asked || listed || (part.values && at.table == u"releve"))
            m_tabs->part(int(tab));
    }
    QWidget *field = own ? m_binder.widgetFor(at) : nullptr;
    for (const auto &[table, editor] : m_lists)
        if (!field && table == at.table)
            // What an undo took away leads to its list, by the fiche that it belonged to.
            field = at.id == m_fiche ? editor->stop() : editor->show(at);
    if (!field && m_values && at.table == u"releve")
        field = m_values->show(at);
    if (field)
        m_tabs->open(field);
    return field;
}

int FicheForm::currentTab() const
{
    return m_tabs->currentIndex();
}

void FicheForm::setCurrentTab(int tab)
{
    m_tabs->setCurrentIndex(tab);
}

void FicheForm::makeAllTabs()
{
    for (int tab = 0; tab < m_tabs->count(); ++tab)
        m_tabs->part(tab);
}

} // namespace gui
