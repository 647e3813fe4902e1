// Where Tab goes next: as the page is read, whatever was made first.
#include "gui/widgets/tab_order.h"
#include "support/catch.h"

#include <QApplication>
#include <QComboBox>
#include <QGridLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QTest>
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
    gui::tabInReadingOrder(&window);
    first->setFocus();
    for (size_t at = 1; at < wanted.size(); ++at) {
        QTest::keyClick(window.focusWidget(), Qt::Key_Tab);
        CHECK(window.focusWidget() == wanted[at]);
    }
    for (size_t at = wanted.size() - 1; at-- > 0;) {
        QTest::keyClick(window.focusWidget(), Qt::Key_Backtab, Qt::ShiftModifier);
        CHECK(window.focusWidget() == wanted[at]);
    }
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
