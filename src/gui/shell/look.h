// The size of the text and the colours, which a person who reads badly needs before any project is open.
#pragma once

#include "gui/theme/theme.h"

#include <QObject>

namespace gui
{

class Actions;
class Settings;

constexpr int zoomStep = 10; // percent

// Within what the theme allows; kept for the next time.
void zoomTo(Theme &theme, Settings &settings, int percent);
// The choices of theme among the actions of a window, marked as they are now and whenever they change. Without a theme
// they are greyed. For as long as `window` lives.
void connectThemes(const Actions &actions, Theme *theme, Settings &settings, QObject *window);

// Ctrl+plus, Ctrl+minus and Ctrl+0 in the windows that have no such command: dialogs, the guide. A dialog that its
// words outgrow grows with them.
class TextSize final : public QObject
{
    Q_OBJECT
public:
    TextSize(Theme &theme, Settings &settings, QObject *parent);
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    Theme &m_theme;
    Settings &m_settings;
};

} // namespace gui
