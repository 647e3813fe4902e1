#include "gui/pages/releve_list.h"

#include "base/written_date.h"
#include "domain/releves.h"
#include "dossier/dossier.h"
#include "gui/pages/block_paste.h"
#include "gui/pages/record_table.h"
#include "gui/pages/spec_page.h"
#include "gui/widgets/card.h"
#include "gui/widgets/field_frame.h"
#include "gui/widgets/labels.h"
#include "models/cell_value.h"
#include "models/releves.h"

#include <QAccessible>
#include <QVBoxLayout>

namespace gui
{

using namespace Qt::Literals::StringLiterals;
using base::Id;

namespace
{

constexpr int commentColumn = 2;

// In a block too a year stands once, in four digits.
void pasteYearsIn(RepeatEditor *list, const Id &indicator)
{
    PasteRules::of(list).reading = [indicator](imports::BlockList &block) {
        for (imports::BlockField &field : block.fields)
            if (field.name == "annee"_L1)
                field.refusal = [](const QString &cell) {
                    const auto read = models::cellValue(*domain::table(u"releve"_s)->field(u"annee"_s), cell);
                    const auto *year = read ? std::get_if<qint64>(&*read) : nullptr;
                    return year && base::isYear(*year) ? QString() : u"une année s’écrit avec quatre chiffres"_s;
                };
        block.already = [indicator](const domain::Projet &projet,
                                    const imports::BlockList::Fields &fields) -> std::optional<Id> {
            for (const auto &[name, value] : fields)
                if (const auto *year = std::get_if<qint64>(&value); year && name == "annee"_L1)
                    for (const auto &[id, releve] : domain::relevesDe(projet, indicator))
                        if (releve->annee == *year)
                            return id;
            return std::nullopt;
        };
    };
}

} // namespace

ReleveList::ReleveList(RepeatEditor *indicators, const AppContext &context, Binder &binder, QWidget *parent)
    : QWidget(parent), m_context(context), m_binder(binder), m_indicators(indicators)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    hide(); // until an indicator is chosen
    // After the list itself, which connected first.
    connect(indicators->table(), &RecordTable::choiceChanged, this, &ReleveList::follow);
    connect(indicators->model(), &QAbstractItemModel::rowsInserted, this, &ReleveList::follow);
    connect(indicators->model(), &QAbstractItemModel::rowsRemoved, this, &ReleveList::follow);
    connect(&context.dossier, &dossier::Dossier::changed, this, &ReleveList::tell);
    follow();
}

void ReleveList::follow()
{
    const Id chosen = m_indicators->chosen();
    if (chosen == m_indicator && (m_list || chosen.isNull()))
        return;
    drop();
    m_indicator = chosen;
    setVisible(!chosen.isNull());
    if (!chosen.isNull())
        make();
}

void ReleveList::make()
{
    RepeatSpec spec = listSpec({u"Valeurs relevées"_s,
                                {},
                                u"Une fois l’action commencée, notez chaque année la valeur atteinte."_s,
                                u"une année"_s,
                                u"L’année choisie"_s,
                                true},
                               models::relevesTable(m_indicator), {{u"indicateur"_s, m_indicator}});
    spec.emptyTitle = u"Aucune valeur relevée pour l’instant"_s;
    m_list = new RepeatEditor(spec, makeDetail(), m_context, m_binder, this);
    m_list->setProperty("secondaire", true);
    m_list->table()->setWideColumn(commentColumn);
    pasteYearsIn(m_list, m_indicator);
    m_words = plainLabel({}, TextRole::Hint);
    m_list->findChild<Card *>()->column()->insertWidget(1, m_words); // under the title
    connect(m_list, &RepeatEditor::failed, this, &ReleveList::failed);
    connect(m_list->table(), &RecordTable::choiceChanged, this, &ReleveList::tell);
    connect(m_list->model(), &QAbstractItemModel::rowsInserted, this, &ReleveList::tell);
    connect(m_list->model(), &QAbstractItemModel::rowsRemoved, this, &ReleveList::tell);
    layout()->addWidget(m_list);
    tell();
    m_list->setVisible(true);
}

// Not at once: what chose another indicator may be running in one of its fields.
void ReleveList::drop()
{
    if (!m_list)
        return;
    for (QWidget *field : m_list->findChildren<QWidget *>())
        m_binder.unbind(field);
    m_list->hide();
    layout()->removeWidget(m_list);
    m_list->disconnect(this);
    m_list->table()->disconnect(this);
    m_list->model()->disconnect(this);
    m_list->deleteLater();
    m_list = nullptr;
    m_words = m_twice = nullptr;
}

QWidget *ReleveList::makeDetail()
{
    auto *detail = new QWidget;
    auto *column = new QVBoxLayout(detail);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    column->addWidget(makeRecordForm(
        u"releve"_s,
        {{u"annee"_s}, {.name = u"valeur"_s, .beside = true}, {u"commentaire"_s, u"Ce qui explique ce chiffre."_s}},
        m_context));
    m_twice = plainLabel({}, TextRole::Warning, detail);
    m_twice->hide();
    column->insertWidget(0, m_twice); // in sight while the year is typed
    return detail;
}

// What the values are compared with, in which unit; a year that stands twice.
void ReleveList::tell()
{
    if (!m_list)
        return;
    const domain::Projet &projet = m_context.dossier.projet();
    const domain::IndicateurAction *indicator = projet.indicateursAction.find(m_indicator);
    m_words->setText(models::departEtCible(projet, m_indicator));
    const QString unit = indicator ? indicator->unite.trimmed() : QString();
    for (QWidget *field : m_list->findChildren<QWidget *>())
        if (field->property("ligne").toString() == u"valeur")
            if (FieldFrame *frame = FieldFrame::around(field))
                frame->setLabel(unit.isEmpty() ? u"Valeur"_s : u"Valeur (%1)"_s.arg(unit));
    const QString twice = models::anneeEnDouble(projet, m_list->chosen());
    const bool news = !twice.isEmpty() && m_twice->isHidden();
    m_twice->setText(twice);
    m_twice->setVisible(!twice.isEmpty());
    if (!news)
        return;
    QAccessibleEvent told(m_twice, QAccessible::Alert);
    QAccessible::updateAccessibility(&told);
}

QWidget *ReleveList::show(const domain::FieldAddress &at)
{
    const domain::Releve *releve = m_context.dossier.projet().releves.find(at.id);
    const Id owner = releve ? releve->indicateur : at.id;
    if (m_indicators->model()->rowOf(owner) < 0)
        return nullptr;
    m_indicators->choose(owner);
    follow();
    return releve ? m_list->show(at) : m_list->stop();
}

} // namespace gui
