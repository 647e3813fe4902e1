// A date that may be unknown.
#pragma once

#include "gui/widgets/field_editor.h"
#include "gui/widgets/unfinished.h"

#include <QDate>

class QLineEdit;
class QToolButton;

namespace gui
{

class TextLine;

// Typed as jj/mm/aaaa (12/3/27, 12-03-2027 and « 12 mars 2027 » are understood), or picked in a calendar.
class DateField final : public QWidget, public FieldEditor, public Unfinished
{
    Q_OBJECT
public:
    explicit DateField(QWidget *parent = nullptr);

    [[nodiscard]] std::optional<domain::Value> value() const override;
    void setValue(const domain::Value &value) override;
    void setEditable(bool editable) override;
    [[nodiscard]] QWidget *focusTarget() override;
    [[nodiscard]] QString complaint() const override;
    [[nodiscard]] QString unfinished() const override;
    void showUnfinished(const QString &typed) override;
    void setSpokenName(const QString &name) override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void openCalendar();
    void pick(const QDate &date);

    TextLine *m_text;
    QToolButton *m_calendar;
};

} // namespace gui
