#include "base/file.h"
#include "formats/spreadsheet.h"
#include "gui/pages/commune_sheet.h"
#include "gui/pages/import_dialog.h"
#include "gui/pages/page_territoire.h"
#include "gui/pages/record_table.h"
#include "gui/pages/repeat_editor.h"
#include "gui/pages/territory_facts.h"
#include "gui/pages/territory_search.h"
#include "gui/widgets/check_field.h"
#include "gui/widgets/choice_box.h"
#include "gui/widgets/field_frame.h"
#include "gui/widgets/number_field.h"
#include "gui/widgets/text_line.h"
#include "support/example.h"
#include "test_page_support.h"

#include <QClipboard>
#include <QComboBox>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTreeView>

using namespace pagetest;
using namespace Qt::Literals::StringLiterals;
using gui::PageTerritoire;

namespace
{

const QString castellane = u"04039"_s;
const QString allos = u"04006"_s;
const QString annot = u"04008"_s;

domain::Projet threeCommunes()
{
    domain::Projet projet = emptyProject();
    for (const QString &code : {castellane, allos, annot})
        addCommune(projet, code);
    return projet;
}

base::Id idOf(const QString &code)
{
    return base::Id::fromKey(u"commune:"_s + code);
}

} // namespace

TEST_CASE("A commune is found by its first letters and added with Enter")
{
    Shown<PageTerritoire> shown;
    gui::TerritorySearch *search = shown.page->search();
    CHECK(shown.page->searchField() == search);
    type(search, u"castellane"_s);
    REQUIRE(search->isOpen());
    REQUIRE_FALSE(search->hits().empty());
    CHECK(search->hits().front().nom == u"Castellane"_s);
    press(search, Qt::Key_Return);
    CHECK_FALSE(search->isOpen());
    CHECK(search->text().isEmpty());
    REQUIRE(shown.projet().communes.size() == 1);
    const domain::Commune *commune = shown.projet().communes.find(idOf(castellane));
    REQUIRE(commune);
    CHECK(commune->nom == u"Castellane"_s);
    CHECK(commune->codePostal == u"04120"_s);
    CHECK(commune->population);
    CHECK(shown.dossier->undoLabel() == u"Ajouter « Castellane » au territoire"_s);
    CHECK(shown.page->table()->isVisible());
    shown.undo();
    CHECK(shown.projet().communes.empty());
    CHECK_FALSE(shown.page->table()->isVisible());
}

TEST_CASE("Arrows choose among the answers, a click takes one, Escape closes")
{
    Shown<PageTerritoire> shown;
    gui::TerritorySearch *search = shown.page->search();
    type(search, u"saint andre"_s);
    REQUIRE(search->hits().size() > 2);
    press(search, Qt::Key_Down);
    press(search, Qt::Key_Down);
    press(search, Qt::Key_Up);
    const QString second = search->hits()[1].code;
    press(search, Qt::Key_Return);
    CHECK(shown.projet().communes.find(idOf(second)));
    type(search, u"allos"_s);
    REQUIRE(search->isOpen());
    press(search, Qt::Key_Escape);
    CHECK_FALSE(search->isOpen());
    CHECK(search->text() == u"allos"_s);
    press(search, Qt::Key_Down);
    REQUIRE(search->isOpen());
    auto *list = shown.page->window()->findChild<QListView *>(u"reponses-recherche"_s);
    REQUIRE(list);
    const QModelIndex first = list->model()->index(0, 0);
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(first).center());
    CHECK(shown.projet().communes.find(idOf(allos)));
}

TEST_CASE("The mouse alone asks for the answers again after a click elsewhere closed them")
{
    Shown<PageTerritoire> shown;
    gui::TerritorySearch *search = shown.page->search();
    QSignalSpy told(search, &gui::TerritorySearch::announced);
    type(search, u"castellane"_s);
    REQUIRE(search->isOpen());
    search->clearFocus();
    CHECK_FALSE(search->isOpen());
    REQUIRE(told.size() >= 2);
    CHECK(told.last().front().toString().isEmpty());
    QTest::mouseClick(search, Qt::LeftButton, {}, search->rect().center());
    CHECK(search->isOpen());
    CHECK(told.last().front().toString().startsWith(u"1 réponse"_s));
}

