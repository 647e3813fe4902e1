// What was typed and can't be read is told before any document, wherever it was typed and whatever makes the document.
#include "driving.h"
#include "gui/dialogs/document_menu.h"
#include "gui/pages/fiche_output.h"
#include "gui/pages/page_ccopd.h"
#include "gui/pages/page_fiches.h"
#include "gui/pages/page_fil_rouge.h"
#include "gui/pages/record_table.h"
#include "gui/pages/repeat_editor.h"
#include "gui/shell/session.h"
#include "gui/widgets/date_field.h"
#include "gui/widgets/page_tabs.h"
#include "models/operations.h"
#include "shell_desk.h"
#include "support/example.h"

#include <QLineEdit>
#include <QMenu>
#include <QPrintDialog>
#include <QPushButton>
#include <QSignalSpy>

using namespace shell;

namespace
{

// Half a date in the first step of the first fiche that has steps; the step.
base::Id typeHalfADate(Desk &desk)
{
    const domain::Projet &projet = desk.dossier().projet();
    REQUIRE_FALSE(projet.etapesAction.empty());
    const base::Id step = projet.etapesAction.begin()->first;
    desk.window->goTo(u"fiches"_s, {u"etapeAction"_s, step, u"debut"_s});
    QTest::qWait(20);
    auto *line = qobject_cast<QLineEdit *>(desk.window->focusWidget());
    REQUIRE(line);
    line->selectAll();
    QTest::keyClicks(line, u"12/"_s);
    return step;
}

PageFiches *fichesOf(Desk &desk)
{
    return qobject_cast<PageFiches *>(desk.window->host().made(u"fiches"_s));
}

} // namespace

TEST_CASE("Half a date of a step is told when the page makes the fiche itself, and leads back to its field")
{
    Desk desk;
    const base::Id step = typeHalfADate(desk);
    FicheOutput *output = fichesOf(desk)->output();
    output->setFiles(desk.questions()); // which answer nothing: no file
    CHECK_FALSE(desk.bar(u"illisible"_s));
    output->exportFiche(fichesOf(desk)->chosen(), formats::Format::Pdf);
    REQUIRE(desk.bar(u"illisible"_s));
    CHECK(desk.bar(u"illisible"_s)->sentence().startsWith(u"La date affichée dans Fiches-actions"_s));
    desk.window->navigation().focusCurrent();
    desk.press(u"illisible"_s, u"Corriger"_s);
    QTest::qWait(20);
    auto *line = qobject_cast<QLineEdit *>(desk.window->focusWidget());
    REQUIRE(line);
    CHECK(line->text() == u"12/"_s);
    CHECK(line->selectedText() == u"12/"_s);
    QTest::keyClicks(line, u"12/03/2027"_s);
    output->exportCalendar({}, u"svg"_s);
    CHECK_FALSE(desk.bar(u"illisible"_s));
    CHECK(desk.dossier().projet().etapesAction.find(step)->debut == QDate(2027, 3, 12));
}

TEST_CASE("Half a date of another fiche, or of another page, is told by the documents that pages make themselves")
{
    Desk desk;
    typeHalfADate(desk);
    auto *thread = qobject_cast<PageFilRouge *>(desk.window->host().made(u"fil-rouge"_s));
    auto *rehearsal = qobject_cast<PageCcopd *>(desk.window->host().made(u"ccopd"_s));
    for (const auto &[code, menu] :
         {std::pair(u"fil-rouge"_s, &thread->documents()), std::pair(u"ccopd"_s, &rehearsal->documents())}) {
        INFO(code.toStdString());
        desk.window->goTo(code);
        desk.window->host().messages().dismiss(u"illisible"_s);
        menu->menu()->actions().front()->trigger();
        CHECK(desk.bar(u"illisible"_s));
        for (QPrintDialog *each : desk.window->findChildren<QPrintDialog *>())
            each->reject();
    }
    // In the fiche that was left, too.
    desk.window->goTo(u"fiches"_s);
    fichesOf(desk)->showNextPart();
    desk.window->host().messages().dismiss(u"illisible"_s);
    fichesOf(desk)->output()->setFiles(desk.questions());
    fichesOf(desk)->output()->exportFiche(fichesOf(desk)->chosen(), formats::Format::Odt);
    CHECK(desk.bar(u"illisible"_s));
}

