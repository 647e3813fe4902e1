#include "gui/pages/page_fiches.h"

#include "base/text.h"
#include "base/typography.h"
#include "controle/fiche.h"
#include "dossier/dossier.h"
#include "gui/pages/command_row.h"
#include "gui/pages/fiche_aside.h"
#include "gui/pages/fiche_form.h"
#include "gui/pages/fiche_list.h"
#include "gui/pages/fiche_output.h"
#include "gui/pages/project_calendar.h"
#include "gui/widgets/card.h"
#include "gui/widgets/focus_return.h"
#include "gui/widgets/info_bar.h"
#include "gui/widgets/labels.h"
#include "gui/widgets/page_column.h"
#include "gui/widgets/page_scroll.h"
#include "gui/widgets/page_tabs.h"
#include "models/fiche_operations.h"
#include "reference/reference.h"

#include <algorithm>
#include <QEvent>
#include <QMenu>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

namespace gui
{

using namespace Qt::Literals::StringLiterals;
using base::Id;

namespace
{

constexpr qsizetype longestTitle = 80; // characters of a title that is told

// The fiche that a field belongs to: itself, or the owner of its record.
Id ficheOf(const domain::Projet &projet, const domain::FieldAddress &at)
{
    if (at.table == u"fiche")
        return at.id;
    if (at.table == u"releve") {
        const domain::Releve *releve = projet.releves.find(at.id);
        if (!releve) // one that is no more names the record that it belonged to
            return ficheOf(projet, {u"indicateurAction"_s, at.id, u"fiche"_s});
        return ficheOf(projet, {u"indicateurAction"_s, releve->indicateur, u"fiche"_s});
    }
    const domain::TableDescription *table = domain::table(at.table);
    const domain::FieldDescription *owner = table ? table->field(u"fiche"_s) : nullptr;
    const void *record = owner && owner->owner ? table->find(projet, at.id) : nullptr;
    if (!record && projet.fiches.find(at.id)) // a record that is no more names the fiche that it belonged to
        return at.id;
    const domain::Value value = record ? owner->get(record) : domain::Value();
    const auto *id = std::get_if<Id>(&value);
    return id ? *id : Id();
}

} // namespace

PageFiches::PageFiches(const AppContext &context, QWidget *parent)
    : FormPage(context, u"fiches"_s, parent), m_output(new FicheOutput(context, this)),
      m_aside(new FicheAside(context, this)), m_list(m_aside->list())
{
    connect(m_output, &FicheOutput::failed, this, &FormPage::failed);
    connect(m_output, &FicheOutput::written, this, &FormPage::written);
    connectAside();
    m_fiches = makeRight();
    auto *column = new QVBoxLayout(body());
    column->setContentsMargins(0, 0, 0, 0);
    m_messages = new InfoBarStack(body());
    column->addWidget(m_messages);
    column->addWidget(m_fiches);
    // Undone or done again by the keys, it is not what was done last any more.
    connect(&context.dossier, &dossier::Dossier::steppedTo, this, [this] { m_messages->dismiss(u"retiree"_s); });
    column->addStretch();
    setAside(m_aside);
    arrange();
    connect(&context.dossier, &dossier::Dossier::changed, this, &PageFiches::follow);
    const auto all = models::ranged(context.dossier.projet(), u"fiche"_s);
    choose(all.empty() ? Id() : all.front());
}

void PageFiches::connectAside()
{
    connect(m_list, &FicheList::chosen, this, [this](const Id &id) { choose(id); });
    connect(m_list, &FicheList::newAsked, this, [this](const QString &mission) { create(mission); });
    m_aside->newFiche()->setEnabled(!context().dossier.isReadOnly());
    connect(m_aside->newFiche(), &QPushButton::clicked, this, &PageFiches::openNewMenu);
    connect(m_aside->calendar(), &QPushButton::clicked, this, [this] { showCalendar(true); });
}

void PageFiches::arrange()
{
    placeAside(m_aside->fit(size()));
}

void PageFiches::resizeEvent(QResizeEvent *event)
{
    FormPage::resizeEvent(event);
    arrange();
}

// Larger text needs more room, in a window of the same size.
void PageFiches::changeEvent(QEvent *event)
{
    FormPage::changeEvent(event);
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::FontChange)
        QTimer::singleShot(0, this, &PageFiches::arrange);
}

