// Who has a project open: a lock that the system's death detection backs, and a note for other computers.
#pragma once

#include "store/file_operations.h"

#include <memory>
#include <mutex>
#include <optional>
#include <QDateTime>
#include <QLockFile>

namespace store
{

struct Holder {
    QString who; // "login (computer)"
    QDateTime since;
    bool sameComputer = false;
};

// This login and computer, as others will read it.
[[nodiscard]] QString ourselves();

// Exclusive use of a project on this computer, until destroyed or until the process dies.
class ProjectLock
{
public:
    // The lock, or who holds it.
    struct Attempt {
        std::unique_ptr<ProjectLock> lock;
        std::optional<Holder> holder;
    };
    [[nodiscard]] static Attempt take(const QString &projectFolder);

private:
    explicit ProjectLock(const QString &path);
    QLockFile m_file;
};

// The note beside the user's file, for people on other computers who open the same one. Best effort: never an error,
// and too old a note (no sign of life for minutes) counts for nothing. Any thread: the place may hang, and a thread may
// have to be left there.
class Presence
{
public:
    Presence(const QString &userFile, std::shared_ptr<FileOperations> files);
    // Takes the note away.
    ~Presence() { leave(); }
    Presence(const Presence &) = delete;
    Presence &operator=(const Presence &) = delete;

    // Somebody else's living note.
    [[nodiscard]] static std::optional<Holder> other(const QString &userFile, const QDateTime &now,
                                                     FileOperations &files);
    // Says again that we are here; nothing after leave().
    void refresh(const QDateTime &now);
    // Takes the note away, if it is ours. One that is being written on another thread then goes by itself.
    void leave();

private:
    void removeOurs(const QByteArray &note);

    QString m_path;
    std::shared_ptr<FileOperations> m_files;
    std::mutex m_mutex;
    QByteArray m_written;
    QDateTime m_since;
    bool m_left = false;
};

// How long a note lives without being refreshed, and how often it is.
inline constexpr int presenceLifeSeconds = 300;
inline constexpr int presenceRefreshSeconds = 100;

} // namespace store
