// The calendar by itself: what mouse and keys ask for, before anything is changed.
#include "gui/theme/theme.h"
#include "gui/widgets/gantt_heading.h"
#include "gui/widgets/gantt_view.h"
#include "test_page_support.h"
#include "unit/report/chart_samples.h"

#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QVBoxLayout>
#include <QWheelEvent>

using namespace pagetest;
using namespace Qt::Literals::StringLiterals;
using gui::GanttView;
using models::Span;

namespace
{

domain::Id stepId(int number)
{
    return domain::Id::fromKey(u"etape:0-%1"_s.arg(number));
}

// The three steps of a fiche, 900 pixels wide.
struct Viewed {
    domain::Projet projet = charts::planned(1, 3);
    QWidget window;
    GanttView *view;
    std::vector<std::pair<base::Id, Span>> moves;
    std::vector<Span> strokes;

    explicit Viewed(bool editable = true, QSize size = {900, 500})
    {
        auto *column = new QVBoxLayout(&window);
        column->setContentsMargins(0, 0, 0, 0);
        view = new GanttView(&window);
        column->addWidget(view);
        column->addStretch();
        QObject::connect(view, &GanttView::moved, view,
                         [this](const base::Id &id, const Span &span) { moves.emplace_back(id, span); });
        QObject::connect(view, &GanttView::drawn, view, [this](const Span &span) { strokes.push_back(span); });
        give(editable);
        window.resize(size);
        window.show();
        QApplication::setActiveWindow(&window);
        QTest::qWait(1);
    }
    void give(bool editable = true)
    {
        view->setContent({report::calendarLines(projet, officialData(), {.fiche = charts::ficheId(0), .undated = true}),
                          QDate(2026, 11, 23), editable, editable});
    }
    void drag(const QPointF &from, const QPointF &to, bool release = true)
    {
        QTest::mousePress(view, Qt::LeftButton, {}, from.toPoint());
        for (int part = 1; part <= 8; ++part) {
            const QPointF at = from + (to - from) * part / 8;
            QMouseEvent event(QEvent::MouseMove, at, view->mapToGlobal(at), Qt::NoButton, Qt::LeftButton, {});
            QApplication::sendEvent(view, &event);
        }
        if (release)
            QTest::mouseRelease(view, Qt::LeftButton, {}, to.toPoint());
    }
    // Far enough to the right for so many days.
    [[nodiscard]] QPointF days(int count) const { return {count * view->scale().dayWidth(), 0}; }
};

} // namespace

TEST_CASE("The line of today does not run through the words of an empty calendar")
{
    Viewed shown;
    shown.view->setContent({{}, QDate(2026, 11, 23), true, true});
    QTest::qWait(20);
    const QImage seen = shown.view->grab().toImage();
    const QColor today = gui::currentPalette().review;
    const int x = int(shown.view->scale().x(QDate(2026, 11, 23)) + shown.view->scale().dayWidth() / 2);
    const auto crossed = [&](int y) {
        for (int near = x - 1; near <= x + 1; ++near)
            if (const QColor at = seen.pixelColor(near, y); std::abs(at.red() - today.red()) +
                                                                std::abs(at.green() - today.green()) +
                                                                std::abs(at.blue() - today.blue()) <
                                                            60)
                return true;
        return false;
    };
    // Far to the right of the words it goes down; where they are written it stops. The words begin at the left.
    const int words = int(shown.view->scale().left) +
                      shown.view->fontMetrics().horizontalAdvance(u"Tracez ici une nouvelle étape."_s);
    const int middle = shown.view->height() - 12;
    CHECK(crossed(middle) == (x > words + 12));
}

TEST_CASE("A bar goes where the mouse takes it, in whole units, by one request a gesture")
{
    Viewed viewed;
    REQUIRE(viewed.view->unit() == models::CalendarUnit::Week);
    const QRectF bar = viewed.view->barOf(stepId(0));
    REQUIRE(bar.width() > 30);
    viewed.drag(bar.center(), bar.center() + viewed.days(21));
    REQUIRE(viewed.moves.size() == 1);
    CHECK(viewed.moves[0].first == stepId(0));
    CHECK(viewed.moves[0].second == Span{QDate(2027, 1, 25), QDate(2027, 3, 21)});
    CHECK(viewed.view->chosen() == stepId(0));
    // Nobody changed the project: the bar is back.
    CHECK(viewed.view->barOf(stepId(0)) == bar);
}

