#include "gui/pages/map_panel.h"
#include "gui/page.h"

#include "base/file.h"
#include "base/typography.h"
#include "dossier/dossier.h"
#include "gui/contour_shelf.h"
#include "gui/dialogs/contour_import_dialog.h"
#include "gui/pages/adaptive_row.h"
#include "gui/pages/choices.h"
#include "gui/pages/record_table.h"
#include "gui/pages/wrap_layout.h"
#include "gui/widgets/card.h"
#include "gui/widgets/labels.h"
#include "gui/widgets/map_view.h"
#include "models/columns.h"
#include "models/sorted_proxy.h"
#include "models/tables.h"
#include "report/map_project.h"

#include <QComboBox>
#include <QHeaderView>
#include <QPushButton>
#include <QVBoxLayout>

namespace gui
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr int cardHeight = 280; // pixels of the map at 100 %
constexpr int pageHeight = 440;
constexpr int colours = 3;           // to choose from beside the indicators
constexpr double screenPoints = 9.3; // hints are 12.5 pixels

QVBoxLayout *flatColumn(QWidget *widget, int spacing)
{
    auto *column = new QVBoxLayout(widget);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing);
    return column;
}

QHBoxLayout *flatLine(QWidget *widget, int spacing)
{
    auto *line = new QHBoxLayout(widget);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(spacing);
    return line;
}

base::Id idOf(const QString &code)
{
    return base::Id::fromKey(u"commune:"_s + code);
}

} // namespace

MapPanel::MapPanel(const AppContext &context, Kind kind, ValuesSource values, QWidget *parent)
    : QWidget(parent), m_context(context), m_kind(kind), m_values(std::move(values)), m_view(new MapView(this))
{
    QVBoxLayout *column = flatColumn(this, 0);
    m_card = Card::withColumn(kind == Kind::Card ? u"Carte"_s : u"La carte du territoire"_s, this);
    column->addWidget(m_card);
    m_missing = makeMissing();
    m_card->column()->addWidget(m_missing);
    m_shape = plainLabel({}, TextRole::Hint, m_card);
    m_source = plainLabel({}, TextRole::Hint, m_card);
    if (kind == Kind::Card)
        buildCard();
    else
        buildPage();
    m_view->setMaker(
        [this](const QSizeF &size, const report::MapLook &look) {
            report::MapRequest wanted = request();
            wanted.size = size;
            wanted.look = look;
            wanted.points = screenPoints;
            return make(wanted);
        },
        kind == Kind::Card ? cardHeight : pageHeight);
    connect(m_view, &MapView::made, this, &MapPanel::tell);
    connect(m_view, &MapView::clicked, this, &MapPanel::chosen);
    connect(m_view, &MapView::doubleClicked, this, &MapPanel::opened);
    connect(&context.dossier, &dossier::Dossier::changed, this, [this](const domain::ChangeList &changes) {
        if (std::any_of(changes.begin(), changes.end(),
                        [](const domain::Change &each) {
                            return each.at.table == "commune"_L1 || each.at.table == "voisine"_L1;
                        }) ||
            m_values)
            follow();
    });
    if (context.contours)
        connect(context.contours, &ContourShelf::changed, this, &MapPanel::follow);
    follow();
}

// Map, then what its shape says.
void MapPanel::buildCard()
{
    m_shown = new QWidget(m_card);
    QVBoxLayout *column = flatColumn(m_shown, 8);
    column->addWidget(plainLabel(u"Population · intercommunalités"_s, TextRole::Hint, m_shown));
    column->addWidget(m_view);
    column->addWidget(m_shape);
    m_card->column()->addWidget(m_shown);
    m_source->hide();
}

void MapPanel::buildPage()
{
    m_card->column()->addWidget(makeChoice());
    m_shown = new QWidget(m_card);
    QVBoxLayout *map = flatColumn(m_shown, 8);
    map->addWidget(m_view);
    map->addWidget(m_shape);
    map->addWidget(m_source);
    map->addWidget(makePictures());
    map->addStretch();
    auto *row = new AdaptiveRow(m_card);
    row->setThreshold(760);
    QHBoxLayout *line = flatLine(row, 18);
    line->addWidget(m_shown, 3);
    line->addWidget(makeTable(), 2);
    m_card->column()->addWidget(row);
}

QWidget *MapPanel::makeMissing()
{
    auto *missing = new QWidget(m_card);
    QVBoxLayout *column = flatColumn(missing, 8);
    m_why = plainLabel({}, TextRole::Body, missing);
    column->addWidget(m_why);
    column->addWidget(plainLabel(imports::contourGuide(), TextRole::Hint, missing));
    auto *line = new QWidget(missing);
    QHBoxLayout *buttons = flatLine(line, 8);
    auto *import = new QPushButton(u"Importer des contours…"_s, line);
    connect(import, &QPushButton::clicked, this, &MapPanel::importContours);
    buttons->addWidget(import);
    buttons->addStretch();
    column->addWidget(line);
    return missing;
}

