#include "gui/widgets/choice_box.h"

#include "base/text.h"
#include "gui/widgets/list_keys.h"
#include "gui/widgets/text_line.h"

#include <QCompleter>
#include <QWheelEvent>

namespace gui
{

namespace
{

constexpr int strangerRole = Qt::UserRole + 1; // a stored code that the list does not know

// Where words are typed, « no answer » is written behind them: a person who clicks and types has nothing to erase.
void showNoneBehind(const QComboBox &box)
{
    if (QLineEdit *line = box.lineEdit())
        line->setPlaceholderText(box.count() > 0 && box.itemData(0).toString().isEmpty() ? box.itemText(0) : QString());
}

} // namespace

ChoiceBox::ChoiceBox(QWidget *parent) : WholeListBox(parent)
{
    setInsertPolicy(QComboBox::NoInsert);
    connect(this, &QComboBox::activated, this, [this] { tell(Moment::Done); });
}

void ChoiceBox::setChoices(const std::vector<domain::Choice> &choices, const QString &none)
{
    const auto before = value();
    clear();
    if (!none.isEmpty())
        addItem(none, QString());
    for (const domain::Choice &choice : choices)
        addItem(choice.label, choice.code);
    showNoneBehind(*this);
    if (before)
        setValue(*before);
}

void ChoiceBox::setFreeText(bool free)
{
    if (free == isEditable())
        return;
    QComboBox::setEditable(free);
    if (!free)
        return;
    auto *line = new TextLine(this);
    setLineEdit(line);
    completer()->setCompletionMode(QCompleter::PopupCompletion);
    completer()->setFilterMode(Qt::MatchContains);
    takeFirstByEnter(*this);
    connect(line, &QLineEdit::textEdited, this, [this] { tell(Moment::Typing); });
    line->setAccessibleName(accessibleName());
    showNoneBehind(*this);
}

std::optional<domain::Value> ChoiceBox::value() const
{
    if (count() == 0 && !isEditable())
        return std::nullopt;
    if (!isEditable())
        return domain::Value(currentData().toString());
    const QString typed = currentText().trimmed();
    const QString folded = base::fold(typed);
    for (int i = 0; i < count(); ++i)
        if (itemText(i) == typed || (!folded.isEmpty() && base::fold(itemText(i)) == folded))
            return domain::Value(itemData(i).toString());
    return domain::Value(typed);
}

void ChoiceBox::setValue(const domain::Value &value)
{
    const auto *content = std::get_if<QString>(&value);
    const QString code = content ? *content : QString();
    // What another record had, and that is in no list, is not offered for this one.
    if (const int last = count() - 1; last >= 0 && itemData(last, strangerRole).toBool() && itemData(last) != code)
        removeItem(last);
    const int index = isEditable() && code.isEmpty() ? -1 : findData(code);
    if (index >= 0) {
        setCurrentIndex(index);
    } else if (isEditable()) {
        setCurrentIndex(-1);
        setEditText(code);
    } else if (!code.isEmpty()) {
        addItem(code, code);
        setItemData(count() - 1, true, strangerRole);
        setCurrentIndex(count() - 1);
    } else {
        setCurrentIndex(-1);
    }
}

void ChoiceBox::describe(const domain::FieldDescription &field)
{
    if (count() == 0 && !field.choices.empty())
        setChoices(field.choices);
}

void ChoiceBox::setSpokenName(const QString &name)
{
    setAccessibleName(name);
    if (lineEdit())
        lineEdit()->setAccessibleName(name);
}

void ChoiceBox::wheelEvent(QWheelEvent *event)
{
    if (hasFocus())
        QComboBox::wheelEvent(event);
    else
        event->ignore(); // the page scrolls, the answer stays
}

} // namespace gui
