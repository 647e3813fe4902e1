// An undo leads to where it was typed, and marks what it changed.
#include "gui/pages/repeat_editor.h"
#include "gui/pages/spec_page.h"
#include "gui/pages/steps_panel.h"
#include "gui/widgets/date_field.h"
#include "shell_desk.h"

#include <QAbstractItemView>
#include <QLabel>
#include <QLineEdit>

using namespace shell;

TEST_CASE("The date of a step is undone and done again where it was typed, and nothing else is said or marked")
{
    for (const auto &[etape, real] :
         {std::pair(u"lettre-intention"_s, true), std::pair(u"ccopd"_s, false), std::pair(u"contrat"_s, true)}) {
        INFO(etape.toStdString());
        Desk desk(domain::nouveauProjet(u"CPTS"_s, u"paca-2022"_s, u"2026"_s, QDate(2026, 11, 23)));
        desk.window->goTo(u"etapes"_s);
        auto *steps = desk.window->findChild<StepsPanel *>();
        REQUIRE(steps);
        auto *line = qobject_cast<QLineEdit *>(steps->dateOf(etape, real)->focusTarget());
        line->setFocus();
        QTest::keyClicks(line, u"12/03/2027"_s);
        desk.window->goTo(u"missions"_s);
        desk.press(Qt::Key_Z, Qt::ControlModifier);
        QTest::qWait(20);
        CHECK(desk.window->host().currentCode() == u"etapes"_s);
        CHECK(QApplication::focusWidget() == line);
        CHECK(line->text().isEmpty());
        desk.window->goTo(u"missions"_s);
        desk.press(Qt::Key_Y, Qt::ControlModifier);
        QTest::qWait(20);
        CHECK(desk.window->host().currentCode() == u"etapes"_s);
        CHECK(QApplication::focusWidget() == line);
        CHECK(line->text() == u"12/03/2027"_s);
        for (const QLabel *label : desk.window->topBar().findChildren<QLabel *>())
            CHECK_FALSE((label->isVisible() && label->text().contains(u"chéance"_s)));
        for (const QWidget *each : desk.window->host().currentPage()->findChildren<QWidget *>())
            CHECK((each->property("eclat").toBool() == false || each == line));
    }
}

TEST_CASE("A deadline added to its list and undone leads to the list, whose other lines are not marked")
{
    domain::Projet projet = domain::nouveauProjet(u"CPTS"_s, u"paca-2022"_s, u"2026"_s, QDate(2026, 11, 23));
    projet.echeances.insert(base::Id::create()).intitule = u"Dépôt"_s;
    Desk desk(projet);
    domain::Projet more = projet;
    more.echeances.insert(base::Id::create()).etape = u"ccopd"_s;
    REQUIRE(desk.dossier().edit(u"Ajouter une échéance"_s, domain::diff(projet, more)).ok());
    desk.press(Qt::Key_Z, Qt::ControlModifier);
    QTest::qWait(20);
    auto *table = qobject_cast<QAbstractItemView *>(QApplication::focusWidget());
    REQUIRE(table);
    CHECK_FALSE(table->property("eclat").toBool());
}

TEST_CASE("Partners imported on Organisation and taken back leave the page there, Mobilisation lists them as well")
{
    const domain::Projet projet = domain::nouveauProjet(u"CPTS"_s, u"paca-2022"_s, u"2026"_s, QDate(2026, 11, 23));
    Desk desk(projet);
    desk.window->goTo(u"organisation"_s);
    auto *page = qobject_cast<SpecPage *>(desk.window->host().currentPage());
    REQUIRE(page);
    RepeatEditor *list = page->listOf(u"partenaire"_s);
    REQUIRE(list);
    domain::Projet more = projet;
    more.partenaires.insert(base::Id::create()).service = u"Hôpital"_s;
    REQUIRE(desk.dossier().edit(u"Importer des données"_s, domain::diff(projet, more)).ok());
    for (const auto key : {Qt::Key_Z, Qt::Key_Y, Qt::Key_Z}) {
        desk.press(key, Qt::ControlModifier);
        QTest::qWait(20);
        CHECK(desk.window->host().currentCode() == u"organisation"_s);
        CHECK(list->isVisible());
    }
    CHECK(desk.dossier().projet().partenaires.empty());
    // From a page that does not list them, an undo leads to one that does.
    desk.press(Qt::Key_Y, Qt::ControlModifier);
    desk.window->goTo(u"missions"_s);
    desk.press(Qt::Key_Z, Qt::ControlModifier);
    CHECK(desk.window->host().currentCode() == u"mobilisation"_s);
}

TEST_CASE("A field that two pages show is undone where one stands, and the way back to the review stays")
{
    Desk desk(domain::nouveauProjet(u"CPTS"_s, u"paca-2022"_s, u"2026"_s, QDate(2026, 11, 23)));
    const domain::FieldAddress state{u"structure"_s, {}, u"etatStatuts"_s}; // of « Équipe » too
    desk.window->goTo(u"relire"_s);
    Q_EMIT desk.window->host().currentPage()->goTo(u"organisation"_s, state);
    REQUIRE(desk.window->host().currentCode() == u"organisation"_s);
    REQUIRE(desk.bar(u"relecture"_s));
    REQUIRE(desk.dossier().edit(u"Modifier"_s, domain::setting(desk.dossier().projet(), state, u"elabores"_s)).ok());
    for (const auto key : {Qt::Key_Z, Qt::Key_Y}) {
        desk.press(key, Qt::ControlModifier);
        QTest::qWait(20);
        CHECK(desk.window->host().currentCode() == u"organisation"_s);
        CHECK(desk.bar(u"relecture"_s));
    }
}
