#include "gui/shell/look.h"

#include "gui/dialogs/fitting.h"
#include "gui/shell/actions.h"
#include "gui/shell/settings.h"

#include <algorithm>
#include <QApplication>
#include <QDialog>
#include <QKeyEvent>
#include <QLayout>
#include <QTimer>

namespace gui
{

namespace
{

struct ModeOf {
    Command command;
    Theme::Mode mode;
};
constexpr ModeOf modes[] = {{Command::ThemeLight, Theme::Mode::Light},
                            {Command::ThemeDark, Theme::Mode::Dark},
                            {Command::ThemeContrast, Theme::Mode::HighContrast},
                            {Command::ThemeSystem, Theme::Mode::System}};

// On a French keyboard + and the figures are typed with Shift; some have them on a keypad.
QKeySequence pressed(const QKeyEvent &event)
{
    Qt::KeyboardModifiers modifiers = event.modifiers() & ~Qt::KeypadModifier;
    if (event.key() == Qt::Key_Plus || event.key() == Qt::Key_0)
        modifiers &= ~Qt::ShiftModifier;
    return QKeySequence(QKeyCombination(modifiers, Qt::Key(event.key())));
}

bool hasCommand(const QWidget &window, const QKeySequence &keys)
{
    const QList<QAction *> actions = window.actions();
    return std::any_of(actions.begin(), actions.end(),
                       [&keys](const QAction *each) { return each->shortcuts().contains(keys); });
}

bool isKeyOf(Command command, const QKeySequence &keys)
{
    for (const CommandInfo &info : commands())
        if (info.command == command)
            return info.keys.contains(keys);
    return false;
}

} // namespace

void zoomTo(Theme &theme, Settings &settings, int percent)
{
    theme.setZoom(percent);
    settings.setZoom(theme.zoom());
}

void connectThemes(const Actions &actions, Theme *theme, Settings &settings, QObject *window)
{
    const auto mark = [&actions, theme] {
        for (const ModeOf &each : modes)
            actions[each.command].setChecked(theme && theme->mode() == each.mode);
    };
    for (const ModeOf &each : modes) {
        actions[each.command].setEnabled(theme != nullptr);
        actions.on(each.command, [theme, &settings, mode = each.mode] {
            theme->setMode(mode);
            settings.setTheme(mode);
        });
    }
    mark();
    if (theme)
        QObject::connect(theme, &Theme::changed, window, mark);
}

TextSize::TextSize(Theme &theme, Settings &settings, QObject *parent)
    : QObject(parent), m_theme(theme), m_settings(settings)
{
    qApp->installEventFilter(this);
}

bool TextSize::eventFilter(QObject *watched, QEvent *event)
{
    auto *widget = event->type() == QEvent::KeyPress ? qobject_cast<QWidget *>(watched) : nullptr;
    if (!widget || !static_cast<QKeyEvent *>(event)->modifiers().testFlag(Qt::ControlModifier))
        return false;
    const QKeySequence keys = pressed(*static_cast<QKeyEvent *>(event));
    const bool larger = isKeyOf(Command::ZoomIn, keys);
    const bool smaller = isKeyOf(Command::ZoomOut, keys);
    if ((!larger && !smaller && !isKeyOf(Command::ZoomReset, keys)) || hasCommand(*widget->window(), keys))
        return false;
    const int by = larger ? zoomStep : smaller ? -zoomStep : 100 - m_theme.zoom();
    zoomTo(m_theme, m_settings, m_theme.zoom() + by);
    if (auto *dialog = qobject_cast<QDialog *>(widget->window()); dialog && dialog->layout())
        QTimer::singleShot(0, dialog, [dialog] { fitToWords(*dialog, 0); });
    return true;
}

} // namespace gui
