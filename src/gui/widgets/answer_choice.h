// Oui, Non, or no answer yet.
#pragma once

#include "domain/records.h"
#include "gui/widgets/field_editor.h"

class QRadioButton;
class QToolButton;

namespace gui
{

// One stop of Tab: Space and arrows give the answer, Suppr takes it back, and so does the button for the mouse. Letters
// do nothing: what is typed one field too early is no answer.
class AnswerChoice final : public QWidget, public FieldEditor
{
    Q_OBJECT
public:
    explicit AnswerChoice(QWidget *parent = nullptr);

    [[nodiscard]] std::optional<domain::Value> value() const override;
    void setValue(const domain::Value &value) override;
    void setEditable(bool editable) override;
    [[nodiscard]] QWidget *focusTarget() override;
    void setSpokenName(const QString &name) override;

Q_SIGNALS:
    // After any change of the answer, by the user or by setValue().
    void answerChanged();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    // The keys of Oui and Non, before Qt sends their arrows to the next field.
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void display(const domain::Answer &answer);
    void answer(const domain::Answer &answer);
    bool treatKey(int key);

    domain::Answer m_answer;
    QRadioButton *m_yes;
    QRadioButton *m_no;
    QToolButton *m_clear;
};

} // namespace gui
