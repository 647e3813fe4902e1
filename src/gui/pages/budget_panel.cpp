#include "gui/pages/budget_panel.h"

#include "base/amount.h"
#include "base/clock.h"
#include "dossier/dossier.h"
#include "gui/dialogs/document_menu.h"
#include "gui/pages/record_table.h"
#include "gui/widgets/card.h"
#include "gui/widgets/info_bar.h"
#include "gui/widgets/labels.h"
#include "models/tables_suivi.h"
#include "report/budget_document.h"
#include "suivi/budget.h"

#include <QPushButton>
#include <QStandardItemModel>
#include <QVBoxLayout>

namespace gui
{

using namespace Qt::Literals::StringLiterals;

namespace
{

const QStringList cuts{u"Par année"_s, u"Par financeur"_s, u"Par mission"_s};

QString euros(const domain::Decimal &amount)
{
    return amount ? base::frenchAmount(*amount) : QString();
}

QStandardItem *cell(const QString &text, bool figure)
{
    auto *item = new QStandardItem(text);
    item->setEditable(false);
    if (figure)
        item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    return item;
}

QStringList row(const QString &name, const suivi::Montants &amounts)
{
    return {name,
            euros(amounts.prevu),
            euros(amounts.realise),
            euros(amounts.attendu),
            euros(amounts.verse),
            euros(amounts.solde())};
}

// Only what differs: the panel lives, hidden, while other pages are typed in.
bool showRows(QStandardItemModel *model, const std::vector<QStringList> &rows)
{
    const int count = int(rows.size());
    bool changed = model->rowCount() != count;
    if (changed)
        model->setRowCount(count);
    for (int at = 0; at < count; ++at)
        for (int column = 0; column < int(rows[size_t(at)].size()); ++column) {
            const QString &text = rows[size_t(at)].at(column);
            QStandardItem *item = model->item(at, column);
            if (item && item->text() == text)
                continue;
            changed = true;
            item ? item->setText(text) : model->setItem(at, column, cell(text, column > 0));
        }
    return changed;
}

} // namespace

BudgetPanel::BudgetPanel(const AppContext &context) : m_context(context)
{
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(14);
    m_messages = new InfoBarStack(this);
    whole->addWidget(m_messages);
    whole->addWidget(makeLines());
    whole->addWidget(makeSums());
    connect(&context.dossier, &dossier::Dossier::changed, this, &BudgetPanel::refresh);
    refresh();
}

BudgetPanel::~BudgetPanel()
{
    // The table tells a last change of choice when its model goes.
    m_lines->disconnect(this);
}

QWidget *BudgetPanel::makeLines()
{
    Card *card = Card::withColumn(u"Le budget des fiches-actions"_s, this);
    card->column()->addWidget(
        plainLabel(u"Toutes les dépenses, fiche par fiche. Chaque montant se saisit dans sa fiche."_s, TextRole::Hint));
    m_empty = new EmptyState(u"Aucune dépense pour l’instant"_s,
                             u"Ouvrez une fiche-action, puis sa partie « Budget »."_s, card);
    card->column()->addWidget(m_empty);
    m_lines = new RecordTable(card);
    m_lines->setModel(new models::RecordTableModel(models::budgetDesFichesTable(m_context.reference.missions()),
                                                   m_context.dossier, m_lines));
    m_lines->setSpareColumn(3); // the time, which the fiche tells too
    m_lines->setSelectionMode(QAbstractItemView::SingleSelection);
    m_lines->setAccessibleName(u"Budget des fiches-actions"_s);
    card->column()->addWidget(m_lines);
    m_open = new QPushButton(u"Ouvrir la fiche →"_s, card);
    m_open->setAutoDefault(false);
    card->column()->addWidget(m_open, 0, Qt::AlignLeft);
    connect(m_open, &QPushButton::clicked, this, &BudgetPanel::openFiche);
    connect(m_lines, &QAbstractItemView::activated, this, &BudgetPanel::openFiche);
    connect(m_lines, &RecordTable::choiceChanged, this, [this] { m_open->setEnabled(!m_lines->currentId().isNull()); });
    return card;
}

QWidget *BudgetPanel::makeSums()
{
    Card *card = Card::withColumn(u"Dépenses et financements"_s, this);
    m_sumsCard = card;
    card->column()->addWidget(plainLabel(
        u"En euros. Le solde est ce qui est attendu moins ce qui est prévu ; une case vide n’est pas connue."_s,
        TextRole::Hint));
    m_documents = makeDocuments(card);
    card->column()->addWidget(m_documents, 0, Qt::AlignLeft);
    for (const QString &cut : cuts) {
        card->column()->addWidget(plainLabel(cut, TextRole::Strong, card));
        auto *table = new RecordTable(card);
        auto *model = new QStandardItemModel(0, 6, table);
        model->setHorizontalHeaderLabels({cut.section(u' ', 1).replace(0, 1, cut.section(u' ', 1).left(1).toUpper()),
                                          u"Prévu"_s, u"Réalisé"_s, u"Attendu"_s, u"Versé"_s, u"Solde"_s});
        for (int column = 1; column < model->columnCount(); ++column)
            model->horizontalHeaderItem(column)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter |
                                                                  Qt::Alignment(Qt::TextWordWrap));
        table->setModel(model);
        table->setAccessibleName(u"Dépenses et financements "_s + cut.toLower());
        card->column()->addWidget(table);
        m_sums.push_back(table);
        m_models.push_back(model);
    }
    return card;
}

DocumentMenu *BudgetPanel::makeDocuments(QWidget *parent)
{
    auto *menu = new DocumentMenu(*m_messages, &m_context.dossier, parent);
    menu->setAccessibleName(u"Imprimer ou enregistrer le budget"_s);
    const DocumentMenu::Make make = [this] {
        return base::Result<report::Document>(report::budgetDocument(m_context.trame, m_context.dossier.projet(),
                                                                     m_context.reference, m_context.clock.today()));
    };
    menu->addPaper(u"Imprimer…"_s, make);
    menu->addFile(u"PDF…"_s, u"Budget"_s, Format::Pdf, make);
    menu->addFile(u"Word (.docx)…"_s, u"Budget"_s, Format::Docx, make);
    menu->addFile(u"OpenDocument (.odt)…"_s, u"Budget"_s, Format::Odt, make);
    return menu;
}

void BudgetPanel::openFiche()
{
    if (const base::Id id = m_lines->currentId(); !id.isNull())
        Q_EMIT goTo(u"fiches"_s, {u"budget"_s, id, u"intitule"_s});
}

void BudgetPanel::refresh()
{
    const suivi::Bilan sums = suivi::bilan(m_context.dossier.projet(), m_context.reference);
    const bool some = !m_context.dossier.projet().budget.empty();
    m_empty->setVisible(!some);
    m_lines->setVisible(some);
    m_open->setVisible(some);
    m_open->setEnabled(!m_lines->currentId().isNull());
    m_sumsCard->setVisible(!sums.annees.empty());
    const std::vector<suivi::Poste> *const parts[] = {&sums.annees, &sums.financeurs, &sums.missions};
    for (size_t at = 0; at < m_models.size(); ++at) {
        std::vector<QStringList> rows;
        for (const suivi::Poste &post : *parts[at])
            rows.push_back(row(post.nom, post.montants));
        rows.push_back(row(u"Total"_s, sums.total));
        if (showRows(m_models[at], rows))
            m_sums[at]->fitColumns();
    }
}

} // namespace gui
