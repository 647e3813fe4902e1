#include "gui/dialogs/tick_dialog.h"

#include "base/text.h"
#include "gui/widgets/labels.h"

#include <algorithm>
#include <QDialogButtonBox>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace gui
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr int filterFrom = 9; // fewer lines are seen at a glance

} // namespace

TickDialog::TickDialog(const QString &title, const std::vector<models::RecordOption> &options,
                       const base::IdList &ticked, QWidget *parent)
    : QDialog(parent), m_filter(new QLineEdit(this)), m_list(new QListWidget(this))
{
    setWindowTitle(title);
    resize(620, 460);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(12);
    column->addWidget(plainLabel(title, TextRole::Section, this));
    m_filter->setPlaceholderText(u"Filtrer la liste"_s);
    m_filter->setAccessibleName(u"Filtrer la liste"_s);
    m_filter->setVisible(int(options.size()) >= filterFrom);
    column->addWidget(m_filter);
    m_list->setAccessibleName(title);
    m_list->setWordWrap(true);
    m_list->setTextElideMode(Qt::ElideNone);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    for (const models::RecordOption &option : options) {
        auto *item = new QListWidgetItem(option.label, m_list);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        const bool chosen = std::find(ticked.begin(), ticked.end(), option.id) != ticked.end();
        item->setCheckState(chosen ? Qt::Checked : Qt::Unchecked);
        item->setToolTip(option.label);
        item->setData(Qt::UserRole, option.id.toString());
    }
    column->addWidget(m_list, 1);
    if (options.empty())
        column->addWidget(plainLabel(u"La liste est vide : ajoutez d’abord ce que vous voulez choisir ici."_s,
                                     TextRole::Secondary, this));
    auto *buttons = new QDialogButtonBox(this);
    // Its width is that of bold words before it becomes the default button.
    setRole(buttons->addButton(u"Terminé"_s, QDialogButtonBox::AcceptRole), u"principal"_s);
    buttons->addButton(u"Annuler"_s, QDialogButtonBox::RejectRole);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_filter, &QLineEdit::textChanged, this, &TickDialog::filter);
    tickByWords();
    if (m_list->count() > 0) {
        m_list->setCurrentRow(0);
        m_list->setFocus();
    }
}

// A click on the words ticks as one on the box does. The box changes by itself before the click is told.
void TickDialog::tickByWords()
{
    m_list->viewport()->installEventFilter(this);
    connect(m_list, &QListWidget::itemChanged, this, [this](const QListWidgetItem *item) { m_changed = item; });
    connect(m_list, &QListWidget::itemClicked, this, [this](QListWidgetItem *item) {
        if (m_changed != item)
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
        if (m_list->item(row)->checkState() == Qt::Checked)
            if (const auto id = base::Id::parse(m_list->item(row)->data(Qt::UserRole).toString()))
                ids.push_back(*id);
    std::sort(ids.begin(), ids.end());
    return ids;
}

void TickDialog::filter(const QString &typed)
{
    const QString wanted = base::fold(typed);
    for (int row = 0; row < m_list->count(); ++row)
        m_list->item(row)->setHidden(!base::fold(m_list->item(row)->text()).contains(wanted));
    // The space bar ticks the current line, hidden or not: it is always one that is seen.
    if (const QListWidgetItem *current = m_list->currentItem(); current && !current->isHidden())
        return;
    m_list->setCurrentItem(nullptr);
    for (int row = 0; row < m_list->count() && !m_list->currentItem(); ++row)
        if (!m_list->item(row)->isHidden())
            m_list->setCurrentRow(row);
}

} // namespace gui
