// The map on the pages: shown when there are outlines, else what is missing; pointed at, saved, imported.
#include "driving.h"
#include "gui/dialogs/contour_import_dialog.h"
#include "gui/pages/map_panel.h"
#include "gui/pages/page_territoire.h"
#include "gui/pages/record_table.h"
#include "gui/pages/spec_page.h"
#include "gui/pages/territory_search.h"
#include "gui/theme/map_look.h"
#include "gui/widgets/map_view.h"
#include "gui/widgets/page_tabs.h"
#include "outlines_shelf.h"
#include "test_page_support.h"

#include <QComboBox>
#include <QFile>
#include <QHeaderView>
#include <QImage>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>

using namespace pagetest;
using namespace Qt::Literals::StringLiterals;
using gui::MapPanel;
using gui::MapView;

namespace
{

domain::Projet squares(const std::vector<int> &numbers)
{
    domain::Projet projet = emptyProject();
    for (const int each : numbers)
        addCommune(projet, outlines::codes().at(each));
    return projet;
}

base::Id idOf(int square)
{
    return base::Id::fromKey(u"commune:"_s + outlines::codes().at(square));
}

void settle(const MapView &view)
{
    for (int turn = 0; turn < 50 && !view.map(); ++turn)
        QTest::qWait(10);
    QTest::qWait(30);
}

QString textsOf(const QWidget &widget)
{
    QStringList texts;
    for (const QLabel *label : widget.findChildren<QLabel *>())
        if (label->isVisibleTo(&widget))
            texts << label->text();
    return texts.join(u' ').replace(QChar(0x00A0), u' ').replace(QChar(0x202F), u' ');
}

QPushButton *button(const QWidget &in, const QString &text)
{
    for (QPushButton *each : in.findChildren<QPushButton *>())
        if (each->text() == text)
            return each;
    FAIL("no button " << text.toStdString());
    return nullptr;
}

QByteArray geojson()
{
    return R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"code":"04005"},)"
           R"("geometry":{"type":"Polygon","coordinates":[[[6.2,43.9],[6.25,43.9],[6.25,43.95],[6.2,43.9]]]}}]})";
}

} // namespace

TEST_CASE("Beside the communes, their map and what its shape says, a commune pointed at is chosen in the table")
{
    Shelf known;
    known.fill();
    Shown<gui::PageTerritoire> shown(squares({0, 1, 2, 6, 8, 12, 13, 14}), {790, 660}, &known.shelf);
    MapPanel *panel = shown.page->map();
    MapView *view = panel->view();
    settle(*view);
    REQUIRE(view->map());
    CHECK(view->isVisible());
    CHECK(textsOf(*panel).contains(u"8 communes d’un seul tenant · 1 enclave : Braux"));
    CHECK_FALSE(textsOf(*panel).contains(u"data.gouv.fr"));
    CHECK_FALSE(view->accessibleDescription().isEmpty());
    CHECK(view->focusPolicy() == Qt::NoFocus);

    QTest::mouseClick(view, Qt::LeftButton, {}, view->placeOf(outlines::codes().at(8)).toPoint());
    CHECK(shown.page->table()->currentId() == idOf(8));
    CHECK(view->codeAt(view->placeOf(outlines::codes().at(7))) == outlines::codes().at(7)); // the enclave too
    QTest::mouseClick(view, Qt::LeftButton, {}, view->placeOf(outlines::codes().at(7)).toPoint());
    CHECK(shown.page->table()->currentId() == idOf(8));
    // … which is proposed by the search: Enter adds it.
    REQUIRE(shown.page->search()->isOpen());
    CHECK(shown.page->search()->text() == u"Braux");
    press(shown.page->search(), Qt::Key_Return);
    CHECK(shown.projet().communes.find(idOf(7)));
    shown.undo();
    settle(*view);
    CHECK(view->codeAt({0, 0}).isEmpty());

    // The other way round: a row chosen shows on the map.
    const QImage before = view->grab().toImage();
    shown.page->table()->showId(idOf(0));
    CHECK(view->grab().toImage() != before);
}

