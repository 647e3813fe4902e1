// Fills the pages of a real window the way a person does: keys in fields, clicks on buttons. Every text it types is its
// own, so that finding it again in a document tells that the fact went all the way.
#pragma once

#include "gui/shell/main_window.h"

#include <QStringList>

class QPushButton;

namespace guitest
{

// Keys with accents: as an input method gives them, since QTest's keyClicks stops at é.
void typeKeys(QWidget *field, const QString &text);
// The button that is shown and whose text starts so; nullptr when there is none.
[[nodiscard]] QPushButton *button(QWidget *in, const QString &start);

class Typist
{
public:
    explicit Typist(gui::MainWindow &window) : m_window(window) {}

    // The seven pages of the lettre, every field.
    void fillLettre();
    // What was typed as text, in the order of typing.
    [[nodiscard]] const QStringList &texts() const { return m_texts; }

private:
    void fillTerritoire();
    void fillRepeats(QWidget *page);
    void fillCounts(QWidget *page);
    void fillFields(QWidget *root);
    void fill(QWidget *field);
    void typeText(QWidget *field, const QString &text);
    [[nodiscard]] QString nextText(const QWidget *field, bool paragraphs);
    [[nodiscard]] QWidget *open(const QString &page);

    gui::MainWindow &m_window;
    QStringList m_texts;
    int m_number = 0;
};

} // namespace guitest
