#include "gui/dialogs/tick_dialog.h"

#include "base/text.h"
#include "gui/theme/theme.h"
#include "gui/widgets/labels.h"

#include <algorithm>
#include <QDialogButtonBox>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QScreen>
#include <QVBoxLayout>
#include <utility>

namespace gui
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr int filterFrom = 9; // fewer lines are seen at a glance
constexpr int idRole = Qt::UserRole;
constexpr int groupRole = Qt::UserRole + 1; // the group of a line; nothing on the line that names it

bool canBeTicked(const QListWidgetItem &item)
{
    return item.flags().testFlag(Qt::ItemIsUserCheckable);
}

bool namesGroup(const QListWidgetItem &item)
{
    return !item.data(idRole).isValid();
}

} // namespace

TickDialog::TickDialog(const QString &title, const std::vector<models::RecordOption> &options,
                       const base::IdList &ticked, QWidget *parent)
    : QDialog(parent), m_filter(new QLineEdit(this)), m_list(new QListWidget(this))
{
    resize(QSize(zoomed(620), zoomed(460)).boundedTo(screen()->availableSize() - QSize(40, 80)));
    for (const models::RecordOption &option : options)
        addLine({option.id, option.label}, std::find(ticked.begin(), ticked.end(), option.id) != ticked.end());
    build({title, u"Terminé"_s}, options.empty());
}

TickDialog::TickDialog(const TickWords &words, const std::vector<TickLine> &lines, QWidget *parent)
    : QDialog(parent), m_filter(new QLineEdit(this)), m_list(new QListWidget(this))
{
    // As much of the screen as its lines can use: each has three of them, and they grow with the letters.
    resize(QSize(zoomed(760), zoomed(900)).boundedTo(screen()->availableSize() - QSize(40, 80)));
    for (const TickLine &line : lines)
        addLine(line, false);
    build(words, lines.empty());
    const auto waits = [this] { m_accept->setEnabled(!this->ticked().empty()); };
    connect(m_list, &QListWidget::itemChanged, this, waits);
    waits();
}

void TickDialog::build(const TickWords &words, bool empty)
{
    setWindowTitle(words.title);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(12);
    column->addWidget(plainLabel(words.title, TextRole::Section, this));
    m_filter->setPlaceholderText(u"Filtrer la liste"_s);
    m_filter->setAccessibleName(u"Filtrer la liste"_s);
    m_filter->setVisible(m_list->count() >= filterFrom);
    column->addWidget(m_filter);
    m_list->setAccessibleName(words.title);
    m_list->setWordWrap(true);
    m_list->setTextElideMode(Qt::ElideNone);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    column->addWidget(m_list, 1);
    m_nothing = plainLabel(u"Rien ne contient ces mots. Essayez un mot plus court, ou effacez le filtre."_s,
                           TextRole::Secondary, this);
    column->addWidget(m_nothing);
    if (empty)
        column->addWidget(plainLabel(u"La liste est vide : ajoutez d’abord ce que vous voulez choisir ici."_s,
                                     TextRole::Secondary, this));
    if (!words.note.isEmpty())
        column->addWidget(plainLabel(words.note, TextRole::Hint, this));
    auto *buttons = new QDialogButtonBox(this);
    m_accept = buttons->addButton(words.accept, QDialogButtonBox::AcceptRole);
    // Its width is that of bold words before it becomes the default button.
    setRole(m_accept, u"principal"_s);
    buttons->addButton(u"Annuler"_s, QDialogButtonBox::RejectRole);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_filter, &QLineEdit::textChanged, this, &TickDialog::filter);
    tickByWords();
    filter({});
    m_list->setFocus();
}

void TickDialog::addLine(const TickLine &line, bool ticked)
{
    if (line.group != m_group)
        addGroup(line.group);
    const QString label = line.taken.isEmpty() ? line.label : u"%1 (%2)"_s.arg(line.label, line.taken);
    const QString words = line.details.isEmpty() ? label : label + u'\n' + line.details;
    auto *item = new QListWidgetItem(words, m_list);
    if (line.taken.isEmpty()) {
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(ticked ? Qt::Checked : Qt::Unchecked);
    } else {
        item->setFlags(Qt::NoItemFlags);
    }
    item->setToolTip(words);
    item->setData(idRole, line.id.toString());
    item->setData(groupRole, line.group);
}

void TickDialog::addGroup(const QString &name)
{
    m_group = name;
    auto *item = new QListWidgetItem(name, m_list);
    item->setFlags(Qt::NoItemFlags);
    QFont bold = m_list->font();
    bold.setBold(true);
    item->setFont(bold);
}

// A click on the words ticks as one on the box does. The box changes by itself before the click is told.
void TickDialog::tickByWords()
{
    m_list->viewport()->installEventFilter(this);
    connect(m_list, &QListWidget::itemChanged, this, [this](const QListWidgetItem *item) { m_changed = item; });
    connect(m_list, &QListWidget::itemClicked, this, [this](QListWidgetItem *item) {
        if (m_changed != item && canBeTicked(*item))
            item->setCheckState(item->checkState() == Qt::Checked ? Qt::Unchecked : Qt::Checked);
    });
}

bool TickDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::MouseButtonPress || event->type() == QEvent::MouseButtonDblClick)
        m_changed = nullptr;
    return QDialog::eventFilter(watched, event);
}

base::IdList TickDialog::ticked() const
{
    base::IdList ids;
    for (int row = 0; row < m_list->count(); ++row)
        if (canBeTicked(*m_list->item(row)) && m_list->item(row)->checkState() == Qt::Checked)
            if (const auto id = base::Id::parse(m_list->item(row)->data(idRole).toString()))
                ids.push_back(*id);
    std::sort(ids.begin(), ids.end());
    return ids;
}

// The name of a group is seen while one of its lines is.
void TickDialog::showGroups()
{
    bool any = false;
    for (int row = m_list->count() - 1; row >= 0; --row) {
        QListWidgetItem *item = m_list->item(row);
        if (namesGroup(*item))
            item->setHidden(!std::exchange(any, false));
        else
            any = any || !item->isHidden();
    }
}

void TickDialog::filter(const QString &typed)
{
    const QString wanted = base::fold(typed);
    for (int row = 0; row < m_list->count(); ++row) {
        QListWidgetItem *item = m_list->item(row);
        item->setHidden(!base::fold(item->data(groupRole).toString() + u' ' + item->text()).contains(wanted));
    }
    showGroups();
    m_nothing->setVisible(!wanted.isEmpty() && !anySeen());
    seat();
}

bool TickDialog::anySeen() const
{
    for (int row = 0; row < m_list->count(); ++row)
        if (!m_list->item(row)->isHidden())
            return true;
    return false;
}

// What the filter leaves is read from its first line.
void TickDialog::seat()
{
    // The space bar ticks the current line, hidden or not: it is always one that is seen.
    QListWidgetItem *current = m_list->currentItem();
    m_list->doItemsLayout(); // the place of a line is that of the lines that are left
    if (current && !current->isHidden() && canBeTicked(*current))
        return m_list->scrollToItem(current);
    m_list->setCurrentItem(nullptr);
    m_list->scrollToTop();
    for (int row = 0; row < m_list->count() && !m_list->currentItem(); ++row)
        if (!m_list->item(row)->isHidden() && canBeTicked(*m_list->item(row)))
            m_list->setCurrentRow(row);
}

} // namespace gui
