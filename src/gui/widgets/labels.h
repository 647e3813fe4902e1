// Text that is shown: always plain, in the few looks the style sheet knows.
#pragma once

#include <QLabel>

namespace gui
{

// The looks of a line of text; the style sheet has one rule for each.
enum class TextRole { Body, Strong, Secondary, Hint, PageTitle, Section, FieldLabel, Overline, Figure, Warning, Done };

// Shows any text as it is, never as HTML, with the spaces of French typography: the one place where texts of the
// trame, of the reference and of the program get them. In a Designer form: a promoted QLabel.
class TextLabel : public QLabel
{
    Q_OBJECT
public:
    explicit TextLabel(QWidget *parent = nullptr);
    void setText(const QString &text);
};

// Wraps, except titles of one line where `wrap` is false.
[[nodiscard]] TextLabel *plainLabel(const QString &text, TextRole role = TextRole::Body, QWidget *parent = nullptr,
                                    bool wrap = true);
// The value of the dynamic property `role` in forms (« titre-page », « section », « aide »…).
[[nodiscard]] QString roleName(TextRole role);
// Gives a widget another `role` and has its style computed again.
void setRole(QWidget *widget, const QString &role);

// « Le territoire » above a group of fields: semibold, and a heading for screen readers.
class SectionTitle final : public TextLabel
{
    Q_OBJECT
public:
    explicit SectionTitle(QWidget *parent = nullptr);
    explicit SectionTitle(const QString &text, QWidget *parent = nullptr);
};

} // namespace gui