TEST_CASE("An intercommunalité brings all its communes at once, as one step")
{
    Shown<PageTerritoire> shown;
    gui::TerritorySearch *search = shown.page->search();
    type(search, u"alpes provence verdon"_s);
    REQUIRE_FALSE(search->hits().empty());
    const reference::Hit hit = search->hits().front();
    REQUIRE(hit.kind == reference::Hit::Kind::Epci);
    press(search, Qt::Key_Return);
    CHECK(shown.projet().communes.size() == 41);
    type(search, u"alpes provence verdon"_s);
    press(search, Qt::Key_Return);
    CHECK(shown.projet().communes.size() == 41);
    CHECK(shown.find<QLabel>("annonce")->text().contains(u"déjà dans le territoire"_s));
    shown.undo();
    CHECK(shown.projet().communes.empty());
    CHECK_FALSE(shown.dossier->canUndo());
}

TEST_CASE("A city and its arrondissements are never counted together")
{
    domain::Projet projet = emptyProject();
    addCommune(projet, u"13203"_s);
    const reference::Communes &communes = officialData().communes();
    reference::Hit marseille;
    marseille.code = u"13055"_s;
    CHECK(gui::obstacleTo(marseille, projet, communes).contains(u"arrondissements"_s));
    projet = emptyProject();
    addCommune(projet, u"13055"_s);
    reference::Hit third;
    third.kind = reference::Hit::Kind::Arrondissement;
    third.code = u"13203"_s;
    CHECK(gui::obstacleTo(third, projet, communes).contains(u"ville entière"_s));
}

TEST_CASE("Suppr removes the chosen communes and the keyboard goes to the one before")
{
    Shown<PageTerritoire> shown(threeCommunes());
    gui::RecordTable *table = shown.page->table();
    REQUIRE(table->showId(idOf(annot)));
    table->setFocus();
    press(table, Qt::Key_Delete);
    CHECK_FALSE(shown.projet().communes.find(idOf(annot)));
    CHECK(table->currentId() == idOf(allos));
    CHECK(focused(shown) == table);
    table->selectAll();
    press(table, Qt::Key_Delete);
    CHECK(shown.projet().communes.empty());
    CHECK(focused(shown) == shown.page->search());
    shown.undo();
    CHECK(shown.projet().communes.size() == 2);
}

TEST_CASE("The zoning is chosen in the table's own cell")
{
    Shown<PageTerritoire> shown(threeCommunes());
    gui::RecordTable *table = shown.page->table();
    REQUIRE(table->showId(idOf(allos), 3));
    table->setFocus();
    press(table, Qt::Key_Return);
    auto *list = table->findChild<QComboBox *>();
    REQUIRE(list);
    CHECK(list->accessibleName() == u"Particularité"_s);
    const int zip = list->findData(u"zip"_s);
    list->setCurrentIndex(zip);
    Q_EMIT list->activated(zip);
    CHECK(shown.projet().communes.find(idOf(allos))->zonage == domain::Zonage::Zip);
    CHECK(shown.find<gui::ChoiceBox>("zonage")->currentText() == u"ZIP"_s);
    shown.undo();
    CHECK(shown.projet().communes.find(idOf(allos))->zonage == domain::Zonage::NonRenseigne);
}

TEST_CASE("Only the first fact of the territory stands out, after every change too")
{
    Shown<PageTerritoire> shown(threeCommunes());
    const auto roles = [&shown] {
        QStringList all;
        for (const QLabel *fact : shown.find<QWidget>("bref")->findChildren<QLabel *>())
            all << fact->property("role").toString();
        return all;
    };
    const QStringList before = roles();
    REQUIRE(before.size() > 1);
    CHECK(before.count(before.front()) == 1);
    shown.page->table()->showId(idOf(castellane));
    shown.page->table()->setFocus();
    press(shown.page->table(), Qt::Key_Delete);
    REQUIRE(shown.projet().communes.size() == 2);
    CHECK(roles().count(before.front()) == 1);
}

