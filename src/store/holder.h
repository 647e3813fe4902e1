// Who has a project open: a lock that the system's death detection backs, and a note for other computers.
#pragma once

#include "store/file_operations.h"

#include <memory>
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
// and too old a note (no sign of life for minutes) counts for nothing.
class Presence
{
public:
    Presence(const QString &userFile, FileOperations &files);
    ~Presence();
    Presence(const Presence &) = delete;
    Presence &operator=(const Presence &) = delete;

    // Somebody else's living note.
    [[nodiscard]] static std::optional<Holder> other(const QString &userFile, const QDateTime &now,
                                                     FileOperations &files);
    // Says again that we are here.
    void refresh(const QDateTime &now);

private:
    QString m_path;
    QByteArray m_written;
    QDateTime m_since;
    FileOperations &m_files;
};

// How long a note lives without being refreshed, and how often it is.
inline constexpr int presenceLifeSeconds = 300;
inline constexpr int presenceRefreshSeconds = 100;

} // namespace store
