// The values that an indicator reached each year, in the fiche-action: typed, pasted, removed, found again.
#include "columns_asked.h"
#include "domain/releves.h"
#include "driving.h"
#include "gui/pages/fiche_form.h"
#include "gui/pages/page_fiches.h"
#include "gui/pages/record_table.h"
#include "gui/pages/releve_list.h"
#include "gui/widgets/decimal_field.h"
#include "gui/widgets/field_frame.h"
#include "gui/widgets/number_field.h"
#include "gui/widgets/page_tabs.h"
#include "support/thread.h"
#include "test_page_support.h"

#include <QClipboard>
#include <QPushButton>
#include <QTabBar>

using namespace pagetest;
using namespace Qt::Literals::StringLiterals;
using base::Id;

namespace
{

const Id patients = Id::fromKey(u"indicateurAction:a"_s);
const Id places = Id::fromKey(u"indicateurAction:b"_s);

domain::Projet measured()
{
    domain::Projet projet = emptyProject();
    const Id fiche = support::addFiche(projet, u"a"_s, u"Accès au médecin traitant"_s);
    support::addIndicateur(projet, u"a"_s, fiche, u"Patients sans médecin traitant"_s);
    support::addIndicateur(projet, u"b"_s, fiche, u"Places de consultation"_s);
    domain::IndicateurAction &one = *projet.indicateursAction.find(patients);
    one.unite = u"%"_s;
    one.depart = 48;
    one.cible = 30;
    return projet;
}

struct Page : Shown<gui::PageFiches> {
    explicit Page(const domain::Projet &projet = measured()) : Shown<gui::PageFiches>(projet)
    {
        page->findChild<gui::FicheForm *>()->setCurrentTab(4);
        QTest::qWait(1);
    }
    [[nodiscard]] gui::ReleveList &values() const
    {
        auto *found = page->findChild<gui::ReleveList *>();
        REQUIRE(found);
        return *found;
    }
    [[nodiscard]] gui::RepeatEditor &list() const
    {
        REQUIRE(values().list());
        return *values().list();
    }
    [[nodiscard]] gui::RepeatEditor &indicators() const
    {
        for (auto *each : page->findChildren<gui::RepeatEditor *>())
            if (each->model()->spec().table == u"indicateurAction")
                return *each;
        FAIL("no list of indicators");
        throw 0;
    }
    [[nodiscard]] QWidget *field(const QString &name) const
    {
        for (QWidget *each : list().findChildren<QWidget *>())
            if (each->property("ligne").toString() == name)
                return each;
        FAIL(name.toStdString());
        return nullptr;
    }
    // « 2028 48 », by year.
    [[nodiscard]] QStringList reached(const Id &indicator) const
    {
        QStringList all;
        for (const auto &[id, releve] : domain::relevesDe(projet(), indicator))
            all << u"%1 %2"_s.arg(releve->annee ? QString::number(*releve->annee) : u"?"_s,
                                  releve->valeur ? QString::number(*releve->valeur) : u"?"_s);
        return all;
    }
};

void paste(gui::RepeatEditor &list, const QString &block)
{
    QApplication::clipboard()->setText(block);
    driving::click(list, u"Coller"_s);
    if (columnsAsked()) // years and values without titles
        acceptColumns();
}

} // namespace

TEST_CASE("The value of a year is typed by the keyboard under its indicator, and undone")
{
    Page shown;
    CHECK(driving::words(shown.list()).contains(u"« Patients sans médecin traitant » : départ 48 %, cible 30 %."_s));
    CHECK_FALSE(driving::button(shown.list(), u"Monter"_s)); // years have an order of their own
    driving::click(shown.list(), u"Ajouter une année"_s);
    CHECK(focused(shown) == shown.field(u"annee"_s));
    QTest::keyClicks(focused(shown), u"2029"_s);
    press(focused(shown), Qt::Key_Tab);
    CHECK(focused(shown) == shown.field(u"valeur"_s));
    QTest::keyClicks(focused(shown), u"41,5"_s);
    press(focused(shown), Qt::Key_Tab);
    CHECK(focused(shown) == shown.field(u"commentaire"_s));
    type(focused(shown), u"Un médecin est arrivé"_s);
    shown.page->flush();
    CHECK(shown.reached(patients) == QStringList{u"2029 41.5"_s});
    const domain::Releve &kept = shown.projet().releves.begin()->second;
    CHECK(kept.commentaire == u"Un médecin est arrivé");
    CHECK(kept.indicateur == patients);
    // Shown and read aloud with its unit.
    CHECK(gui::FieldFrame::around(shown.field(u"valeur"_s))->label() == u"Valeur (%)");
    CHECK(driving::plain(shown.list().model()->index(0, 1).data(Qt::AccessibleTextRole).toString()) ==
          u"Valeur : 41,5 %");
    CHECK(shown.list().table()->accessibleName() == u"Valeurs relevées");
    CHECK_FALSE(driving::nameOf(shown.field(u"annee"_s)).isEmpty());
    for (int step = 0; step < 4; ++step)
        shown.undo();
    CHECK(shown.projet().releves.empty());
    for (int step = 0; step < 4; ++step)
        REQUIRE(shown.dossier->redo().ok());
    CHECK(shown.reached(patients) == QStringList{u"2029 41.5"_s});
    CHECK(shown.list().model()->rowCount() == 1);
}