TEST_CASE("Several communes get one zoning in one step")
{
    Shown<PageTerritoire> shown(threeCommunes());
    shown.page->table()->selectAll();
    auto *zonage = shown.find<gui::ChoiceBox>("zonageCommun");
    REQUIRE(zonage->isVisible());
    zonage->setFocus();
    while (zonage->currentData() != u"zac"_s) // at once: who leaves the page has given it
        QTest::keyClick(zonage, zonage->currentIndex() < zonage->findData(u"zac"_s) ? Qt::Key_Down : Qt::Key_Up);
    CHECK(shown.projet().communes.find(idOf(allos))->zonage == domain::Zonage::Zac);
    auto *year = shown.find<gui::NumberField>("anneeCommune");
    year->setFocus();
    type(year, u"2024"_s);
    shown.page->table()->setFocus();
    for (const auto &[id, commune] : shown.projet().communes) {
        CHECK(commune.zonage == domain::Zonage::Zac);
        CHECK(commune.zonageAnnee == 2024);
    }
    shown.undo();
    CHECK(shown.projet().communes.find(idOf(allos))->zonage == domain::Zonage::NonRenseigne);
    CHECK_FALSE(shown.dossier->canUndo());
    shown.page->table()->selectAll();
    CHECK(zonage->value() == domain::Value(QString()));
    CHECK(year->text().isEmpty());
}

TEST_CASE("A zoning of several that is undone finds them chosen again, and beside them what they share")
{
    Shown<PageTerritoire> shown(threeCommunes());
    const std::vector<base::Id> both{idOf(allos), idOf(castellane)};
    const domain::Projet before = shown.projet();
    domain::ChangeList changes;
    for (const base::Id &id : both) {
        const auto more = domain::setting(before, {u"commune"_s, id, u"zonage"_s}, u"zip"_s);
        changes.insert(changes.end(), more.begin(), more.end());
    }
    shown.page->table()->selectAll();
    CHECK(shown.page->goToStep(u"Donner un zonage à 2 communes"_s, changes));
    CHECK(shown.page->table()->selectedIds().size() == 2);
    CHECK(shown.find<gui::ChoiceBox>("zonageCommun")->isVisible());
    // One commune is shown by its own form, and another change by its field.
    changes.pop_back();
    CHECK_FALSE(shown.page->goToStep(u"Zonage"_s, changes));
    CHECK_FALSE(shown.page->goToStep(u"Ajouter"_s, domain::setting(before, {u"commune"_s, both[0], u"nom"_s}, u"A"_s)));
}

TEST_CASE("What the chosen communes share is shown, what differs is not, and is left")
{
    domain::Projet projet = threeCommunes();
    projet.communes.find(idOf(allos))->zonage = domain::Zonage::Zip;
    for (const auto &[id, commune] : threeCommunes().communes)
        projet.communes.find(id)->zonageAnnee = 2022;
    Shown<PageTerritoire> shown(projet);
    shown.page->table()->selectAll();
    CHECK(shown.find<gui::ChoiceBox>("zonageCommun")->currentText() == u"Ne pas changer"_s);
    auto *year = shown.find<gui::NumberField>("anneeCommune");
    CHECK(year->text() == u"2022"_s);
    year->setFocus();
    year->selectAll();
    type(year, u"2025"_s);
    QTest::keyClick(year, Qt::Key_Return);
    CHECK(shown.projet().communes.find(idOf(allos))->zonage == domain::Zonage::Zip);
    CHECK(shown.projet().communes.find(idOf(allos))->zonageAnnee == 2025);
    CHECK(shown.projet().communes.find(idOf(castellane))->zonageAnnee == 2025);
    CHECK(shown.projet().communes.find(idOf(castellane))->zonage == domain::Zonage::NonRenseigne);
}

