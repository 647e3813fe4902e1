#include "gui/widgets/info_bar.h"

#include "base/text.h"
#include "base/typography.h"
#include "gui/theme/icons.h"
#include "gui/theme/theme.h"
#include "gui/widgets/focus_return.h"
#include "gui/widgets/labels.h"
#include "gui/widgets/low_window.h"
#include "gui/widgets/state_mark.h"

#include <algorithm>
#include <QAccessible>
#include <QHBoxLayout>
#include <QPushButton>
#include <QShortcut>
#include <QToolButton>
#include <QVBoxLayout>

namespace gui
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr qsizetype mostSeen = 2;

QString toneName(InfoBar::Tone tone)
{
    switch (tone) {
    case InfoBar::Tone::Way:
        return u"chemin"_s;
    case InfoBar::Tone::Information:
        return u"information"_s;
    case InfoBar::Tone::Warning:
        return u"alerte"_s;
    case InfoBar::Tone::Problem:
        return u"probleme"_s;
    }
    return {};
}

Mark markOf(InfoBar::Tone tone)
{
    switch (tone) {
    case InfoBar::Tone::Way:
        return Mark::Empty;
    case InfoBar::Tone::Information:
        return Mark::Done;
    case InfoBar::Tone::Warning:
        return Mark::ToReview;
    case InfoBar::Tone::Problem:
        return Mark::Blocking;
    }
    return Mark::Empty;
}

} // namespace

InfoBar::InfoBar(Tone tone, const QString &sentence, const std::vector<Action> &actions, QWidget *parent)
    : QFrame(parent), m_tone(tone), m_sentence(sentence), m_actions(actions)
{
    setFrameShape(QFrame::NoFrame);
    setProperty("ton", toneName(tone));
    setAccessibleName(sentence);
    m_texts = new QBoxLayout(QBoxLayout::LeftToRight);
    m_texts->setSpacing(10);
    m_words = plainLabel(sentence, TextRole::Body, this);
    m_texts->addWidget(m_words, 1);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    for (size_t at = 0; at < m_actions.size(); ++at) {
        auto *button = new QPushButton(m_actions[at].text, this);
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, [this, at] {
            const auto run = m_actions[at].run; // which may replace what is kept here
            run();
        });
        buttons->addWidget(button);
        m_buttons.push_back(button);
    }
    buttons->addStretch(1);
    m_texts->addLayout(buttons);
    auto *line = new QHBoxLayout(this);
    line->setSpacing(10);
    if (tone != Tone::Way)
        line->addWidget(new StateMark(markOf(tone), this));
    line->addLayout(m_texts, 1);
    auto *close = m_close = new QToolButton(this);
    close->setIcon(icon(u"fermer"_s));
    close->setAccessibleName(u"Fermer ce message"_s);
    close->setToolTip(u"Fermer ce message (Échap)"_s);
    auto *way = new FocusReturn(this);
    connect(close, &QToolButton::clicked, this, [this, way] {
        way->giveBack();
        Q_EMIT closed();
    });
    auto *escape = new QShortcut(Qt::Key_Escape, this);
    escape->setContext(Qt::WidgetWithChildrenShortcut);
    connect(escape, &QShortcut::activated, close, &QToolButton::click);
    line->addWidget(close);
    fit();
}

bool InfoBar::takeActions(const std::vector<Action> &actions)
{
    const auto sameText = [](const Action &a, const Action &b) { return a.text == b.text; };
    if (!std::equal(actions.begin(), actions.end(), m_actions.begin(), m_actions.end(), sameText))
        return false;
    m_actions = actions;
    return true;
}

void InfoBar::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    fit();
}