TEST_CASE("An end that is dragged stretches the step, a click changes nothing")
{
    Viewed viewed;
    const QRectF bar = viewed.view->barOf(stepId(0));
    const QPointF end(bar.right() - 2, bar.center().y());
    viewed.drag(end, end + viewed.days(14));
    REQUIRE(viewed.moves.size() == 1);
    CHECK(viewed.moves[0].second == Span{QDate(2027, 1, 4), QDate(2027, 3, 14)});
    const QPointF start(bar.left() + 2, bar.center().y());
    viewed.drag(start, start + viewed.days(21));
    REQUIRE(viewed.moves.size() == 2);
    CHECK(viewed.moves[1].second == Span{QDate(2027, 1, 25), QDate(2027, 2, 28)});
    QTest::mouseClick(viewed.view, Qt::LeftButton, {}, bar.center().toPoint());
    CHECK(viewed.moves.size() == 2);
}

TEST_CASE("Escape gives up a gesture, so does what changes under it")
{
    Viewed viewed;
    const QRectF bar = viewed.view->barOf(stepId(1));
    viewed.drag(bar.center(), bar.center() + viewed.days(30), false);
    CHECK(viewed.view->barOf(stepId(1)).left() > bar.left());
    press(viewed.view, Qt::Key_Escape);
    CHECK(viewed.view->barOf(stepId(1)) == bar);
    QTest::mouseRelease(viewed.view, Qt::LeftButton, {}, bar.center().toPoint());
    viewed.drag(bar.center(), bar.center() + viewed.days(30), false);
    viewed.give();
    QTest::mouseRelease(viewed.view, Qt::LeftButton, {}, (bar.center() + viewed.days(30)).toPoint());
    CHECK(viewed.moves.empty());
}

TEST_CASE("A stroke on the empty line asks for a step, on a step without dates, it gives them")
{
    Viewed viewed;
    viewed.projet.etapesAction.find(stepId(2))->debut = {};
    viewed.projet.etapesAction.find(stepId(2))->fin = {};
    viewed.give();
    const auto at = [&](const QDate &day, const QRectF &line) {
        return QPointF(viewed.view->scale().x(day) + 1, line.center().y());
    };
    const QRectF empty = viewed.view->lineOf({});
    viewed.drag(at(QDate(2027, 2, 3), empty), at(QDate(2027, 3, 3), empty));
    REQUIRE(viewed.strokes.size() == 1);
    CHECK(viewed.strokes[0] == Span{QDate(2027, 2, 1), QDate(2027, 3, 7)});
    const QRectF undated = viewed.view->lineOf(stepId(2));
    CHECK(viewed.view->barOf(stepId(2)).isNull());
    viewed.drag(at(QDate(2027, 3, 10), undated), at(QDate(2027, 2, 3), undated));
    REQUIRE(viewed.moves.size() == 1);
    CHECK(viewed.moves[0].second == Span{QDate(2027, 2, 1), QDate(2027, 3, 14)});
}

TEST_CASE("The keys choose, move, stretch, open, add and remove")
{
    Viewed viewed;
    QSignalSpy opened(viewed.view, &GanttView::opened);
    QSignalSpy added(viewed.view, &GanttView::additionAsked);
    QSignalSpy removed(viewed.view, &GanttView::removalAsked);
    viewed.view->setFocus();
    CHECK(viewed.view->chosen() == stepId(0));
    press(viewed.view, Qt::Key_Down);
    press(viewed.view, Qt::Key_Down);
    press(viewed.view, Qt::Key_Down);
    CHECK(viewed.view->chosen() == stepId(2));
    press(viewed.view, Qt::Key_Up);
    CHECK(viewed.view->chosen() == stepId(1));
    press(viewed.view, Qt::Key_Right, Qt::AltModifier);
    press(viewed.view, Qt::Key_Left, Qt::AltModifier | Qt::ShiftModifier);
    REQUIRE(viewed.moves.size() == 2);
    CHECK(viewed.moves[0].second == Span{QDate(2027, 2, 20), QDate(2027, 4, 16)});
    CHECK(viewed.moves[1].second == Span{QDate(2027, 2, 13), QDate(2027, 4, 2)});
    press(viewed.view, Qt::Key_Return);
    press(viewed.view, Qt::Key_Insert);
    press(viewed.view, Qt::Key_Delete);
    CHECK(opened.count() == 1);
    CHECK(added.count() == 1);
    REQUIRE(removed.count() == 1);
    CHECK(removed[0][0].value<base::Id>() == stepId(1));
    CHECK(viewed.view->accessibleDescription().contains(u"Étape 2"_s));
}

