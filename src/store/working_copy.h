// The local database where every edit lands at once, and what is kept beside it to recover after a crash.
#pragma once

#include "store/container.h"
#include "store/file_operations.h"
#include "store/sqlite.h"

namespace store
{

// What one edit, undo or redo changes in the working copy: written whole or not at all.
struct Step {
    domain::ChangeList changes;
    std::vector<QByteArray> contenus;            // the bytes of attachments that the changes name
    std::vector<JournalRow> rows;                // added, or replaced by sequence
    std::vector<std::pair<qint64, bool>> undone; // sequence, new state
    std::vector<qint64> removed;                 // sequences
};

// The folder of one working copy: travail.db, the user's file it comes from (base.cpts), where that file is.
class WorkingCopy
{
public:
    // Starts anew from contents just read or created; anything in the folder goes. `vfs`: for tests.
    [[nodiscard]] static base::Result<std::unique_ptr<WorkingCopy>>
    create(const QString &folder, const Contents &contents, const QString &userFile, const QByteArray &baseBytes,
           FileOperations &files, const QByteArray &vfs = {});
    // Takes up an existing one after a crash. Damaged when it does not hold together.
    [[nodiscard]] static base::Result<std::unique_ptr<WorkingCopy>> resume(const QString &folder,
                                                                           const QByteArray &vfs = {});

    [[nodiscard]] base::Result<Contents> read();
    // All the steps in one durable transaction. After an error nothing of them is there; the connection is made anew,
    // so that the same steps can be tried again.
    [[nodiscard]] base::Result<void> record(const std::vector<Step> &steps);

    [[nodiscard]] QString folder() const { return m_folder; }
    // Closes and deletes everything.
    void purge(FileOperations &files);

private:
    WorkingCopy(QString folder, QByteArray vfs) : m_folder(std::move(folder)), m_vfs(std::move(vfs)) {}
    [[nodiscard]] base::Result<void> connect();
    [[nodiscard]] base::Result<void> write(const std::vector<Step> &steps);

    QString m_folder;
    QByteArray m_vfs;
    std::optional<Connection> m_connection;
};

// The notes beside the working copy. They are whole or absent, each replaced in one step.
namespace notes
{
[[nodiscard]] QString userFile(const QString &folder);
[[nodiscard]] base::Result<void> setUserFile(const QString &folder, const QString &path, FileOperations &files);
// Which file that was for the system when last read or published (FileOperations::identity); empty when unknown.
[[nodiscard]] QByteArray identity(const QString &folder, FileOperations &files);
[[nodiscard]] base::Result<void> setIdentity(const QString &folder, const QByteArray &identity, FileOperations &files);
// The user's file as last read or published; empty when unknown.
[[nodiscard]] QByteArray base(const QString &folder, FileOperations &files);
// The version about to be published: becomes the base by confirmNext().
[[nodiscard]] QByteArray next(const QString &folder, FileOperations &files);
[[nodiscard]] base::Result<void> setBase(const QString &folder, const QByteArray &bytes, FileOperations &files);
[[nodiscard]] base::Result<void> setNext(const QString &folder, const QByteArray &bytes, FileOperations &files);
[[nodiscard]] base::Result<void> confirmNext(const QString &folder, FileOperations &files);
} // namespace notes

// The folders of the working copies of one project, the one of this user's file first.
[[nodiscard]] QStringList workingCopies(const QString &projectFolder, const QString &userFile);
// The folder a working copy of that file belongs in.
[[nodiscard]] QString workingCopyFolder(const QString &projectFolder, const QString &userFile);

} // namespace store
