// Fills the lists of a real window the three ways a person does: keys, a block pasted on the list, the import window.
#pragma once

#include "gui/shell/main_window.h"
#include "imports/input.h"

namespace gui
{
class FormPage;
class RepeatEditor;
} // namespace gui

namespace guitest
{

// Rows of a table, its titles first.
using Rows = std::vector<QStringList>;

// As a spreadsheet puts cells on the clipboard.
[[nodiscard]] QString asBlock(const Rows &rows);

class Clerk
{
public:
    explicit Clerk(gui::MainWindow &window) : m_window(window) {}

    // The page where a table is edited, its list in front.
    [[nodiscard]] gui::RepeatEditor *list(const QString &page, const QString &table);
    // A click on « Ajouter », then keys in the fields of the form.
    void type(gui::RepeatEditor *list, const std::vector<std::pair<QString, QString>> &fields);
    // Ctrl+V where the keyboard is in the list.
    void paste(gui::RepeatEditor *list, const Rows &rows);
    // Ctrl+Maj+I, then the three steps of the window.
    void import(const QString &profile, const imports::ImportInput &input);
    // Keys in the field that edits that fact, on that page.
    void write(const QString &page, const QString &champ, const QString &text);
    // A click on a fiche in the list at the left of its page.
    void openFiche(const base::Id &fiche);
    [[nodiscard]] gui::FormPage *page(const QString &code);

private:
    gui::MainWindow &m_window;
};

} // namespace guitest