TEST_CASE("Without outlines the page says what is missing, and works as a table")
{
    Shelf none;
    Shown<gui::PageTerritoire> shown(squares({0, 1}), {790, 660}, &none.shelf);
    MapPanel *panel = shown.page->map();
    CHECK(panel->isVisible());
    CHECK_FALSE(panel->view()->isVisible());
    const QString said = textsOf(*panel);
    CHECK(said.contains(u"il manque les contours des communes"));
    CHECK(said.contains(u"« communes-100m.geojson »"));
    CHECK(button(*panel, u"Importer des contours…"_s)->isVisible());
    CHECK(shown.page->table()->model()->rowCount() == 2);
    none.fill();
    settle(*panel->view());
    CHECK(panel->view()->isVisible());
    CHECK_FALSE(textsOf(*panel).contains(u"il manque"));
}

TEST_CASE("A territory that empties, another vintage, a damaged file: each has its words")
{
    Shelf known;
    known.fill();
    Shown<gui::PageTerritoire> shown(squares({0}), {790, 660}, &known.shelf);
    MapPanel *panel = shown.page->map();
    shown.page->table()->selectAll();
    shown.page->removeSelected();
    CHECK_FALSE(panel->isVisible());
    shown.undo();
    CHECK(panel->isVisible());
    known.fill({outlines::square(u"05001"_s, 40, 0)});
    CHECK(textsOf(*panel).contains(u"Aucune commune du territoire n’est dans les contours importés"));
    QFile file(known.shelf.store().file());
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write("atelier-contours\t1\n");
    file.close();
    known.shelf.replaced();
    CHECK(textsOf(*panel).contains(u"est abîmé"));
}

TEST_CASE("The map follows the communes: one more changes it, without the page being made again")
{
    Shelf known;
    known.fill();
    Shown<gui::PageTerritoire> shown(squares({0, 1}), {790, 660}, &known.shelf);
    MapView *view = shown.page->map()->view();
    settle(*view);
    CHECK(view->map()->areas.size() == 2);
    reference::Hit hit;
    hit.code = outlines::codes().at(3);
    hit.nom = u"Annot"_s;
    shown.page->addHit(hit);
    QTest::qWait(30);
    REQUIRE(view->map());
    CHECK(view->map()->areas.size() == 3);
    CHECK(textsOf(*shown.page->map()).contains(u"3 communes en 2 parties"));
}

TEST_CASE("In the diagnostic, the map is coloured as asked, its table opens the commune in its page")
{
    Shelf known;
    known.fill();
    domain::Projet projet = squares({0, 1, 2});
    projet.communes.find(idOf(0))->zonage = domain::Zonage::Zip;
    const QTemporaryDir folder;
    const base::FixedClock clock{QDateTime(QDate(2026, 11, 23), QTime(14, 32))};
    auto created = dossier::Dossier::create(folder.filePath(u"essai.cpts"_s), projet, clock);
    REQUIRE(created);
    const gui::AppContext context{*created.value(), officialData(), paca(), clock, &known.shelf};
    const std::unique_ptr<gui::FormPage> page(gui::allPages().at(u"diagnostic"_s)(context, nullptr));
    page->resize(1000, 700);
    page->show();
    page->makeAllParts();
    auto *panel = page->findChild<MapPanel *>();
    REQUIRE(panel);
    page->findChild<gui::PageTabs *>()->open(panel);
    MapView *view = panel->view();
    settle(*view);
    REQUIRE(view->map());
    CHECK(view->map()->figure.title == u"Habitants des communes du territoire");
    auto *colour = panel->findChild<QComboBox *>();
    REQUIRE(colour);
    CHECK(colour->count() == 3);
    colour->setCurrentIndex(1);
    QTest::qWait(30);
    CHECK(view->map()->figure.title == u"Zonage des communes du territoire");
    colour->setCurrentIndex(2);
    QTest::qWait(30);
    CHECK(view->map()->figure.title == u"Intercommunalités du territoire");
    CHECK(textsOf(*panel).contains(u"Contours des communes : Essai 2026."));

    QSignalSpy went(page.get(), &gui::FormPage::goTo);
    auto *table = panel->findChild<gui::RecordTable *>();
    REQUIRE(table);
    QPushButton *open = button(*panel, u"Ouvrir dans Territoire"_s);
    CHECK_FALSE(open->isEnabled());
    QTest::mouseClick(view, Qt::LeftButton, {}, view->placeOf(outlines::codes().at(1)).toPoint());
    CHECK(table->currentId() == idOf(1));
    REQUIRE(open->isEnabled());
    open->click();
    REQUIRE(went.size() == 1);
    CHECK(went.front().at(0).toString() == u"territoire");
    CHECK(went.front().at(1).value<domain::FieldAddress>().id == idOf(1));
    QTest::mouseDClick(view, Qt::LeftButton, {}, view->placeOf(outlines::codes().at(2)).toPoint());
    REQUIRE(went.size() == 2);
    CHECK(went.back().at(1).value<domain::FieldAddress>().id == idOf(2));
}