TEST_CASE("Quartiers prioritaires have their own name, code and zoning")
{
    Shown<PageTerritoire> shown(threeCommunes());
    shown.page->table()->showId(idOf(castellane));
    QTest::qWait(50);
    QTest::mouseClick(shown.find<QPushButton>("ajouterQpv"), Qt::LeftButton);
    REQUIRE(shown.projet().qpv.size() == 1);
    const base::Id quartier = shown.projet().qpv.begin()->first;
    QWidget *name = shown.page->sheet()->widgetFor({u"qpv"_s, quartier, u"nom"_s});
    REQUIRE(name);
    CHECK(focused(shown) == name);
    type(name, u"Les Prés-Fleuris"_s);
    shown.page->flush();
    CHECK(shown.projet().qpv.find(quartier)->nom == u"Les Prés-Fleuris"_s);
    CHECK(shown.projet().qpv.find(quartier)->communes == base::IdList{idOf(castellane)});
    CHECK(shown.page->sheet()->widgetFor({u"qpv"_s, quartier, u"nom"_s}) == name);
    QTest::mouseClick(shown.find<QPushButton>("ajouterQpv"), Qt::LeftButton);
    CHECK(shown.projet().qpv.size() == 2);
    shown.undo();
    CHECK(shown.projet().qpv.size() == 1);
    REQUIRE(shown.page->goToField({u"qpv"_s, quartier, u"zonage"_s}));
    QTest::qWait(20);
    CHECK(focused(shown) == shown.page->sheet()->widgetFor({u"qpv"_s, quartier, u"zonage"_s}));
}

TEST_CASE("Saying that a commune has no QPV is an answer, and adding one takes it back")
{
    Shown<PageTerritoire> shown(threeCommunes());
    shown.page->table()->showId(idOf(castellane));
    QTest::qWait(20); // the form is laid out
    QTest::mouseClick(shown.find<gui::CheckField>("sansQpv"), Qt::LeftButton, {}, QPoint(10, 10));
    CHECK(shown.projet().communes.find(idOf(castellane))->sansQpv == true);
    QTest::mouseClick(shown.find<QPushButton>("ajouterQpv"), Qt::LeftButton);
    CHECK_FALSE(shown.projet().communes.find(idOf(castellane))->sansQpv);
}

TEST_CASE("Population: the sum beside what is retained, and the size in words with its warning")
{
    Shown<PageTerritoire> shown(threeCommunes());
    const qint64 sum = domain::populationDesCommunes(shown.projet());
    CHECK(shown.find<gui::TextLine>("somme")->text().startsWith(QString::number(sum / 1000)));
    CHECK(shown.find<QLabel>("taille")->text().startsWith(u"Taille 1\u00A0: moins de 40"_s));
    CHECK_FALSE(shown.find<QLabel>("tailleProche")->isVisible());
    type(shown.find<gui::NumberField>("population"), u"39500"_s);
    shown.page->flush();
    CHECK(shown.projet().population.valeur == 39500);
    CHECK(shown.find<QLabel>("tailleProche")->isVisibleTo(shown.page.get()));
    CHECK(shown.find<QLabel>("tailleProche")->text().contains(u"500\u00A0habitants"_s));
}

TEST_CASE("A sum that is short of a commune says of how many it is")
{
    domain::Projet projet = threeCommunes();
    projet.communes.find(idOf(allos))->population.reset();
    Shown<PageTerritoire> shown(projet);
    const auto says = [&shown](const QString &words) {
        const auto labels = shown.page->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(),
                           [&words](const QLabel *each) { return support::plain(each->text()).contains(words); });
    };
    const gui::FieldFrame *frame = gui::FieldFrame::around(shown.find<gui::TextLine>("somme"));
    REQUIRE(frame);
    INFO(frame->help().toStdString());
    CHECK(support::plain(frame->help()).startsWith(u"Calculée pour 2 communes sur 3 : populations municipales de 2"));
    CHECK(says(u"habitants (2 communes sur 3)"_s));
    CHECK(support::plain(shown.find<gui::TextLine>("somme")->text()).endsWith(u"habitants"));
}

TEST_CASE("In brief: which intercommunalités are whole, what is still to be told")
{
    domain::Projet projet = threeCommunes();
    const QStringList facts = gui::territoryFacts(projet, officialData().communes());
    REQUIRE_FALSE(facts.isEmpty());
    CHECK(facts.first().contains(u"3 communes sur 41"_s));
    domain::Projet one = projet;
    while (one.communes.size() > 1)
        one.communes.remove(base::Id(one.communes.begin()->first));
    CHECK(gui::territoryFacts(one, officialData().communes()).first().contains(u"1 commune sur 41"_s));
    CHECK(facts.filter(u"3 à préciser"_s).size() == 1);
    CHECK(facts.last() == u"Département : Alpes-de-Haute-Provence"_s);
    CHECK(gui::territoryFacts(emptyProject(), officialData().communes()).isEmpty());
    CHECK(gui::mainDepartement(projet, officialData().communes()) == u"04"_s);
}

