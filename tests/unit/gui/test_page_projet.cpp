// The pages of the projet de santé: every fact they ask is stored, every list adds and removes, every finding leads
// there.
#include "gui/dialogs/tick_dialog.h"
#include "gui/pages/fiche_form.h"
#include "gui/pages/page_fiches.h"
#include "gui/pages/record_table.h"
#include "gui/pages/repeat_editor.h"
#include "gui/pages/spec_page.h"
#include "gui/widgets/info_bar.h"
#include "gui/widgets/page_tabs.h"
#include "gui/widgets/text_area.h"
#include "gui/widgets/text_line.h"
#include "models/fiche_operations.h"
#include "test_page_support.h"

#include <QListWidget>
#include <QPushButton>
#include <QTabBar>

using namespace pagetest;
using namespace Qt::Literals::StringLiterals;

namespace
{

const QStringList pagesOfProjet{u"diagnostic"_s,      u"offre"_s,  u"organisation"_s, u"systeme-information"_s,
                                u"projet-missions"_s, u"fiches"_s, u"etapes"_s,       u"financement"_s};

// A page by its code, on a project of its own.
struct ByCode {
    QTemporaryDir folder;
    base::FixedClock clock{QDateTime(QDate(2026, 11, 23), QTime(14, 32))};
    std::unique_ptr<dossier::Dossier> dossier;
    std::unique_ptr<gui::AppContext> context;
    std::unique_ptr<gui::FormPage> page;

    explicit ByCode(const QString &code, const domain::Projet &projet = emptyProject())
    {
        auto created = dossier::Dossier::create(folder.filePath(u"essai.cpts"_s), projet, clock);
        REQUIRE(created.ok());
        dossier = std::move(created.value());
        context.reset(new gui::AppContext{*dossier, officialData(), paca(), clock});
        page.reset(gui::allPages().at(code)(*context, nullptr));
        page->resize(790, 660);
        page->show();
        QApplication::setActiveWindow(page.get());
        QTest::qWait(1);
    }
    [[nodiscard]] const domain::Projet &projet() const { return dossier->projet(); }
};

QPushButton *button(QWidget *in, const QString &text)
{
    for (QPushButton *each : in->findChildren<QPushButton *>())
        if (each->text() == text || each->accessibleName() == text)
            return each;
    return nullptr;
}

} // namespace

TEST_CASE("Every named fact of the projet's pages is stored as typed, found again by its address, and undone")
{
    for (const QString &code : pagesOfProjet) {
        ByCode shown(code);
        shown.page->makeAllParts();
        for (QWidget *field : shown.page->findChildren<QWidget *>()) {
            const QString name = field->property("champ").toString();
            const bool text = qobject_cast<gui::TextLine *>(field) || qobject_cast<gui::TextArea *>(field);
            if (name.isEmpty() || !text)
                continue;
            CAPTURE(code.toStdString(), name.toStdString());
            const auto champ = domain::parseChamp(name);
            REQUIRE(champ);
            type(field, u"Écrit à l’été"_s);
            shown.page->flush();
            CHECK(domain::valueOf(shown.projet(), *champ) == domain::Value(u"Écrit à l’été"_s));
            const auto at = domain::resolve(shown.projet(), *champ);
            REQUIRE(at);
            CHECK(shown.page->goToField(*at));
            REQUIRE(shown.dossier->undo().ok());
            CHECK(domain::isEmpty(domain::valueOf(shown.projet(), *champ)));
        }
    }
}

