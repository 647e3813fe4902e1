// The widget of the map by itself: made to its size and its theme, never while nobody sees it.
#include "gui/theme/map_look.h"
#include "gui/theme/theme.h"
#include "gui/widgets/map_view.h"
#include "test_page_support.h"
#include "unit/report/map_samples.h"

#include <QHelpEvent>
#include <QSignalSpy>
#include <QToolTip>
#include <QVBoxLayout>

using namespace pagetest;
using namespace Qt::Literals::StringLiterals;
using gui::MapView;

namespace
{

// A view on a territory of squares; counts how often it is made.
struct Viewed {
    domain::Projet projet;
    int count = 0;
    QSizeF last;
    report::MapLook look;
    QWidget window;
    MapView *view;

    explicit Viewed(const std::vector<int> &squares = maps::block(3, 3)) : projet(maps::territory(squares))
    {
        auto *column = new QVBoxLayout(&window);
        view = new MapView(&window);
        column->addWidget(view);
        column->addStretch();
        view->setMaker(
            [this](const QSizeF &size, const report::MapLook &wanted) {
                ++count;
                last = size;
                look = wanted;
                return report::territoryMap(projet, support::references(), maps::contours(),
                                            {.size = size, .look = wanted});
            },
            300);
        window.resize(400, 700);
    }
    void show()
    {
        window.show();
        for (int turn = 0; turn < 50 && !view->map(); ++turn)
            QTest::qWait(10);
        QTest::qWait(20);
    }
};

} // namespace

TEST_CASE("A map is made when it is first seen, and not again while nothing changes")
{
    Viewed viewed;
    viewed.view->refresh();
    QTest::qWait(20);
    CHECK(viewed.count == 0);
    viewed.show();
    CHECK(viewed.count == 1);
    CHECK(viewed.last.width() == Approx(viewed.view->width() * 25.4 / 96).epsilon(0.01));
    viewed.view->update();
    QTest::qWait(20);
    CHECK(viewed.count == 1);
    viewed.window.hide();
    viewed.view->refresh();
    viewed.view->refresh();
    QTest::qWait(20);
    CHECK(viewed.count == 1);
    viewed.window.show();
    QTest::qWait(30);
    CHECK(viewed.count == 2);
}

TEST_CASE("A map follows the width it is given, and is as high as its figure")
{
    Viewed viewed;
    viewed.show();
    const int before = viewed.view->height();
    const double figure = viewed.view->map()->figure.size.height() * 96 / 25.4;
    CHECK(before == Approx(figure).margin(2));
    viewed.window.resize(250, 700);
    const auto settled = [&] {
        return viewed.view->height() != before && viewed.view->height() == viewed.view->sizeHint().height();
    };
    CHECK(QTest::qWaitFor(settled, 3000));
    CHECK(viewed.count >= 2);
    CHECK(viewed.view->map()->figure.size.width() == Approx(viewed.view->width() * 25.4 / 96).epsilon(0.01));
}

TEST_CASE("Colours and scale are those of the theme")
{
    Viewed viewed;
    viewed.show();
    const int height = viewed.view->height();
    {
        gui::Theme theme(*qApp);
        theme.setMode(gui::Theme::Mode::Dark);
        QTest::qWait(40);
        CHECK(viewed.look.ground == gui::mapLook(gui::darkPalette()).ground);
        theme.setZoom(200);
        QTest::qWait(40);
        CHECK(viewed.last.width() == Approx(viewed.view->width() * 25.4 / 96 / 2).epsilon(0.01));
        CHECK(viewed.view->sizeHint().height() != height);
    }
    qApp->setStyleSheet(QString());
}

TEST_CASE("Every commune is pointed at where it is drawn, nothing outside is")
{
    Viewed viewed;
    viewed.show();
    QSignalSpy clicked(viewed.view, &MapView::clicked);
    QSignalSpy twice(viewed.view, &MapView::doubleClicked);
    for (const auto &[id, commune] : viewed.projet.communes) {
        const QPointF place = viewed.view->placeOf(commune.code);
        CHECK(viewed.view->codeAt(place) == commune.code);
        QTest::mouseClick(viewed.view, Qt::LeftButton, {}, place.toPoint());
        CHECK(clicked.takeFirst().front().toString() == commune.code);
    }
    QTest::mouseClick(viewed.view, Qt::RightButton, {}, viewed.view->placeOf(outlines::codes().at(0)).toPoint());
    QTest::mouseClick(viewed.view, Qt::LeftButton, {}, QPoint(1, 1));
    CHECK(clicked.empty());
    CHECK(twice.empty());
    CHECK(viewed.view->placeOf(u"99999"_s).isNull());
    CHECK(viewed.view->codeAt({-50, -50}).isEmpty());
}

TEST_CASE("The pointer tells the name of a commune, as words and never as HTML")
{
    Viewed viewed;
    viewed.show();
    const auto tip = [&](const QString &code) {
        const QPoint place = viewed.view->placeOf(code).toPoint();
        QHelpEvent help(QEvent::ToolTip, place, viewed.view->mapToGlobal(place));
        QApplication::sendEvent(viewed.view, &help);
        return QToolTip::text();
    };
    CHECK(tip(outlines::codes().at(0)) == u"Allons");
    QToolTip::hideText();
    QTest::qWait(20);
    viewed.view->setMaker(
        [&](const QSizeF &size, const report::MapLook &look) {
            auto map = report::territoryMap(viewed.projet, support::references(), maps::contours(),
                                            {.size = size, .look = look});
            for (report::MapArea &area : map->areas)
                area.nom = u"<b>gras</b>"_s;
            return map;
        },
        300);
    QTest::qWait(40);
    // Hidden tips stay for a moment.
    tip(outlines::codes().at(0));
    CHECK(QTest::qWaitFor([] { return QToolTip::text().isEmpty(); }, 3000));
}

TEST_CASE("The commune that is chosen stands out, in every theme")
{
    Viewed viewed;
    viewed.show();
    const QImage before = viewed.view->grab().toImage();
    viewed.view->setChosen({outlines::codes().at(7)});
    const QImage after = viewed.view->grab().toImage();
    const QColor mark = gui::currentPalette().review;
    int marked = 0;
    for (int y = 0; y < after.height(); ++y)
        for (int x = 0; x < after.width(); ++x)
            marked += after.pixelColor(x, y) == mark && before.pixelColor(x, y) != mark;
    CHECK(marked > 100);
    viewed.view->setChosen({});
    CHECK(viewed.view->grab().toImage() == before);
}

TEST_CASE("A view whose map goes shows nothing and says nothing")
{
    Viewed viewed;
    viewed.show();
    CHECK(viewed.view->accessibleName() == u"Habitants des communes du territoire");
    viewed.projet = {};
    viewed.view->refresh();
    QTest::qWait(30);
    CHECK_FALSE(viewed.view->map());
    CHECK(viewed.view->accessibleName().isEmpty());
    CHECK(viewed.view->codeAt({100, 100}).isEmpty());
    CHECK_NOTHROW(viewed.view->grab());
}
