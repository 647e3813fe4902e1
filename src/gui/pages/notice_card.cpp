#include "gui/pages/notice_card.h"

#include "dossier/dossier.h"
#include "gui/widgets/card.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace gui
{

using namespace Qt::Literals::StringLiterals;

NoticeCard::NoticeCard(const QString &title, Tell tell, Act act, const AppContext &context, Binder &binder)
    : m_tell(std::move(tell)), m_act(std::move(act)), m_context(context), m_binder(binder), m_lines(new QVBoxLayout),
      m_button(new QPushButton(this))
{
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    Card *card = Card::withColumn(title, this);
    whole->addWidget(card);
    m_lines->setSpacing(6);
    card->column()->addLayout(m_lines);
    card->column()->addWidget(m_button, 0, Qt::AlignLeft);
    m_button->setAutoDefault(false);
    connect(m_button, &QPushButton::clicked, this, &NoticeCard::act);
    connect(&context.dossier, &dossier::Dossier::changed, this, &NoticeCard::refresh);
    refresh();
}

void NoticeCard::refresh()
{
    const Notice notice = m_tell(m_context.dossier.projet());
    // Shown without a parent, the card would be a window for a moment: only what was hidden is shown again.
    if (notice.lines.empty() || m_gone)
        setVisible(!notice.lines.empty());
    m_gone = notice.lines.empty();
    m_button->setVisible(!notice.button.isEmpty() && !m_context.dossier.isReadOnly());
    m_button->setText(notice.button);
    if (notice.lines == m_told)
        return;
    m_told = notice.lines;
    while (QLayoutItem *item = m_lines->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const auto &[text, role] : notice.lines)
        m_lines->addWidget(plainLabel(text, role, this));
}

void NoticeCard::act()
{
    m_binder.flush();
    const domain::ChangeList changes = m_act(m_context.dossier.projet());
    if (changes.empty())
        return;
    // The text of the button is the name of the undo step.
    if (const auto done = m_context.dossier.edit(m_button->text(), changes); !done)
        Q_EMIT m_binder.failed(done.error().message);
}

} // namespace gui