TEST_CASE("Every list of the projet's pages adds, types, removes and brings back a record")
{
    int lists = 0;
    for (const QString &code : pagesOfProjet) {
        ByCode shown(code);
        shown.page->makeAllParts();
        for (auto *list : shown.page->findChildren<gui::RepeatEditor *>()) {
            const QString table = list->model()->spec().table;
            CAPTURE(code.toStdString(), table.toStdString());
            ++lists;
            list->add();
            const base::Id id = list->chosen();
            REQUIRE_FALSE(id.isNull());
            QWidget *first = nullptr; // that takes words: the line inside a date is not one
            for (QWidget *each : list->findChildren<QWidget *>())
                if (!first && !each->property("ligne").toString().isEmpty() &&
                    (qobject_cast<gui::TextLine *>(each) || qobject_cast<gui::TextArea *>(each)))
                    first = each;
            REQUIRE(first);
            const QString field = first->property("ligne").toString();
            type(first, u"Premier"_s);
            shown.page->flush();
            const domain::FieldAddress at{table, id, field};
            CHECK(domain::valueAt(shown.projet(), at) == domain::Value(u"Premier"_s));
            CHECK(shown.page->goToField(at));
            list->remove();
            CHECK(domain::valueAt(shown.projet(), at) == domain::Value(QString()));
            CHECK(list->model()->rowOf(id) < 0);
            REQUIRE(shown.dossier->undo().ok());
            CHECK(domain::valueAt(shown.projet(), at) == domain::Value(u"Premier"_s));
        }
    }
    CHECK(lists == 16);
}

TEST_CASE("A member who is also of the project team leaves the list, not the project")
{
    domain::Projet projet = emptyProject();
    const base::Id both = base::Id::create();
    projet.personnes.insert(both).nom = u"Alpha"_s;
    projet.personnes.find(both)->membre = projet.personnes.find(both)->equipeProjet = true;
    const base::Id only = base::Id::create();
    projet.personnes.insert(only).nom = u"Bêta"_s;
    projet.personnes.find(only)->membre = true;
    const base::Id named = base::Id::create();
    projet.personnes.insert(named).nom = u"Gamma"_s;
    projet.personnes.find(named)->membre = true;
    projet.identite.coordonnateur = named;
    ByCode shown(u"organisation"_s, projet);
    auto *members = static_cast<gui::SpecPage *>(shown.page.get())->listOf(u"personne"_s);
    REQUIRE(members);
    for (const base::Id &id : {both, only, named}) {
        REQUIRE(members->show({u"personne"_s, id, u"nom"_s}));
        members->remove();
    }
    CHECK(members->model()->rowCount() == 0);
    CHECK(shown.projet().personnes.find(both));
    CHECK_FALSE(shown.projet().personnes.find(only));
    CHECK(shown.projet().personnes.find(named));
    CHECK(shown.projet().identite.coordonnateur == named);
}

TEST_CASE("The members are taken from the team, who are typed once")
{
    domain::Projet projet = emptyProject();
    const base::Id porteur = base::Id::create();
    projet.personnes.insert(porteur).nom = u"PSI"_s;
    projet.identite.porteur = porteur;
    const base::Id lea = base::Id::create();
    projet.personnes.insert(lea).nom = u"RHO"_s;
    projet.personnes.find(lea)->equipeProjet = true;
    projet.personnes.insert(base::Id::create()).nom = u"SIGMA"_s; // of neither
    ByCode shown(u"organisation"_s, projet);
    auto *members = static_cast<gui::SpecPage *>(shown.page.get())->listOf(u"personne"_s);
    QPushButton *take = button(members, u"Prendre dans l’équipe projet…"_s);
    REQUIRE(take);
    take->click();
    auto *dialog = shown.page->findChild<gui::TickDialog *>();
    REQUIRE(dialog);
    auto *list = dialog->findChild<QListWidget *>();
    REQUIRE(list->count() == 2);
    list->item(0)->setCheckState(Qt::Checked);
    list->item(1)->setCheckState(Qt::Checked);
    dialog->accept();
    CHECK(shown.projet().personnes.find(lea)->membre);
    CHECK(shown.projet().personnes.find(porteur)->membre);
    CHECK(members->model()->rowCount() == 2);
    CHECK_FALSE(take->isVisibleTo(members)); // nobody is left to be taken
    REQUIRE(shown.dossier->undo().ok());
    CHECK(members->model()->rowCount() == 0);
}

TEST_CASE("A part of a page comes to the front with the field it holds, and the page is only as tall as it")
{
    ByCode shown(u"diagnostic"_s);
    auto *tabs = shown.page->findChild<gui::PageTabs *>();
    REQUIRE(tabs);
    CHECK(tabs->currentIndex() == 0);
    const auto at = domain::resolve(shown.projet(), *domain::parseChamp(u"rubrique:problematiques.texte"_s));
    REQUIRE(at);
    CHECK(shown.page->goToField(*at));
    CHECK(tabs->currentIndex() == 4);
    auto *bar = tabs->findChild<QTabBar *>();
    bar->setFocus();
    press(bar, Qt::Key_Left);
    CHECK(tabs->currentIndex() == 3);
    QTest::qWait(20);
    CHECK(tabs->height() < 700);
}

