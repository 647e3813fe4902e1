#include "gui/dialogs/merge_dialog.h"

#include "base/text.h"
#include "dossier/dossier.h"
#include "gui/forms/change_words.h"
#include "gui/widgets/card.h"
#include "gui/widgets/labels.h"

#include <QButtonGroup>
#include <QDialogButtonBox>
#include <QListWidget>
#include <QMouseEvent>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace gui
{

using namespace Qt::Literals::StringLiterals;
using Conflict = domain::MergeConflict;

namespace
{

bool isText(const Conflict &conflict)
{
    return conflict.type == Conflict::Type::BothChanged && std::holds_alternative<QString>(conflict.mine) &&
           std::holds_alternative<QString>(conflict.theirs) && !domain::isEmpty(conflict.mine) &&
           !domain::isEmpty(conflict.theirs) && domain::table(conflict.at.table)->field(conflict.at.field) &&
           domain::table(conflict.at.table)->field(conflict.at.field)->choices.empty();
}

// The value as a reader sees it; as it is typed when only marks of bold or of lists make the two differ.
QString conflictWords(const domain::Projet &projet, const Conflict &conflict, const domain::Value &value)
{
    const QString words = valueWords(projet, conflict.at, value);
    const auto *typed = std::get_if<QString>(&value);
    const bool alike =
        valueWords(projet, conflict.at, conflict.mine) == valueWords(projet, conflict.at, conflict.theirs);
    return alike && typed ? *typed : words;
}

QString mineWords(const domain::Projet &projet, const Conflict &conflict)
{
    switch (conflict.type) {
    case Conflict::Type::BothChanged:
        return u"Garder la mienne : "_s + conflictWords(projet, conflict, conflict.mine);
    case Conflict::Type::RemovedByTheirs:
        return u"Garder : retiré dans l’autre version, mais modifié dans la mienne"_s;
    case Conflict::Type::RemovedByMine:
        return u"Garder : retiré dans la mienne, mais modifié dans l’autre version"_s;
    }
    return {};
}

QString theirsWords(const domain::Projet &projet, const Conflict &conflict)
{
    return conflict.type == Conflict::Type::BothChanged
               ? u"Prendre l’autre : "_s + conflictWords(projet, conflict, conflict.theirs)
               : u"Retirer"_s;
}

// Words of any length beside their button: a click on them is a click on it.
class ChoiceWords final : public TextLabel
{
public:
    ChoiceWords(const QString &text, QRadioButton *button, QWidget *parent) : TextLabel(parent), m_button(button)
    {
        setText(text);
        setWordWrap(true);
        setBuddy(button);
    }

protected:
    void mouseReleaseEvent(QMouseEvent *event) override
    {
        if (event->button() != Qt::LeftButton || !rect().contains(event->position().toPoint()))
            return TextLabel::mouseReleaseEvent(event);
        m_button->setFocus(Qt::MouseFocusReason);
        m_button->click();
    }

private:
    QRadioButton *m_button;
};

bool isOneLine(const Conflict &conflict)
{
    return domain::table(conflict.at.table)->field(conflict.at.field)->kind == domain::Kind::Text;
}

// A choice with a text of any length: the button is named, the text wraps beside it.
QWidget *choiceRow(QButtonGroup *group, MergeDialog::Choice choice, const QString &text, QWidget *parent)
{
    auto *row = new QWidget(parent);
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    auto *button = new QRadioButton(row);
    button->setAccessibleName(text);
    group->addButton(button, static_cast<int>(choice));
    line->addWidget(button, 0, Qt::AlignTop);
    line->addWidget(new ChoiceWords(text, button, row), 1);
    return row;
}

} // namespace

QString mergeSummary(const domain::MergeResult &merge)
{
    qint64 facts = 0;
    for (const domain::Change &change : merge.fromTheirs)
        facts += change.type == domain::Change::Type::Set || change.type == domain::Change::Type::Remove ? 1 : 0;
    QString text = facts == 0 ? u"L’autre version n’apporte rien de plus"_s
                              : base::frenchCount(facts, u"modification reprise de l’autre version"_s,
                                                  u"modifications reprises de l’autre version"_s);
    const auto conflicts = static_cast<qint64>(merge.conflicts.size());
    if (conflicts > 0)
        text += u" ; "_s + base::frenchCount(conflicts, u"désaccord à trancher"_s, u"désaccords à trancher"_s);
    return text + u'.';
}

MergeDialog::MergeDialog(dossier::Dossier &dossier, domain::MergeResult merge, QWidget *parent)
    : QDialog(parent), m_dossier(dossier), m_merge(std::move(merge))
{
    setWindowTitle(u"Réunir les deux versions"_s);
    resize(720, 560);
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setSpacing(12);
    column->addWidget(plainLabel(u"Les deux versions sont réunies"_s, TextRole::PageTitle));
    column->addWidget(plainLabel(mergeSummary(m_merge), TextRole::Secondary));
    const QStringList lines = changeLines(m_merge.merged, m_merge.fromTheirs);
    if (!lines.isEmpty()) {
        column->addWidget(new SectionTitle(u"Ce que l’autre version apporte"_s));
        auto *list = new QListWidget;
        list->setAccessibleName(u"Ce que l’autre version apporte"_s);
        list->addItems(lines);
        list->setWordWrap(true);
        list->setMinimumHeight(140);
        column->addWidget(list, 1);
    }
    if (!m_merge.conflicts.empty()) {
        column->addWidget(new SectionTitle(u"À trancher"_s));
        for (const Conflict &conflict : m_merge.conflicts)
            column->addWidget(makeConflict(conflict));
    }
    column->addWidget(plainLabel(u"Cette réunion peut être annulée avec « Annuler »."_s, TextRole::Hint));
    column->addStretch();
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setAccessibleName(windowTitle());
    scroll->setWidget(content);
    auto *buttons = new QDialogButtonBox(this);
    auto *settle = buttons->addButton(u"Valider"_s, QDialogButtonBox::AcceptRole);
    setRole(settle, u"principal"_s);
    settle->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &MergeDialog::accept);
    auto *whole = new QVBoxLayout(this);
    whole->addWidget(scroll, 1);
    whole->addWidget(buttons);
}

