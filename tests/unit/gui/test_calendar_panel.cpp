// The calendars of the fiches' page: bars and list in step, one undo step a gesture, a whole calendar by the keys.
#include "gui/pages/calendar_panel.h"
#include "gui/pages/fiche_output.h"
#include "gui/pages/page_fiches.h"
#include "gui/pages/record_table.h"
#include "gui/widgets/date_field.h"
#include "gui/widgets/page_scroll.h"
#include "gui/widgets/page_tabs.h"
#include "models/operations.h"
#include "test_page_support.h"
#include "unit/report/chart_samples.h"

#include <QComboBox>
#include <QDialog>
#include <QFile>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>

using namespace pagetest;
using namespace Qt::Literals::StringLiterals;
using gui::GanttView;
using gui::PageFiches;

namespace
{

constexpr int calendarTab = 3;

domain::Projet planned(int fiches, int steps)
{
    domain::Projet projet = charts::planned(fiches, steps);
    const domain::Projet empty = emptyProject();
    projet.identite.nom = empty.identite.nom;
    projet.identite.trame = empty.identite.trame;
    projet.identite.millesime = empty.identite.millesime;
    projet.identite.creeLe = empty.identite.creeLe;
    return projet;
}

QPushButton *button(QWidget *in, const QString &text)
{
    for (QPushButton *each : in->findChildren<QPushButton *>())
        if (each->isVisible() && (each->text() == text || each->accessibleName() == text))
            return each;
    return nullptr;
}

// The calendar of the fiche that is shown, its tab in front.
GanttView *calendarOf(const Shown<PageFiches> &shown)
{
    for (gui::PageTabs *tabs : shown.page->findChildren<gui::PageTabs *>())
        tabs->setCurrentIndex(calendarTab);
    QTest::qWait(1);
    for (GanttView *view : shown.page->findChildren<GanttView *>())
        if (view->isVisible())
            return view;
    FAIL("no calendar");
    return nullptr;
}

gui::RecordTable *listBeside(const GanttView *view)
{
    QWidget *tab = view->parentWidget();
    while (tab && tab->findChildren<gui::RecordTable *>().isEmpty())
        tab = tab->parentWidget();
    REQUIRE(tab);
    return tab->findChildren<gui::RecordTable *>().front();
}

const domain::EtapeAction &only(const domain::Projet &projet)
{
    REQUIRE(projet.etapesAction.size() == 1);
    return *domain::inOrder(projet.etapesAction).front().second;
}

domain::Id stepId(int fiche, int number)
{
    return domain::Id::fromKey(u"etape:%1-%2"_s.arg(fiche).arg(number));
}

} // namespace

TEST_CASE("Dragging a bar changes the dates of the step, by one undo step")
{
    const Shown<PageFiches> shown(planned(1, 3), {1100, 1200});
    GanttView *view = calendarOf(shown);
    const domain::EtapeAction before = *shown.projet().etapesAction.find(stepId(0, 0));
    const QPointF from = view->barOf(stepId(0, 0)).center();
    QTest::mousePress(view, Qt::LeftButton, {}, from.toPoint());
    for (int part = 1; part <= 20; ++part) {
        const QPointF at = from + QPointF(3.0 * part, 0);
        QMouseEvent event(QEvent::MouseMove, at, view->mapToGlobal(at), Qt::NoButton, Qt::LeftButton, {});
        QApplication::sendEvent(view, &event);
    }
    QTest::mouseRelease(view, Qt::LeftButton, {}, (from + QPointF(60, 0)).toPoint());
    const domain::EtapeAction after = *shown.projet().etapesAction.find(stepId(0, 0));
    CHECK(after.debut > before.debut);
    CHECK(before.debut.daysTo(before.fin) == after.debut.daysTo(after.fin));
    shown.undo();
    CHECK(shown.projet().etapesAction.find(stepId(0, 0))->debut == before.debut);
    CHECK(view->barOf(stepId(0, 0)).center() == from);
    CHECK_FALSE(shown.dossier->canUndo());
}

