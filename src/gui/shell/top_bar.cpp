#include "gui/shell/top_bar.h"

#include "base/text.h"
#include "gui/shell/menu_keys.h"
#include "gui/theme/icons.h"
#include "gui/theme/theme.h"
#include "gui/widgets/labels.h"

#include <chrono>
#include <QAccessible>
#include <QHBoxLayout>
#include <QMenu>
#include <QToolButton>

namespace gui
{

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using State = dossier::SaveState::Type;

namespace
{

constexpr double leastName = 60; // pixels, at 100 %, that are worth showing of it

QString words(const dossier::SaveState &state)
{
    switch (state.type) {
    case State::Saved:
        return state.at.isValid() ? u"Enregistré à "_s + base::frenchTime(state.at.time()) : u"Enregistré"_s;
    case State::Pending:
        return u"Enregistrement…"_s;
    case State::Failed:
        return u"Fichier pas encore à jour"_s;
    case State::ReadOnly:
        return u"Lecture seule"_s;
    case State::WorkUnsafe:
        return u"Non enregistré"_s;
    }
    return {};
}

// Without the time, of which the tooltip tells.
QString shortWords(const dossier::SaveState &state)
{
    return state.type == State::Saved ? u"Enregistré"_s : words(state);
}

QString tone(State type)
{
    if (type == State::Saved)
        return u"etat-fait"_s;
    if (type == State::Failed || type == State::WorkUnsafe)
        return u"etat-bloquant"_s;
    return u"etat"_s;
}

} // namespace

TopBar::TopBar(const Actions &actions, QMenu *menu, QWidget *parent)
    : QFrame(parent), m_actions(actions), m_name(plainLabel({}, TextRole::Strong, this, false)),
      m_file(plainLabel({}, TextRole::Secondary, this, false)), m_moment(plainLabel({}, TextRole::Strong, this, false)),
      m_state(new QToolButton(this))
{
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(18, 7, 18, 7);
    line->setSpacing(14);
    m_name->setMinimumWidth(0);
    m_name->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    line->addWidget(m_name);
    line->addWidget(m_file);
    line->addStretch(1);
    line->addWidget(m_moment);
    m_moment->hide();
    m_momentEnd.setSingleShot(true);
    m_momentEnd.setInterval(4s);
    connect(&m_momentEnd, &QTimer::timeout, this, [this] {
        m_moment->hide();
        fit();
    });
    m_state->setAutoRaise(true);
    m_state->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    connect(m_state, &QToolButton::clicked, &actions[Command::Save], &QAction::trigger);
    line->addWidget(m_state);
    m_undo = addButton(u"annuler"_s, u"Annuler"_s, actions[Command::Undo]);
    m_redo = addButton(u"retablir"_s, {}, actions[Command::Redo]);
    m_help = addButton(u"aide"_s, {}, actions[Command::Expectation]);
    m_export = addButton({}, u"Exporter…"_s, actions[Command::Export]);
    m_menu = new QToolButton(this);
    m_menu->setIcon(icon(u"menu"_s));
    m_menu->setToolTip(u"Menu (F10)"_s);
    m_menu->setAccessibleName(u"Menu"_s);
    m_menu->setShortcut(QKeySequence(Qt::Key_F10));
    m_menu->setPopupMode(QToolButton::InstantPopup);
    m_menu->setMenu(menu);
    guideByKeys(menu);
    line->addWidget(m_menu);
    setSteps({}, {});
}

QToolButton *TopBar::addButton(const QString &iconName, const QString &text, QAction &action)
{
    auto *button = new QToolButton(this);
    if (!iconName.isEmpty())
        button->setIcon(icon(iconName));
    button->setText(text);
    button->setToolButtonStyle(iconName.isEmpty() ? Qt::ToolButtonTextOnly
                               : text.isEmpty()   ? Qt::ToolButtonIconOnly
                                                  : Qt::ToolButtonTextBesideIcon);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setAccessibleName(action.text());
    connect(button, &QToolButton::clicked, &action, &QAction::trigger);
    layout()->addWidget(button);
    return button;
}

void TopBar::nameHelp(FormPage::Side side)
{
    const QString name = side == FormPage::Side::None  ? u"Aide sur cette page"_s
                         : side == FormPage::Side::Own ? u"Avant l’envoi"_s
                                                       : u"Ce que l’ARS attend"_s;
    m_actions[Command::Expectation].setText(name);
    m_help->setToolTip(name + u" (F1)"_s);
    m_help->setAccessibleName(name);
}

void TopBar::setProject(const QString &name, const QString &file)
{
    const QString shown = name.trimmed().isEmpty() ? u"Projet sans nom"_s : name;
    m_name->setToolTip(shown);
    m_name->setProperty("entier", shown);
    m_file->setText(file);
    fit();
}

void TopBar::setState(const dossier::SaveState &state)
{
    const QString text = words(state);
    setRole(m_state, tone(state.type));
    m_state->setIcon(state.type == State::Saved ? icon(u"coche"_s, &Palette::done) : QIcon());
    m_state->setToolButtonStyle(state.type == State::Saved ? Qt::ToolButtonTextBesideIcon : Qt::ToolButtonTextOnly);
    if (text == m_stateWords)
        return;
    m_stateWords = text;
    m_stateShort = shortWords(state);
    m_state->setToolTip(text + u" – enregistrer maintenant (Ctrl+S)"_s);
    m_state->setAccessibleName(text);
    // « Enregistrement… » comes with every word typed: only its end is worth a voice.
    if (state.type != State::Pending) {
        QAccessibleEvent spokenNow(m_state, QAccessible::Alert);
        QAccessible::updateAccessibility(&spokenNow);
    }
    fit();
}

void TopBar::tellForAMoment(const QString &text)
{
    if (text.isEmpty()) {
        m_momentEnd.stop();
        m_moment->hide();
        return fit();
    }
    m_moment->setText(text);
    m_moment->setAccessibleName(text);
    m_moment->setVisible(!text.isEmpty());
    fit();
    if (text.isEmpty())
        return;
    QAccessibleEvent spokenNow(m_moment, QAccessible::Alert);
    QAccessible::updateAccessibility(&spokenNow);
    m_momentEnd.start();
    fit();
}

void TopBar::setSteps(const QString &undo, const QString &redo)
{
    m_undo->setEnabled(!undo.isEmpty());
    m_redo->setEnabled(!redo.isEmpty());
    m_undo->setToolTip(undo.isEmpty() ? u"Rien à annuler"_s : u"Annuler «\u00A0%1\u00A0» (Ctrl+Z)"_s.arg(undo));
    m_redo->setToolTip(redo.isEmpty() ? u"Rien à rétablir"_s : u"Rétablir «\u00A0%1\u00A0» (Ctrl+Y)"_s.arg(redo));
    m_undo->setAccessibleName(undo.isEmpty() ? u"Annuler"_s : u"Annuler : "_s + undo);
    m_redo->setAccessibleName(redo.isEmpty() ? u"Rétablir"_s : u"Rétablir : "_s + redo);
}

void TopBar::openMenu()
{
    m_menu->showMenu();
}

void TopBar::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    fit();
}

