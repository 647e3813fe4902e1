#include "gui/widgets/format_bar.h"

#include "gui/theme/icons.h"
#include "gui/widgets/text_area.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QToolButton>

namespace gui
{

using namespace Qt::Literals::StringLiterals;

FormatBar::FormatBar(TextArea &area, QWidget *parent) : QWidget(parent), m_area(area)
{
    setAccessibleName(u"Mise en forme"_s);
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(0);
    for (const FormatCommandInfo &info : formatCommands()) {
        if (info.icon.isEmpty())
            continue;
        auto *button = new QToolButton(this);
        button->setObjectName(info.icon);
        button->setIcon(icon(info.icon));
        button->setProperty("role", u"mise-en-forme"_s);
        button->setAccessibleName(QString(info.text).remove(u'…'));
        button->setToolTip(u"%1 (%2)"_s.arg(info.help, info.key.toString(QKeySequence::NativeText)));
        button->setAccessibleDescription(button->toolTip());
        button->setCheckable(info.checkable);
        button->setFocusPolicy(Qt::NoFocus);
        button->installEventFilter(this);
        connect(button, &QToolButton::clicked, this, [this, command = info.command] {
            m_area.run(command);
            showState(); // a click has turned the button over, whatever came of it
        });
        line->addWidget(button);
        m_buttons.emplace_back(info.command, button);
    }
    connect(&area, &TextArea::stateChanged, this, &FormatBar::showState);
    showState();
}

QToolButton *FormatBar::button(FormatCommand command) const
{
    for (const auto &[each, button] : m_buttons)
        if (each == command)
            return button;
    return nullptr;
}

void FormatBar::showState()
{
    const MarkupState state = m_area.state();
    button(FormatCommand::Bold)->setChecked(state.bold);
    button(FormatCommand::Italic)->setChecked(state.italic);
    button(FormatCommand::Bullets)->setChecked(state.list == ListKind::Bullets);
    button(FormatCommand::Numbers)->setChecked(state.list == ListKind::Numbers);
    button(FormatCommand::Shallower)->setEnabled(state.level > 1);
    button(FormatCommand::Deeper)->setEnabled(state.level == 1);
}

void FormatBar::takeFocus()
{
    m_buttons.front().second->setFocus(Qt::ShortcutFocusReason);
}

void FormatBar::move(int by)
{
    const auto count = int(m_buttons.size());
    for (int i = 0; i < count; ++i) {
        if (!m_buttons[size_t(i)].second->hasFocus())
            continue;
        int next = (i + by + count) % count;
        while (!m_buttons[size_t(next)].second->isEnabled())
            next = (next + by + count) % count;
        m_buttons[size_t(next)].second->setFocus(Qt::OtherFocusReason);
        return;
    }
}

bool FormatBar::treatKey(int key, Qt::KeyboardModifiers modifiers)
{
    switch (key) {
    case Qt::Key_Right:
    case Qt::Key_Left:
        move(key == Qt::Key_Right ? 1 : -1);
        return true;
    case Qt::Key_Escape:
        m_area.setFocus(Qt::OtherFocusReason);
        return true;
    case Qt::Key_F10:
        if (modifiers & Qt::AltModifier)
            m_area.setFocus(Qt::OtherFocusReason);
        return modifiers & Qt::AltModifier;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        for (const auto &[command, button] : m_buttons)
            if (button->hasFocus())
                button->click();
        return true;
    default:
        return false;
    }
}

bool FormatBar::eventFilter(QObject *watched, QEvent *event)
{
    auto *key = event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride
                    ? static_cast<QKeyEvent *>(event)
                    : nullptr;
    if (key && (key->key() == Qt::Key_Escape || (key->key() == Qt::Key_F10 && key->modifiers() & Qt::AltModifier)) &&
        event->type() == QEvent::ShortcutOverride) {
        event->accept(); // not the Escape of the window
        return true;
    }
    if (key && event->type() == QEvent::KeyPress) {
        if (key->key() == Qt::Key_Tab || key->key() == Qt::Key_Backtab) { // as from the text
            m_area.setFocus(Qt::OtherFocusReason);
            m_area.leave(key->key() == Qt::Key_Tab);
            return true;
        }
        return treatKey(key->key(), key->modifiers());
    }
    if (event->type() == QEvent::FocusOut && static_cast<QFocusEvent *>(event)->reason() != Qt::ActiveWindowFocusReason)
        Q_EMIT left();
    return QWidget::eventFilter(watched, event);
}

} // namespace gui
