// Earlier states of each project, kept on this computer, each one opened before it counts as a backup.
#pragma once

#include "store/container.h"
#include "store/file_operations.h"

#include <QDateTime>

namespace store
{

struct Backup {
    QString path; // of the backup file
    Id project;
    QDateTime at;
    qint64 size = 0;
    QString of; // the user's file it is a backup of, as last known
    QString reason;
    QString name = {}; // of that file when it was kept, without suffix: copies of a project share their backups
};

// The backups below one folder (base::localDataFolder() + "/sauvegardes").
class Backups
{
public:
    Backups(QString folder, FileOperations &files) : m_folder(std::move(folder)), m_files(files) {}

    // Keeps bytes that open as a project; others are refused (Damaged…). Thins the older ones: all of the last day,
    // then one a day for a month, one a week for half a year, one a month after that. `of` is the user's file.
    [[nodiscard]] base::Result<Backup> keep(const QByteArray &bytes, const QString &of, const QString &reason,
                                            const QDateTime &now);
    // Newest first.
    [[nodiscard]] std::vector<Backup> list(const Id &project) const;
    // Of a user's file, even one that cannot be read any more: found by its place.
    [[nodiscard]] std::vector<Backup> listFor(const QString &userFile) const;
    // True when it opens, now.
    [[nodiscard]] bool verify(const Backup &backup) const;
    // Copies it to a new file, which must not exist. The backup stays.
    [[nodiscard]] base::Result<void> restore(const Backup &backup, const QString &newPath);

private:
    void thin(const Id &project, const QDateTime &now);

    QString m_folder;
    FileOperations &m_files;
};

// Which of these moments (any order) thinning keeps; the newest of each period.
[[nodiscard]] std::vector<QDateTime> keptMoments(std::vector<QDateTime> moments, const QDateTime &now);

} // namespace store