int TopBar::taken() const
{
    const auto *line = static_cast<const QHBoxLayout *>(layout());
    int sum = line->contentsMargins().left() + line->contentsMargins().right();
    for (const QWidget *each :
         std::initializer_list<const QWidget *>{m_file, m_moment, m_state, m_undo, m_redo, m_help, m_export, m_menu})
        if (!each->isHidden())
            sum += each->sizeHint().width() + line->spacing();
    return sum + line->spacing();
}

// They are in the menu too, and have keys.
void TopBar::fitButtons()
{
    const auto own = [this](const QWidget *button) { return button->sizeHint().width() + layout()->spacing(); };
    const std::initializer_list<QWidget *> buttons{m_export, m_redo, m_undo};
    int sum = taken();
    for (const QWidget *each : buttons)
        sum += each->isHidden() ? own(each) : 0;
    for (QWidget *each : buttons) {
        const bool room = sum <= width();
        sum -= room ? 0 : own(each);
        each->setVisible(room);
    }
}

// The name gives way first, then the time of the last saving: buttons and state are never cut.
void TopBar::fit()
{
    const bool narrow = width() < zoomed(900);
    m_file->setVisible(!narrow);
    m_undo->setToolButtonStyle(narrow ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon);
    m_state->setText(m_stateWords);
    if (taken() + zoomed(leastName) > width())
        m_state->setText(m_stateShort);
    fitButtons();
    const int room = width() - taken();
    m_name->setVisible(room >= zoomed(leastName));
    m_name->setText(m_name->fontMetrics().elidedText(m_name->property("entier").toString(), Qt::ElideRight, room));
}

} // namespace gui
