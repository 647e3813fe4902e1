#include "gui/pages/spec_page.h"

#include "gui/pages/record_table.h"
#include "gui/widgets/card.h"
#include "gui/widgets/labels.h"
#include "gui/widgets/page_tabs.h"
#include "gui/widgets/striped_card.h"

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

SpecPage::SpecPage(const AppContext &context, const QString &code, const std::vector<TabSpec> &tabs, QWidget *parent)
    : FormPage(context, code, parent)
{
    QVBoxLayout *column = flatColumn(body());
    if (tabs.size() == 1) {
        column->addWidget(makeTab(tabs.front()));
    } else {
        m_tabs = new PageTabs(u"Parties de la page"_s, false, body());
        for (const TabSpec &tab : tabs)
            m_tabs->addTab(makeTab(tab), tab.title);
        column->addWidget(m_tabs);
    }
    column->addStretch();
    binder().bindForm(body());
}

QWidget *SpecPage::makeTab(const TabSpec &tab)
{
    auto *content = new QWidget;
    QVBoxLayout *column = flatColumn(content);
    column->setContentsMargins(0, tab.title.isEmpty() ? 0 : 14, 0, 0);
    for (const CardSpec &card : tab.cards)
        column->addWidget(makeCard(card));
    column->addStretch();
    return content;
}

QWidget *SpecPage::makeCard(const CardSpec &spec)
{
    if (const auto *own = std::get_if<OwnCard>(&spec))
        return own->make(context(), binder());
    if (const auto *list = std::get_if<ListCard>(&spec)) {
        QWidget *detail = makeRecordForm(list->list.table.table, list->detail, context());
        auto *editor = new RepeatEditor(list->list, detail, context(), binder(), nullptr);
        connect(editor, &RepeatEditor::failed, this, &FormPage::failed);
        connect(editor, &RepeatEditor::importAsked, this, &FormPage::importAsked);
        m_lists.emplace_back(list->list.table.table, editor);
        return editor;
    }
    const auto &form = std::get<FormCard>(spec);
    QFrame *card = form.mission.isEmpty() ? static_cast<QFrame *>(new Card) : new StripedCard(form.mission);
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(form.mission.isEmpty() ? 18 : 22, 16, 18, 16);
    column->setSpacing(10);
    column->addWidget(new SectionTitle(form.title));
    if (!form.help.isEmpty())
        column->addWidget(plainLabel(form.help, TextRole::Hint));
    column->addWidget(makeForm(form.fields, context()));
    return card;
}

RepeatEditor *SpecPage::listOf(const QString &table) const
{
    for (const auto &[name, editor] : m_lists)
        if (name == table)
            return editor;
    return nullptr;
}

bool SpecPage::goToField(const domain::FieldAddress &at)
{
    for (const auto &[table, editor] : m_lists) {
        QWidget *field = table == at.table ? editor->show(at) : nullptr;
        // A finding about a whole list leads to the list.
        if (!field && table == at.table && at.id.isNull())
            field = editor->table()->isHidden() ? editor : static_cast<QWidget *>(editor->table());
        if (!field)
            continue;
        if (m_tabs)
            m_tabs->open(field);
        reveal(field);
        return true;
    }
    if (QWidget *field = binder().widgetFor(at)) {
        if (m_tabs)
            m_tabs->open(field);
        reveal(field);
        return true;
    }
    return FormPage::goToField(at);
}

} // namespace gui
