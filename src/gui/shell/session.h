// One run of the program: its windows, what they share, and what opens what.
#pragma once

#include "dossier/dossier.h"
#include "gui/contour_shelf.h"
#include "gui/shell/environment.h"
#include "gui/shell/rescue.h"
#include "gui/widgets/info_bar.h"

#include <map>
#include <memory>
#include <optional>
#include <QPointer>
#include <QTemporaryDir>

namespace gui
{

class MainWindow;
class StartWindow;

class Session final : public QObject
{
    Q_OBJECT
public:
    // The theme, the questions and where work is kept can be a test's.
    Session(Settings &settings, const base::Clock &clock, Theme *theme,
            const FileQuestions &files = systemFileQuestions(), const dossier::Options &options = {});
    ~Session() override;

    void showStart();
    // Nothing when the file could not be opened: the start window says why and what to do. Nothing either when its
    // place is slow: the window comes by itself, or the user stops waiting.
    MainWindow *openFile(const QString &path);
    MainWindow *openExample();
    MainWindow *createProject(const QString &path, const domain::Projet &projet);
    // From now on, windows make their pages while nobody does anything. A test makes them when it looks at them.
    void makePagesAhead() { m_pagesAhead = true; }
    [[nodiscard]] QList<MainWindow *> windows() const;
    [[nodiscard]] StartWindow &start() { return *m_start; }

private:
    // Reads the reference data and the trame the first time; tells when they can't be read.
    // `asked`: the file that is not opened then.
    [[nodiscard]] const Environment *environment(const QString &asked = {});
    void tellIncomplete(const base::Error &error, const QString &asked);
    MainWindow *presentNew(std::unique_ptr<dossier::Dossier> dossier);
    [[nodiscard]] InfoBarStack &messages();
    static void resume(MainWindow &window, const PageLeft &left);
    MainWindow *present(std::unique_ptr<dossier::Dossier> dossier, bool example);
    // Says of a copy of a project that is open which window has it.
    void tellTwin(MainWindow *window);
    void askNew();
    void askFromExample();
    [[nodiscard]] base::Result<domain::Projet> example() const;
    void askOpen();
    // That of the project in front, else of the last one, while it answers.
    [[nodiscard]] QString folderToOpen() const;
    void askBlank();
    void explain(const QString &path, const base::Error &error);
    void quit();
    [[nodiscard]] QWidget *front() const;

    Settings &m_settings;
    const base::Clock &m_clock;
    Theme *m_theme;
    FileQuestions m_files;
    ContourShelf m_contours;
    dossier::Options m_options;
    std::optional<reference::Reference> m_reference;
    std::optional<report::Trame> m_trame;
    std::optional<Environment> m_environment;
    std::unique_ptr<StartWindow> m_start;
    Waits m_waits;
    Rescue m_rescue;
    std::map<QString, QString> m_copies;   // that are being opened to work on: path, page
    std::map<QString, PageLeft> m_resumed; // that the start window opens, by path: where it was left
    bool m_pagesAhead = false;
    bool m_quitting = false;          // the windows close one after the other, at the pace of their places
    QPointer<MainWindow> m_stoppedBy; // the window that did not close then, until its user goes on
    std::vector<QPointer<MainWindow>> m_windows;
    QTemporaryDir m_examples; // the example is opened from here, and goes with the session
};

} // namespace gui
