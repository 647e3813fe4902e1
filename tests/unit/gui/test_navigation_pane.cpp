#include "gui/shell/navigation_pane.h"
#include "support/catch.h"

#include <QApplication>
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

TEST_CASE("What is to be seen never pushes the name of a page to a second line, and is told alike on all")
{
    gui::NavigationPane pane;
    std::map<QString, controle::PageState> states;
    for (const QString &label : {u"Territoire"_s, u"Partenariats existants"_s, u"Équipe et gouvernance"_s}) {
        pane.addPage(label, label);
        states[label] = {controle::PageState::Type::ToReview, 12};
    }
    pane.finish();
    pane.resize(264, 712);
    pane.show();
    QTest::qWait(1);
    const auto shown = [&pane](int at) {
        const gui::NavigationItem *item = pane.items()[size_t(at)];
        return item->shownDetail(item->width());
    };
    pane.setStates(states, {});
    QTest::qWait(1);
    for (const gui::NavigationItem *item : pane.items()) {
        CHECK(item->height() == 27);
        CHECK(item->accessibleName().endsWith(u"12 à voir"_s));
        CHECK(item->toolTip().contains(u"à voir"_s)); // where the number stands alone
        CHECK(item->shownDetail(item->width()) == u"12"_s);
    }
    pane.resize(400, 712);
    QTest::qWait(1);
    for (const int at : {0, 1, 2})
        CHECK(shown(at) == u"12 à voir"_s);
    // The long names have nothing to see any more: there is room for the words again.
    pane.resize(264, 712);
    states[u"Partenariats existants"_s].type = controle::PageState::Type::Complete;
    states[u"Équipe et gouvernance"_s].type = controle::PageState::Type::Complete;
    pane.setStates(states, {});
    QTest::qWait(1);
    CHECK(shown(0) == u"12 à voir"_s);
    // A page of which nothing is judged any more, after an undo: what it had to see goes.
    states.erase(u"Territoire"_s);
    pane.setStates(states, {});
    CHECK(shown(0).isEmpty());
    CHECK(pane.items()[0]->mark() == gui::Mark::None);
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

TEST_CASE("Fin, Début and the first letter of a page move the keyboard in the pane")
{
    gui::NavigationPane pane;
    for (const QString &page : {u"Tableau de bord"_s, u"Équipe"_s, u"Territoire"_s, u"Étapes"_s})
        pane.addPage(page, page);
    pane.finish();
    pane.resize(264, 400);
    pane.show();
    REQUIRE(QTest::qWaitForWindowActive(&pane));
    pane.setCurrent(u"Tableau de bord"_s);
    pane.focusCurrent();
    const auto after = [](int key) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key(key));
        return static_cast<gui::NavigationItem *>(QApplication::focusWidget())->page();
    };
    CHECK(after(Qt::Key_End) == u"Étapes");
    CHECK(after(Qt::Key_Home) == u"Tableau de bord");
    CHECK(after(Qt::Key_E) == u"Équipe");
    CHECK(after(Qt::Key_E) == u"Étapes");
    CHECK(after(Qt::Key_T) == u"Tableau de bord");
    CHECK(after(Qt::Key_X) == u"Tableau de bord");
    QString opened;
    QObject::connect(&pane, &gui::NavigationPane::chosen, &pane, [&opened](const QString &page) { opened = page; });
    after(Qt::Key_Return);
    CHECK(opened == u"Tableau de bord");
}