TEST_CASE("Half a date is told before every command of the window that makes a file")
{
    Desk desk;
    typeHalfADate(desk);
    for (const Command each : {Command::ExportCalendar, Command::ExportPlan}) {
        desk.window->host().messages().dismiss(u"illisible"_s);
        desk.window->actions()[each].trigger();
        CHECK(desk.bar(u"illisible"_s));
    }
}

TEST_CASE("Closing tells what can’t be read and would be lost, and closes once it is mended or given up")
{
    Desk desk;
    const base::Id step = typeHalfADate(desk);
    const QDate before = desk.dossier().projet().etapesAction.find(step)->debut;
    QSignalSpy stayed(desk.window.get(), &MainWindow::stayed);
    CHECK_FALSE(desk.window->close());
    CHECK(stayed.count() == 1);
    REQUIRE(desk.bar(u"illisible"_s));
    CHECK(support::plain(desk.bar(u"illisible"_s)->sentence()) ==
          u"Le projet n’est pas encore fermé : la date affichée dans Fiches-actions n’est pas lisible. « Fermer quand "
          "même » : ce que vous y avez tapé est perdu, le projet %1"_s.arg(before.isValid() ? u"garde l’ancienne."_s
                                                                                            : u"la laisse vide."_s));
    SECTION("given up")
    {
        QSignalSpy start(desk.window.get(), &MainWindow::closedForStart);
        desk.window->actions()[Command::Close].trigger(); // « Fermer le projet » leads to the start window
        CHECK(desk.window->isVisible());
        desk.press(u"illisible"_s, u"Fermer quand même"_s);
        CHECK(QTest::qWaitFor([&] { return !desk.window->isVisible(); }, 20000));
        CHECK(start.count() == 1);
        CHECK(desk.dossier().projet().etapesAction.find(step)->debut == before);
    }
    SECTION("mended")
    {
        desk.window->goTo(u"territoire"_s);
        desk.press(u"illisible"_s, u"Corriger"_s);
        QTest::qWait(20);
        auto *line = qobject_cast<QLineEdit *>(desk.window->focusWidget());
        REQUIRE(line);
        CHECK(line->text() == u"12/"_s);
        line->selectAll();
        QTest::keyClicks(line, u"12/03/2027"_s);
        CHECK(desk.window->close());
        CHECK(desk.dossier().projet().etapesAction.find(step)->debut == QDate(2027, 3, 12));
    }
}

TEST_CASE("A cell that is being typed is stored at closing, what it can’t hold is told first")
{
    Desk desk;
    desk.window->goTo(u"mobilisation"_s);
    auto *table = desk.window->findChild<RecordTable *>(u"effectifs"_s);
    REQUIRE(table);
    const auto typed = [&](const QString &words) {
        table->setFocus();
        table->setCurrentIndex(table->model()->index(0, 1));
        QTest::keyClick(table, Qt::Key_F2);
        auto *cell = table->viewport()->findChild<QLineEdit *>();
        REQUIRE(cell);
        cell->selectAll();
        QTest::keyClicks(cell, words);
    };
    typed(u"4x"_s);
    CHECK_FALSE(desk.window->close());
    CHECK(desk.bar(u"modification"_s));
    QTest::qWait(1); // the cell that was refused is gone
    typed(u"1234"_s);
    CHECK(desk.window->close());
    bool found = false;
    for (const auto &[id, each] : desk.dossier().projet().effectifs)
        found = found || each.identifies == 1234;
    CHECK(found);
}

