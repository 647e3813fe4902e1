// One code of a list, shown by its label.
#pragma once

#include "gui/widgets/field_editor.h"
#include "gui/widgets/whole_list_box.h"

namespace gui
{

// Choice fields fill it from their description; other fields (codes of the reference) call setChoices() first.
// A stored code that is not in the list is shown as it is, and stays.
class ChoiceBox final : public WholeListBox, public FieldEditor
{
    Q_OBJECT
    Q_PROPERTY(bool libre READ freeText WRITE setFreeText)
public:
    explicit ChoiceBox(QWidget *parent = nullptr);

    // `none` is the entry of the empty code, first; no such entry when it is empty.
    void setChoices(const std::vector<domain::Choice> &choices, const QString &none = {});
    // Lets the user type something that is not in the list; it is stored as typed. Enter takes the first of what is
    // proposed, Tab leaves what is typed.
    [[nodiscard]] bool freeText() const { return isEditable(); }
    void setFreeText(bool free);

    [[nodiscard]] std::optional<domain::Value> value() const override;
    void setValue(const domain::Value &value) override;
    void setEditable(bool editable) override { setEnabled(editable); }
    [[nodiscard]] QWidget *focusTarget() override { return this; }
    void describe(const domain::FieldDescription &field) override;
    void setSpokenName(const QString &name) override;

protected:
    void wheelEvent(QWheelEvent *event) override;
};

} // namespace gui
