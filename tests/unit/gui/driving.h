// What several tests of windows share: the words that are shown, buttons found by them, the look of one case, and what
// must hold of every window.
#pragma once

#include "gui/theme/theme.h"
#include "support/catch.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QApplication>
#include <QButtonGroup>
#include <QCheckBox>
#include <QDialog>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QTest>
#include <set>

namespace driving
{

// Ordinary spaces only: French typography puts others between the words.
inline QString plain(QString text)
{
    return text.replace(QChar(0x00A0), u' ').replace(QChar(0x202F), u' ');
}

// The button of these words that is shown; of several, the first.
inline QAbstractButton *button(const QWidget &in, const QString &words)
{
    for (QAbstractButton *each : in.findChildren<QAbstractButton *>())
        if (plain(each->text()).remove(u'&') == words && each->isVisibleTo(&in))
            return each;
    return nullptr;
}

inline void click(const QWidget &in, const QString &words)
{
    QAbstractButton *found = button(in, words);
    INFO(words.toStdString());
    REQUIRE(found);
    // Where its words begin: one that is wider than them takes no click beside them.
    QTest::mouseClick(found, Qt::LeftButton, {}, QPoint(std::min(20, found->width() / 2), found->height() / 2));
}

// Every label that is shown, a line each.
inline QString words(const QWidget &in)
{
    QStringList all;
    for (const QLabel *label : in.findChildren<QLabel *>())
        if (label->isVisibleTo(&in) && !label->text().isEmpty())
            all << plain(label->text());
    return all.join(u'\n');
}

// Shown and in front, as Qt wants it before it gives the keyboard.
inline void bring(QWidget &window)
{
    window.show();
    QApplication::setActiveWindow(&window);
    QTest::qWait(1);
}

// To what has the keyboard in the window, else to the window.
inline void key(QWidget &window, Qt::Key pressed, Qt::KeyboardModifiers modifiers = {})
{
    QWidget *at = window.focusWidget();
    QTest::keyClick(at ? at : &window, pressed, modifiers);
}

// The look of the program for one case; the next one starts without.
struct Look {
    std::unique_ptr<gui::Theme> theme = std::make_unique<gui::Theme>(*qApp);
    ~Look()
    {
        theme.reset();
        qApp->setStyleSheet(QString());
    }
};

inline QString nameOf(QWidget *widget)
{
    const QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(widget);
    return spoken ? spoken->text(QAccessible::Name) : widget->accessibleName();
}

// What Tab stops at: of buttons that exclude each other, the one that is checked.
inline std::set<QWidget *> stops(const QWidget &window)
{
    std::set<QWidget *> found;
    for (QWidget *each : window.findChildren<QWidget *>()) {
        const auto *choice = qobject_cast<const QRadioButton *>(each);
        const bool other = choice && !choice->isChecked() && (choice->autoExclusive() || choice->group());
        if ((each->focusPolicy() & Qt::TabFocus) && each->isVisibleTo(&window) && each->isEnabled() &&
            !each->focusProxy() && !other)
            found.insert(each);
    }
    return found;
}

// No button nor label is smaller than its words.
inline void checkWhole(const QWidget &window)
{
    for (QWidget *each : window.findChildren<QWidget *>()) {
        const auto *label = qobject_cast<const QLabel *>(each);
        const auto *pressed = qobject_cast<const QAbstractButton *>(each);
        const QString text = label ? label->text() : pressed ? pressed->text() : QString();
        if (text.isEmpty() || !each->isVisibleTo(&window))
            continue;
        const bool wraps = label && label->wordWrap();
        INFO("« " << text.toStdString() << " » has " << each->width() << "x" << each->height() << ", wishes for "
                  << each->sizeHint().width() << "x" << each->sizeHint().height());
        CHECK(each->height() >= (wraps ? label->heightForWidth(each->width()) : each->sizeHint().height()));
        if (!wraps)
            CHECK(each->width() >= each->sizeHint().width());
        if (const auto *push = qobject_cast<const QPushButton *>(each); push && push->isDefault()) {
            QFont bold = push->font(); // the main button's, whatever it was measured with
            bold.setWeight(QFont::DemiBold);
            CHECK(push->width() >= QFontMetrics(bold).horizontalAdvance(text) + gui::zoomed(20));
        }
    }
}

} // namespace driving
