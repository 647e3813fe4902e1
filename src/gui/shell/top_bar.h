// The line above everything: which project, whether it is safe, undo, export, menu.
#pragma once

#include "dossier/dossier.h"
#include "gui/page.h"
#include "gui/shell/actions.h"

#include <QFrame>
#include <QTimer>

class QToolButton;

namespace gui
{

class TextLabel;

class TopBar final : public QFrame
{
    Q_OBJECT
public:
    TopBar(const Actions &actions, QMenu *menu, QWidget *parent = nullptr);

    // What F1 and its button show beside a page: the pane of that page, else the guide.
    void nameHelp(FormPage::Side side);
    // The name of the project and that of its file.
    void setProject(const QString &name, const QString &file);
    // Shown and spoken: « Enregistré à 14 h 32 ».
    void setState(const dossier::SaveState &state);
    [[nodiscard]] QString stateText() const { return m_stateWords; }
    // Shown for a moment, and spoken: what a key has just done, « Texte : 125 % ».
    // Nothing takes away what was told before.
    void tellForAMoment(const QString &text);
    // The labels of the edits that would be undone and redone; empty disables.
    void setSteps(const QString &undo, const QString &redo);
    void openMenu();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] QToolButton *addButton(const QString &iconName, const QString &text, QAction &action);
    void fit();
    void fitButtons();
    // What the bar takes beside the name.
    [[nodiscard]] int taken() const;

    const Actions &m_actions;
    TextLabel *m_name;
    TextLabel *m_file;
    TextLabel *m_moment;
    QTimer m_momentEnd;
    QToolButton *m_state;
    QString m_stateWords; // « Enregistré à 14 h 32 »
    QString m_stateShort; // « Enregistré », where there is no room for more
    QToolButton *m_undo;
    QToolButton *m_redo;
    QToolButton *m_help;
    QToolButton *m_export;
    QToolButton *m_menu;
};

} // namespace gui