TEST_CASE("A pasted list: what is certain is added, what is not is asked, what is unknown is said")
{
    Shown<PageTerritoire> shown;
    gui::ImportDialog dialog(*shown.context);
    dialog.readText(u"Castellane\n04006\nZzyzx-sur-Rien"_s);
    CHECK(dialog.proposal().count(imports::CommuneLine::Outcome::Matched) == 2);
    CHECK(dialog.proposal().count(imports::CommuneLine::Outcome::Unmatched) == 1);
    CHECK(dialog.findChild<QLabel *>(u"resume"_s)->text().contains(u"2 lignes reconnues"_s));
    dialog.accept();
    CHECK(shown.projet().communes.size() == 2);
    shown.undo();
    CHECK(shown.projet().communes.empty());
}

TEST_CASE("A long pasted list shows first what is not recognised, and what was left out is told after")
{
    Shown<PageTerritoire> shown;
    gui::ImportDialog dialog(*shown.context);
    QSignalSpy told(&dialog, &gui::ImportDialog::added);
    dialog.resize(420, 600);
    dialog.show();
    dialog.readText(u"Castellane\t04120\nZzyzx-sur-Rien\t04999\nAllos\t04260"_s);
    auto *view = dialog.findChild<QTreeView *>(u"apercu"_s);
    REQUIRE(view);
    CHECK(view->model()->index(0, 1).data().toString().contains(u"Zzyzx"_s));
    CHECK(view->model()->index(0, 1).data().toString() == u"Zzyzx-sur-Rien 04999"_s); // in the order of the list
    QTest::qWait(20);
    // The remark is read whole: as high as its words in the width of its column.
    const QString remark = view->model()->index(0, 3).data().toString();
    const QRect place = view->visualRect(view->model()->index(0, 3));
    CHECK(view->fontMetrics().horizontalAdvance(remark) > place.width());
    CHECK(place.height() >=
          view->fontMetrics().boundingRect(QRect(0, 0, place.width() - 8, 1000), Qt::TextWordWrap, remark).height());
    CHECK(view->visualRect(view->model()->index(2, 3)).height() < place.height());
    for (const QComboBox *choice : view->findChildren<QComboBox *>())
        if (choice->isVisible()) // hides no part of a remark
            CHECK(choice->geometry().right() < place.left() + 2);
    dialog.accept();
    REQUIRE(told.count() == 1);
    CHECK(told.front().front().toString() ==
          u"2 communes ajoutées.\nPas ajouté : « Zzyzx-sur-Rien 04999 ». Cherchez par le nom, ci-dessus."_s);
}

TEST_CASE("A list pasted on the table of communes opens the dialog on it")
{
    Shown<PageTerritoire> shown(threeCommunes());
    QGuiApplication::clipboard()->setText(u"Annot\nBarrême"_s);
    shown.page->table()->setFocus();
    QTest::keyClick(shown.page->table(), Qt::Key_V, Qt::ControlModifier);
    auto *dialog = shown.page->findChild<gui::ImportDialog *>();
    REQUIRE(dialog);
    QTest::qWait(300);
    CHECK(dialog->proposal().count(imports::CommuneLine::Outcome::Matched) == 2);
    dialog->reject();
}

TEST_CASE("After an addition by the search, Ctrl+Z is the project's")
{
    Shown<PageTerritoire> shown;
    gui::TerritorySearch *search = shown.page->search();
    search->setFocus();
    QTest::keyClicks(search, u"castellane"_s);
    QTest::keyClick(search, Qt::Key_Return);
    REQUIRE(shown.projet().communes.size() == 1);
    CHECK_FALSE(search->isUndoAvailable());
    QKeyEvent undo(QEvent::ShortcutOverride, Qt::Key_Z, Qt::ControlModifier);
    undo.ignore();
    QApplication::sendEvent(search, &undo);
    CHECK_FALSE(undo.isAccepted());
    CHECK(search->text().isEmpty());
}