// Every step of every fiche is placed in it: it waits until somebody asks for it.
void PageFiches::makeCalendar()
{
    m_calendar = new ProjectCalendar(context(), *m_output, body());
    connect(m_calendar, &ProjectCalendar::failed, this, &FormPage::failed);
    connect(m_calendar, &ProjectCalendar::opened, this, &PageFiches::goToField);
    connect(m_calendar, &ProjectCalendar::backAsked, this, [this] { showCalendar(false); });
    m_calendar->hide();
    auto *column = static_cast<QVBoxLayout *>(body()->layout());
    column->insertWidget(column->count() - 1, m_calendar); // above the room that is left
}

bool PageFiches::showsCalendar() const
{
    return m_calendar && !m_calendar->isHidden();
}

void PageFiches::showCalendar(bool shown)
{
    binder().flush();
    const bool before = showsCalendar();
    if (shown && !m_calendar)
        makeCalendar();
    m_fiches->setVisible(!shown);
    m_aside->setVisible(!shown);
    arrange();
    if (m_calendar)
        m_calendar->setVisible(shown);
    if (shown == before)
        return;
    Q_EMIT partShown();
    QWidget *stop = shown ? static_cast<QWidget *>(m_calendar->view()) : m_aside->calendar();
    stop->setFocus(Qt::OtherFocusReason);
    if (shown)
        PageScroll::around(m_calendar)->beginAt(stop); // from its top, with its title and the way back
}

QWidget *PageFiches::makeRight()
{
    auto *right = new PageColumn(body());
    m_right = new QVBoxLayout(right);
    m_right->setContentsMargins(0, 0, 0, 0);
    m_right->setSpacing(10);
    m_header = new QWidget(right);
    auto *header = new QVBoxLayout(m_header);
    header->setContentsMargins(0, 0, 0, 0);
    header->setSpacing(8);
    m_kind = plainLabel({}, TextRole::Overline, m_header);
    m_name = plainLabel({}, TextRole::Section, m_header);
    m_export = new QPushButton(u"Exporter…"_s, m_header);
    m_export->setAccessibleName(u"Exporter ou imprimer cette fiche"_s);
    connect(m_export, &QPushButton::clicked, this, &PageFiches::openExportMenu);
    header->addWidget(m_kind);
    auto *line = new QHBoxLayout;
    line->setSpacing(8);
    line->addWidget(m_name, 1);
    line->addWidget(m_export, 0, Qt::AlignTop);
    header->addLayout(line);
    header->addWidget(makeCommands());
    m_right->addWidget(m_header);
    m_empty = new EmptyState(
        u"Aucune fiche-action pour l’instant"_s,
        u"Il en faut au moins une par mission socle. Commencez à gauche, par la mission où vous avez déjà une idée."_s,
        right);
    m_right->addWidget(m_empty);
    m_right->addStretch();
    return right;
}

QWidget *PageFiches::makeCommands()
{
    auto *commands = new CommandRow(m_header);
    const auto command = [&](const QString &text, const QString &spoken, auto what) {
        auto *button = new QPushButton(text, commands);
        button->setAccessibleName(spoken);
        connect(button, &QPushButton::clicked, this, what);
        m_commands.push_back(button);
        commands->add(button);
    };
    command(u"Dupliquer"_s, u"Dupliquer la fiche"_s, [this] { duplicate(); });
    command(u"Monter"_s, u"Monter la fiche dans sa mission"_s, [this] { move(-1); });
    command(u"Descendre"_s, u"Descendre la fiche dans sa mission"_s, [this] { move(1); });
    command(u"Retirer"_s, u"Retirer la fiche"_s, [this] { remove(); });
    return commands;
}

void PageFiches::openExportMenu()
{
    binder().flush();
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const formats::FormatInfo &each : formats::documentFormats())
        connect(menu->addAction(each.name), &QAction::triggered, this,
                [this, format = each.format] { m_output->exportFiche(m_chosen, format); });
    menu->addSeparator();
    connect(menu->addAction(u"Imprimer cette fiche…"_s), &QAction::triggered, this,
            [this] { m_output->printFiche(m_chosen); });
    menu->popup(m_export->mapToGlobal(QPoint(0, m_export->height())));
}

FormPage::OwnCheck PageFiches::ownCheck() const
{
    if (showsCalendar())
        return {};
    return {u"Contrôle de la fiche"_s,
            controle::checkFiche(context().dossier.projet(), context().reference, context().clock.today(), m_chosen)};
}

// In the order of the list at the left.
QString PageFiches::nextPart() const
{
    const bool more = !showsCalendar() && !m_list->after(m_chosen).isNull();
    return more ? u"Fiche suivante"_s : QString();
}

