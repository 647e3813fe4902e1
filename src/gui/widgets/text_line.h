// One line of plain text.
#pragma once

#include "gui/widgets/field_editor.h"

#include <QLineEdit>

namespace gui
{

// Undo belongs to the project, not to the field: Ctrl+Z passes through to the window. What is pasted from a cell or
// from several lines becomes one line: a name never holds a line break.
class TextLine : public QLineEdit, public FieldEditor
{
    Q_OBJECT
public:
    explicit TextLine(QWidget *parent = nullptr);

    [[nodiscard]] std::optional<domain::Value> value() const override { return domain::Value(text()); }
    void setValue(const domain::Value &value) override;
    void setEditable(bool editable) override { setReadOnly(!editable); }
    [[nodiscard]] QWidget *focusTarget() override { return this; }

Q_SIGNALS:
    // What was pasted did not enter as it was; the sentence is for the user.
    void told(const QString &sentence);

protected:
    bool event(QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void keepOneLine();
    [[nodiscard]] bool takeCells();
};

} // namespace gui