TEST_CASE("Another indicator shows its own values")
{
    Page shown;
    paste(shown.list(), u"2028\t48\n2029\t41\n"_s);
    shown.indicators().choose(places);
    CHECK(shown.list().model()->rowCount() == 0);
    CHECK(driving::words(shown.list()).contains(u"Places de consultation"_s));
    CHECK(gui::FieldFrame::around(shown.field(u"valeur"_s))->label() == u"Valeur");
    paste(shown.list(), u"2029\t12\n"_s);
    CHECK(shown.reached(patients) == QStringList{u"2028 48"_s, u"2029 41"_s});
    CHECK(shown.reached(places) == QStringList{u"2029 12"_s});
    shown.indicators().choose(patients);
    CHECK(shown.list().model()->rowCount() == 2);
    CHECK(shown.page->findChild<gui::FicheForm *>()->currentTab() == 4);
}

TEST_CASE("A value that can't be read yet is still there when its indicator comes back")
{
    Page shown;
    driving::click(shown.list(), u"Ajouter une année"_s);
    type(shown.field(u"valeur"_s), u"une vingtaine"_s);
    shown.indicators().choose(places);
    shown.indicators().choose(patients);
    CHECK(static_cast<gui::DecimalField *>(shown.field(u"valeur"_s))->text() == u"une vingtaine");
    CHECK(shown.reached(patients) == QStringList{u"? ?"_s});
}

TEST_CASE("Years copied from a spreadsheet go in at once, a year that is there stays as it is")
{
    Page shown;
    paste(shown.list(), u"Année\tValeur\tCommentaire\n2028\t48 %\t\n2029\t41\tUn départ en retraite\n2030\t31,5\t\n"_s);
    CHECK(shown.reached(patients) == QStringList{u"2028 48"_s, u"2029 41"_s, u"2030 31.5"_s});
    CHECK(driving::words(shown.list()).contains(u"3 valeurs relevées ajoutées."_s));
    paste(shown.list(), u"2030\t29\n2031\t28\n24\t20\n"_s);
    CHECK(shown.reached(patients) ==
          QStringList{u"2028 48"_s, u"2029 41"_s, u"2030 31.5"_s, u"2031 28"_s}); // once a year
    const QString told = driving::words(shown.list());
    CHECK(told.contains(u"Ligne 1 : « 2030 29 » est déjà dans la liste"_s));
    CHECK(told.contains(u"une année s’écrit avec quatre chiffres"_s));
    shown.undo();
    shown.undo();
    CHECK(shown.projet().releves.empty());
}

TEST_CASE("Ctrl+V on the tab of the indicators is for the indicators")
{
    Page shown;
    auto *tabs = shown.page->findChild<gui::FicheForm *>()->findChild<gui::PageTabs *>();
    QApplication::clipboard()->setText(u"Indicateur\tCible\nConsultations avancées\t20\n"_s);
    tabs->bar()->setFocus();
    press(tabs->bar(), Qt::Key_V, Qt::ControlModifier);
    CHECK(shown.projet().indicateursAction.size() == 3);
    CHECK(shown.projet().releves.empty());
}

TEST_CASE("A second value for one year is told under it, half a year too, until they are right")
{
    Page shown;
    paste(shown.list(), u"2029\t41\n"_s);
    driving::click(shown.list(), u"Ajouter une année"_s);
    QTest::keyClicks(shown.field(u"annee"_s), u"24"_s);
    press(shown.field(u"annee"_s), Qt::Key_Tab); // what is told of a field waits until it is left
    CHECK(gui::FieldFrame::around(shown.field(u"annee"_s))->message().contains(u"quatre chiffres"_s));
    static_cast<gui::NumberField *>(shown.field(u"annee"_s))->selectAll();
    QTest::keyClicks(shown.field(u"annee"_s), u"2029"_s);
    shown.page->flush();
    const QString twice = u"2029 est déjà dans la liste : 41 %. Gardez une seule valeur par année."_s;
    CHECK(driving::words(shown.list()).contains(twice));
    static_cast<gui::NumberField *>(shown.field(u"annee"_s))->selectAll();
    QTest::keyClicks(shown.field(u"annee"_s), u"2030"_s);
    shown.page->flush();
    CHECK_FALSE(driving::words(shown.list()).contains(twice));
}