TEST_CASE("The list and the bars choose together, and show the same")
{
    const Shown<PageFiches> shown(planned(1, 3), {1100, 1200});
    GanttView *view = calendarOf(shown);
    gui::RecordTable *list = listBeside(view);
    QTest::mouseClick(view, Qt::LeftButton, {}, view->barOf(stepId(0, 2)).center().toPoint());
    CHECK(list->currentId() == stepId(0, 2));
    list->showId(stepId(0, 1));
    CHECK(view->chosen() == stepId(0, 1));
    const QRectF bar = view->barOf(stepId(0, 1));
    REQUIRE(shown.dossier
                ->edit(u"Essai"_s,
                       models::schedulingStep(shown.projet(), stepId(0, 1), {QDate(2027, 6, 1), QDate(2027, 6, 30)}))
                .ok());
    CHECK(view->barOf(stepId(0, 1)) != bar);
}

TEST_CASE("Keys that follow each other on one step make one undo step")
{
    const Shown<PageFiches> shown(planned(1, 2), {1100, 1200});
    GanttView *view = calendarOf(shown);
    const QDate before = shown.projet().etapesAction.find(stepId(0, 0))->debut;
    view->setFocus();
    press(view, Qt::Key_Down);
    for (int i = 0; i < 4; ++i)
        press(view, Qt::Key_Right, Qt::AltModifier);
    const QDate moved = shown.projet().etapesAction.find(view->chosen())->debut;
    press(view, Qt::Key_Up);
    press(view, Qt::Key_Right, Qt::AltModifier);
    const QDate other = shown.projet().etapesAction.find(view->chosen())->debut;
    CHECK(other != before);
    shown.undo();
    CHECK(shown.projet().etapesAction.find(stepId(0, 0))->debut == before);
    CHECK(shown.projet().etapesAction.find(stepId(0, 1))->debut == moved);
    shown.undo();
    CHECK_FALSE(shown.dossier->canUndo());
}

TEST_CASE("A calendar is made without the mouse")
{
    const Shown<PageFiches> shown(planned(1, 0), {1100, 1200});
    GanttView *view = calendarOf(shown);
    view->setFocus();
    press(view, Qt::Key_Insert);
    QWidget *title = focused(shown);
    REQUIRE(title);
    CHECK(title != view);
    type(title, u"Écrire le protocole"_s);
    shown.page->flush();
    CHECK(only(shown.projet()).intitule == u"Écrire le protocole");
    CHECK_FALSE(only(shown.projet()).debut.isValid());
    view->setFocus();
    press(view, Qt::Key_Right, Qt::AltModifier); // today
    CHECK(only(shown.projet()).debut == QDate(2026, 11, 23));
    press(view, Qt::Key_Right, Qt::AltModifier | Qt::ShiftModifier);
    CHECK(only(shown.projet()).fin > QDate(2026, 11, 23));
    press(view, Qt::Key_Return);
    CHECK(focused(shown) == title);
    view->setFocus();
    press(view, Qt::Key_Delete);
    CHECK(shown.projet().etapesAction.empty());
    CHECK(focused(shown) == view);
}

TEST_CASE("A stroke on the empty line adds a step, chosen in the list too")
{
    const Shown<PageFiches> shown(planned(1, 0), {1100, 1200});
    GanttView *view = calendarOf(shown);
    const QPointF from(view->scale().x(QDate(2027, 1, 4)) + 2, view->lineOf({}).center().y());
    QTest::mousePress(view, Qt::LeftButton, {}, from.toPoint());
    for (int part = 1; part <= 20; ++part) {
        const QPointF at = from + QPointF(4.0 * part, 0);
        QMouseEvent event(QEvent::MouseMove, at, view->mapToGlobal(at), Qt::NoButton, Qt::LeftButton, {});
        QApplication::sendEvent(view, &event);
    }
    QTest::mouseRelease(view, Qt::LeftButton, {}, (from + QPointF(80, 0)).toPoint());
    CHECK(only(shown.projet()).fiche == charts::ficheId(0));
    CHECK(only(shown.projet()).debut.isValid());
    CHECK(only(shown.projet()).fin > only(shown.projet()).debut);
    const auto id = domain::inOrder(shown.projet().etapesAction).front().first;
    CHECK(view->chosen() == id);
    CHECK(listBeside(view)->currentId() == id);
}