QWidget *MapPanel::makeChoice()
{
    auto *choice = new QWidget(m_card);
    QHBoxLayout *line = flatLine(choice, 10);
    m_colour = new QComboBox(choice);
    m_colour->setAccessibleName(u"Colorier les communes selon"_s);
    TextLabel *label = plainLabel(u"&Colorier selon"_s, TextRole::FieldLabel, choice, false);
    label->setBuddy(m_colour);
    line->addWidget(label);
    line->addWidget(m_colour);
    line->addStretch();
    fillChoices();
    connect(m_colour, &QComboBox::currentIndexChanged, this, [this] {
        showValues();
        m_view->refresh();
    });
    return choice;
}

// The communes beside the map: what the keyboard and screen readers have of it.
QWidget *MapPanel::makeTable()
{
    auto *side = new QWidget(m_card);
    QVBoxLayout *column = flatColumn(side, 8);
    m_table = new RecordTable(side);
    models::TableSpec spec = models::communesTable();
    std::erase_if(spec.columns, [](const models::Column &each) { return each.field == u"codePostal"; });
    m_communes = new models::RecordTableModel(spec, m_context.dossier, m_table);
    auto *sorted = new models::SortedProxy(m_table);
    sorted->setSourceModel(m_communes);
    m_table->setModel(sorted);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(-1, Qt::AscendingOrder); // the order of the model, until a heading is clicked
    m_table->setAccessibleName(u"Communes de la carte"_s);
    m_table->setMostRows(12);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    column->addWidget(m_table);
    auto *open = new QPushButton(u"Ouvrir dans Territoire"_s, side);
    const auto current = [this] {
        const domain::Commune *commune = m_context.dossier.projet().communes.find(m_table->currentId());
        return commune ? commune->code : QString();
    };
    connect(m_table, &RecordTable::choiceChanged, this, [this, open] {
        QStringList codes;
        for (const base::Id &id : m_table->selectedIds())
            if (const domain::Commune *commune = m_context.dossier.projet().communes.find(id))
                codes << commune->code;
        m_view->setChosen(codes);
        open->setEnabled(codes.size() == 1);
    });
    connect(open, &QPushButton::clicked, this, [this, current] { Q_EMIT opened(current()); });
    open->setEnabled(false);
    connect(this, &MapPanel::chosen, this, [this](const QString &code) { m_table->showId(idOf(code)); });
    auto *line = new QWidget(side);
    QHBoxLayout *buttons = flatLine(line, 8);
    buttons->addWidget(open);
    buttons->addStretch();
    column->addWidget(line);
    column->addStretch();
    return side;
}

QWidget *MapPanel::makePictures()
{
    auto *row = new QWidget(m_card);
    auto *line = new WrapLayout(row);
    for (const auto &[text, format, paper] : {std::tuple(u"Exporter l’image (PNG)…"_s, u"png"_s, formats::Paper::A4),
                                              std::tuple(u"Exporter le dessin (SVG)…"_s, u"svg"_s, formats::Paper::A4),
                                              std::tuple(u"PDF sur A4…"_s, u"pdf"_s, formats::Paper::A4),
                                              std::tuple(u"PDF sur A3…"_s, u"pdf"_s, formats::Paper::A3)}) {
        auto *button = new QPushButton(text, row);
        button->setAccessibleName(format == u"pdf" ? u"Exporter la carte en "_s + text.chopped(1) : text.chopped(1));
        connect(button, &QPushButton::clicked, this, [this, wanted = format, on = paper] { saveMap(wanted, on); });
        line->addWidget(button);
    }
    m_pictures = row;
    return row;
}

void MapPanel::fillChoices()
{
    const QString before = m_colour->currentText();
    const QSignalBlocker quiet(m_colour); // what it stands on is told once, at the end
    m_colour->clear();
    m_colour->addItems({u"la population"_s, u"le zonage"_s, u"l’intercommunalité"_s});
    m_offered = m_values ? m_values(m_context.dossier.projet()) : std::vector<report::MapValues>();
    for (const report::MapValues &values : m_offered)
        m_colour->addItem(base::frenchTypography(values.title));
    m_colour->setCurrentIndex(std::max(0, m_colour->findText(before)));
}

// The indicator that colours the map; nullptr when it is something else.
const report::MapValues *MapPanel::coloured() const
{
    const int index = m_colour ? m_colour->currentIndex() - colours : -1;
    return index < 0 ? nullptr : &m_offered.at(size_t(index));
}