TEST_CASE("Indicators with values by commune are offered beside the others")
{
    Shelf known;
    known.fill();
    Shown<gui::PageTerritoire> shown(squares({0, 1, 2}), {790, 660}, &known.shelf);
    const auto values = [](const domain::Projet &) {
        report::MapValues apl;
        apl.title = u"APL aux généralistes"_s;
        apl.source = u"DREES"_s;
        apl.year = 2023;
        apl.unit = u"consultations par an"_s;
        apl.values = {{outlines::codes().at(0), 12.5}, {outlines::codes().at(1), 3.5}};
        return std::vector{apl};
    };
    MapPanel panel(*shown.context, MapPanel::Kind::Page, values);
    panel.resize(800, 600);
    panel.show();
    settle(*panel.view());
    auto *colour = panel.findChild<QComboBox *>();
    REQUIRE(colour->count() == 4);
    colour->setCurrentIndex(3);
    QTest::qWait(30);
    REQUIRE(panel.view()->map());
    CHECK(panel.view()->map()->figure.title == u"APL aux généralistes (consultations par an)");
    CHECK(panel.view()->map()->figure.source.contains(u"DREES, 2023"));

    // The list beside the map has the same values, ranged as figures.
    auto *table = panel.findChild<gui::RecordTable *>();
    REQUIRE(table->model()->columnCount() == 4);
    CHECK(table->model()->headerData(3, Qt::Horizontal).toString() ==
          u"APL aux généralistes (consultations par an, 2023)");
    const auto shownIn = [table](int row) { return table->model()->index(row, 3).data().toString(); };
    table->sortByColumn(3, Qt::AscendingOrder);
    CHECK(QStringList{shownIn(0), shownIn(1), shownIn(2)} == QStringList{u"3,5"_s, u"12,5"_s, QString()});
    CHECK(table->isColumnHidden(2)); // beside the map there is no room for the zoning too
    colour->setCurrentIndex(0);
    CHECK(table->model()->columnCount() == 3);
    colour->setCurrentIndex(3);
    CHECK(table->model()->columnCount() == 4);
    CHECK(table->horizontalHeader()->sortIndicatorSection() != 3);
}