TEST_CASE("A finding about a count leads to its cell, on its tab, though that table has no form")
{
    domain::Projet projet = emptyProject();
    const base::Id line = base::Id::fromKey(u"effectif:pharmaciens"_s);
    domain::Effectif &count = projet.effectifs.insert(line);
    count.profession = u"pharmaciens"_s;
    count.adherents = 4;
    count.gouvernance = 6;
    ByCode shown(u"organisation"_s, projet);
    auto *tabs = shown.page->findChild<gui::PageTabs *>();
    REQUIRE(tabs);
    const int before = tabs->currentIndex();
    CHECK(shown.page->goToField({u"effectif"_s, line, u"gouvernance"_s}));
    QTest::qWait(20);
    CHECK(tabs->currentIndex() != before);
    auto *table = qobject_cast<gui::RecordTable *>(shown.page->window()->focusWidget());
    REQUIRE(table);
    CHECK(table->isVisible());
    CHECK(table->currentId() == line);
    CHECK(table->currentIndex().data().toString() == u"6"_s);
    CHECK(shown.page->goToField({u"effectif"_s, {}, u"elaboration"_s}));
}

TEST_CASE("A fiche is made where its mission lacks one, typed, copied, moved, removed and brought back")
{
    Shown<gui::PageFiches> shown;
    QPushButton *place = nullptr;
    for (QPushButton *each : shown.page->findChildren<QPushButton *>())
        if (each->accessibleName().contains(u"aucune fiche"_s)) {
            place = each;
            break;
        }
    REQUIRE(place);
    QTest::mouseClick(place, Qt::LeftButton);
    REQUIRE(shown.projet().fiches.size() == 1);
    const base::Id fiche = shown.page->chosen();
    QTest::qWait(5);
    auto *title = shown.find<gui::TextLine>("intitule");
    CHECK(focused(shown) == title);
    type(title, u"Cellule « sans médecin traitant »"_s);
    shown.page->flush();
    CHECK(shown.projet().fiches.find(fiche)->intitule == u"Cellule « sans médecin traitant »");
    CHECK(button(shown.page.get(), u"Cellule « sans médecin traitant »"_s));

    QTest::mouseClick(button(shown.page.get(), u"Dupliquer la fiche"_s), Qt::LeftButton);
    REQUIRE(shown.projet().fiches.size() == 2);
    const base::Id copy = shown.page->chosen();
    CHECK(copy != fiche);
    CHECK_FALSE(button(shown.page.get(), u"Descendre la fiche dans sa mission"_s)->isEnabled());
    QTest::mouseClick(button(shown.page.get(), u"Monter la fiche dans sa mission"_s), Qt::LeftButton);
    const QString mission = shown.projet().missions.find(shown.projet().fiches.find(copy)->mission)->code;
    CHECK(models::fichesOf(shown.projet(), mission) == std::vector<base::Id>{copy, fiche});
    QTest::qWait(20);
    REQUIRE(focused(shown));
    CHECK_FALSE(focused(shown)->accessibleName().startsWith(u"Descendre"_s)); // the same key would press it
    QTest::mouseClick(button(shown.page.get(), u"Retirer la fiche"_s), Qt::LeftButton);
    CHECK(shown.projet().fiches.size() == 1);
    CHECK(shown.page->chosen() == fiche);
    shown.undo();
    CHECK(shown.projet().fiches.size() == 2);
    while (!shown.projet().fiches.empty())
        shown.undo();
    CHECK(shown.page->chosen().isNull());
}