TEST_CASE("A calendar taller than the page opens at its top, whatever the page showed before")
{
    const Shown<PageFiches> shown(planned(8, 6), {1000, 600});
    auto *scroll = shown.page->findChild<gui::PageScroll *>();
    REQUIRE(scroll);
    scroll->verticalScrollBar()->setValue(scroll->verticalScrollBar()->maximum());
    QPushButton *to = button(shown.page.get(), u"Calendrier du projet"_s);
    REQUIRE(to);
    to->setFocus();
    press(to, Qt::Key_Space);
    QTest::qWait(300); // the page looks again for what has the keyboard
    REQUIRE(qobject_cast<GanttView *>(focused(shown)));
    CHECK(focused(shown)->height() > scroll->viewport()->height());
    CHECK(scroll->verticalScrollBar()->value() == 0);
    CHECK(button(shown.page.get(), u"← Les fiches-actions"_s)->visibleRegion().boundingRect().height() > 10);
}

TEST_CASE("The calendar of the project takes the place of the fiches, and leads to a step")
{
    const Shown<PageFiches> shown(planned(3, 2), {1100, 1200});
    QPushButton *to = button(shown.page.get(), u"Calendrier du projet"_s);
    REQUIRE(to);
    to->click();
    QTest::qWait(1);
    auto *view = qobject_cast<GanttView *>(focused(shown));
    REQUIRE(view);
    CHECK_FALSE(to->isVisible());
    CHECK(view->content().lines.size() == 3 + 3 + 6);
    CHECK(view->lineOf({}).isNull());
    // A name is a link.
    const QRectF line = view->lineOf(stepId(1, 1));
    QTest::mouseClick(view, Qt::LeftButton, {}, QPoint(20, int(line.center().y())));
    CHECK_FALSE(view->isVisible());
    CHECK(shown.page->chosen() == charts::ficheId(1));
    CHECK(listBeside(calendarOf(shown))->currentId() == stepId(1, 1));
    shown.page->showCalendar(true);
    view->setFocus();
    view->setChosen(stepId(2, 0));
    press(view, Qt::Key_Delete);
    CHECK_FALSE(shown.projet().etapesAction.find(stepId(2, 0)));
    REQUIRE(button(shown.page.get(), u"← Les fiches-actions"_s));
    button(shown.page.get(), u"← Les fiches-actions"_s)->click();
    CHECK(to->isVisible());
}

TEST_CASE("The time that is shown is chosen, then turned")
{
    const Shown<PageFiches> shown(planned(1, 3), {1100, 1200});
    GanttView *view = calendarOf(shown);
    CHECK_FALSE(button(shown.page.get(), u"Plus tard →"_s));
    for (QComboBox *each : shown.page->findChildren<QComboBox *>())
        if (each->isVisible() && each->accessibleName() == u"Durée montrée")
            each->setCurrentIndex(1);
    REQUIRE(button(shown.page.get(), u"Plus tard →"_s));
    const QDate first = view->scale().from;
    button(shown.page.get(), u"Plus tard →"_s)->click();
    CHECK(view->scale().from > first);
    button(shown.page.get(), u"← Plus tôt"_s)->click();
    CHECK(view->scale().from == first);
}

