// A count that may be unknown.
#pragma once

#include "domain/records.h"
#include "gui/widgets/text_line.h"

namespace gui
{

// Empty = not answered, which is not zero. Thousands are spaced when the field is left; the wheel does nothing;
// Up and Down step by one. A number below zero does not enter, and it is told.
class NumberField final : public TextLine
{
    Q_OBJECT
    Q_PROPERTY(bool milliers READ grouped WRITE setGrouped)
public:
    explicit NumberField(QWidget *parent = nullptr);

    [[nodiscard]] std::optional<domain::Value> value() const override;
    void setValue(const domain::Value &value) override;
    [[nodiscard]] QSize sizeHint() const override;

    // False for years, which are written without spaces.
    [[nodiscard]] bool grouped() const { return m_grouped; }
    void setGrouped(bool grouped);

protected:
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void display(const domain::Number &number);
    [[nodiscard]] domain::Number number() const;

    bool m_grouped = true;
};

// The digits of a count typed or pasted by a person: "12 000 hab." and "12.000" are 12000, "12,5" is 12. At most 12. Of
// several cells, those of the first.
[[nodiscard]] QString digitsOf(const QString &text);

} // namespace gui
