// A real main window on a project of its own, in a folder of its own.
#pragma once

#include "gui/shell/main_window.h"

#include <QTemporaryDir>

namespace guitest
{

class Session
{
public:
    Session();
    ~Session();

    // A new empty project in the window.
    void create();
    // The same with this content.
    void create(const domain::Projet &projet);
    // Opens (again) the project, or any file.
    void open(const QString &path = {}, dossier::Dossier::Mode mode = dossier::Dossier::Mode::Edit);
    // Closes the window as the user does.
    void close();

    [[nodiscard]] gui::MainWindow &window() { return *m_window; }
    [[nodiscard]] const domain::Projet &projet() { return m_window->dossier().projet(); }
    [[nodiscard]] const gui::Environment &environment() const { return *m_environment; }
    [[nodiscard]] QString path() const;

private:
    void show(std::unique_ptr<dossier::Dossier> dossier);

    QTemporaryDir m_folder;
    base::FixedClock m_clock;
    std::unique_ptr<gui::Settings> m_settings;
    std::unique_ptr<gui::Environment> m_environment;
    std::unique_ptr<gui::MainWindow> m_window;
};

} // namespace guitest
