// The first window: go on, begin, look at the example, print a blank trame, open.
#pragma once

#include "dossier/dossier.h"
#include "gui/shell/actions.h"
#include "gui/shell/settings.h"
#include "gui/widgets/info_bar.h"

#include <functional>
#include <QWidget>

class QScrollArea;

namespace gui
{

// Asks; the session does. Needs no reference data, so that it is painted at once.
class StartWindow final : public QWidget
{
    Q_OBJECT
public:
    // Without a theme, the look can't be changed.
    explicit StartWindow(Settings &settings, Theme *theme = nullptr);

    // Reads the recent projects again.
    void refresh(const QDate &today);
    // The files that windows hold now: asked at each refresh.
    void setOpenFiles(std::function<QStringList()> openFiles) { m_openFiles = std::move(openFiles); }
    // Work whose file is gone, one card each; `hidden`: how many more the user has set aside.
    void showFound(std::vector<dossier::Orphan> found, int hidden, const QDate &today);
    void tell(InfoBar::Tone tone, const QString &sentence, const std::vector<InfoBar::Action> &actions = {});
    void dismiss();
    [[nodiscard]] InfoBarStack &messages() { return *m_messages; }

Q_SIGNALS:
    void newRequested();
    // Empty: ask which file.
    void openRequested(const QString &path);
    void exampleRequested();
    void blankRequested();
    void guideRequested();
    void recoverRequested(const dossier::Orphan &orphan);
    void setAsideRequested(const dossier::Orphan &orphan);
    // Show again what was set aside.
    void foundAgainRequested();

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    [[nodiscard]] QWidget *makeWelcome(const std::vector<RecentProject> &recents, const QDate &today);
    [[nodiscard]] QWidget *makeContinue(const RecentProject &project, const QString &file, const QDate &today);
    [[nodiscard]] QWidget *makeFound(const dossier::Orphan &orphan, const QDate &today);
    [[nodiscard]] QWidget *makeRecents(const std::vector<RecentProject> &recents, const QDate &today);
    [[nodiscard]] QWidget *makeDoor(const QString &title, const QString &sentence, const QString &button,
                                    void (StartWindow::*asked)());
    void askOpen() { Q_EMIT openRequested({}); }
    void fit();
    void connectActions(Theme *theme);
    // What has the keyboard in the new content, when the former had it: the same button by its name.
    void refreshInPlace();

    Settings &m_settings;
    Actions m_actions;
    QMenu *m_menu;
    QDate m_today;
    std::vector<dossier::Orphan> m_found;
    int m_hidden = 0;
    size_t m_recents = 0;
    std::function<QStringList()> m_openFiles = [] { return QStringList(); };
    InfoBarStack *m_messages;
    QScrollArea *m_left;
    QScrollArea *m_right;
};

} // namespace gui