// In a low window what is told takes as few lines as it can: they are taken from the page.
void InfoBar::fit()
{
    const bool low = inLowWindow(*this);
    setTight(*m_close, low);
    for (QPushButton *button : m_buttons)
        setTight(*button, low);
    layout()->setContentsMargins(16, low ? 4 : 8, 8, low ? 4 : 8);
    m_texts->setSpacing(low ? 4 : 10);
    int actions = 0;
    for (const QPushButton *button : m_buttons)
        actions += button->sizeHint().width() + 8;
    const bool under = wantsTwoLines(width() - actions - zoomed(low ? 60 : 90), low);
    m_texts->setDirection(under ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

// Whether the sentence, with that room beside its actions, is better over them.
bool InfoBar::wantsTwoLines(int room, bool low) const
{
    if (m_buttons.empty())
        return room < zoomed(230);
    if (low && room >= zoomed(120)) {
        const int whole = width() - zoomed(60);
        return m_words->heightForWidth(whole) + m_buttons.front()->sizeHint().height() < m_words->heightForWidth(room);
    }
    // Beside them a long sentence would be a column of a few words.
    return room < zoomed(230) || fontMetrics().horizontalAdvance(m_sentence) > 3 * room;
}

InfoBarStack::InfoBarStack(QWidget *parent)
    : QWidget(parent), m_column(new QVBoxLayout(this)), m_rest(new QWidget(this)), m_more(new QPushButton(m_rest))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    m_more->setObjectName(u"autres-messages"_s);
    m_more->setProperty("role", u"lien"_s);
    connect(m_more, &QPushButton::clicked, this, [this] {
        m_all = !m_all;
        showMostUrgent();
    });
    auto *line = new QHBoxLayout(m_rest);
    line->setContentsMargins(10, 2, 10, 2);
    line->addWidget(m_more);
    line->addStretch(1);
    m_rest->hide();
    m_column->addWidget(m_rest);
}

InfoBar *InfoBarStack::tell(const QString &subject, InfoBar::Tone tone, const QString &sentence,
                            const std::vector<InfoBar::Action> &actions)
{
    if (InfoBar *old = bar(subject)) {
        if (old->sentence() == sentence && old->tone() == tone && old->takeActions(actions))
            return old;
        retire(old);
    }
    auto *created = new InfoBar(tone, sentence, actions, this);
    created->setObjectName(subject);
    connect(created, &InfoBar::closed, this, [this, created] { retire(created); });
    m_told << created;
    showMostUrgent();
    QAccessibleEvent spokenNow(created, QAccessible::Alert);
    QAccessible::updateAccessibility(&spokenNow);
    return created;
}

void InfoBarStack::dismiss(const QString &subject)
{
    if (InfoBar *old = bar(subject))
        retire(old);
}

// One of its own actions may be what runs now: it goes later, but is no message any more.
void InfoBarStack::retire(InfoBar *old)
{
    old->setObjectName(QString());
    m_told.removeOne(old);
    m_column->removeWidget(old);
    old->hide();
    old->deleteLater();
    showMostUrgent();
}

void InfoBarStack::turnPage()
{
    for (InfoBar *each : QList<InfoBar *>(m_told))
        if (!each->isLasting())
            retire(each);
}

void InfoBarStack::showMostUrgent()
{
    QList<InfoBar *> urgent(m_told.rbegin(), m_told.rend()); // the last ones first
    std::stable_sort(urgent.begin(), urgent.end(),
                     [](const InfoBar *a, const InfoBar *b) { return a->tone() > b->tone(); });
    const qsizetype others = urgent.size() - mostSeen;
    m_all = m_all && others > 0;
    for (qsizetype at = 0; at < urgent.size(); ++at) {
        if (m_column->indexOf(urgent[at]) != int(at)) {
            m_column->removeWidget(urgent[at]);
            m_column->insertWidget(int(at), urgent[at]);
        }
        urgent[at]->setVisible(m_all || at < mostSeen);
    }
    m_more->setText(base::frenchTypography(
        m_all ? u"Montrer moins de messages"_s : base::frenchCount(others, u"autre message"_s, u"autres messages"_s)));
    m_rest->setVisible(others > 0);
}

InfoBar *InfoBarStack::bar(const QString &subject) const
{
    return findChild<InfoBar *>(subject, Qt::FindDirectChildrenOnly);
}

} // namespace gui
