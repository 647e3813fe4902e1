// Small windows of text: shortcuts, about.
#pragma once

#include <QDialog>

namespace gui
{

// Every command with its keys, in a table that can be read, copied and printed.
class ShortcutsDialog final : public QDialog
{
    Q_OBJECT
public:
    explicit ShortcutsDialog(QWidget *parent = nullptr);
};

class AboutDialog final : public QDialog
{
    Q_OBJECT
public:
    explicit AboutDialog(QWidget *parent = nullptr);
};

} // namespace gui
