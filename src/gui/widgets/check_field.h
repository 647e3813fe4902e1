// A box to tick.
#pragma once

#include "gui/widgets/field_editor.h"

#include <QCheckBox>

namespace gui
{

// For a flag; or for a fact that is either stated or not (Answer): then unticked means no answer, not "no".
class CheckField final : public QCheckBox, public FieldEditor
{
    Q_OBJECT
public:
    explicit CheckField(QWidget *parent = nullptr) : QCheckBox(parent)
    {
        connect(this, &QCheckBox::clicked, this, [this] { tell(Moment::Done); });
    }

    [[nodiscard]] std::optional<domain::Value> value() const override
    {
        return isChecked() || !m_stated ? domain::Value(isChecked()) : domain::Value();
    }
    void setValue(const domain::Value &value) override
    {
        const auto *content = std::get_if<bool>(&value);
        setChecked(content && *content);
    }
    void setEditable(bool editable) override { setEnabled(editable); }
    [[nodiscard]] QWidget *focusTarget() override { return this; }
    void describe(const domain::FieldDescription &field) override { m_stated = field.kind == domain::Kind::Answer; }
    // Its own text is its name.
    void setSpokenName(const QString &name) override
    {
        if (text().isEmpty())
            setAccessibleName(name);
    }

private:
    bool m_stated = false;
};

} // namespace gui