QWidget *MergeDialog::makeConflict(const Conflict &conflict)
{
    QString title = recordWords(m_merge.merged, conflict.at);
    if (!conflict.at.field.isEmpty())
        title += u" : "_s + fieldWords(conflict.at);
    Card *card = Card::withColumn(title);
    auto *group = new QButtonGroup(card);
    card->column()->addWidget(choiceRow(group, Choice::Mine, mineWords(m_merge.merged, conflict), card));
    card->column()->addWidget(choiceRow(group, Choice::Theirs, theirsWords(m_merge.merged, conflict), card));
    if (isText(conflict))
        card->column()->addWidget(choiceRow(group, Choice::Both,
                                            isOneLine(conflict) ? u"Garder les deux, l’un après l’autre"_s
                                                                : u"Garder les deux textes, l’un sous l’autre"_s,
                                            card));
    group->button(static_cast<int>(Choice::Mine))->setChecked(true);
    m_choices.push_back(group);
    return card;
}

void MergeDialog::choose(size_t conflict, Choice choice)
{
    if (QAbstractButton *button = m_choices.at(conflict)->button(static_cast<int>(choice)))
        button->setChecked(true);
}

domain::ChangeList MergeDialog::changesFor(const domain::Projet &projet, const Conflict &conflict, Choice choice) const
{
    if (choice == Choice::Theirs)
        return domain::takeTheirs(projet, conflict);
    if (choice == Choice::Both && isText(conflict))
        return domain::setting(projet, conflict.at,
                               std::get<QString>(conflict.mine) + (isOneLine(conflict) ? u" / "_s : u"\n"_s) +
                                   std::get<QString>(conflict.theirs));
    return {};
}

void MergeDialog::accept()
{
    domain::Projet projet = m_dossier.projet();
    domain::ChangeList all;
    for (size_t i = 0; i < m_choices.size(); ++i) {
        const auto changes = changesFor(projet, m_merge.conflicts[i], static_cast<Choice>(m_choices[i]->checkedId()));
        // A choice that no longer fits (the record went with another choice) leaves the others standing.
        if (domain::applyChanges(projet, changes))
            all.insert(all.end(), changes.begin(), changes.end());
    }
    if (const auto done = m_dossier.edit(u"Trancher les désaccords"_s, all); !done)
        Q_EMIT failed(done.error().message);
    QDialog::accept();
}

} // namespace gui