void PageFiches::showNextPart()
{
    const Id next = m_list->after(m_chosen);
    if (next.isNull())
        return;
    choose(next);
    if (QWidget *button = m_aside->placeOf(next))
        reveal(button);
}

void PageFiches::choose(const Id &id)
{
    const bool there = context().dossier.projet().fiches.find(id) != nullptr;
    if (m_form && there && id == m_chosen)
        return;
    binder().flush();
    const int tab = m_form ? m_form->currentTab() : 0;
    dropForm();
    m_chosen = there ? id : Id();
    if (there) {
        m_form = new FicheForm(context(), binder(), id, tab, m_header->parentWidget());
        connect(m_form, &FicheForm::failed, this, &FormPage::failed);
        connect(m_form, &FicheForm::sourceAsked, this,
                [this](const domain::FieldAddress &field) { Q_EMIT goTo(u"diagnostic"_s, field); });
        m_right->insertWidget(1, m_form);
        m_form->show();
    }
    m_list->setChosen(m_chosen);
    m_aside->bring(m_chosen);
    updateHeader();
    m_next = nextPart();
    Q_EMIT partShown();
}

// Not at once: what asked for another fiche may still be running in one of its fields.
void PageFiches::dropForm()
{
    if (!m_form)
        return;
    for (QWidget *field : m_form->findChildren<QWidget *>())
        binder().unbind(field);
    m_form->hide();
    m_right->removeWidget(m_form);
    m_form->deleteLater();
    m_form = nullptr;
}

void PageFiches::updateHeader()
{
    const domain::Projet &projet = context().dossier.projet();
    const domain::FicheAction *fiche = projet.fiches.find(m_chosen);
    m_header->setVisible(fiche);
    m_empty->setVisible(!fiche);
    if (!fiche)
        return;
    const domain::Mission *mission = projet.missions.find(fiche->mission);
    const reference::Mission *known = mission ? context().reference.missions().find(mission->code) : nullptr;
    m_kind->setText(!known ? u"SANS MISSION"_s : known->socle ? u"MISSION SOCLE"_s : u"MISSION COMPLÉMENTAIRE"_s);
    m_name->setText(fiche->intitule.trimmed().isEmpty() ? u"(fiche sans titre)"_s : fiche->intitule);
    const bool editable = !context().dossier.isReadOnly();
    for (QPushButton *button : m_commands)
        button->setEnabled(editable);
    QWidget *place = m_aside->placeOf(m_chosen);
    enableOrLeave(m_commands[1], editable && !models::moveFiche(projet, m_chosen, -1).empty(), place);
    enableOrLeave(m_commands[2], editable && !models::moveFiche(projet, m_chosen, 1).empty(), place);
}

// An undo, another window or a merge may have removed the fiche that is shown.
void PageFiches::follow()
{
    const domain::Projet &projet = context().dossier.projet();
    if (!m_removed.isNull() && projet.fiches.find(m_removed))
        m_messages->dismiss(u"retiree"_s); // an undo brought it back
    if (!projet.fiches.find(m_chosen)) {
        const auto all = models::ranged(projet, u"fiche"_s);
        choose(all.empty() ? Id() : all.front());
        return;
    }
    m_list->refresh();
    updateHeader(); // its check is made again with that of the project, once the typing pauses
    if (const QString next = nextPart(); next != m_next) {
        m_next = next;
        Q_EMIT partShown();
    }
}

bool PageFiches::edit(const QString &label, const domain::ChangeList &changes)
{
    if (changes.empty())
        return false;
    const auto done = context().dossier.edit(label, changes);
    if (!done)
        Q_EMIT failed(done.error().message);
    return done.ok();
}

void PageFiches::openNewMenu()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const reference::Mission &mission : context().reference.missions().toutes)
        connect(menu->addAction(mission.libelleCourt), &QAction::triggered, this,
                [this, code = mission.code] { create(code); });
    const domain::Projet &projet = context().dossier.projet();
    if (!projet.besoins.empty()) {
        QMenu *needs = menu->addMenu(u"À partir d’un besoin du diagnostic"_s);
        for (const auto &[id, besoin] : domain::inOrder(projet.besoins)) {
            const domain::Mission *mission =
                besoin->missions.empty() ? nullptr : projet.missions.find(besoin->missions.front());
            const QString code = mission ? mission->code : QString();
            connect(needs->addAction(besoin->enonce), &QAction::triggered, this,
                    [this, code, need = id] { create(code, need); });
        }
    }
    menu->popup(m_aside->newFiche()->mapToGlobal(QPoint(0, m_aside->newFiche()->height())));
}

