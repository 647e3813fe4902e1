#include "gui/dialogs/merge_dialog.h"

#include "base/text.h"
#include "base/text_compare.h"
#include "base/typography.h"
#include "dossier/merging.h"
#include "gui/dialogs/fitting.h"
#include "gui/widgets/card.h"
#include "gui/widgets/marked_label.h"

#include <QButtonGroup>
#include <QDialogButtonBox>
#include <QListWidget>
#include <QMouseEvent>
#include <QPushButton>
#include <QRadioButton>
#include <QResizeEvent>
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

// One side of a disagreement: what choosing it means, then its words beside those of the other.
struct Side {
    QString before;
    std::vector<base::Passage> passages;
};

QString aside(const QString &where)
{
    return where.isEmpty() ? QString() : u" ("_s + where + u')';
}

Side sideOf(const domain::Projet &projet, const Conflict &conflict, const QString &before, bool mine)
{
    const QString own = base::frenchTypography(conflictWords(projet, conflict, mine ? conflict.mine : conflict.theirs));
    const QString other =
        base::frenchTypography(conflictWords(projet, conflict, mine ? conflict.theirs : conflict.mine));
    return {before + u" :"_s + (own.contains(u'\n') ? u'\n' : u' '), base::differences(own, other)};
}

Side mineSide(const domain::Projet &projet, const Conflict &conflict, const MergeSides &sides)
{
    const QString other = sides.theirs.isEmpty() ? u"l’autre version"_s : sides.theirs.section(u',', 0, 0);
    switch (conflict.type) {
    case Conflict::Type::BothChanged:
        return sideOf(projet, conflict, u"Garder la mienne"_s + aside(sides.mine), true);
    case Conflict::Type::RemovedByTheirs:
        return {u"Garder : retiré dans %1, mais modifié dans la mienne"_s.arg(other), {}};
    case Conflict::Type::RemovedByMine:
        return {u"Garder : retiré dans la mienne, mais modifié dans %1"_s.arg(other), {}};
    }
    return {};
}

Side theirsSide(const domain::Projet &projet, const Conflict &conflict, const MergeSides &sides)
{
    return conflict.type == Conflict::Type::BothChanged
               ? sideOf(projet, conflict, u"Prendre l’autre"_s + aside(sides.theirs), false)
               : Side{u"Retirer"_s, {}};
}

