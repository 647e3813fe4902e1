// What the program remembers between two sessions on this computer; nothing of a project's content but its name.
#pragma once

#include "base/errand.h"
#include "gui/theme/theme.h"

#include <map>
#include <QDateTime>
#include <QSettings>

namespace gui
{

// Where one was in a project.
struct PageLeft {
    QString page;  // its code; empty when the project was never closed here
    QString place; // FormPage::placeLeft()
};

// A project opened on this computer.
struct RecentProject {
    QString path;
    QString name;
    QString sentence; // "Lettre d’intention : prête sauf 3 points", as of its last closing
    QDateTime at;     // of its last closing or opening
    PageLeft left = {};
    QString seal = {};     // of its file then: see sealOf()
    bool unclosed = false; // it was opened since, and nothing closed it: the computer stopped, or another run has it
    bool changed = false;  // its file is another since: the sentence is not of what it holds
    bool open = false;     // in a window of this run, which writes the file
};

// What tells a file from what it was, without opening it: its size and the moment it was written. Empty: none.
[[nodiscard]] QString sealOf(const QString &path);
// The sentence, with its day when that is not today; that the file changed since, when it did, or that nothing closed
// it. Of a project that is open, that it is.
[[nodiscard]] QString stateInWords(const RecentProject &project, const QDate &today);

class Settings
{
public:
    using Exists = std::function<bool(const QString &)>;
    // In the local data folder; a test gives its own file, and its own idea of what exists.
    explicit Settings(const QString &file = {}, Exists exists = {});

    [[nodiscard]] Theme::Mode theme() const;
    void setTheme(Theme::Mode mode);
    [[nodiscard]] int zoom() const;
    void setZoom(int percent);
    [[nodiscard]] QByteArray geometry(const QString &window) const;
    void setGeometry(const QString &window, const QByteArray &geometry);

    // Of the project opened or made last; empty before the first.
    [[nodiscard]] QString folder() const;
    void setFolder(const QString &folder);

    // Latest first, at most ten, those whose file is gone left out. One whose place does not answer stays.
    [[nodiscard]] std::vector<RecentProject> recents() const;
    // The file as it is now goes with it, while its place answers.
    void remember(RecentProject project);
    // Where a project was left.
    [[nodiscard]] PageLeft pageLeft(const QString &path) const;
    void forget(const QString &path);

    // Found work that the user does not want to see offered, by a key of its own.
    [[nodiscard]] QStringList setAside() const;
    void setSetAside(const QStringList &keys);

private:
    [[nodiscard]] std::vector<RecentProject> stored() const;
    void store(const std::vector<RecentProject> &projects);

    void look(const std::vector<RecentProject> &projects) const;

    mutable QSettings m_settings;
    Exists m_exists;
    struct Seen {
        bool there = false;
        QString seal;
    };
    mutable std::map<QString, base::Errand<Seen>> m_looks; // those under way
};

// "aujourd’hui", "hier", "3 nov.", "3 nov. 2025".
[[nodiscard]] QString dayInWords(const QDate &day, const QDate &today);
// "hier à 17 h 42".
[[nodiscard]] QString momentInWords(const QDateTime &at, const QDate &today);

} // namespace gui
