// What was typed and can't be read is told before any document, wherever it was typed and whatever makes the document.
#include "driving.h"
#include "gui/dialogs/document_menu.h"
#include "gui/pages/fiche_output.h"
#include "gui/pages/page_ccopd.h"
#include "gui/pages/page_fiches.h"
#include "gui/pages/page_fil_rouge.h"
#include "gui/pages/repeat_editor.h"
#include "gui/widgets/date_field.h"
#include "gui/widgets/page_tabs.h"
#include "models/operations.h"
#include "shell_desk.h"

#include <QLineEdit>
#include <QMenu>
#include <QPrintDialog>

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
