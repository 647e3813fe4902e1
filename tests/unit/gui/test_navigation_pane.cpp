#include "gui/shell/navigation_pane.h"
#include "support/catch.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

TEST_CASE("On a low window the lines of the pages come closer, and all stay in sight")
{
    gui::NavigationPane pane;
    pane.addSection(u"Projet de santé"_s, u"annexe 4"_s);
    for (int page = 0; page < 20; ++page)
        pane.addPage(QString::number(page), u"Page"_s);
    pane.finish();
    pane.resize(264, 900);
    pane.show();
    QTest::qWait(1);
    CHECK(pane.items().front()->height() == 34);
    pane.resize(264, 712); // what a screen of 768 pixels leaves
    QTest::qWait(1);
    CHECK(pane.items().front()->height() == 27);
    const gui::NavigationItem *last = pane.items().back();
    CHECK(QTest::qWaitFor([&] { return last->mapTo(&pane, QPoint(0, last->height())).y() <= pane.height(); }, 2000));
}

TEST_CASE("What is to be seen never pushes the name of a page to a second line")
{
    gui::NavigationPane pane;
    for (const QString &label : {u"Territoire"_s, u"Partenariats existants"_s, u"Équipe et gouvernance"_s})
        pane.addPage(label, label);
    pane.finish();
    pane.resize(264, 712);
    pane.show();
    QTest::qWait(1);
    for (gui::NavigationItem *item : pane.items())
        item->setState(gui::Mark::ToReview, u"12 à voir"_s);
    QTest::qWait(1);
    for (const gui::NavigationItem *item : pane.items()) {
        CHECK(item->height() == 27);
        CHECK(item->accessibleName().endsWith(u"12 à voir"_s));
        CHECK(item->toolTip().contains(u"à voir"_s)); // where the number stands alone
    }
    CHECK(pane.items()[0]->shownDetail(pane.items()[0]->width()) == u"12 à voir"_s);
    CHECK(pane.items()[2]->shownDetail(pane.items()[2]->width()) == u"12"_s);
}

TEST_CASE("The pane goes with the current page when there are more than it shows")
{
    gui::NavigationPane pane;
    for (int page = 0; page < 40; ++page)
        pane.addPage(QString::number(page), u"Page"_s);
    pane.finish();
    pane.resize(264, 300);
    pane.show();
    QTest::qWait(1);
    const auto inSight = [&pane](int at) {
        const QWidget *item = pane.items()[size_t(at)];
        const QRect place(item->mapTo(&pane, QPoint()), item->size());
        return pane.rect().contains(place);
    };
    REQUIRE_FALSE(inSight(35));
    pane.setCurrent(u"35"_s);
    CHECK(QTest::qWaitFor([&] { return inSight(35); }, 2000));
    pane.setCurrent(u"0"_s);
    CHECK(QTest::qWaitFor([&] { return inSight(0); }, 2000));
    pane.setCurrent(u"39"_s);
    pane.resize(264, 200); // as when the texts grow
    CHECK(QTest::qWaitFor([&] { return inSight(39); }, 2000));
}
