// One record of another table, or several: who coordinates, which needs, which professions.
#pragma once

#include "gui/widgets/field_editor.h"
#include "gui/widgets/whole_list_box.h"
#include "models/record_options.h"

class QPushButton;

namespace gui
{

class TextLabel;

// One record, or none. The list is made again each time it is opened: a person added on another page is there.
class RecordPicker final : public WholeListBox, public FieldEditor
{
    Q_OBJECT
public:
    explicit RecordPicker(QWidget *parent = nullptr);

    // `projet` gives the open project at any time. `none` is the entry that refers to nothing.
    void setSource(std::function<const domain::Projet &()> projet, models::RecordOptions options, const QString &none);

    [[nodiscard]] std::optional<domain::Value> value() const override;
    void setValue(const domain::Value &value) override;
    void setEditable(bool editable) override { setEnabled(editable); }
    [[nodiscard]] QWidget *focusTarget() override { return this; }
    void describe(const domain::FieldDescription &field) override { m_target = field.target; }
    [[nodiscard]] domain::ChangeList recordsToAdd() const override;
    // What may be chosen now without anything to add first.
    [[nodiscard]] std::vector<models::RecordOption> options() const;

    void showPopup() override;

protected:
    void focusInEvent(QFocusEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    void fill(const base::Id &chosen);
    void showOnly(const base::Id &chosen);
    [[nodiscard]] base::Id chosen() const;

    std::function<const domain::Projet &()> m_projet;
    models::RecordOptions m_options;
    QString m_none;
    QString m_target;
};

// Any number of records: their names, and a button that opens the list to tick, with a filter.
class RecordsPicker final : public QWidget, public FieldEditor
{
    Q_OBJECT
public:
    explicit RecordsPicker(QWidget *parent = nullptr);

    // `title` is that of the list to tick; `none` is read when nothing is chosen.
    void setSource(std::function<const domain::Projet &()> projet, models::RecordOptions options, const QString &title,
                   const QString &none);

    [[nodiscard]] std::optional<domain::Value> value() const override;
    void setValue(const domain::Value &value) override;
    void setEditable(bool editable) override;
    [[nodiscard]] QWidget *focusTarget() override;
    void describe(const domain::FieldDescription &field) override { m_target = field.target; }
    void setSpokenName(const QString &name) override;
    [[nodiscard]] domain::ChangeList recordsToAdd() const override;

    // All that may be chosen, and what has to be added before some of them are.
    [[nodiscard]] std::vector<models::RecordOption> options() const;
    [[nodiscard]] domain::ChangeList missing(const domain::Projet &projet, const base::IdList &chosen) const;
    // Opens the list to tick.
    void choose();

private:
    void showChosen();

    std::function<const domain::Projet &()> m_projet;
    models::RecordOptions m_options;
    QString m_title;
    QString m_none;
    QString m_target;
    QString m_spokenName;
    base::IdList m_chosen;
    TextLabel *m_names;
    QPushButton *m_button;
};

} // namespace gui
