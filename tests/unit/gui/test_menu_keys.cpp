// The menu opened and used by keys alone; the size of a window nobody has sized.
#include "gui/shell/first_size.h"
#include "gui/shell/menu_keys.h"
#include "shell_desk.h"

#include <QMenu>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;
using namespace gui;
using namespace shell;

TEST_CASE("Every entry of a menu gets a letter of its own, without accents, words first")
{
    CHECK(withLetters({u"Ouvrir…"_s, u"Ouvrages"_s, u"À propos"_s, u"Enregistrer une copie"_s}) ==
          QStringList{u"&Ouvrir…"_s, u"O&uvrages"_s, u"À &propos"_s, u"&Enregistrer une copie"_s});
    CHECK(withLetters({u"Dupont & fils"_s}) == QStringList{u"&Dupont && fils"_s});
    CHECK(withLetters({u"a"_s, u"A"_s, u"12"_s}) == QStringList{u"&a"_s, u"A"_s, u"12"_s});
}

TEST_CASE("The menu opened by a key has its letters and its first entry chosen, and leaves the texts as they were")
{
    Desk desk;
    QMenu *menu = nullptr;
    for (QToolButton *each : desk.window->topBar().findChildren<QToolButton *>())
        menu = each->menu() ? each->menu() : menu;
    REQUIRE(menu);
    const QString before = desk.window->actions()[Command::Export].text();
    menu->popup(desk.window->mapToGlobal(QPoint(200, 60)));
    QTest::qWait(50);
    REQUIRE(menu->isVisible());
    CHECK(menu->activeAction() == &desk.window->actions()[Command::New]);
    QStringList letters;
    int without = 0;
    for (const QAction *action : menu->actions())
        if (!action->isSeparator() && action->isVisible()) {
            const qsizetype at = action->text().indexOf(u'&');
            without += at < 0;
            if (at >= 0)
                letters << action->text().mid(at + 1, 1).toLower();
        }
    CHECK(without <= 2); // so many entries: the longest may find every letter taken
    CHECK(letters.size() > 15);
    CHECK(letters.removeDuplicates() == 0);
    int exported = 0;
    QAction *marks = &desk.window->actions()[Command::Save];
    QObject::connect(marks, &QAction::triggered, menu, [&exported] { ++exported; });
    const QString text = marks->text();
    const QChar letter = text.at(text.indexOf(u'&') + 1);
    QTest::keyClick(menu, letter.toLower().toLatin1());
    QTest::qWait(20);
    CHECK(exported == 1);
    CHECK_FALSE(menu->isVisible());
    CHECK(desk.window->actions()[Command::Export].text() == before);
}

TEST_CASE("A window opened from one that fills the screen fills it too")
{
    QWidget left, opened, beside;
    left.showMaximized();
    showFitting(opened, false, &left);
    CHECK(opened.isMaximized());
    left.showNormal();
    left.resize(400, 300);
    showFitting(beside, false, &left);
    CHECK_FALSE(beside.isMaximized());
    left.hide();
}

TEST_CASE("A window nobody has sized takes a small screen whole, and a part of a large one")
{
    CHECK(firstGeometry(QRect(0, 0, 1366, 728)).isEmpty());
    CHECK(firstGeometry(QRect(0, 0, 1920, 1040)) == QRect(160, 45, 1600, 950));
    CHECK(firstGeometry(QRect(100, 0, 1600, 860)) == QRect(100, 0, 1600, 860));
}
