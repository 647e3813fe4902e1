// A figure with decimals that may be unknown: "14,9", "1 250,50".
#pragma once

#include "domain/description.h"
#include "gui/widgets/text_line.h"
#include "gui/widgets/unfinished.h"

namespace gui
{

// Empty = not known, which is not zero. Comma or point, spaces and a unit are understood ("14.9 %"); shown with a
// comma.
class DecimalField final : public TextLine, public Unfinished
{
    Q_OBJECT
public:
    explicit DecimalField(QWidget *parent = nullptr);
    // Written as the cells of that field are: both its cents when it is a sum of money.
    DecimalField(const domain::FieldDescription &field, QWidget *parent);

    [[nodiscard]] std::optional<domain::Value> value() const override;
    void setValue(const domain::Value &value) override;
    [[nodiscard]] QString complaint() const override;
    [[nodiscard]] QString unfinished() const override { return value() ? QString() : text(); }
    void showUnfinished(const QString &typed) override { setText(typed); }
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void focusOutEvent(QFocusEvent *event) override;

private:
    const domain::FieldDescription &m_field;
};

} // namespace gui
