#include "gui/widgets/record_picker.h"

#include "base/text.h"
#include "gui/dialogs/tick_dialog.h"
#include "gui/widgets/labels.h"

#include <algorithm>
#include <QHBoxLayout>
#include <QPushButton>
#include <QWheelEvent>

namespace gui
{

using namespace Qt::Literals::StringLiterals;

RecordPicker::RecordPicker(QWidget *parent) : WholeListBox(parent)
{
    connect(this, &QComboBox::activated, this, [this] { tell(Moment::Done); });
}

void RecordPicker::setSource(std::function<const domain::Projet &()> projet, models::RecordOptions options,
                             const QString &none)
{
    m_projet = std::move(projet);
    m_options = std::move(options);
    m_none = none;
    showOnly(chosen());
}

base::Id RecordPicker::chosen() const
{
    return base::Id::parse(currentData().toString()).value_or(base::Id());
}

void RecordPicker::fill(const base::Id &chosen)
{
    if (!m_options)
        return;
    clear();
    addItem(m_none, QString());
    for (const models::RecordOption &option : m_options(m_projet()))
        addItem(option.label, option.id.toString());
    setCurrentIndex(std::max(0, chosen.isNull() ? 0 : findData(chosen.toString())));
}

// The choice by itself: the list is made when somebody comes to choose.
void RecordPicker::showOnly(const base::Id &chosen)
{
    if (!m_options)
        return;
    clear();
    addItem(m_none, QString());
    if (chosen.isNull())
        return;
    for (const models::RecordOption &option : m_options(m_projet()))
        if (option.id == chosen)
            addItem(option.label, option.id.toString());
    setCurrentIndex(count() - 1);
}

std::optional<domain::Value> RecordPicker::value() const
{
    const base::Id id = chosen();
    return id.isNull() ? domain::Value() : domain::Value(id);
}

void RecordPicker::setValue(const domain::Value &value)
{
    const auto *id = std::get_if<base::Id>(&value);
    const base::Id now = id ? *id : base::Id();
    hasFocus() ? fill(now) : showOnly(now);
}

domain::ChangeList RecordPicker::recordsToAdd() const
{
    std::vector<models::RecordOption> options = m_options ? m_options(m_projet()) : std::vector<models::RecordOption>();
    std::erase_if(options, [id = chosen()](const models::RecordOption &option) { return option.id != id; });
    return options.empty() ? domain::ChangeList() : models::missingRecords(m_projet(), m_target, options);
}

std::vector<models::RecordOption> RecordPicker::options() const
{
    std::vector<models::RecordOption> options = m_options ? m_options(m_projet()) : std::vector<models::RecordOption>();
    std::erase_if(options, [this](const models::RecordOption &option) {
        return !models::missingRecords(m_projet(), m_target, {option}).empty();
    });
    return options;
}

void RecordPicker::showPopup()
{
    fill(chosen());
    WholeListBox::showPopup();
}

void RecordPicker::focusInEvent(QFocusEvent *event)
{
    if (event->reason() != Qt::PopupFocusReason)
        fill(chosen());
    QComboBox::focusInEvent(event);
}

void RecordPicker::wheelEvent(QWheelEvent *event)
{
    event->ignore(); // the page scrolls, the answer stays
}

RecordsPicker::RecordsPicker(QWidget *parent)
    : QWidget(parent), m_names(plainLabel({}, TextRole::Body, this)), m_button(new QPushButton(u"Choisir…"_s, this))
{
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(12);
    line->addWidget(m_names, 1);
    line->addWidget(m_button, 0, Qt::AlignTop);
    connect(m_button, &QPushButton::clicked, this, &RecordsPicker::choose);
}

void RecordsPicker::setSource(std::function<const domain::Projet &()> projet, models::RecordOptions options,
                              const QString &title, const QString &none)
{
    m_projet = std::move(projet);
    m_options = std::move(options);
    m_title = title;
    m_none = none;
    showChosen();
}

std::optional<domain::Value> RecordsPicker::value() const
{
    return domain::normalised(m_chosen);
}

void RecordsPicker::setValue(const domain::Value &value)
{
    const auto *ids = std::get_if<base::IdList>(&value);
    m_chosen = ids ? *ids : base::IdList();
    showChosen();
}

void RecordsPicker::setEditable(bool editable)
{
    m_button->setEnabled(editable);
}

QWidget *RecordsPicker::focusTarget()
{
    return m_button;
}

void RecordsPicker::setSpokenName(const QString &name)
{
    m_spokenName = name;
    showChosen();
}

std::vector<models::RecordOption> RecordsPicker::options() const
{
    return m_options ? m_options(m_projet()) : std::vector<models::RecordOption>();
}

domain::ChangeList RecordsPicker::missing(const domain::Projet &projet, const base::IdList &chosen) const
{
    std::vector<models::RecordOption> wanted = options();
    std::erase_if(wanted, [&chosen](const models::RecordOption &option) {
        return std::find(chosen.begin(), chosen.end(), option.id) == chosen.end();
    });
    return wanted.empty() ? domain::ChangeList() : models::missingRecords(projet, m_target, wanted);
}

domain::ChangeList RecordsPicker::recordsToAdd() const
{
    return missing(m_projet(), m_chosen);
}

void RecordsPicker::showChosen()
{
    QStringList names;
    if (m_options && !m_chosen.empty())
        for (const models::RecordOption &option : m_options(m_projet()))
            if (std::find(m_chosen.begin(), m_chosen.end(), option.id) != m_chosen.end())
                names.push_back(option.label);
    m_names->setText(names.isEmpty() ? m_none : names.join(u" · "_s));
    setRole(m_names, roleName(names.isEmpty() ? TextRole::Secondary : TextRole::Body));
    m_button->setAccessibleName(u"%1 : %2"_s.arg(m_spokenName, names.isEmpty() ? m_none : names.join(u", "_s)));
}

void RecordsPicker::choose()
{
    if (!m_options)
        return;
    auto *dialog = new TickDialog(m_title, m_options(m_projet()), m_chosen, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        m_chosen = dialog->ticked();
        showChosen();
        tell(Moment::Done);
    });
    dialog->open();
}

} // namespace gui
