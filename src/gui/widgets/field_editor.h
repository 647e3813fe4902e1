// What the binder asks of a widget that edits one field, whatever its kind.
#pragma once

#include "domain/changes.h"

#include <functional>
#include <optional>
#include <QWidget>

namespace gui
{

// Mixed into every field widget of this folder. A widget that is not one can't be bound.
class FieldEditor
{
public:
    enum class Moment {
        Typing, // more keys may follow: store soon
        Done,   // a choice was made: store now
    };

    virtual ~FieldEditor() = default;

    // What is on the screen; nothing while it can't be stored (half a date).
    [[nodiscard]] virtual std::optional<domain::Value> value() const = 0;
    // Shows a value and tells nobody. The cursor stays when nothing changes.
    virtual void setValue(const domain::Value &value) = 0;
    virtual void setEditable(bool editable) = 0;
    // The widget that takes the keyboard: buddy of the label, watched for focus out.
    [[nodiscard]] virtual QWidget *focusTarget() = 0;
    // What is wrong with what is on the screen, in French; empty when it can be stored.
    [[nodiscard]] virtual QString complaint() const { return {}; }
    // Told once, before the first value: choices, kind.
    virtual void describe(const domain::FieldDescription &) {}
    // What the value on the screen refers to and that has to be added first, with it; see models/record_options.h.
    [[nodiscard]] virtual domain::ChangeList recordsToAdd() const { return {}; }
    // The name a screen reader says.
    virtual void setSpokenName(const QString &name) { focusTarget()->setAccessibleName(name); }

    void onEdited(std::function<void(Moment)> listener) { m_listener = std::move(listener); }

protected:
    void tell(Moment moment) const
    {
        if (m_listener)
            m_listener(moment);
    }

private:
    std::function<void(Moment)> m_listener;
};

} // namespace gui