// What colours the map is read in the list beside it too, when the list does not have it by itself.
void MapPanel::showValues()
{
    const report::MapValues *values = coloured();
    m_table->setSpareColumn(values ? m_communes->columnOf(u"zonage"_s) : -1);
    if (!values) {
        if (m_table->horizontalHeader()->sortIndicatorSection() >= m_communes->columnCount() - 1)
            m_table->sortByColumn(-1, Qt::AscendingOrder);
        return m_communes->setExtraColumn(std::nullopt);
    }
    const auto codeOf = [](const domain::Projet &projet, const base::Id &id) {
        const domain::Commune *commune = projet.communes.find(id);
        return commune ? commune->code : QString();
    };
    models::Column column = models::number({}, report::valuesHeading(*values), false);
    column.text = [values = *values, codeOf](const domain::Projet &projet, const base::Id &id) {
        return report::valueInWords(values, codeOf(projet, id));
    };
    column.figure = [values = values->values, codeOf](const domain::Projet &projet, const base::Id &id) {
        const auto found = values.find(codeOf(projet, id));
        return found == values.end() ? domain::Decimal() : domain::Decimal(found->second);
    };
    m_communes->setExtraColumn(std::move(column));
}

report::MapRequest MapPanel::request() const
{
    report::MapRequest wanted;
    wanted.autresCpts = report::autresCptsDe(m_context.dossier.projet());
    if (!m_colour)
        return wanted;
    wanted.values = coloured();
    wanted.colour =
        wanted.values ? report::MapColour::Valeurs : report::MapColour(std::max(0, m_colour->currentIndex()));
    return wanted;
}

std::optional<report::TerritoryMap> MapPanel::make(const report::MapRequest &wanted) const
{
    const domain::Projet &projet = m_context.dossier.projet();
    const auto contours = m_context.contours ? m_context.contours->around(report::territoryCodes(projet)) : nullptr;
    if (!contours)
        return std::nullopt;
    return report::territoryMap(projet, m_context.reference, *contours, wanted);
}

// What there is to show: a map, or why there is none.
void MapPanel::follow()
{
    const domain::Projet &projet = m_context.dossier.projet();
    const bool any = !projet.communes.empty();
    const auto contours = m_context.contours ? m_context.contours->around(report::territoryCodes(projet)) : nullptr;
    const reference::TerritoryShape *shape = shapeOf(m_context);
    const bool drawn = shape && !shape->parties.empty();
    const QString fault = m_context.contours ? m_context.contours->fault() : QString();
    m_why->setText(!any               ? u"La carte montrera les communes que vous ajouterez dans Territoire."_s
                   : !fault.isEmpty() ? fault
                   : contours ? u"Aucune commune du territoire n’est dans les contours importés. Importez un "
                                u"fichier qui les contient."_s
                              : u"Pour voir la carte, il manque les contours des communes : importez-les une "
                                u"fois pour tous vos projets."_s);
    m_missing->setVisible(!drawn);
    m_shown->setVisible(drawn);
    if (m_kind == Kind::Card)
        setVisible(any);
    if (m_table)
        m_table->setVisible(any);
    if (m_colour && m_values) {
        fillChoices();
        showValues();
    }
    m_view->refresh();
}

void MapPanel::tell()
{
    const auto &map = m_view->map();
    m_shape->setText(map ? map->shape : QString());
    m_source->setText(map ? map->figure.source : QString());
}

void MapPanel::setChosen(const QStringList &codes)
{
    m_view->setChosen(codes);
}

void MapPanel::importContours()
{
    if (!m_context.contours)
        return;
    auto *dialog = new ContourImportDialog(*m_context.contours, m_context.reference.communes(), m_context.clock.today(),
                                           m_files, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void MapPanel::saveMap(const QString &format, formats::Paper paper)
{
    askDocument(this);
    const domain::Projet &projet = m_context.dossier.projet();
    const auto contours = m_context.contours ? m_context.contours->around(report::territoryCodes(projet)) : nullptr;
    if (!contours)
        return;
    const auto [title, filter] = format == u"png"_s ? std::pair(u"Exporter l’image de la carte"_s, u"Image (*.png)"_s)
                                 : format == u"svg"_s
                                     ? std::pair(u"Exporter le dessin de la carte"_s, u"Dessin (*.svg)"_s)
                                     : std::pair(u"Exporter la carte en PDF"_s, u"PDF (*.pdf)"_s);
    const QString name = formats::safeFileName(u"Carte - "_s + projet.identite.nom, format);
    QString path = m_files.save(this, title, folderBeside(m_context.dossier) + u'/' + name, filter);
    if (path.isEmpty())
        return;
    if (!path.endsWith(u'.' + format, Qt::CaseInsensitive))
        path += u'.' + format;
    const auto bytes = formats::exportedMap({m_context.reference, *contours, m_context.clock.today()}, projet,
                                            request(), format, paper);
    const auto done = bytes ? base::writeFile(path, bytes.value()) : base::Result<void>(bytes.error());
    if (done)
        Q_EMIT written(path);
    else
        Q_EMIT failed(done.error().message);
}

} // namespace gui
