#include "gui/pages/calendar_panel.h"

#include "base/clock.h"
#include "base/text.h"
#include "dossier/dossier.h"
#include "gui/pages/adaptive_row.h"
#include "gui/widgets/card.h"
#include "gui/widgets/choice_box.h"
#include "gui/widgets/labels.h"

#include <QComboBox>
#include <QPushButton>
#include <QVBoxLayout>

namespace gui
{

using namespace Qt::Literals::StringLiterals;
using base::Id;

namespace
{

// What the lines of a calendar are made from.
bool touches(const domain::ChangeList &changes)
{
    static const QStringList tables{u"etapeAction"_s, u"fiche"_s, u"mission"_s, u"identite"_s};
    return std::any_of(changes.begin(), changes.end(),
                       [](const domain::Change &each) { return tables.contains(each.at.table); });
}

} // namespace

CalendarPanel::CalendarPanel(const AppContext &context, const Id &fiche, QWidget *parent)
    : QWidget(parent), m_context(context), m_fiche(fiche),
      m_card(Card::withColumn(fiche.isNull() ? u"Calendrier du projet"_s : u"Calendrier"_s, this)),
      m_view(new GanttView(m_card))
{
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_card);
    m_empty =
        new EmptyState(u"Aucune étape pour l’instant"_s,
                       u"Ouvrez une fiche-action, partie « Calendrier », et donnez des dates à ses étapes."_s, m_card);
    m_card->column()->addWidget(makeTools());
    m_card->column()->addWidget(m_empty);
    m_card->column()->addWidget(m_view);
    m_chosen = plainLabel({}, TextRole::Body, m_card);
    m_keys = plainLabel(u"Souris : glissez une barre ou l’un de ses bouts. "
                        u"Clavier : Alt + ← → déplace l’étape, Maj + Alt + ← → change sa fin, Entrée l’ouvre."_s,
                        TextRole::Hint, m_card);
    m_card->column()->addWidget(m_chosen);
    m_card->column()->addWidget(m_keys);
    connect(m_view, &GanttView::chosenChanged, this, [this](const Id &step) {
        m_context.dossier.closeStep();
        tell();
        Q_EMIT chosenChanged(step);
    });
    connect(m_view, &GanttView::moved, this, &CalendarPanel::move);
    connect(m_view, &GanttView::drawn, this, &CalendarPanel::draw);
    connect(m_view, &GanttView::additionAsked, this, &CalendarPanel::additionAsked);
    connect(m_view, &GanttView::removalAsked, this, &CalendarPanel::removalAsked);
    connect(m_view, &GanttView::opened, this, [this](const Id &id) {
        const bool step = m_context.dossier.projet().etapesAction.find(id) != nullptr;
        Q_EMIT opened({step ? u"etapeAction"_s : u"fiche"_s, id, u"intitule"_s});
    });
    connect(&context.dossier, &dossier::Dossier::changed, this, [this](const domain::ChangeList &changes) {
        if (touches(changes))
            refresh();
    });
    refresh();
    follow();
}

QVBoxLayout *CalendarPanel::column() const
{
    return m_card->column();
}

QWidget *CalendarPanel::makeTools()
{
    auto *row = new AdaptiveRow(m_card);
    row->setThreshold(420);
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(8);
    m_zoom = new ChoiceBox(row);
    m_zoom->setSizeAdjustPolicy(QComboBox::AdjustToContents); // few words, all of them read
    m_zoom->addItems({u"Tout le calendrier"_s, u"Six mois"_s, u"Deux ans"_s, u"Six ans"_s});
    m_zoom->setAccessibleName(u"Durée montrée"_s);
    m_earlier = new QPushButton(u"← Plus tôt"_s, row);
    m_later = new QPushButton(u"Plus tard →"_s, row);
    line->addWidget(m_zoom);
    line->addWidget(m_earlier);
    line->addWidget(m_later);
    line->addStretch();
    connect(m_zoom, &QComboBox::currentIndexChanged, this, [this](int index) {
        m_view->setZoom(GanttView::Zoom(std::max(0, index)));
        follow();
    });
    connect(m_earlier, &QPushButton::clicked, this, [this] { m_view->turn(-1); });
    connect(m_later, &QPushButton::clicked, this, [this] { m_view->turn(1); });
    return row;
}

void CalendarPanel::refresh()
{
    GanttView::Content content;
    report::CalendarScope scope{.undated = true};
    if (!m_fiche.isNull())
        scope.fiche = m_fiche;
    content.lines = report::calendarLines(m_context.dossier.projet(), m_context.reference, scope);
    content.today = m_context.clock.today();
    content.editable = !m_context.dossier.isReadOnly();
    content.adding = content.editable && !m_fiche.isNull();
    content.links = m_fiche.isNull();
    const bool any = !content.lines.empty() || content.adding;
    m_view->setContent(std::move(content));
    m_view->setVisible(any);
    m_empty->setVisible(!any);
    m_keys->setVisible(any && m_view->content().editable);
    tell();
}

void CalendarPanel::follow()
{
    const bool turns = m_view->zoom() != GanttView::Zoom::All;
    m_earlier->setVisible(turns);
    m_later->setVisible(turns);
}

void CalendarPanel::tell()
{
    const QString sentence = m_view->sentenceOf(m_view->chosen());
    m_chosen->setText(sentence);
    m_chosen->setVisible(!sentence.isEmpty());
}

bool CalendarPanel::edit(const QString &label, const domain::ChangeList &changes, const QString &mergeKey)
{
    if (changes.empty())
        return false;
    const auto done = m_context.dossier.edit(label, changes, mergeKey);
    if (!done)
        Q_EMIT failed(done.error().message);
    return done.ok();
}

void CalendarPanel::draw(const models::Span &span)
{
    const Id id = Id::create();
    if (!edit(u"Ajouter une étape"_s, models::addingStep(m_context.dossier.projet(), m_fiche, id, span)))
        return;
    m_view->setChosen(id);
    tell();
    Q_EMIT chosenChanged(id);
}

// Keys that follow each other on one step make one undo step; a gesture of the mouse is one by itself.
void CalendarPanel::move(const Id &step, const models::Span &span, bool byKey)
{
    edit(u"Changer les dates d’une étape"_s, models::schedulingStep(m_context.dossier.projet(), step, span),
         byKey ? u"calendrier/"_s + step.toString() : QString());
}

} // namespace gui
