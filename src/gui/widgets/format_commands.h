// What can be done to the look of a long text: one table for its buttons, its keys and the list of shortcuts.
#pragma once

#include <QKeySequence>
#include <QString>
#include <vector>

namespace gui
{

enum class FormatCommand { Bold, Italic, Bullets, Numbers, Shallower, Deeper, Table, Picture, PlainPaste, Bar };

struct FormatCommandInfo {
    FormatCommand command;
    QString text; // of the button, for those who hear it
    QString help; // what it does
    QString icon; // empty: no button
    QKeySequence key;
    bool checkable = false;
};
[[nodiscard]] const std::vector<FormatCommandInfo> &formatCommands();

} // namespace gui
