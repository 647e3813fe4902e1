#include "gui/pages/page_territoire.h"

#include "base/text.h"
#include "domain/population.h"
#include "dossier/dossier.h"
#include "gui/pages/cell_delegate.h"
#include "gui/pages/choices.h"
#include "gui/pages/commune_sheet.h"
#include "gui/pages/import_dialog.h"
#include "gui/pages/map_panel.h"
#include "gui/pages/record_table.h"
#include "gui/pages/territory_facts.h"
#include "gui/pages/voisines_list.h"
#include "gui/widgets/labels.h"
#include "models/sorted_proxy.h"
#include "models/tables.h"

#include "ui_page_territoire.h"
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QShortcut>

namespace gui
{

using namespace Qt::Literals::StringLiterals;

namespace
{

// "17 communes sur 18" when some have no population; empty when the sum is that of all.
QString counted(const domain::Projet &projet)
{
    const size_t all = projet.communes.size();
    const size_t missing = domain::communesSansPopulation(projet).size();
    if (missing == 0)
        return {};
    return u"%1 sur %2"_s.arg(base::frenchCount(qint64(all - missing), u"commune"_s, u"communes"_s),
                              QString::number(all));
}

QString sumInWords(const domain::Projet &projet, const reference::Communes &communes)
{
    const QString part = counted(projet);
    return u"Calculée%1 : populations municipales de %2."_s.arg(part.isEmpty() ? part : u" pour "_s + part,
                                                                QString::number(communes.populationAnnee()));
}

} // namespace

PageTerritoire::PageTerritoire(const AppContext &context, QWidget *parent)
    : FormPage(context, u"territoire"_s, parent), m_ui(std::make_unique<Ui::PageTerritoire>()),
      m_model(new models::RecordTableModel(models::communesTable(), context.dossier, this)),
      m_proxy(new models::SortedProxy(this))
{
    m_ui->setupUi(body());
    m_ui->rechercheLibelle->setBuddy(m_ui->recherche);
    m_ui->recherche->setAccessibleName(u"Ajouter une commune, un code postal ou une intercommunalité"_s);
    m_ui->somme->setAccessibleName(u"Somme des populations des communes"_s);
    m_empty = new EmptyState(u"Aucune commune pour l’instant"_s,
                             u"Tapez le nom d’une commune ou d’une intercommunalité, puis Entrée."_s, m_ui->vide);
    m_ui->vide->layout()->addWidget(m_empty);
    m_sheet = new CommuneSheet(context, binder(), m_ui->fiche);
    auto *sheetCard = Card::withColumn({}, m_ui->fiche);
    sheetCard->column()->setContentsMargins(0, 0, 0, 0);
    sheetCard->column()->addWidget(m_sheet);
    m_ui->fiche->layout()->addWidget(sheetCard);
    setUpMap();
    setUpTable();
    m_voisines = makeVoisines(context, binder(), body());
    auto *column = static_cast<QVBoxLayout *>(body()->layout());
    column->insertWidget(column->count() - 1, m_voisines); // above the room that is left
    connect(m_voisines, &RepeatEditor::failed, this, &FormPage::failed);

    const reference::Communes &communes = context.reference.communes();
    m_ui->recherche->setSource(
        communes,
        [this, &communes](const reference::Hit &hit) {
            return obstacleTo(hit, this->context().dossier.projet(), communes);
        },
        [this, &communes] {
            return departementsFirst(this->context().dossier.projet(), this->context().trame.region(), communes);
        });
    m_ui->recherche->setEnabled(!context.dossier.isReadOnly());
    connect(m_ui->recherche, &TerritorySearch::chosen, this, &PageTerritoire::addHit);
    connect(m_ui->recherche, &TerritorySearch::announced, this, &PageTerritoire::announce);
    connect(m_ui->recherche, &TerritorySearch::listPasted, this,
            [this](const QString &text) { importList(false)->setList(text); });
    // What was added and told is not there any more.
    connect(&context.dossier, &dossier::Dossier::steppedTo, this, [this] { announce({}); });
    announce({});
    connect(m_ui->retirer, &QPushButton::clicked, this, &PageTerritoire::removeSelected);
    connect(m_ui->coller, &QPushButton::clicked, this, [this] { importList(false); });
    connect(m_ui->importer, &QPushButton::clicked, this, [this] { importList(true); });
    for (QPushButton *button : {m_ui->coller, m_ui->importer})
        button->setEnabled(!context.dossier.isReadOnly());
    connect(m_sheet, &CommuneSheet::failed, this, &FormPage::failed);
    connect(&context.dossier, &dossier::Dossier::changed, this, &PageTerritoire::follow);
    binder().bindForm(body());
    follow();
}

PageTerritoire::~PageTerritoire()
{
    // The table tells a last change of choice when its model goes.
    m_ui->communes->disconnect(this);
}

void PageTerritoire::setUpMap()
{
    m_map = new MapPanel(context(), MapPanel::Kind::Card, {}, m_ui->carte);
    m_ui->carte->layout()->addWidget(m_map);
    connect(m_map, &MapPanel::failed, this, &FormPage::failed);
    connect(m_map, &MapPanel::written, this, &FormPage::written);
    connect(m_map, &MapPanel::chosen, this, &PageTerritoire::showOnMap);
}

// A commune of the territory is chosen in the table; an enclave is proposed by the search, Enter adds it.
void PageTerritoire::showOnMap(const QString &code)
{
    const base::Id id = base::Id::fromKey(u"commune:"_s + code);
    if (m_ui->communes->showId(id) || context().dossier.isReadOnly())
        return;
    const auto commune = context().reference.communes().find(code);
    if (!commune)
        return;
    m_ui->recherche->setFocus(Qt::OtherFocusReason);
    m_ui->recherche->clear();
    m_ui->recherche->insert(commune->nom); // as if typed: the answers open
}

void PageTerritoire::setUpTable()
{
    m_proxy->setSourceModel(m_model);
    RecordTable *table = m_ui->communes;
    table->setModel(m_proxy);
    table->setAccessibleName(u"Communes du territoire"_s);
    table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    table->setTyping(true);
    table->setMostRows(14);
    auto *paste = new QShortcut(QKeySequence(QKeySequence::Paste), table, nullptr, nullptr, Qt::WidgetShortcut);
    connect(paste, &QShortcut::activated, this, &PageTerritoire::pasteList);
    table->setItemDelegateForColumn(3, new ChipDelegate(
                                           [&dossier = context().dossier](const QString &id) {
                                               return models::particularites(dossier.projet(),
                                                                             base::Id::parse(id).value_or(base::Id()));
                                           },
                                           table));
    table->setSortingEnabled(true);
    table->sortByColumn(-1, Qt::AscendingOrder); // the order of the model, until a heading is clicked
    connect(table, &RecordTable::removalAsked, this, &PageTerritoire::removeSelected);
    connect(table, &RecordTable::choiceChanged, this, [this] {
        m_sheet->show(m_ui->communes->selectedIds());
        QStringList codes;
        for (const base::Id &id : m_ui->communes->selectedIds())
            if (const domain::Commune *commune = context().dossier.projet().communes.find(id))
                codes << commune->code;
        m_map->setChosen(codes);
        m_ui->retirer->setEnabled(!m_ui->communes->selectedIds().empty() && !context().dossier.isReadOnly());
    });
    connect(m_model, &models::RecordTableModel::editRefused, this, &FormPage::failed);
    m_ui->retirer->setEnabled(false);
}

void PageTerritoire::announce(const QString &sentence)
{
    m_ui->annonce->setText(sentence);
    m_ui->annonce->setAccessibleName(sentence);
    m_ui->annonce->setVisible(!sentence.isEmpty());
}

RecordTable *PageTerritoire::table() const
{
    return m_ui->communes;
}

TerritorySearch *PageTerritoire::search() const
{
    return m_ui->recherche;
}

QLineEdit *PageTerritoire::searchField()
{
    return m_ui->recherche;
}

void PageTerritoire::follow()
{
    const bool any = m_model->rowCount() > 0;
    m_ui->communes->setVisible(any);
    m_ui->retirer->setVisible(any);
    m_empty->setVisible(!any);
    m_ui->carteBref->setVisible(any);
    showFacts();
    showPopulation();
    m_ui->recherche->refresh();
}

void PageTerritoire::showFacts()
{
    const domain::Projet &projet = context().dossier.projet();
    QStringList facts = territoryFacts(projet, context().reference.communes());
    if (!facts.isEmpty())
        facts.prepend(base::frenchCount(qint64(projet.communes.size()), u"commune"_s, u"communes"_s) + u" · "_s +
                      base::frenchNumber(domain::populationDesCommunes(projet)) + u" habitants"_s +
                      (counted(projet).isEmpty() ? QString() : u" ("_s + counted(projet) + u")"_s));
    if (facts == m_facts)
        return;
    m_facts = facts;
    QLayout *column = m_ui->bref->layout();
    while (QLayoutItem *item = column->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const QString &fact : facts)
        column->addWidget(plainLabel(fact, column->count() == 0 ? TextRole::Strong : TextRole::Body));
}

void PageTerritoire::showPopulation()
{
    const domain::Projet &projet = context().dossier.projet();
    const reference::Reference &reference = context().reference;
    m_ui->somme->setText(projet.communes.empty()
                             ? QString()
                             : base::frenchNumber(domain::populationDesCommunes(projet)) + u" habitants"_s);
    m_ui->sommeFrame->setHelp(sumInWords(projet, reference.communes()));
    const qint64 population = domain::populationRetenue(projet).value_or(0);
    const QString size = tailleEnMots(reference.tailles(), population);
    const QString near = tailleProcheEnMots(reference.tailles(), population);
    m_ui->taille->setText(size.isEmpty() ? u"La taille de la CPTS se déduira de la population."_s : size);
    m_ui->tailleProche->setText(near);
    m_ui->tailleProche->setVisible(!near.isEmpty());
}

void PageTerritoire::addHit(const reference::Hit &hit)
{
    const domain::Projet before = context().dossier.projet();
    const auto done = context().dossier.edit(u"Ajouter « %1 » au territoire"_s.arg(shownName(hit.nom)),
                                             addingHit(hit, before, context().reference.communes()));
    if (!done) {
        Q_EMIT failed(done.error().message);
        return;
    }
    const qint64 added = qint64(context().dossier.projet().communes.size()) - qint64(before.communes.size());
    announce(u"« %1 » : %2."_s.arg(shownName(hit.nom),
                                   base::frenchCount(added, u"commune ajoutée"_s, u"communes ajoutées"_s)));
    if (hit.kind != reference::Hit::Kind::Epci)
        m_ui->communes->showId(base::Id::fromKey(u"commune:"_s + hit.code));
}

void PageTerritoire::removeSelected()
{
    const std::vector<base::Id> ids = m_ui->communes->selectedIds();
    if (ids.empty() || context().dossier.isReadOnly())
        return;
    flush();
    const int row = m_ui->communes->currentIndex().row();
    const QString label =
        u"Retirer %1 du territoire"_s.arg(base::frenchCount(qint64(ids.size()), u"commune"_s, u"communes"_s));
    const auto done = context().dossier.edit(label, models::removingAll(context().dossier.projet(), u"commune"_s, ids));
    if (!done)
        Q_EMIT failed(done.error().message);
    if (m_proxy->rowCount() == 0) {
        m_ui->recherche->setFocus(Qt::OtherFocusReason);
        return;
    }
    m_ui->communes->setCurrentIndex(m_proxy->index(std::clamp(row - 1, 0, m_proxy->rowCount() - 1), 0));
    m_ui->communes->setFocus(Qt::OtherFocusReason);
}

// A list copied from a spreadsheet and pasted on the table.
void PageTerritoire::pasteList()
{
    const QString text = QGuiApplication::clipboard()->text();
    if (text.trimmed().isEmpty() || context().dossier.isReadOnly())
        return;
    importList(false)->setList(text);
}

ImportDialog *PageTerritoire::importList(bool fromFile)
{
    flush();
    auto *dialog = new ImportDialog(context(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ImportDialog::failed, this, &FormPage::failed);
    connect(dialog, &ImportDialog::added, this, &PageTerritoire::announce);
    dialog->open();
    if (fromFile)
        dialog->chooseFile();
    return dialog;
}

bool PageTerritoire::goToField(const domain::FieldAddress &at)
{
    base::Id commune = at.table == "commune"_L1 ? at.id : base::Id();
    if (at.table == "qpv"_L1)
        if (const domain::Qpv *qpv = context().dossier.projet().qpv.find(at.id); qpv && !qpv->communes.empty())
            commune = qpv->communes.front();
    if (at.table == "voisine"_L1) {
        QWidget *field = m_voisines->show(at);
        reveal(field ? field : m_voisines);
        return true;
    }
    if (at.table == "commune"_L1 && commune.isNull()) { // of all of them, or that there is none
        reveal(m_model->rowCount() > 0 ? static_cast<QWidget *>(m_ui->communes) : m_ui->recherche);
        return true;
    }
    if (commune.isNull())
        return FormPage::goToField(at);
    const int column = at.table == "commune"_L1 ? m_model->columnOf(at.field) : -1;
    if (!m_ui->communes->showId(commune, column > 0 ? column : 3))
        return false;
    m_sheet->show({commune});
    QWidget *field = m_sheet->widgetFor(at);
    reveal(field ? field : m_ui->communes);
    return true;
}

// A zoning given to several communes, undone or done again: they are the chosen ones, as they were.
bool PageTerritoire::goToStep(const QString &, const domain::ChangeList &changes)
{
    std::vector<base::Id> zoned;
    for (const domain::Change &change : changes) {
        if (change.at.table != "commune"_L1 || !change.at.field.startsWith("zonage"_L1))
            return false;
        if (std::count(zoned.begin(), zoned.end(), change.at.id) == 0)
            zoned.push_back(change.at.id);
    }
    if (zoned.size() < 2)
        return false;
    m_ui->communes->choose(zoned); // the sheet beside the table follows
    reveal(m_ui->communes);
    return true;
}

} // namespace gui
