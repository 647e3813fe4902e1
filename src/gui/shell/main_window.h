// The window of one open project.
#pragma once

#include "controle/controle.h"
#include "dossier/dossier.h"
#include "gui/shell/actions.h"
#include "gui/shell/environment.h"

#include <QMainWindow>

class QStackedWidget;

namespace gui
{

class ExpectationPane;
class FocusReturn;
class FileDesk;
class NavigationPane;
class PageHost;
class ReviewWalk;
class TopBar;
class UnreadNotice;
struct PageEntry;

class MainWindow final : public QMainWindow
{
    Q_OBJECT
public:
    // `example`: read-only, opened to be looked at; it is not remembered among the recent projects.
    MainWindow(std::unique_ptr<dossier::Dossier> dossier, const Environment &environment, bool example = false);
    ~MainWindow() override;

    [[nodiscard]] dossier::Dossier &dossier() { return *m_dossier; }
    [[nodiscard]] bool isExample() const { return m_example; }
    // Closed for good: the object goes a little later.
    [[nodiscard]] bool isLeft() const { return m_isLeft; }
    [[nodiscard]] PageHost &host() { return *m_host; }
    [[nodiscard]] NavigationPane &navigation() { return *m_navigation; }
    [[nodiscard]] TopBar &topBar() { return *m_topBar; }
    [[nodiscard]] FileDesk &files() { return *m_files; }
    [[nodiscard]] const Actions &actions() const { return m_actions; }

    // Shows a page, and a field of it when one is named. An empty page is found from the field.
    void goTo(const QString &page, const domain::FieldAddress &field = {});
    // The window of a copy: the page its user was on, and the word that the original is safe.
    void startCopy(const QString &page);

Q_SIGNALS:
    void newRequested();
    void startFromExample();
    // Empty: ask which file.
    void openRequested(const QString &path);
    // The same of a copy that was made to work on: it opens on that page.
    void copyRequested(const QString &path, const QString &page);
    void quitRequested();
    // « Fermer le projet »: the start window comes back.
    void closedForStart();
    // A closing that was asked for came to its end, some time later when the place is slow: the window has closed, or
    // it stays because there is something to be decided.
    void left();
    void stayed();
    // After it stayed: « Fermer quand même ».
    void leavesAnyway();

protected:
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    // Top bar, pages, the page, its buttons, the pane at the right: as they are read.
    bool focusNextPrevChild(bool next) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void build();
    // « Relire et exporter », with that document.
    void review(const QString &document);
    void connectFiles();
    void connectMoves();
    void connectLook();
    void fillNavigation();
    [[nodiscard]] std::vector<PageEntry> entries() const;
    void pageOpened(const QString &code);
    void projectChanged();
    void check();
    void updateSteps();
    void updateTitle();
    void step(bool back);
    // Shows where the last undo or redo was, and says how many records it brought or took.
    void showStep(const domain::FieldAddress &field);
    // A date or a number that can't be read is told before it is lost, and the user decides. False: there is none, or
    // the user said to close.
    [[nodiscard]] bool staysForUnread();
    void find();
    void nextPane(int direction);
    void setZoom(int percent);
    void askGuide();
    void updatePanes();
    void showSide();
    void fillRecents(QMenu *menu);
    void remember();

    // The project first: it outlives the pages.
    std::unique_ptr<dossier::Dossier> m_dossier;
    const Environment &m_environment;
    AppContext m_context;
    Actions m_actions;
    bool m_example;
    bool m_closing = false;
    bool m_thenStart = false;
    bool m_isLeft = false;
    bool m_leavesUnread = false;      // « Fermer quand même » is closing
    std::optional<bool> m_sideWanted; // what the user last said with F1; the width decides until then
    std::vector<controle::Finding> m_findings;
    domain::ChangeList m_lastChanges; // of the dossier
    QString m_stepped;                // label of what was last undone or done again
    QTimer m_checkSoon;
    TopBar *m_topBar = nullptr;
    NavigationPane *m_navigation = nullptr;
    PageHost *m_host = nullptr;
    ReviewWalk *m_walk = nullptr;
    QStackedWidget *m_side = nullptr;
    FocusReturn *m_sideReturn = nullptr;
    ExpectationPane *m_expectation = nullptr;
    FileDesk *m_files = nullptr;
    UnreadNotice *m_unread = nullptr;
};

} // namespace gui
