// Every command of the main window, in one table: menu, shortcuts and their printable list all read it.
#pragma once

#include <functional>
#include <map>
#include <QAction>
#include <QKeySequence>
#include <vector>

class QMenu;
class QWidget;

namespace gui
{

enum class Command {
    New,
    FromExample,
    Open,
    Save,
    SaveCopy,
    SaveElsewhere,
    MergeCopy,
    Backups,
    Print,
    Export,
    ImportData,
    ImportContours,
    SendDossier,
    ExportPlan,
    ExportCalendar,
    Close,
    Quit,
    Undo,
    Redo,
    Find,
    PreviousPage,
    NextPage,
    BackToReview,
    PreviousPoint,
    NextPoint,
    NextPane,
    PreviousPane,
    Expectation,
    ZoomIn,
    ZoomOut,
    ZoomReset,
    ThemeLight,
    ThemeDark,
    ThemeContrast,
    ThemeSystem,
    Marks,
    Guide,
    Shortcuts,
    About,
};

struct CommandInfo {
    Command command;
    QString group; // title of its part of the menu
    QString text;
    QList<QKeySequence> keys;
    bool checkable = false;
};
[[nodiscard]] const std::vector<CommandInfo> &commands();

// The commands of one window as actions, which own their shortcuts.
class Actions
{
public:
    // `only`: those a window without a project has; empty: all of them.
    explicit Actions(QWidget *window, const std::vector<Command> &only = {});

    [[nodiscard]] QAction &operator[](Command command) const { return *m_actions.at(command); }
    void on(Command command, std::function<void()> run) const;
    // The whole menu; `recents` is put after "Ouvrir".
    [[nodiscard]] QMenu *makeMenu(QWidget *parent, QMenu *recents) const;

private:
    QWidget *m_window;
    std::map<Command, QAction *> m_actions;
};

} // namespace gui