TEST_CASE("A homonym is settled by the territory and can be changed in its row, which stays where it is")
{
    Shown<PageTerritoire> shown(threeCommunes());
    gui::ImportDialog dialog(*shown.context);
    dialog.show();
    dialog.readText(u"Allos\nLa Garde\nSaint Auban\nAiglun"_s);
    using Outcome = imports::CommuneLine::Outcome;
    CHECK(dialog.proposal().count(Outcome::Matched) == 3);
    auto *view = dialog.findChild<QTreeView *>(u"apercu"_s);
    const auto choice = [view](int row) {
        return qobject_cast<QComboBox *>(view->indexWidget(view->model()->index(row, 2)));
    };
    // Of another département only: asked. A homonym: that of the territory is chosen, and it is told.
    CHECK(view->model()->index(0, 1).data().toString() == u"Saint Auban");
    REQUIRE(choice(0));
    CHECK(choice(0)->currentText() == u"Ne pas ajouter");
    REQUIRE(choice(1));
    CHECK(view->model()->index(1, 3).data().toString().contains(u"homonyme : celle du département 04"_s));
    CHECK(choice(1)->currentData().toString() == u"04092");
    QTest::qWait(1);
    choice(0)->setFocus();
    QTest::keyClick(choice(0), Qt::Key_Down);
    CHECK(dialog.proposal().count(Outcome::Matched) == 4);
    CHECK(dialog.focusWidget() == choice(0));
    CHECK(view->model()->index(0, 1).data().toString() == u"Saint Auban");
    QTest::keyClick(choice(0), Qt::Key_Up);
    CHECK(dialog.proposal().count(Outcome::Matched) == 3);
}

TEST_CASE("A workbook of communes is read like any list")
{
    Shown<PageTerritoire> shown;
    gui::ImportDialog dialog(*shown.context);
    const formats::Sheet sheet{u"Communes"_s, {{u"Commune"_s}}, {{u"Castellane"_s}, {u"Allos"_s}}};
    const QString path = shown.folder.filePath(u"liste.xlsx"_s);
    REQUIRE(base::writeFile(path, formats::writeXlsx({sheet}, {u"Essai"_s, {}, QDate(2027, 1, 1)}).value()).ok());
    dialog.readFile(path);
    dialog.accept();
    CHECK(shown.projet().communes.size() == 2);
}

TEST_CASE("A file that is not a list is refused in words and adds nothing")
{
    Shown<PageTerritoire> shown;
    gui::ImportDialog dialog(*shown.context);
    dialog.readFile(shown.folder.filePath(u"absent.csv"_s));
    CHECK_FALSE(dialog.findChild<QLabel *>(u"resume"_s)->text().isEmpty());
    CHECK_FALSE(dialog.findChild<QPushButton *>(u"accepter"_s)->isEnabled());
    dialog.accept();
    CHECK(shown.projet().communes.empty());
}

TEST_CASE("A finding about a commune chooses it and opens its field")
{
    Shown<PageTerritoire> shown(threeCommunes());
    REQUIRE(shown.page->goToField({u"commune"_s, idOf(castellane), u"zonage"_s}));
    QTest::qWait(20);
    CHECK(shown.page->table()->currentId() == idOf(castellane));
    CHECK(focused(shown) == shown.find<gui::ChoiceBox>("zonage"));
    CHECK_FALSE(shown.page->goToField({u"commune"_s, base::Id::create(), u"zonage"_s}));
    // What the list gives is read in the table.
    REQUIRE(shown.page->goToField({u"commune"_s, idOf(castellane), u"population"_s}));
    CHECK(shown.page->table()->currentIndex().column() == shown.page->table()->model()->columnCount() - 2);
}

TEST_CASE("A neighbouring CPTS is listed with its communes, a finding leads to it")
{
    domain::Projet projet = threeCommunes();
    auto &voisine = projet.voisines.insert(base::Id::fromKey(u"voisine:a"_s));
    voisine.rang = u"a"_s;
    voisine.nom = u"CPTS d’à côté"_s;
    voisine.communes = u"04088 04070"_s;
    Shown<PageTerritoire> shown(projet);
    auto *model = shown.page->voisines()->model();
    REQUIRE(model->rowCount() == 1);
    CHECK(model->index(0, 1).data().toString() == u"2 communes");
    REQUIRE(shown.page->goToField({u"voisine"_s, base::Id::fromKey(u"voisine:a"_s), u"communes"_s}));
    CHECK(shown.page->voisines()->chosen() == base::Id::fromKey(u"voisine:a"_s));
    CHECK(shown.page->goToField({u"voisine"_s, {}, u"communes"_s}));
    shown.page->voisines()->add();
    CHECK(shown.projet().voisines.size() == 2);
}