TEST_CASE("A fiche that was taken away is told with what went with it, and one click brings it back")
{
    domain::Projet projet = emptyProject();
    const base::Id fiche = base::Id::create(), other = base::Id::create();
    projet.fiches.insert(fiche).intitule = u"Accès aux soins"_s;
    projet.fiches.insert(other).intitule = u"Parcours"_s;
    projet.fiches.find(other)->rang = u"b"_s;
    projet.fiches.find(fiche)->rang = u"a"_s;
    projet.etapesAction.insert(base::Id::create()).fiche = fiche;
    projet.budget.insert(base::Id::create()).fiche = fiche;
    Shown<gui::PageFiches> shown(projet);
    REQUIRE(shown.page->goToField({u"fiche"_s, fiche, u"intitule"_s}));
    const auto bar = [&] { return shown.page->findChild<gui::InfoBarStack *>()->bar(u"retiree"_s); };
    const auto removes = [&] {
        QTest::mouseClick(button(shown.page.get(), u"Retirer la fiche"_s), Qt::LeftButton);
        REQUIRE_FALSE(shown.projet().fiches.find(fiche));
    };
    removes();
    REQUIRE(bar());
    CHECK(bar()->sentence().replace(QChar(QChar::Nbsp), u' ') ==
          u"Fiche « Accès aux soins » retirée avec ses étapes et son budget."_s);
    // Something else is done before it is wanted back.
    REQUIRE(
        shown.dossier->edit(u"x"_s, domain::setting(shown.projet(), {u"fiche"_s, other, u"moyens"_s}, u"Y"_s)).ok());
    QPushButton *back = nullptr;
    for (QPushButton *each : bar()->findChildren<QPushButton *>())
        if (each->text() == u"Annuler"_s)
            back = each;
    REQUIRE(back);
    QTest::mouseClick(back, Qt::LeftButton);
    REQUIRE(shown.projet().fiches.find(fiche));
    CHECK(shown.projet().etapesAction.size() == 1);
    CHECK(shown.projet().budget.size() == 1);
    CHECK(shown.projet().fiches.find(other)->moyens == u"Y"_s);
    CHECK(shown.page->chosen() == fiche);
    CHECK_FALSE(bar());
    // An undo brings it back as well, and there is nothing left to tell.
    removes();
    CHECK(bar());
    shown.undo();
    CHECK_FALSE(bar());
}

TEST_CASE("The fiche that is open stays the chosen one when it is clicked, and the keyboard stays among the fiches")
{
    domain::Projet projet = emptyProject();
    const base::Id fiche = base::Id::create(), other = base::Id::create();
    projet.fiches.insert(fiche).intitule = u"Accès aux soins"_s;
    projet.fiches.insert(other).intitule = u"Parcours"_s;
    Shown<gui::PageFiches> shown(projet);
    const auto inList = [&](const QString &title) {
        QPushButton *each = button(shown.page.get(), title);
        REQUIRE(each);
        return each;
    };
    const QString open = shown.projet().fiches.find(shown.page->chosen())->intitule;
    CHECK(inList(open)->isChecked());
    QTest::mouseClick(inList(open), Qt::LeftButton);
    QTest::qWait(5);
    CHECK(inList(open)->isChecked());
    const QString next = open == u"Parcours" ? u"Accès aux soins"_s : u"Parcours"_s;
    QTest::mouseClick(inList(next), Qt::LeftButton);
    QTest::qWait(5); // the list is made again, the old one goes
    CHECK(inList(next)->isChecked());
    CHECK_FALSE(inList(open)->isChecked());
    // What a step took away: the fiche that is open; what it brought: the fiche itself.
    CHECK(shown.page->goToField({u"fiche"_s, {}, u"mission"_s}));
    QTest::qWait(5);
    CHECK(focused(shown) == inList(next));
    const base::Id first = next == u"Parcours" ? fiche : other;
    CHECK(shown.page->goToField({u"fiche"_s, first, {}}));
    QTest::qWait(5);
    CHECK(shown.page->chosen() == first);
    CHECK(focused(shown) == inList(open));
}