TEST_CASE("A calendar to read only moves nothing, and still chooses and opens")
{
    Viewed viewed(false);
    QSignalSpy opened(viewed.view, &GanttView::opened);
    const QRectF bar = viewed.view->barOf(stepId(0));
    viewed.drag(bar.center(), bar.center() + viewed.days(40));
    press(viewed.view, Qt::Key_Right, Qt::AltModifier);
    press(viewed.view, Qt::Key_Insert);
    press(viewed.view, Qt::Key_Delete);
    CHECK(viewed.moves.empty());
    CHECK(viewed.view->lineOf({}).isNull());
    QTest::mouseDClick(viewed.view, Qt::LeftButton, {}, bar.center().toPoint());
    CHECK(opened.count() == 1);
}

TEST_CASE("Closer, time stops at days, farther, at months, and it can be turned")
{
    Viewed viewed;
    viewed.view->setZoom(GanttView::Zoom::Months);
    CHECK(viewed.view->unit() == models::CalendarUnit::Day);
    CHECK(viewed.view->scale().from == QDate(2027, 1, 1));
    viewed.view->turn(1);
    CHECK(viewed.view->scale().from == QDate(2027, 4, 1));
    viewed.view->setFocus();
    press(viewed.view, Qt::Key_Left);
    CHECK(viewed.view->scale().from == QDate(2027, 1, 1));
    viewed.view->setZoom(GanttView::Zoom::Years);
    CHECK(viewed.view->unit() == models::CalendarUnit::Month);
    viewed.view->setZoom(GanttView::Zoom::All);
    CHECK(viewed.view->scale().from <= QDate(2027, 1, 4));
    CHECK(viewed.view->scale().to >= QDate(2028, 8, 1)); // the deployment that the contract expects
}

TEST_CASE("The wheel goes to the page")
{
    Viewed viewed;
    QWheelEvent wheel(QPointF(400, 60), viewed.view->mapToGlobal(QPointF(400, 60)), {}, {0, -120}, Qt::NoButton, {},
                      Qt::NoScrollPhase, false);
    QApplication::sendEvent(viewed.view, &wheel);
    CHECK_FALSE(wheel.isAccepted());
    CHECK(viewed.moves.empty());
}

TEST_CASE("The months stay in sight while the page scrolls, and hide no line that the keys choose")
{
    GanttView view;
    view.setContent({report::calendarLines(charts::planned(6, 6), officialData(), {.undated = true}),
                     QDate(2026, 11, 23), true, false});
    QScrollArea page;
    page.setWidgetResizable(true);
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->addSpacing(120); // the title of the page
    column->addWidget(&view);
    page.setWidget(content);
    page.resize(700, 300);
    page.show();
    QApplication::setActiveWindow(&page);
    QTest::qWait(20);
    const auto top = [&] { return view.heading()->mapTo(page.viewport(), QPoint()).y(); };
    QScrollBar *bar = page.verticalScrollBar();
    REQUIRE(bar->maximum() > 400);
    CHECK(view.heading()->y() == 0);
    for (const int value : {60, 300, bar->maximum()}) {
        bar->setValue(value);
        CHECK(top() == std::max(0, view.mapTo(page.viewport(), QPoint()).y()));
    }
    bar->setValue(0);
    view.setFocus();
    int seen = 0;
    for (const Qt::Key key : {Qt::Key_Down, Qt::Key_Up})
        for (int times = 0; times < 45; ++times) {
            press(&view, key);
            const QRect line = view.lineOf(view.chosen()).toRect();
            const int y = view.mapTo(page.viewport(), line.topLeft()).y();
            seen += y >= top() + view.heading()->height() - 1 && y + line.height() <= page.viewport()->height() + 1;
        }
    CHECK(seen == 90);
    page.takeWidget();
    view.setParent(nullptr);
    delete content;
}

TEST_CASE("Lines hold their names whole, at any width, and never overlap")
{
    for (const int width : {300, 520, 900, 1600}) {
        Viewed viewed(true, {width, 900});
        INFO(width);
        double bottom = 0;
        for (int number = 0; number < 3; ++number) {
            const QRectF line = viewed.view->lineOf(stepId(number));
            CHECK(line.top() >= bottom);
            bottom = line.bottom();
            const QRectF bar = viewed.view->barOf(stepId(number));
            CHECK(line.contains(QPointF(line.left() + 1, bar.top())));
            CHECK(bar.bottom() <= line.bottom());
        }
        CHECK(viewed.view->height() >= int(bottom));
    }
}

TEST_CASE("Far dates and an empty calendar are drawn")
{
    Viewed viewed;
    viewed.projet.etapesAction.find(stepId(0))->debut = QDate(1, 1, 1);
    viewed.projet.etapesAction.find(stepId(1))->fin = QDate(9999, 12, 31);
    viewed.give();
    CHECK_FALSE(viewed.view->grab().isNull());
    viewed.view->setContent({{}, QDate(2026, 11, 23), true, true});
    CHECK_FALSE(viewed.view->grab().isNull());
    CHECK(viewed.view->chosen().isNull());
}
