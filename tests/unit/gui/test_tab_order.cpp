// Where Tab goes next: as the page is read, whatever was made first.
#include "gui/widgets/tab_order.h"
#include "support/catch.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

TEST_CASE("Tab follows the layouts, not the order in which fields were made")
{
    QWidget window;
    auto *column = new QVBoxLayout(&window);
    auto *place = new QWidget; // filled last, as lists are
    auto *last = new QLineEdit;
    column->addWidget(place);
    column->addWidget(last);
    auto *inside = new QVBoxLayout(place);
    auto *first = new QLineEdit;
    auto *row = new QHBoxLayout;
    auto *right = new QPushButton(u"Droite"_s);
    auto *left = new QPushButton(u"Gauche"_s);
    inside->addWidget(first);
    inside->addLayout(row);
    row->addWidget(left);
    row->addWidget(right);
    window.show();
    QApplication::setActiveWindow(&window);
    const std::vector<QWidget *> wanted{first, left, right, last};
    CHECK(gui::readingOrder(&window) == wanted);
    first->setFocus();
    for (size_t at = 1; at < 2 * wanted.size(); ++at) { // round and round
        REQUIRE(gui::tabAlong(&window, true));
        CHECK(window.focusWidget() == wanted[at % wanted.size()]);
    }
    for (size_t at = 2 * wanted.size() - 1; at-- > 0;) {
        REQUIRE(gui::tabAlong(&window, false));
        CHECK(window.focusWidget() == wanted[at % wanted.size()]);
    }
}

TEST_CASE("What is hidden or off is passed over, and a keyboard that is nowhere is left to Qt")
{
    QWidget window;
    auto *column = new QVBoxLayout(&window);
    auto *first = new QLineEdit;
    auto *hidden = new QLineEdit;
    auto *off = new QPushButton(u"Éteint"_s);
    auto *last = new QLineEdit;
    auto *mouseOnly = new QPushButton(u"Souris"_s);
    mouseOnly->setFocusPolicy(Qt::ClickFocus);
    for (QWidget *each : {static_cast<QWidget *>(first), static_cast<QWidget *>(hidden), static_cast<QWidget *>(off),
                          static_cast<QWidget *>(last), static_cast<QWidget *>(mouseOnly)})
        column->addWidget(each);
    hidden->hide();
    off->setEnabled(false);
    window.show();
    QApplication::setActiveWindow(&window);
    first->setFocus();
    REQUIRE(gui::tabAlong(&window, true));
    CHECK(window.focusWidget() == last);
    mouseOnly->setFocus();
    CHECK_FALSE(gui::tabAlong(&window, true));
}

TEST_CASE("Choices that exclude each other are one stop: the one that is checked, else the first")
{
    QWidget window;
    auto *column = new QVBoxLayout(&window);
    auto *before = new QLineEdit;
    auto *yes = new QRadioButton(u"Oui"_s);
    auto *no = new QRadioButton(u"Non"_s);
    auto *alone = new QCheckBox(u"Fait"_s);
    auto *after = new QLineEdit;
    for (QWidget *each : {static_cast<QWidget *>(before), static_cast<QWidget *>(yes), static_cast<QWidget *>(no),
                          static_cast<QWidget *>(alone), static_cast<QWidget *>(after)})
        column->addWidget(each);
    window.show();
    QApplication::setActiveWindow(&window);
    const auto walk = [&](QWidget *from, bool next) {
        from->setFocus();
        REQUIRE(gui::tabAlong(&window, next));
        return window.focusWidget();
    };
    CHECK(walk(before, true) == yes);
    CHECK(walk(yes, true) == alone);
    CHECK(walk(alone, false) == yes);
    no->setChecked(true);
    CHECK(walk(before, true) == no);
    CHECK(walk(no, false) == before);
    CHECK(walk(alone, true) == after);
}

TEST_CASE("A grid is read line by line, a list with free text and a long text are one stop each")
{
    QWidget window;
    auto *grid = new QGridLayout(&window);
    auto *below = new QPlainTextEdit;
    auto *right = new QComboBox;
    right->setEditable(true);
    auto *left = new QLineEdit;
    grid->addWidget(below, 1, 0, 1, 2);
    grid->addWidget(right, 0, 1);
    grid->addWidget(left, 0, 0);
    CHECK(gui::readingOrder(&window) == std::vector<QWidget *>{left, right, below});
}

TEST_CASE("What scrolls is read inside, what is hidden keeps its place, what can't have the keyboard has none")
{
    QWidget window;
    auto *column = new QVBoxLayout(&window);
    auto *scroll = new QScrollArea;
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *after = new QLineEdit;
    column->addWidget(scroll);
    column->addWidget(after);
    auto *content = new QWidget;
    auto *inside = new QVBoxLayout(content);
    auto *hidden = new QLineEdit;
    auto *mouseOnly = new QPushButton;
    mouseOnly->setFocusPolicy(Qt::ClickFocus);
    inside->addWidget(hidden);
    inside->addWidget(mouseOnly);
    scroll->setWidget(content);
    hidden->hide();
    CHECK(gui::readingOrder(&window) == std::vector<QWidget *>{hidden, after});
}

TEST_CASE("The first field of a part is brought into sight, wherever one read before")
{
    QWidget window;
    window.resize(300, 200);
    auto *column = new QVBoxLayout(&window);
    auto *scroll = new QScrollArea;
    column->addWidget(scroll);
    auto *content = new QWidget;
    auto *inside = new QVBoxLayout(content);
    auto *first = new QPushButton(u"Corriger"_s);
    inside->addWidget(first);
    for (int each = 0; each < 30; ++each)
        inside->addWidget(new QLabel(u"Un point"_s));
    scroll->setWidget(content);
    scroll->setFocusPolicy(Qt::NoFocus);
    window.show();
    scroll->verticalScrollBar()->setValue(scroll->verticalScrollBar()->maximum());
    gui::focusWithin(window);
    CHECK(window.focusWidget() == first);
    CHECK(scroll->verticalScrollBar()->value() <= first->y());
}
