// Somebody who presses anything anywhere in a real window, the same things for the same seed: what no written scenario
// thinks of.
#pragma once

#include "gui/shell/main_window.h"

#include <QStringList>
#include <random>

class QAbstractButton;

namespace guitest
{

class Wanderer
{
public:
    Wanderer(gui::MainWindow &window, unsigned seed) : m_window(window), m_random(seed) {}

    // One gesture: a page turned, a click, keys, a paste, undo, redo. A dialog or a list that opens is left at once.
    void step();
    // The last gestures, for whoever reads why a test failed.
    [[nodiscard]] QString story() const { return m_story.join(u'\n'); }

private:
    void turnPage();
    void click();
    void type();
    void pressKey();
    void paste();
    void stepBack();
    void write(const QString &gesture);
    [[nodiscard]] std::vector<QAbstractButton *> buttons() const;
    [[nodiscard]] size_t below(size_t bound) { return m_random() % bound; }
    [[nodiscard]] QWidget *focus() const;

    gui::MainWindow &m_window;
    std::mt19937 m_random;
    QStringList m_story;
};

// The visible fields that show something else than what the project holds, each as a sentence; empty when all agree.
[[nodiscard]] QStringList fieldsThatLie(gui::MainWindow &window);

} // namespace guitest