TEST_CASE("Quitting stops at the window where something can’t be read")
{
    QTemporaryDir folder;
    const base::FixedClock clock{QDateTime(QDate(2026, 11, 23), QTime(14, 32))};
    Settings settings(folder.filePath(u"reglages.ini"_s));
    const auto none = [](QWidget *, const QString &, const QString &, const QString &) { return QString(); };
    dossier::Options options;
    options.dataFolder = folder.filePath(u"donnees"_s);
    options.prompt = base::milliseconds(30'000);
    Session session(settings, clock, nullptr, {none, none}, options);
    for (const QString &name : {u"un.cpts"_s, u"deux.cpts"_s, u"trois.cpts"_s})
        REQUIRE(session.createProject(folder.filePath(name), example()));
    MainWindow *second = session.windows().at(1);
    second->goTo(u"etapes"_s);
    auto *date = second->host().currentPage()->findChild<DateField *>(u"ccopd-prevue"_s);
    REQUIRE(date);
    QTest::keyClicks(date->focusTarget(), u"demain"_s);
    session.windows().at(0)->actions()[Command::Quit].trigger();
    REQUIRE(QTest::qWaitFor([&] { return second->host().messages().bar(u"illisible"_s) != nullptr; }, 20000));
    QTest::qWait(20);
    CHECK(second->isVisible());
    CHECK(session.windows().contains(second));

    SECTION("going on closes the others too")
    {
        for (QPushButton *button : second->host().messages().bar(u"illisible"_s)->findChildren<QPushButton *>())
            if (button->text() == u"Fermer quand même"_s)
                QTest::mouseClick(button, Qt::LeftButton);
        CHECK(QTest::qWaitFor([&] { return session.windows().empty(); }, 20000));
    }
    SECTION("put right and closed by itself, the others stay")
    {
        QTest::keyClick(date->focusTarget(), Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(date->focusTarget(), Qt::Key_Delete);
        QTest::qWait(20);
        second->close();
        CHECK(QTest::qWaitFor([&] { return session.windows().size() == 1; }, 20000));
        QTest::qWait(100);
        CHECK(session.windows().size() == 1);
    }
}

TEST_CASE("What could not be read is told no more once it can, however it was put right")
{
    Desk desk;
    const domain::FieldAddress at{u"etapeAction"_s, typeHalfADate(desk), u"debut"_s};
    const auto told = [&desk] {
        QTest::qWait(20); // once those who listen are done
        return desk.bar(u"illisible"_s) != nullptr;
    };
    const auto print = [&desk] {
        desk.window->actions()[Command::ExportPlan].trigger();
        return desk.bar(u"illisible"_s) != nullptr;
    };
    const auto field = [&desk] {
        QTest::qWait(20); // for the page to show it
        return qobject_cast<QLineEdit *>(desk.window->focusWidget());
    };
    REQUIRE(print());
    SECTION("an undo gives the field its date again")
    {
        field()->selectAll();
        QTest::keyClicks(field(), u"12/03/2027"_s);
        fichesOf(desk)->flush();
        CHECK_FALSE(told());
        field()->selectAll();
        QTest::keyClicks(field(), u"12/"_s);
        REQUIRE(print());
        desk.window->actions()[Command::Undo].trigger();
        CHECK_FALSE(told());
        CHECK(field()->text() != u"12/"_s);
        desk.window->actions()[Command::Redo].trigger();
        CHECK_FALSE(told());
        CHECK(field()->text() == u"12/03/2027"_s);
    }
    SECTION("it gets a date elsewhere, from another page")
    {
        desk.window->goTo(u"territoire"_s);
        CHECK(told());
        REQUIRE(desk.dossier().edit(u"Dater"_s, domain::setting(desk.dossier().projet(), at, QDate(2027, 4, 1))));
        CHECK_FALSE(told());
        desk.window->goTo(u"fiches"_s, at);
        CHECK(field()->text() == u"01/04/2027"_s);
    }
    SECTION("it is emptied, where nothing was")
    {
        const domain::FieldAddress end{at.table, at.id, u"fin"_s};
        field()->selectAll();
        QTest::keyClicks(field(), u"12/03/2027"_s);
        REQUIRE(desk.dossier().edit(u"Vider"_s, domain::setting(desk.dossier().projet(), end, domain::Value())));
        desk.window->goTo(u"fiches"_s, end);
        QTest::keyClicks(field(), u"juin"_s);
        REQUIRE(print());
        field()->clear();
        QTest::keyClick(field(), Qt::Key_Space);
        desk.window->navigation().focusCurrent();
        CHECK_FALSE(told());
    }
    SECTION("a date of the procedure is undone")
    {
        desk.window->goTo(u"etapes"_s);
        auto *date = desk.window->host().currentPage()->findChild<DateField *>(u"ccopd-prevue"_s);
        REQUIRE(date);
        auto *line = qobject_cast<QLineEdit *>(date->focusTarget());
        line->setFocus();
        line->selectAll();
        QTest::keyClicks(line, u"13/04/2028"_s);
        QTest::keyClick(line, Qt::Key_Tab);
        REQUIRE(desk.dossier().canUndo());
        line->setFocus();
        line->selectAll();
        QTest::keyClicks(line, u"12/"_s);
        desk.window->actions()[Command::Undo].trigger();
        QTest::qWait(20);
        CHECK(line->text() != u"12/"_s);
    }
}