void PageFiches::create(const QString &mission, const Id &besoin)
{
    binder().flush();
    const Id id = Id::create();
    if (!edit(u"Ajouter une fiche-action"_s, models::newFiche(context().dossier.projet(), id, mission, besoin)))
        return;
    choose(id);
    m_form->setCurrentTab(0);
    if (QWidget *title = m_form->showField({u"fiche"_s, id, u"intitule"_s}))
        reveal(title);
}

void PageFiches::duplicate()
{
    binder().flush();
    const Id copy = Id::create();
    if (edit(u"Dupliquer une fiche-action"_s, models::copyFiche(context().dossier.projet(), m_chosen, copy)))
        choose(copy);
}

void PageFiches::remove()
{
    binder().flush();
    const domain::Projet before = context().dossier.projet();
    const Id fiche = m_chosen;
    const domain::ChangeList changes = domain::removing(before, u"fiche"_s, fiche);
    if (edit(u"Retirer une fiche-action"_s, changes))
        tellRemoved(before, fiche, changes);
}

// One click took a whole fiche: what went with it is said, and a click brings it back, whatever was done since.
void PageFiches::tellRemoved(const domain::Projet &before, const Id &fiche, const domain::ChangeList &changes)
{
    QStringList with;
    for (const auto &[table, words] :
         {std::pair(u"objectif"_s, u"ses objectifs"_s), std::pair(u"etapeAction"_s, u"ses étapes"_s),
          std::pair(u"indicateurAction"_s, u"ses indicateurs"_s), std::pair(u"budget"_s, u"son budget"_s)})
        if (std::any_of(changes.begin(), changes.end(), [&table](const domain::Change &change) {
                return change.type == domain::Change::Type::Remove && change.at.table == table;
            }))
            with << words;
    const QString title = before.fiches.find(fiche)->intitule.simplified();
    const QString named = title.isEmpty() ? u"Fiche sans titre"_s : u"Fiche « %1 »"_s.arg(title.left(longestTitle));
    const QString sentence =
        named + u" retirée"_s + (with.isEmpty() ? QString() : u" avec "_s + base::frenchList(with)) + u'.';
    m_removed = fiche;
    m_messages->tell(u"retiree"_s, InfoBar::Tone::Information, base::frenchTypography(sentence),
                     {{u"Annuler"_s, [this, back = domain::invert(changes)] {
                           if (edit(u"Remettre une fiche-action"_s, back))
                               choose(m_removed);
                           m_messages->dismiss(u"retiree"_s);
                       }}});
    FormPage::goToField({}); // where it is told
}

void PageFiches::move(int by)
{
    edit(by < 0 ? u"Monter une fiche-action"_s : u"Descendre une fiche-action"_s,
         models::moveFiche(context().dossier.projet(), m_chosen, by));
}

QString PageFiches::placeLeft() const
{
    return m_form ? m_chosen.toString() + u' ' + m_form->tabs()->currentTitle() : QString();
}

void PageFiches::showPlace(const QString &place)
{
    const auto fiche = Id::parse(place.section(u' ', 0, 0));
    if (!fiche || !context().dossier.projet().fiches.find(*fiche))
        return;
    choose(*fiche);
    m_form->tabs()->openTitled(place.section(u' ', 1));
}

void PageFiches::makeAllParts()
{
    if (m_form)
        m_form->makeAllTabs();
    if (!m_calendar)
        makeCalendar();
}

bool PageFiches::goToField(const domain::FieldAddress &at)
{
    showCalendar(false);
    const Id fiche = ficheOf(context().dossier.projet(), at);
    if (!fiche.isNull() && context().dossier.projet().fiches.find(fiche)) {
        choose(fiche);
        if (at.table == u"fiche" && at.field.isEmpty()) { // the whole of it came back
            if (QWidget *button = m_aside->placeOf(fiche))
                reveal(button);
            return true;
        }
        if (QWidget *field = m_form->showField(at)) {
            reveal(field);
            return true;
        }
    }
    // Of no fiche in particular: the keyboard stays among the fiches, a choice of the open one would be changed by a
    // key.
    const bool ofPart = m_form && at.id.isNull() && at.table != u"fiche";
    if (QWidget *field = ofPart ? m_form->showField({at.table, m_chosen, at.field}) : nullptr) {
        reveal(field);
        return true;
    }
    if (at.table == u"fiche") {
        QWidget *open = m_aside->placeOf(m_chosen); // one that is no more: the keyboard stays among the others
        reveal(open ? open : m_aside->newFiche());
        return true;
    }
    return FormPage::goToField(at);
}

} // namespace gui
