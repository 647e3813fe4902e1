// The list of the fiches stays in sight while a long fiche is read, beside it or above it, and follows the fiche
// chosen.
#include "gui/pages/fiche_aside.h"
#include "gui/pages/fiche_list.h"
#include "gui/pages/page_fiches.h"
#include "gui/theme/theme.h"
#include "gui/widgets/gantt_view.h"
#include "gui/widgets/page_scroll.h"
#include "test_page_support.h"
#include "unit/report/chart_samples.h"

#include <QPushButton>
#include <QScrollBar>

using namespace pagetest;
using namespace Qt::Literals::StringLiterals;
using gui::PageFiches;

namespace
{

struct Fiches : Shown<PageFiches> {
    explicit Fiches(int fiches, QSize size) : Shown<PageFiches>(charts::planned(fiches, 2), size) { QTest::qWait(250); }

    [[nodiscard]] gui::FicheAside *aside() const
    {
        for (QWidget *each : page->findChildren<QWidget *>())
            if (auto *found = dynamic_cast<gui::FicheAside *>(each))
                return found;
        FAIL("no list");
        return nullptr;
    }
    // What the fiche scrolls in, not the list.
    [[nodiscard]] gui::PageScroll *fiche() const
    {
        return page->findChild<gui::PageScroll *>(QString(), Qt::FindDirectChildrenOnly);
    }
    [[nodiscard]] QWidget *chosen() const { return aside()->list()->buttonOf(page->chosen()); }
    [[nodiscard]] bool inSight(const QWidget *widget) const
    {
        return page->rect().contains(QRect(widget->mapTo(page.get(), QPoint()), widget->size())) &&
               !widget->visibleRegion().isEmpty();
    }
};

} // namespace

TEST_CASE("A long fiche scrolls alone, the list stays beside it")
{
    const Fiches shown(3, {790, 560});
    REQUIRE(shown.fiche()->verticalScrollBar()->maximum() > 100);
    const QPoint before = shown.chosen()->mapTo(shown.page.get(), QPoint());
    shown.fiche()->verticalScrollBar()->setValue(shown.fiche()->verticalScrollBar()->maximum());
    QTest::qWait(20);
    CHECK(shown.chosen()->mapTo(shown.page.get(), QPoint()) == before);
    CHECK(shown.inSight(shown.chosen()));
    CHECK(shown.inSight(shown.aside()->newFiche()));
    CHECK(shown.inSight(shown.aside()->calendar()));
    CHECK(shown.aside()->geometry().right() <= shown.fiche()->geometry().left());
    CHECK(shown.fiche()->horizontalScrollBar()->maximum() == 0);
}

TEST_CASE("In a narrow page the list is above the fiche, and leaves it most of the height")
{
    const Fiches shown(3, {480, 600});
    CHECK(shown.aside()->geometry().bottom() <= shown.fiche()->geometry().top());
    CHECK(shown.aside()->height() < 220);
    shown.fiche()->verticalScrollBar()->setValue(shown.fiche()->verticalScrollBar()->maximum());
    QTest::qWait(20);
    CHECK(shown.inSight(shown.aside()->newFiche()));
    CHECK(shown.inSight(shown.chosen()));
    shown.page->resize(1000, 600);
    QTest::qWait(20);
    CHECK(shown.aside()->geometry().right() <= shown.fiche()->geometry().left());
    CHECK(shown.aside()->height() == 600);
}

TEST_CASE("The fiche that is chosen comes in sight in a list longer than the page")
{
    const Fiches shown(24, {790, 560});
    for (int turn = 0; turn < 23; ++turn)
        shown.page->showNextPart();
    QTest::qWait(300);
    CHECK(shown.page->nextPart().isEmpty());
    CHECK(shown.inSight(shown.chosen()));
    CHECK(shown.fiche()->verticalScrollBar()->value() == 0);
}

TEST_CASE("The calendar of the project takes the whole page, and gives the list back")
{
    const Fiches shown(2, {790, 560});
    shown.page->showCalendar(true);
    QTest::qWait(20);
    CHECK_FALSE(shown.aside()->isVisible());
    CHECK(shown.fiche()->width() == shown.page->width());
    shown.page->showCalendar(false);
    CHECK(shown.aside()->isVisible());
    CHECK(focused(shown) == shown.aside()->calendar());
}

TEST_CASE("The calendar of the project is made when somebody first asks for it, once")
{
    const Fiches shown(2, {790, 560});
    const auto calendars = [&] { return shown.page->findChildren<gui::GanttView *>(); };
    CHECK(calendars().isEmpty());
    CHECK_FALSE(shown.page->nextPart().isEmpty());
    CHECK_FALSE(shown.page->ownCheck().findings.empty());
    shown.page->showCalendar(true);
    REQUIRE(calendars().size() == 1);
    const gui::GanttView *view = calendars().front();
    CHECK(view->isVisible());
    CHECK(shown.page->nextPart().isEmpty());
    shown.page->showCalendar(false);
    CHECK_FALSE(view->isVisible());
    shown.page->showCalendar(true);
    CHECK(calendars().size() == 1);
    CHECK(view->isVisible());
}

TEST_CASE("Another fiche is chosen in the list that is there: no button is made again")
{
    const Fiches shown(6, {790, 560});
    const auto marked = [&] {
        QList<QPushButton *> checked;
        for (QPushButton *each : shown.aside()->list()->findChildren<QPushButton *>())
            if (each->isChecked())
                checked << each;
        return checked;
    };
    const auto buttons = shown.aside()->list()->findChildren<QPushButton *>();
    for (int turn = 0; turn < 3; ++turn) {
        const base::Id before = shown.page->chosen();
        shown.page->showNextPart();
        CHECK(shown.page->chosen() != before);
        CHECK(shown.aside()->list()->findChildren<QPushButton *>() == buttons);
        REQUIRE(marked().size() == 1);
        CHECK(marked().front() == shown.chosen());
    }
    // The keyboard goes with the fiche that is chosen from elsewhere.
    shown.chosen()->setFocus();
    shown.page->showNextPart();
    CHECK(shown.page->window()->focusWidget() == shown.chosen());
}

TEST_CASE("An action that was given up is told in the list, and no more when it is taken up again")
{
    const Fiches shown(2, {790, 560});
    const base::Id fiche = shown.page->chosen();
    const auto told = [&shown] { return shown.aside()->list()->entries().front().words; };
    const QString before = told();
    const auto advance = [&](const QString &code) {
        const domain::FieldAddress at{u"fiche"_s, fiche, u"avancement"_s};
        REQUIRE(shown.dossier->edit(u"Avancement"_s, domain::setting(shown.projet(), at, code)).ok());
    };
    advance(u"abandonnee"_s);
    CHECK(told() == before + u" (abandonnée)"_s);
    CHECK(dynamic_cast<QPushButton *>(shown.chosen())->accessibleName().endsWith(u" (abandonnée)"_s));
    advance(u"en-cours"_s);
    CHECK(told() == before);
}
