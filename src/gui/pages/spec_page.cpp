#include "gui/pages/spec_page.h"

#include "domain/champ.h"
#include "dossier/dossier.h"
#include "gui/pages/field_places.h"
#include "gui/pages/record_table.h"
#include "gui/widgets/card.h"
#include "gui/widgets/labels.h"
#include "gui/widgets/page_column.h"
#include "gui/widgets/page_tabs.h"
#include "gui/widgets/striped_card.h"
#include "models/record_table_model.h"

#include <algorithm>
#include <QVBoxLayout>

namespace gui
{

using namespace Qt::Literals::StringLiterals;

namespace
{

QVBoxLayout *flatColumn(QWidget *widget)
{
    auto *column = new QVBoxLayout(widget);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(14);
    return column;
}

} // namespace

RepeatSpec listSpec(const ListWords &words, models::TableSpec table, models::FieldValues initial)
{
    RepeatSpec spec;
    const QString noun = words.one.section(u' ', 1);
    spec.title = words.title;
    spec.help = words.help;
    spec.emptyTitle = (words.feminine ? u"Aucune "_s : u"Aucun "_s) + noun + u" pour l’instant"_s;
    spec.emptyHint = words.emptyHint;
    spec.addText = spec.addLabel = u"Ajouter "_s + words.one;
    spec.removeLabel = u"Retirer "_s + words.one;
    spec.detailTitle = words.chosen;
    spec.tableName = words.title;
    spec.table = std::move(table);
    spec.initial = std::move(initial);
    return spec;
}

SpecPage::SpecPage(const AppContext &context, const QString &code, std::vector<TabSpec> tabs, QWidget *parent)
    : FormPage(context, code, parent), m_specs(std::move(tabs))
{
    connect(&m_turn, &QTimer::timeout, this, &SpecPage::makeNextCard);
    QVBoxLayout *column = flatColumn(body());
    if (m_specs.size() == 1) {
        column->addWidget(makeTab(m_specs.front(), body()));
    } else {
        m_tabs = new PageTabs(u"Parties de la page"_s, false, body());
        for (const TabSpec &tab : m_specs)
            m_tabs->addTab(tab.title, [this, &tab](QWidget *holder) { return makeTab(tab, holder); });
        pasteFromTabs(m_tabs);
        column->addWidget(m_tabs);
        m_tabs->setCurrentIndex(0);
    }
    column->addStretch();
}

// From the outside in: Qt gives its style again to all that a widget holds each time the widget finds a place.
QWidget *SpecPage::makeTab(const TabSpec &tab, QWidget *parent)
{
    auto *content = new PageColumn(parent);
    QVBoxLayout *column = flatColumn(content);
    column->setContentsMargins(0, tab.title.isEmpty() ? 0 : 14, 0, 0);
    const size_t first = std::min(tab.first, tab.cards.size());
    for (size_t at = 0; at < first; ++at)
        column->addWidget(makeCard(tab.cards[at], content));
    column->addStretch();
    binder().bindForm(content);
    if (first < tab.cards.size()) {
        m_unfinished.push_back({&tab, content, first});
        m_turn.start(0);
    } else if (tab.made) {
        tab.made(*this);
    }
    return content;
}

void SpecPage::makeNextCard()
{
    auto &[tab, content, next] = m_unfinished.front();
    QWidget *card = makeCard(tab->cards[next], content);
    static_cast<QVBoxLayout *>(content->layout())->insertWidget(int(next), card); // above the stretch
    binder().bindForm(card);
    if (++next < tab->cards.size())
        return;
    const TabSpec &whole = *tab;
    m_unfinished.erase(m_unfinished.begin());
    if (m_unfinished.empty())
        m_turn.stop();
    if (whole.made)
        whole.made(*this);
}

// Who looks for a field finds those of the cards that are still to come as well.
void SpecPage::finishTabs()
{
    while (!m_unfinished.empty())
        makeNextCard();
}

QWidget *SpecPage::makeCard(const CardSpec &spec, QWidget *parent)
{
    if (const auto *own = std::get_if<OwnCard>(&spec))
        return own->make(context(), binder());
    if (const auto *list = std::get_if<ListCard>(&spec)) {
        QWidget *detail = makeRecordForm(list->list.table.table, list->detail, context());
        auto *editor = new RepeatEditor(list->list, detail, context(), binder(), parent);
        connect(editor, &RepeatEditor::failed, this, &FormPage::failed);
        connect(editor, &RepeatEditor::importAsked, this, &FormPage::importAsked);
        m_lists.emplace_back(list->list.table.table, editor);
        return editor;
    }
    const auto &form = std::get<FormCard>(spec);
    QFrame *card =
        form.mission.isEmpty() ? static_cast<QFrame *>(new Card(parent)) : new StripedCard(form.mission, parent);
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(form.mission.isEmpty() ? 18 : 22, 16, 18, 16);
    column->setSpacing(10);
    column->addWidget(new SectionTitle(form.title, card));
    if (!form.help.isEmpty())
        column->addWidget(plainLabel(form.help, TextRole::Hint, card));
    column->addWidget(makeForm(form.fields, context(), card));
    return card;
}

QString SpecPage::placeLeft() const
{
    return m_tabs ? m_tabs->currentTitle() : QString();
}

void SpecPage::showPlace(const QString &place)
{
    if (m_tabs)
        m_tabs->openTitled(place);
}

void SpecPage::makeAllParts()
{
    for (int at = 0; m_tabs && at < m_tabs->count(); ++at)
        m_tabs->part(at);
    finishTabs();
}

bool SpecPage::asks(const TabSpec &tab, const domain::FieldAddress &at) const
{
    const auto isField = [&](const FieldSpec &field) {
        const auto champ = domain::parseChamp(field.name);
        return champ && domain::resolve(context().dossier.projet(), *champ) == at;
    };
    return std::any_of(tab.cards.begin(), tab.cards.end(), [&](const CardSpec &card) {
        if (const auto *list = std::get_if<ListCard>(&card))
            return list->list.table.table == at.table;
        const auto *form = std::get_if<FormCard>(&card);
        return form && std::any_of(form->fields.begin(), form->fields.end(), isField);
    });
}

RepeatEditor *SpecPage::listOf(const QString &table)
{
    for (size_t at = 0; m_tabs && at < m_specs.size(); ++at)
        if (asks(m_specs[at], {table, {}, {}}))
            m_tabs->part(int(at));
    finishTabs();
    for (const auto &[name, editor] : m_lists)
        if (name == table)
            return editor;
    return nullptr;
}

QWidget *SpecPage::widgetOf(const domain::FieldAddress &at)
{
    for (const auto &[table, editor] : m_lists) {
        QWidget *field = table == at.table ? editor->show(at) : nullptr;
        // A finding about a whole list leads to the list.
        if (!field && table == at.table && at.id.isNull())
            field = editor->stop();
        if (field)
            return field;
    }
    return binder().widgetFor(at);
}

// A table of fixed lines has no form under it: its cell is the field.
bool SpecPage::showCell(const domain::FieldAddress &at)
{
    for (RecordTable *table : findChildren<RecordTable *>()) {
        const auto *model = qobject_cast<const models::RecordTableModel *>(table->model());
        const int column = model && model->spec().table == at.table ? model->columnOf(at.field) : -1;
        if (column < 0 || !(at.id.isNull() ? model->recordCount() > 0 : model->rowOf(at.id) >= 0))
            continue;
        table->setCurrentIndex(model->index(at.id.isNull() ? 0 : model->rowOf(at.id), column));
        showTabOf(table);
        reveal(table);
        return true;
    }
    return false;
}

void SpecPage::showTabOf(const QWidget *field)
{
    if (m_tabs)
        m_tabs->open(field);
}

bool SpecPage::goToField(const domain::FieldAddress &at)
{
    if (at.field.isEmpty() && at.table.isEmpty())
        return FormPage::goToField(at);
    for (size_t tab = 0; m_tabs && tab < m_specs.size(); ++tab)
        if (asks(m_specs[tab], at))
            m_tabs->part(int(tab));
    finishTabs();
    QWidget *field = widgetOf(at);
    if (!field) {
        makeAllParts(); // a card of its own kind may ask it
        field = widgetOf(at);
    }
    if (!field && showCell(at))
        return true;
    if (!field)
        field = placeLike(*this, context().dossier.projet(), at);
    if (!field)
        return FormPage::goToField(at);
    showTabOf(field);
    reveal(field);
    return true;
}

} // namespace gui