TEST_CASE("A title being typed keeps the keyboard, whatever the list of fiches was used for before")
{
    domain::Projet projet = emptyProject();
    const base::Id fiche = base::Id::create(), other = base::Id::create();
    projet.fiches.insert(fiche).intitule = u"Accès aux soins"_s;
    projet.fiches.insert(other).intitule = u"Parcours"_s;
    const ByCode shown(u"fiches"_s, projet);
    QTest::mouseClick(button(shown.page.get(), u"Parcours"_s), Qt::LeftButton);
    shown.page->goToField({u"fiche"_s, other, u"intitule"_s});
    QTest::qWait(5);
    QWidget *title = QApplication::focusWidget();
    REQUIRE(qobject_cast<gui::TextLine *>(title));
    QTest::keyClick(title, Qt::Key_End);
    for (const QString &words : {u" one"_s, u" two"_s}) {
        QTest::keyClicks(QApplication::focusWidget(), words);
        QTest::qWait(1500); // long enough for what was typed to be kept, and the list to be made again
        CHECK(QApplication::focusWidget() == title);
    }
    CHECK(shown.projet().fiches.find(other)->intitule == u"Parcours one two");
}

TEST_CASE("What an undo took away from a fiche leads to the list of its tab")
{
    domain::Projet projet = emptyProject();
    const base::Id fiche = base::Id::create();
    projet.fiches.insert(fiche).intitule = u"Accès aux soins"_s;
    Shown<gui::PageFiches> shown(projet);
    auto *form = shown.page->findChild<gui::FicheForm *>();
    REQUIRE(form);
    CHECK(form->currentTab() == 0);
    CHECK(shown.page->goToField({u"indicateurAction"_s, fiche, u"fiche"_s}));
    CHECK(form->currentTab() == 4);
    CHECK(shown.page->goToField({u"budget"_s, fiche, u"fiche"_s}));
    CHECK(form->currentTab() == 5);
}

TEST_CASE("A finding about any part of any fiche leads to it")
{
    domain::Projet projet = emptyProject();
    std::vector<base::Id> fiches{base::Id::create(), base::Id::create()};
    for (const base::Id &id : fiches)
        projet.fiches.insert(id).intitule = id.toString();
    const base::Id objectif = base::Id::create();
    projet.objectifs.insert(objectif).fiche = fiches[1];
    const base::Id ligne = base::Id::create();
    projet.budget.insert(ligne).fiche = fiches[0];
    Shown<gui::PageFiches> shown(projet);
    CHECK(shown.page->goToField({u"objectif"_s, objectif, u"enonce"_s}));
    CHECK(shown.page->chosen() == fiches[1]);
    CHECK(shown.page->goToField({u"budget"_s, ligne, u"prevu"_s}));
    CHECK(shown.page->chosen() == fiches[0]);
    CHECK(shown.page->goToField({u"fiche"_s, fiches[1], u"coordonnateur"_s}));
    CHECK(shown.page->chosen() == fiches[1]);
    CHECK_FALSE(shown.page->goToField({u"commune"_s, base::Id::create(), u"nom"_s}));
}

TEST_CASE("How to reach the coordonnateur is typed beside the name, whatever list names that person")
{
    domain::Projet projet = emptyProject();
    const base::Id id = base::Id::create();
    projet.personnes.insert(id).nom = u"RHO"_s; // neither of the team nor a member
    projet.personnes.find(id)->email = u"coordination.exemple.fr"_s;
    projet.identite.coordonnateur = id;
    ByCode shown(u"organisation"_s, projet);
    REQUIRE(shown.page->goToField({u"personne"_s, id, u"email"_s}));
    QTest::qWait(20);
    QWidget *focus = shown.page->window()->focusWidget();
    REQUIRE(focus);
    CHECK(focus->property("champ").toString() == u"identite.coordonnateur/email");
    QTest::keyClicks(focus, u"coordination@exemple.fr"_s);
    shown.page->flush();
    CHECK(shown.projet().personnes.find(id)->email == u"coordination@exemple.fr");
    CHECK(shown.projet().identite.coordonnateur == id);
    const auto enabled = [&shown](const QString &champ) {
        for (const QWidget *each : shown.page->findChildren<QWidget *>())
            if (each->property("champ").toString() == champ)
                return each->isEnabled();
        return false;
    };
    CHECK(enabled(u"identite.coordonnateur/telephone"_s));
    CHECK_FALSE(enabled(u"identite.representantLegal/telephone"_s)); // nobody is chosen
}
