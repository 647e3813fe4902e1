// What text widgets share: their small menu, and leaving undo to the project.
#pragma once

#include <functional>
#include <QPoint>

class QEvent;
class QLineEdit;
class QMenu;
class QPlainTextEdit;

namespace gui
{

// True for the keys Ctrl+Z, Ctrl+Y and their like, which the widget must leave to the window; marks them ignored.
[[nodiscard]] bool isUndoRequest(QEvent *event);

// Couper, copier, coller, tout sélectionner: Qt's own menu has the widget's undo, and control characters.
void showEditMenu(QLineEdit *field, const QPoint &at);
// `more` adds entries after those of the clipboard, told whether there is something to paste.
void showEditMenu(QPlainTextEdit *field, const QPoint &at,
                  const std::function<void(QMenu &menu, bool clipboard)> &more = {});

} // namespace gui