TEST_CASE("Communes of the project's département come first, those of the region of the trame before there is one")
{
    Shown<PageTerritoire> empty;
    type(empty.page->search(), u"castel"_s);
    QStringList codes;
    for (const reference::Hit &hit : empty.page->search()->hits())
        codes << hit.code;
    CHECK(codes.contains(castellane));
    Shown<PageTerritoire> shown(threeCommunes());
    type(shown.page->search(), u"castel"_s);
    REQUIRE_FALSE(shown.page->search()->hits().empty());
    CHECK(shown.page->search()->hits().front().code == castellane);
    auto *list = shown.page->window()->findChild<QListView *>(u"reponses-recherche"_s);
    REQUIRE(list);
    QString spoken = list->model()->index(1, 0).data(Qt::AccessibleTextRole).toString();
    CHECK(spoken.replace(QChar(0x202F), u' ').replace(QChar(QChar::Nbsp), u' ').contains(u" habitants"_s));
}

TEST_CASE("An intercommunalité without room on one line takes two, and its quotes are “ ” between « »")
{
    Shown<PageTerritoire> shown;
    gui::TerritorySearch *search = shown.page->search();
    type(search, u"alpes provence verdon"_s);
    auto *list = shown.page->window()->findChild<QListView *>(u"reponses-recherche"_s);
    REQUIRE(list);
    const int wide = list->sizeHintForRow(0);
    CHECK(wide > list->fontMetrics().height() * 2); // the name, then its communes and inhabitants
    CHECK_FALSE(list->model()->index(0, 0).data().toString().contains(u'"'));
    press(search, Qt::Key_Return);
    const QString told = shown.find<QLabel>("annonce")->text();
    INFO(told.toStdString());
    CHECK(told.contains(u"“Sources de lumière”"_s));
    CHECK(shown.dossier->undoLabel().contains(u"“Sources de lumière”"_s));
    shown.undo();
    CHECK_FALSE(shown.find<QLabel>("annonce")->isVisible());
}

TEST_CASE("A list pasted in the search opens the dialog of lists with it")
{
    Shown<PageTerritoire> shown;
    gui::TerritorySearch *search = shown.page->search();
    search->setFocus();
    QApplication::clipboard()->setText(u"Commune\tCP\nAllos\t04260\nAnnot\t04240\n"_s);
    press(search, Qt::Key_V, Qt::ControlModifier);
    CHECK(search->text().isEmpty());
    CHECK_FALSE(search->isOpen());
    auto *dialog = shown.page->findChild<gui::ImportDialog *>();
    REQUIRE(dialog);
    CHECK(QTest::qWaitFor([dialog] { return dialog->proposal().lines.size() == 2; }));
    dialog->accept();
    CHECK(shown.projet().communes.size() == 2);
    CHECK(shown.find<QLabel>("annonce")->text() == u"2 communes ajoutées."_s);
    shown.undo();
    CHECK_FALSE(shown.find<QLabel>("annonce")->isVisible());
    QApplication::clipboard()->setText(u"Castellane\n"_s); // one cell
    press(search, Qt::Key_V, Qt::ControlModifier);
    CHECK(search->isOpen());
}

TEST_CASE("In brief: a commune of another intercommunalité, a whole one, an island without any")
{
    const reference::Communes &communes = officialData().communes();
    domain::Projet projet = threeCommunes();
    const auto add = [&projet](const QString &code) {
        projet.communes.insert(base::Id::fromKey(u"commune:"_s + code)).code = code;
    };
    const auto other = communes.epci(u"200067437"_s);
    REQUIRE(other);
    for (const QString &code : other->membres)
        add(code);
    add(u"29083"_s); // Île-de-Sein
    const auto covers = gui::epciCovers(projet, communes);
    REQUIRE(covers.size() == 2);
    CHECK(covers[0].nom == gui::shownName(other->nom));
    CHECK(covers[0].inside == int(other->membres.size()));
    CHECK(covers[0].entire());
    CHECK(covers[1].inside == 3);
    CHECK(covers[1].all == 41);
    CHECK_FALSE(covers[1].entire());
}
