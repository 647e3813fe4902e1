// The few things done to the user's files, one by one, so that a test can make each of them fail.
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>

namespace store
{

// The system's files. Errors are French sentences that name the file; codes: NotFound, Unreadable, Unwritable,
// DiskFull.
class FileOperations
{
public:
    virtual ~FileOperations() = default;

    [[nodiscard]] virtual bool exists(const QString &path) const;
    // Which file that is for the system: the same after a renaming on its volume, another for a copy. Empty when
    // unknown.
    [[nodiscard]] virtual QByteArray identity(const QString &path) const;
    [[nodiscard]] virtual base::Result<QByteArray> read(const QString &path) const;
    // Creates or truncates, writes everything, and asks the disk to keep it before returning.
    [[nodiscard]] virtual base::Result<void> write(const QString &path, const QByteArray &bytes);
    // Replaces `to` in one step.
    [[nodiscard]] virtual base::Result<void> rename(const QString &from, const QString &to);
    virtual void remove(const QString &path);
    // Makes a rename durable. Some file systems can't; that is no error.
    virtual void syncFolder(const QString &folder);
    // Makes a folder and those above it, each one durable: what is written in it afterwards is not lost with it.
    [[nodiscard]] virtual base::Result<void> makeFolder(const QString &path);
    // False when the folder or the existing file refuses writing.
    [[nodiscard]] virtual bool isWritable(const QString &path) const;
    // Bytes free beside `path`; negative when unknown.
    [[nodiscard]] virtual qint64 freeSpace(const QString &path) const;
};

// write() beside, then rename(): the old content or the new.
[[nodiscard]] base::Result<void> replaceFile(FileOperations &files, const QString &path, const QByteArray &bytes);

// Away at once and for good: a folder half deleted must not be taken for a whole one after a power cut. What can't be
// deleted now goes with emptyTrash().
void removeFolder(FileOperations &files, const QString &path);
void emptyTrash(const QString &parent);
[[nodiscard]] bool isTrash(const QString &folderName);

} // namespace store