// Words of any length beside their button: a click on them is a click on it.
class ChoiceWords final : public MarkedLabel
{
public:
    ChoiceWords(const Side &side, QRadioButton *button, QWidget *parent)
        : MarkedLabel(side.before, side.passages, parent), m_button(button)
    {
        setBuddy(button);
    }

protected:
    void mouseReleaseEvent(QMouseEvent *event) override
    {
        if (event->button() != Qt::LeftButton || !rect().contains(event->position().toPoint()))
            return MarkedLabel::mouseReleaseEvent(event);
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
QWidget *choiceRow(QButtonGroup *group, MergeDialog::Choice choice, const Side &side, QWidget *parent)
{
    auto *row = new QWidget(parent);
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    auto *button = new QRadioButton(row);
    group->addButton(button, static_cast<int>(choice));
    line->addWidget(button, 0, Qt::AlignTop);
    auto *label = new ChoiceWords(side, button, row);
    button->setAccessibleName(label->text());
    line->addWidget(label, 1);
    return row;
}

// What comes from the other version, at its whole height: the window scrolls, and the current line comes into sight.
class BroughtList final : public QListWidget
{
public:
    explicit BroughtList(const QStringList &lines)
    {
        setAccessibleName(u"Ce que l’autre version apporte"_s);
        for (const QString &line : lines)
            addItem(base::frenchTypography(line));
        setWordWrap(true);
        setTextElideMode(Qt::ElideNone);
        setResizeMode(QListView::Adjust);
        setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        connect(this, &QListWidget::currentRowChanged, this, [this] { showCurrent(); });
    }

    void doItemsLayout() override
    {
        QListWidget::doItemsLayout();
        setFixedHeight(contentsSize().height() + 2 * frameWidth());
    }

    // Where a window that scrolls looks for what is to be seen of a widget higher than itself.
    [[nodiscard]] QVariant inputMethodQuery(Qt::InputMethodQuery query) const override
    {
        const QRect line = visualItemRect(currentItem()).translated(viewport()->pos());
        return query == Qt::ImCursorRectangle && currentItem() ? QVariant(line) : QListWidget::inputMethodQuery(query);
    }

protected:
    void resizeEvent(QResizeEvent *event) override
    {
        QListWidget::resizeEvent(event);
        if (event->size().width() != event->oldSize().width())
            scheduleDelayedItemsLayout(); // its lines break elsewhere
    }

    void focusInEvent(QFocusEvent *event) override
    {
        if (!currentItem())
            setCurrentRow(0);
        QListWidget::focusInEvent(event);
    }

private:
    void showCurrent()
    {
        for (QWidget *up = parentWidget(); up; up = up->parentWidget())
            if (auto *scroll = qobject_cast<QScrollArea *>(up))
                return scroll->ensureWidgetVisible(this);
    }
};

} // namespace

QString mergedWords(const domain::MergeResult &merge)
{
    const qint64 facts = changeLines(merge.merged, merge.fromTheirs).size(); // as many as are read below
    return facts == 0 ? u"aucune modification reprise"_s
                      : base::frenchCount(facts, u"modification reprise de l’autre version"_s,
                                          u"modifications reprises de l’autre version"_s);
}

QString mergeSummary(const domain::MergeResult &merge)
{
    QString text = merge.fromTheirs.empty() ? u"L’autre version n’apporte rien de plus"_s : mergedWords(merge);
    const auto conflicts = static_cast<qint64>(merge.conflicts.size());
    if (conflicts > 0)
        text += u" ; "_s + base::frenchCount(conflicts, u"désaccord à trancher"_s, u"désaccords à trancher"_s);
    return text + u'.';
}

MergeDialog::MergeDialog(dossier::Dossier &dossier, domain::MergeResult merge, MergeSides sides, QWidget *parent)
    : QDialog(parent), m_dossier(dossier), m_merge(std::move(merge)), m_sides(std::move(sides))
{
    setWindowTitle(u"Réunir les deux versions"_s);
    fill(*scrolledColumn(*this));
    auto *buttons = new QDialogButtonBox(this);
    buttons->setContentsMargins(24, 0, 24, 16);
    if (m_sides.proposed())
        buttons->addButton(u"Annuler"_s, QDialogButtonBox::RejectRole)->setAutoDefault(false);
    auto *settle = buttons->addButton(u"Valider"_s, QDialogButtonBox::AcceptRole);
    setRole(settle, u"principal"_s);
    settle->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &MergeDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout()->addWidget(buttons);
    fitToWords(*this, 760, 600);
}

void MergeDialog::fill(QVBoxLayout &column)
{
    column.setContentsMargins(24, 20, 24, 6);
    column.setSpacing(12);
    column.addWidget(plainLabel(u"Réunir les deux versions"_s, TextRole::PageTitle));
    column.addWidget(plainLabel(mergeSummary(m_merge), TextRole::Secondary));
    column.addWidget(plainLabel(
        m_sides.proposed()
            ? u"« Annuler » laisse votre projet comme il était. Après « Valider », Ctrl+Z revient encore à votre version."_s
            : u"Pour revenir à votre version : « Annuler »."_s,
        TextRole::Hint));
    if (!m_merge.conflicts.empty()) {
        column.addWidget(new SectionTitle(u"À trancher"_s));
        for (const Conflict &conflict : m_merge.conflicts)
            column.addWidget(makeConflict(conflict));
    }
    const QStringList lines = changeLines(m_merge.merged, m_merge.fromTheirs, m_sides.naming);
    if (!lines.isEmpty()) {
        column.addWidget(new SectionTitle(u"Ce que l’autre version apporte"_s));
        column.addWidget(new BroughtList(lines));
    }
    column.addStretch();
}

QWidget *MergeDialog::makeConflict(const Conflict &conflict)
{
    const domain::Projet &projet = m_merge.merged;
    Card *card = Card::withColumn(questionWords(projet, conflict.at, m_sides.naming));
    auto *group = new QButtonGroup(card);
    card->column()->addWidget(choiceRow(group, Choice::Mine, mineSide(projet, conflict, m_sides), card));
    card->column()->addWidget(choiceRow(group, Choice::Theirs, theirsSide(projet, conflict, m_sides), card));
    if (isText(conflict))
        card->column()->addWidget(
            choiceRow(group, Choice::Both,
                      {isOneLine(conflict) ? u"Garder les deux, l’un après l’autre"_s
                                           : u"Garder les deux"_s + u" : ce qui est commun n’est écrit qu’une fois"_s,
                       {}},
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
    if (choice != Choice::Both || !isText(conflict))
        return {};
    const auto &mine = std::get<QString>(conflict.mine);
    const auto &theirs = std::get<QString>(conflict.theirs);
    return domain::setting(projet, conflict.at,
                           isOneLine(conflict) ? mine + u" / "_s + theirs : base::bothTexts(mine, theirs));
}

void MergeDialog::accept()
{
    domain::Projet projet = m_dossier.projet();
    domain::ChangeList all;
    if (m_sides.proposed()) {
        if (const auto fits = domain::applyChanges(projet, m_merge.fromTheirs); !fits) {
            Q_EMIT failed(fits.error().message);
            return reject();
        }
        all = m_merge.fromTheirs;
        m_dossier.holdAll(m_merge.merged.contenus);
    }
    for (size_t i = 0; i < m_choices.size(); ++i) {
        const auto changes = changesFor(projet, m_merge.conflicts[i], static_cast<Choice>(m_choices[i]->checkedId()));
        // A choice that no longer fits (the record went with another choice) leaves the others standing.
        if (domain::applyChanges(projet, changes))
            all.insert(all.end(), changes.begin(), changes.end());
    }
    const auto done =
        dossier::editMerge(m_dossier, m_sides.proposed() ? m_sides.label : u"Trancher les désaccords"_s, all);
    if (!done)
        Q_EMIT failed(done.error().message);
    QDialog::accept();
}

} // namespace gui