TEST_CASE("The field of a value is found from anywhere, its indicator chosen, and so is what an undo took away")
{
    domain::Projet projet = measured();
    const Id value = Id::create();
    projet.releves.insert(value).indicateur = places;
    projet.releves.find(value)->annee = 2029;
    Shown<gui::PageFiches> shown(projet);
    CHECK_FALSE(shown.page->findChild<gui::ReleveList *>()); // its tab is not made yet
    CHECK(shown.page->goToField({u"releve"_s, value, u"valeur"_s}));
    auto *values = shown.page->findChild<gui::ReleveList *>();
    REQUIRE(values);
    REQUIRE(values->list());
    CHECK(values->list()->chosen() == value);
    CHECK(shown.page->findChild<gui::FicheForm *>()->currentTab() == 4);
    QTest::qWait(1); // the keyboard comes once the part is laid out
    REQUIRE(focused(shown));
    CHECK(focused(shown)->property("ligne").toString() == u"valeur");
    CHECK(values->list()->isAncestorOf(focused(shown)));

    // Removed, it is named by the indicator that it belonged to.
    values->list()->remove();
    CHECK(shown.projet().releves.empty());
    CHECK(shown.page->goToField({u"releve"_s, places, {}}));
    QTest::qWait(1);
    CHECK(focused(shown) == values->list()->stop());
    shown.undo();
    CHECK(values->list()->model()->rowCount() == 1);
    CHECK(shown.page->goToField({u"releve"_s, Id::create(), u"valeur"_s})); // of nobody: where such values are typed
}

TEST_CASE("Without an indicator there is nothing to fill, the first one brings the list")
{
    domain::Projet projet = emptyProject();
    support::addFiche(projet, u"a"_s, u"Accès au médecin traitant"_s);
    Page shown(projet);
    CHECK_FALSE(shown.values().list());
    CHECK(shown.values().isHidden());
    driving::click(shown.indicators(), u"Ajouter un indicateur"_s);
    CHECK(shown.values().isVisibleTo(shown.page.get()));
    CHECK(driving::words(shown.list()).contains(u"Aucune valeur relevée pour l’instant"_s));
    CHECK(driving::words(shown.list()).contains(u"Indicateur sans intitulé"_s));
    // What the indicator is called and counts in is followed while it is typed: the same list.
    const gui::RepeatEditor *before = &shown.list();
    const domain::FieldAddress unit{u"indicateurAction"_s, shown.indicators().chosen(), u"unite"_s};
    REQUIRE(shown.dossier->edit(u"Essai"_s, domain::setting(shown.projet(), unit, u"patients"_s)).ok());
    CHECK(gui::FieldFrame::around(shown.field(u"valeur"_s))->label() == u"Valeur (patients)");
    CHECK(&shown.list() == before);
    shown.indicators().remove();
    CHECK(shown.values().isHidden());
    CHECK_FALSE(shown.values().list());
}

TEST_CASE("The values of a project that can't be changed are read only")
{
    domain::Projet projet = measured();
    projet.releves.insert(Id::create()).indicateur = patients;
    const QTemporaryDir folder;
    const base::FixedClock clock{QDateTime(QDate(2026, 11, 23), QTime(14, 32))};
    const QString path = folder.filePath(u"lu.cpts"_s);
    REQUIRE(dossier::Dossier::create(path, projet, clock).ok()); // and closed
    auto opened = dossier::Dossier::open(path, dossier::Dossier::Mode::ReadOnly, clock);
    REQUIRE(opened.ok());
    const gui::AppContext context{*opened.value(), officialData(), paca(), clock};
    gui::PageFiches page(context);
    page.makeAllParts();
    const auto *values = page.findChild<gui::ReleveList *>();
    REQUIRE(values);
    REQUIRE(values->list());
    CHECK(values->list()->model()->rowCount() == 1);
    for (const QPushButton *each : values->list()->findChildren<QPushButton *>())
        if (each->isVisibleTo(values))
            CHECK_FALSE(each->isEnabled());
}

TEST_CASE("Values, their words and their buttons are whole, with larger text too")
{
    for (const int zoom : {100, 200}) {
        driving::Look look;
        look.theme->setZoom(zoom);
        Page shown;
        paste(shown.list(), u"2028\t48\tUn départ en retraite, deux installations\n2029\t41\n"_s);
        QTest::qWait(20);
        driving::checkWhole(shown.list());
    }
}