TEST_CASE("The map is saved as a picture and as vectors, in the file that the user names")
{
    Shelf known;
    known.fill();
    domain::Projet projet = squares({0, 1, 2});
    projet.identite.nom = u"CPTS a/b"_s;
    Shown<gui::PageTerritoire> shown(projet, {790, 660}, &known.shelf);
    MapPanel panel(*shown.context, MapPanel::Kind::Page);
    panel.resize(800, 600);
    panel.show();
    settle(*panel.view());
    QString suggested;
    QString answer;
    panel.setFiles({[&](QWidget *, const QString &, const QString &path, const QString &) {
                        suggested = path;
                        return answer;
                    },
                    {}});
    answer = known.path(u"carte"_s);
    button(panel, u"Exporter l’image (PNG)…"_s)->click();
    CHECK(suggested.endsWith(u"Carte - CPTS a-b.png"));
    QImage image;
    CHECK(image.load(known.path(u"carte.png"_s)));
    CHECK(image.width() > 1'000);
    answer = known.path(u"carte.svg"_s);
    button(panel, u"Exporter le dessin (SVG)…"_s)->click();
    QFile svg(answer);
    REQUIRE(svg.open(QIODevice::ReadOnly));
    CHECK(svg.readAll().contains("<desc>"));
    for (const QString &paper : {u"A4"_s, u"A3"_s}) {
        answer = known.path(paper);
        button(panel, u"PDF sur %1…"_s.arg(paper))->click();
        QFile pdf(answer + u".pdf"_s);
        REQUIRE(pdf.open(QIODevice::ReadOnly));
        CHECK(pdf.read(4) == "%PDF");
    }
    answer.clear();
    button(panel, u"Exporter le dessin (SVG)…"_s)->click(); // « Annuler » : nothing happens
    QSignalSpy failed(&panel, &MapPanel::failed);
    answer = known.path(u"absent/carte.svg"_s);
    button(panel, u"Exporter le dessin (SVG)…"_s)->click();
    REQUIRE(failed.size() == 1);
    CHECK(failed.front().front().toString().contains(u"n’existe pas"));
}

TEST_CASE("In large text the buttons that save the map stay whole, with the pane beside the page or without")
{
    const driving::Look look;
    look.theme->setZoom(150);
    Shelf known;
    known.fill();
    const Shown<gui::PageTerritoire> shown(squares({0, 1, 6}), {790, 660}, &known.shelf);
    MapPanel panel(*shown.context, MapPanel::Kind::Page);
    panel.show();
    for (const int width : {1'480, 1'010, 800, 640}) {
        panel.resize(width, 1'200);
        settle(*panel.view());
        const QWidget *row = button(panel, u"PDF sur A4…"_s)->parentWidget();
        REQUIRE(row->isVisible());
        INFO(width);
        driving::checkWhole(*row);
        for (const QWidget *each : row->findChildren<QPushButton *>())
            CHECK(row->rect().contains(each->geometry()));
    }
}

TEST_CASE("Outlines are imported in the window, away from its thread, and every map is told")
{
    Shelf none;
    QFile file(none.path(u"communes-100m.geojson"_s));
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(geojson());
    file.close();
    QSignalSpy changed(&none.shelf, &gui::ContourShelf::changed);
    const gui::FileQuestions files{
        {}, [&](QWidget *, const QString &, const QString &, const QString &) { return file.fileName(); }};
    gui::ContourImportDialog dialog(none.shelf, officialData().communes(), QDate(2026, 11, 23), files, nullptr);
    dialog.show();
    CHECK(textsOf(dialog).contains(u"data.gouv.fr"));
    button(dialog, u"Choisir le fichier…"_s)->click();
    CHECK(dialog.isRunning());
    CHECK(button(dialog, u"Arrêter"_s)->isEnabled());
    REQUIRE(changed.wait(10'000));
    CHECK_FALSE(dialog.isRunning());
    CHECK(textsOf(dialog).contains(u"1 contour de commune lu. Les cartes sont prêtes."));
    const auto known = none.shelf.store().origin();
    REQUIRE(known);
    CHECK(known.value().citation().startsWith(u"Contours administratifs, data.gouv.fr"));
    CHECK(known.value().importeLe == QDate(2026, 11, 23));
    // Opened again, it says what is there; a bad file changes nothing.
    gui::ContourImportDialog again(none.shelf, officialData().communes(), QDate(2026, 11, 23), files, nullptr);
    again.show();
    CHECK(textsOf(again).contains(u"Déjà là : 1 contour"));
    again.import(none.path(u"absent.geojson"_s));
    for (int turn = 0; turn < 200 && again.isRunning(); ++turn)
        QTest::qWait(10);
    CHECK(textsOf(again).contains(u"est introuvable"));
    CHECK(changed.size() == 1);
    // A source corrected afterwards is kept at closing, and read again; nothing changed, nothing is written.
    const auto sourceOf = [](const QDialog &window) { return window.findChild<QLineEdit *>(); };
    for (const QString &source : {u"IGN, 2025"_s, u"IGN, 2026"_s, u"IGN, 2026"_s}) {
        gui::ContourImportDialog corrected(none.shelf, officialData().communes(), QDate(2026, 11, 23), files, nullptr);
        corrected.show();
        sourceOf(corrected)->setText(source);
        button(corrected, u"Fermer"_s)->click();
        CHECK_FALSE(corrected.isVisible());
        CHECK(none.shelf.store().origin().value().citation() == source);
    }
    CHECK(changed.size() == 3);
    CHECK_FALSE(none.shelf.store().around({outlines::codes().at(0)}).value().communes.empty());
    // It is not that of another file.
    gui::ContourImportDialog other(none.shelf, officialData().communes(), QDate(2026, 11, 23), files, nullptr);
    other.show();
    CHECK(sourceOf(other)->text() == u"IGN, 2026"_s);
    other.import(none.path(u"ailleurs.geojson"_s));
    CHECK(sourceOf(other)->text().isEmpty());
    for (int turn = 0; turn < 200 && other.isRunning(); ++turn)
        QTest::qWait(10);
}

TEST_CASE("An import is stopped by its button, or by closing the window")
{
    Shelf none;
    QFile file(none.path(u"grand.geojson"_s));
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(R"({"type":"FeatureCollection","features":[)");
    const QByteArray feature = geojson().sliced(geojson().indexOf('[') + 1).chopped(2);
    for (int i = 0; i < 60'000; ++i)
        file.write((i ? "," : "") + feature);
    file.write("]}");
    file.close();
    const gui::FileQuestions files{{}, {}};
    gui::ContourImportDialog dialog(none.shelf, officialData().communes(), QDate(2026, 11, 23), files, nullptr);
    dialog.show();
    dialog.import(file.fileName());
    button(dialog, u"Arrêter"_s)->click();
    for (int turn = 0; turn < 500 && dialog.isRunning(); ++turn)
        QTest::qWait(10);
    CHECK(textsOf(dialog).contains(u"vous avez arrêté l’import"));
    CHECK(none.shelf.store().origin().error().code == base::ErrorCode::NotFound);
    {
        gui::ContourImportDialog closed(none.shelf, officialData().communes(), QDate(2026, 11, 23), files, nullptr);
        closed.import(file.fileName());
    }
    CHECK(none.shelf.store().origin().error().code == base::ErrorCode::NotFound);
}

TEST_CASE("Outlines are read once for a territory, and again when others come")
{
    Shelf known;
    known.fill();
    const QStringList codes{outlines::codes().at(0), outlines::codes().at(2)};
    const auto first = known.shelf.around(codes);
    REQUIRE(first);
    CHECK(known.shelf.around(codes) == first);
    const auto *shape = known.shelf.shapeOf(codes, officialData().communes());
    REQUIRE(shape);
    CHECK(shape->parties.size() == 2);
    CHECK(known.shelf.shapeOf(codes, officialData().communes()) == shape);
    known.shelf.replaced();
    CHECK(known.shelf.around(codes) != first);
    CHECK_FALSE(known.shelf.around({}));
    CHECK_FALSE(known.shelf.shapeOf({}, officialData().communes()));
}

TEST_CASE("The colours of maps are read on every screen")
{
    for (const gui::Palette &palette : {gui::lightPalette(), gui::darkPalette(), gui::contrastPalette()}) {
        const report::MapLook look = gui::mapLook(palette);
        const auto ratio = [](report::Color a, report::Color b) {
            return gui::contrastRatio(QColor::fromRgb(a), QColor::fromRgb(b));
        };
        std::vector<report::Color> fills(look.ramp.begin(), look.ramp.end());
        fills.insert(fills.end(), look.families.begin(), look.families.end());
        fills.push_back(look.unknown);
        for (const report::Color fill : fills) {
            INFO(std::hex << fill);
            CHECK(std::max(ratio(look.ink, fill), ratio(look.inkOnDark, fill)) >= 4.5);
        }
        for (size_t i = 1; i < look.ramp.size(); ++i)
            CHECK(ratio(look.ramp[i - 1], look.ramp[i]) > 1.25);
        CHECK(ratio(look.limit, look.ground) >= 3);
        CHECK(ratio(look.ink, look.ground) >= 4.5);
        CHECK(ratio(look.secondary, look.around) >= 4.5);
    }
}

// Not a test: pictures to be looked at, with an official file that is not ours to ship:
// ATELIER_CAPTURES=folder ATELIER_CONTOURS=file.geojson test_gui "[.captures-carte]".
TEST_CASE("Pictures of the map", "[.captures-carte]")
{
    const QString folder = qEnvironmentVariable("ATELIER_CAPTURES");
    Shelf known;
    if (const QString file = qEnvironmentVariable("ATELIER_CONTOURS"); !file.isEmpty())
        REQUIRE(imports::importContours(file, known.shelf.store(), officialData().communes(),
                                        {QDate(2026, 11, 23), u"IGN, Admin Express COG 2018"_s, {}, {}}));
    const auto epci = officialData().communes().epci(u"200068625"_s);
    REQUIRE(epci);
    domain::Projet whole = emptyProject();
    for (const QString &code : epci->membres)
        if (code != u"04218")
            addCommune(whole, code);
    int turn = 0;
    for (const auto &[id, commune] : domain::communesParNom(whole))
        whole.communes.find(id)->zonage = std::array{domain::Zonage::Zip, domain::Zonage::Zac, domain::Zonage::Aucun,
                                                     domain::Zonage::NonRenseigne}[size_t(turn++ % 4)];
    auto theme = std::make_unique<gui::Theme>(*qApp);
    for (const auto mode : {gui::Theme::Mode::Light, gui::Theme::Mode::Dark})
        for (const int zoom : {100, 200}) {
            theme->setMode(mode);
            theme->setZoom(zoom);
            const QString suffix =
                (mode == gui::Theme::Mode::Light ? u"-clair-"_s : u"-sombre-"_s) + QString::number(zoom) + u".png"_s;
            for (const QString &code : {u"territoire"_s, u"diagnostic"_s}) {
                const base::FixedClock clock{QDateTime(QDate(2026, 11, 23), QTime(14, 32))};
                auto created = dossier::Dossier::create(known.path(code + suffix + u".cpts"_s), whole, clock);
                REQUIRE(created);
                const gui::AppContext context{*created.value(), officialData(), paca(), clock, &known.shelf};
                for (const QSize size : {QSize(790, 660), QSize(1'344, 970)}) {
                    const std::unique_ptr<gui::FormPage> page(gui::allPages().at(code)(context, nullptr));
                    page->resize(size);
                    page->show();
                    page->shown();
                    page->makeAllParts();
                    auto *panel = page->findChild<MapPanel *>();
                    if (auto *tabs = page->findChild<gui::PageTabs *>())
                        tabs->open(panel);
                    settle(*panel->view());
                    for (auto *colour : panel->findChildren<QComboBox *>())
                        colour->setCurrentIndex(size.width() > 1'000 ? 1 : 0);
                    QTest::qWait(300);
                    page->grab().save(u"%1/%2-%3%4"_s.arg(folder, code).arg(size.width()).arg(suffix));
                }
            }
        }
    gui::ContourImportDialog dialog(known.shelf, officialData().communes(), QDate(2026, 11, 23), {{}, {}}, nullptr);
    dialog.show();
    QTest::qWait(100);
    dialog.grab().save(folder + u"/import.png"_s);
    theme.reset();
    qApp->setStyleSheet(QString());
}