TEST_CASE("The fiche and the calendar are written where the user says, in the format of the menu")
{
    const Shown<PageFiches> shown(planned(2, 2), {1100, 1200});
    QString wanted;
    QString proposed;
    shown.page->output()->setFiles({[&](QWidget *, const QString &, const QString &path, const QString &) {
                                        proposed = path;
                                        return wanted;
                                    },
                                    {}});
    const auto choose = [&](const QString &opener, const QString &entry) {
        QPushButton *button = ::button(shown.page.get(), opener);
        REQUIRE(button);
        button->click();
        QTest::qWait(1);
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        REQUIRE(menu);
        for (QAction *action : menu->actions())
            if (action->text() == entry)
                action->trigger();
        menu->close();
    };
    const auto written = [&](const QString &name) {
        QFile file(shown.folder.filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    choose(u"Exporter ou imprimer cette fiche"_s, u"PDF"_s); // given up in the box
    CHECK(proposed.contains(u"Fiche-action - Action numéro 1"_s));
    QSignalSpy told(shown.page.get(), &gui::FormPage::written);
    wanted = shown.folder.filePath(u"fiche"_s);
    choose(u"Exporter ou imprimer cette fiche"_s, u"PDF"_s);
    CHECK(written(u"fiche.pdf"_s).startsWith("%PDF"));
    REQUIRE(told.count() == 1); // above the page: where it is
    CHECK(told.front().front().toString() == shown.folder.filePath(u"fiche.pdf"_s));
    choose(u"Exporter ou imprimer cette fiche"_s, u"Word (.docx)"_s);
    CHECK(written(u"fiche.docx"_s).startsWith("PK"));
    shown.page->showCalendar(true);
    wanted = shown.folder.filePath(u"calendrier"_s);
    choose(u"Imprimer ou exporter le calendrier du projet"_s, u"Imprimer, feuilles A3…"_s);
    auto *printing = shown.page->findChild<QDialog *>();
    REQUIRE(printing);
    printing->reject();
    choose(u"Imprimer ou exporter le calendrier du projet"_s, u"PDF, feuilles A3"_s);
    CHECK(written(u"calendrier.pdf"_s).startsWith("%PDF"));
    choose(u"Imprimer ou exporter le calendrier du projet"_s, u"Dessin (SVG)"_s);
    CHECK(written(u"calendrier.svg"_s).contains("<svg"));
    QSignalSpy failed(shown.page.get(), &gui::FormPage::failed);
    wanted = shown.folder.filePath(u"absent/calendrier.svg"_s);
    choose(u"Imprimer ou exporter le calendrier du projet"_s, u"Dessin (SVG)"_s);
    CHECK(failed.count() == 1);
    CHECK(told.count() == 4);
}

TEST_CASE("Typing in a fiche shows no other part, a fiche added after it is the next one")
{
    const Shown<PageFiches> shown(planned(1, 1), {1100, 1200});
    QSignalSpy parts(shown.page.get(), &gui::FormPage::partShown);
    const auto set = [&](const domain::FieldAddress &at, const QString &text) {
        REQUIRE(shown.dossier->edit(u"Essai"_s, domain::setting(shown.projet(), at, text)).ok());
    };
    set({u"fiche"_s, charts::ficheId(0), u"moyens"_s}, u"Un agenda"_s);
    set({u"fiche"_s, charts::ficheId(0), u"intitule"_s}, u"Autre titre"_s);
    CHECK(parts.count() == 0);
    CHECK(shown.page->nextPart().isEmpty());
    REQUIRE(shown.dossier
                ->edit(u"Ajouter"_s, models::appending(shown.projet(), u"fiche"_s, base::Id::create(),
                                                       {{u"intitule"_s, QString(u"Suivante"_s)}}))
                .ok());
    CHECK(parts.count() == (shown.page->nextPart().isEmpty() ? 0 : 1));
}

TEST_CASE("From one fiche to the next, in the order of the list, to the last")
{
    const Shown<PageFiches> shown(planned(3, 1), {1100, 1200});
    CHECK(shown.page->chosen() == charts::ficheId(0));
    CHECK(shown.page->nextPart() == u"Fiche suivante"_s);
    shown.page->showNextPart();
    CHECK(shown.page->chosen() == charts::ficheId(1));
    QSignalSpy parts(shown.page.get(), &gui::FormPage::partShown);
    shown.page->showNextPart();
    CHECK(parts.count() > 0);
    CHECK(shown.page->chosen() == charts::ficheId(2));
    CHECK(shown.page->nextPart().isEmpty());
}

TEST_CASE("The calendar of the project opens at its top, wherever the fiche was scrolled to")
{
    const Shown<PageFiches> shown(planned(4, 6), {1100, 500});
    QPushButton *asked = button(shown.page.get(), u"Calendrier du projet"_s);
    REQUIRE(asked);
    gui::PageScroll *scroll = gui::PageScroll::around(shown.page->findChild<gui::PageTabs *>());
    REQUIRE(scroll);
    scroll->verticalScrollBar()->setValue(scroll->verticalScrollBar()->maximum());
    REQUIRE(scroll->verticalScrollBar()->value() > 0);
    asked->setFocus();
    press(asked, Qt::Key_Space);
    QTest::qWait(300);
    CHECK(scroll->verticalScrollBar()->value() == 0);
    CHECK(button(shown.page.get(), u"← Les fiches-actions"_s));
}
