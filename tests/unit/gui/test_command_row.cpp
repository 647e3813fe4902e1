// Buttons that never take two lines.
#include "gui/pages/command_row.h"
#include "support/catch.h"

#include <QMenu>
#include <QPushButton>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace
{

struct Row {
    QWidget window; // without a layout: the row is as wide as the test says
    gui::CommandRow row{&window};
    std::vector<QPushButton *> buttons;
    int clicks = 0;

    Row()
    {
        for (const QString &text : {u"Dupliquer"_s, u"Monter"_s, u"Descendre"_s, u"Retirer"_s}) {
            auto *button = new QPushButton(text);
            QObject::connect(button, &QPushButton::clicked, button, [this] { ++clicks; });
            buttons.push_back(button);
            row.add(button);
        }
        row.resize(900, 40);
        window.show();
    }
    void wide(int width)
    {
        row.resize(width, 40);
        QTest::qWait(1);
    }
    [[nodiscard]] int inSight() const
    {
        return int(std::count_if(buttons.begin(), buttons.end(), [](const auto *each) { return each->isVisible(); }));
    }
    [[nodiscard]] QStringList menu() const
    {
        Q_EMIT row.more()->menu()->aboutToShow();
        QStringList texts;
        for (const QAction *each : row.more()->menu()->actions())
            texts << each->text();
        return texts;
    }
};

} // namespace

TEST_CASE("Buttons without room go into a menu, the last ones first, and come back")
{
    Row some;
    CHECK(some.inSight() == 4);
    CHECK_FALSE(some.row.more()->isVisible());
    const int two =
        some.buttons[0]->sizeHint().width() + some.buttons[1]->sizeHint().width() + some.row.more()->sizeHint().width();
    some.wide(two + 20);
    CHECK(some.inSight() == 2);
    CHECK(some.row.more()->isVisible());
    CHECK(some.menu() == QStringList{u"Descendre"_s, u"Retirer"_s});
    some.wide(10);
    CHECK(some.inSight() == 0);
    CHECK(some.menu().size() == 4);
    CHECK(some.row.minimumSizeHint().width() <= some.row.more()->sizeHint().width());
    CHECK(some.row.sizeHint().height() < 2 * some.buttons[0]->sizeHint().height());
    some.wide(900);
    CHECK(some.inSight() == 4);
    CHECK_FALSE(some.row.more()->isVisible());
}

TEST_CASE("The menu does what the buttons do, and offers what they offer")
{
    Row some;
    some.wide(10);
    some.buttons[1]->setEnabled(false);
    REQUIRE(some.menu().size() == 4);
    const auto actions = some.row.more()->menu()->actions();
    CHECK_FALSE(actions[1]->isEnabled());
    actions[3]->trigger();
    CHECK(some.clicks == 1);
    some.row.setOffered(some.buttons[3], false);
    CHECK(some.menu() == QStringList{u"Dupliquer"_s, u"Monter"_s, u"Descendre"_s});
    some.wide(900);
    CHECK(some.inSight() == 3);
    some.row.setOffered(some.buttons[3], true);
    CHECK(some.inSight() == 4);
}
