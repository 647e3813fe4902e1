#include "store/working_copy.h"

#include "store/publication.h"
#include "store/rows.h"
#include "store/schema.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

namespace store
{

using base::Result;
using namespace Qt::Literals::StringLiterals;

namespace
{

const QString databaseName = u"/travail.db"_s;
const QString baseName = u"/base.cpts"_s;
const QString nextName = u"/suivant.cpts"_s;
const QString placeName = u"/fichier.txt"_s;
const QString identityName = u"/identite.txt"_s;

QByteArray readIfThere(const QString &path, FileOperations &files)
{
    const auto bytes = files.exists(path) ? files.read(path) : Result<QByteArray>(QByteArray());
    return bytes ? bytes.value() : QByteArray();
}

// A page that the disk did not give is reported by the check as any other fault of structure, with its error code: that
// is no damage, and may be better in a moment.
Result<void> checkStructure(Connection &connection)
{
    const auto verdict = connection.scalar("PRAGMA quick_check(1)");
    if (!verdict)
        return verdict.error();
    if (verdict.value() == u"ok")
        return {};
    static const QRegularExpression reported(u"error code=? ?([0-9]+)"_s);
    const auto found = reported.match(verdict.value());
    const int code = found.hasMatch() ? found.captured(1).toInt() : SQLITE_CORRUPT;
    return sqliteError(nullptr, (code & 0xff) == SQLITE_IOERR ? code : SQLITE_CORRUPT);
}

Result<void> writeStep(Connection &connection, const Step &step)
{
    if (auto done = writeChanges(connection, step.changes); !done)
        return done;
    for (const QByteArray &octets : step.contenus)
        if (auto done = writeContenu(connection, octets); !done)
            return done;
    for (const qint64 sequence : step.removed) {
        const auto statement = connection.prepare("DELETE FROM \"journal\" WHERE \"seq\" = ?");
        if (!statement)
            return statement.error();
        statement.value()->bindInteger(1, sequence);
        if (auto done = statement.value()->run(); !done)
            return done;
    }
    for (const JournalRow &row : step.rows)
        if (auto done = writeJournalRow(connection, row); !done)
            return done;
    for (const auto &[sequence, undone] : step.undone) {
        const auto statement = connection.prepare("UPDATE \"journal\" SET \"annule\" = ? WHERE \"seq\" = ?");
        if (!statement)
            return statement.error();
        statement.value()->bindInteger(1, undone ? 1 : 0);
        statement.value()->bindInteger(2, sequence);
        if (auto done = statement.value()->run(); !done)
            return done;
    }
    return {};
}

} // namespace

Result<std::unique_ptr<WorkingCopy>> WorkingCopy::create(const QString &folder, const Contents &contents,
                                                         const QString &userFile, const QByteArray &baseBytes,
                                                         FileOperations &files, const QByteArray &vfs)
{
    std::unique_ptr<WorkingCopy> copy(new WorkingCopy(folder, vfs));
    copy->purge(files);
    if (auto made = files.makeFolder(folder); !made)
        return made.error();
    QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    if (auto done = notes::setUserFile(folder, userFile, files); !done)
        return done.error();
    if (auto done = notes::setBase(folder, baseBytes, files); !done)
        return done.error();
    if (auto done = copy->connect(); !done)
        return done.error();
    Transaction transaction(*copy->m_connection);
    if (auto done = transaction.begin(); !done)
        return done.error();
    if (auto done = createSchema(*copy->m_connection); !done)
        return done.error();
    if (auto done = writeContents(*copy->m_connection, contents); !done)
        return done.error();
    if (auto done = transaction.commit(); !done)
        return done.error();
    files.syncFolder(folder);
    return copy;
}

Result<std::unique_ptr<WorkingCopy>> WorkingCopy::resume(const QString &folder, const QByteArray &vfs)
{
    if (!QFileInfo::exists(folder + databaseName))
        return base::Error{base::ErrorCode::NotFound, u"Aucun travail en cours pour ce projet."_s, folder};
    std::unique_ptr<WorkingCopy> copy(new WorkingCopy(folder, vfs));
    if (auto done = copy->connect(); !done)
        return done.error();
    if (auto whole = checkStructure(*copy->m_connection); !whole)
        return whole.error();
    return copy;
}

Result<void> WorkingCopy::connect()
{
    m_connection.reset();
    auto opened = Connection::openFile(m_folder + databaseName, m_vfs);
    if (!opened)
        return opened.error();
    m_connection.emplace(std::move(opened.value()));
    // Exclusive: one process, no shared-memory file; FULL: one flush per edit, an edit told as safe is safe.
    return m_connection->execute("PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL;"
                                 "PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON;"
                                 "PRAGMA trusted_schema = OFF");
}

Result<Contents> WorkingCopy::read()
{
    const auto found = schemaOf(*m_connection);
    if (!found)
        return found.error();
    if (found.value().empty())
        return base::Error{base::ErrorCode::NotFound, u"Aucun travail en cours pour ce projet."_s, m_folder};
    return readContents(*m_connection);
}

Result<void> WorkingCopy::record(const std::vector<Step> &steps)
{
    if (!m_connection)
        if (auto done = connect(); !done)
            return done;
    auto done = write(steps);
    if (!done)
        m_connection.reset();
    return done;
}

Result<void> WorkingCopy::write(const std::vector<Step> &steps)
{
    Transaction transaction(*m_connection);
    if (auto done = transaction.begin(); !done)
        return done;
    for (const Step &step : steps)
        if (auto done = writeStep(*m_connection, step); !done)
            return done;
    return transaction.commit();
}

void WorkingCopy::purge(FileOperations &files)
{
    m_connection.reset();
    removeFolder(files, m_folder);
}

namespace notes
{

QString userFile(const QString &folder)
{
    QFile file(folder + placeName);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.read(10'000)) : QString();
}

Result<void> setUserFile(const QString &folder, const QString &path, FileOperations &files)
{
    return replaceFile(files, folder + placeName, QFileInfo(path).absoluteFilePath().toUtf8());
}

QByteArray identity(const QString &folder, FileOperations &files)
{
    return readIfThere(folder + identityName, files);
}

Result<void> setIdentity(const QString &folder, const QByteArray &identity, FileOperations &files)
{
    return replaceFile(files, folder + identityName, identity);
}

QByteArray base(const QString &folder, FileOperations &files)
{
    return readIfThere(folder + baseName, files);
}

QByteArray next(const QString &folder, FileOperations &files)
{
    return readIfThere(folder + nextName, files);
}

Result<void> setBase(const QString &folder, const QByteArray &bytes, FileOperations &files)
{
    return replaceFile(files, folder + baseName, bytes);
}

Result<void> setNext(const QString &folder, const QByteArray &bytes, FileOperations &files)
{
    return replaceFile(files, folder + nextName, bytes);
}

Result<void> confirmNext(const QString &folder, FileOperations &files)
{
    return files.rename(folder + nextName, folder + baseName);
}

} // namespace notes

QString workingCopyFolder(const QString &projectFolder, const QString &userFile)
{
    const QByteArray place = QFileInfo(userFile).absoluteFilePath().toUtf8();
    return projectFolder + u'/' + QString::fromLatin1(hashOf(place).left(12));
}

QStringList workingCopies(const QString &projectFolder, const QString &user)
{
    const QString own = workingCopyFolder(projectFolder, user);
    QStringList folders;
    for (const QString &name : QDir(projectFolder).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        if (isTrash(name))
            continue;
        const QString folder = projectFolder + u'/' + name;
        if (folder == own)
            folders.prepend(folder);
        else
            folders.append(folder);
    }
    return folders;
}

} // namespace store
