#include "store/file_operations.h"

#include "base/file.h"
#include "store/container.h"

#include <cerrno>
#include <filesystem>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStorageInfo>
#include <QUuid>

#ifdef Q_OS_WIN
#include <io.h>
#include <qt_windows.h>
#else
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

namespace store
{

using base::Error;
using base::ErrorCode;
using namespace Qt::Literals::StringLiterals;

namespace
{

const QString trashPrefix = u".efface-"_s;

std::filesystem::path native(const QString &path)
{
    return std::filesystem::path(path.toStdU16String());
}

bool syncFile(QFile &file)
{
#ifdef Q_OS_WIN
    return _commit(file.handle()) == 0;
#else
    return ::fsync(file.handle()) == 0;
#endif
}

Error unwritable(const QString &path, const QString &detail)
{
    const QFileInfo info(path);
    if (!info.absoluteDir().exists())
        return {
            ErrorCode::NotFound,
            u"Le dossier « %1 » n’est plus accessible. Rebranchez la clé ou le disque, rétablissez la connexion, ou enregistrez ailleurs."_s
                .arg(info.absolutePath()),
            detail};
    return {
        ErrorCode::Unwritable,
        u"« %1 » n’a pas pu être écrit. Fermez-le s’il est ouvert dans un autre logiciel et vérifiez que le dossier n’est pas en lecture seule, ou enregistrez ailleurs."_s
            .arg(info.fileName()),
        detail};
}

} // namespace

bool FileOperations::exists(const QString &path) const
{
    return QFileInfo::exists(path);
}

QByteArray FileOperations::identity(const QString &path) const
{
#ifdef Q_OS_WIN
    const HANDLE file = CreateFileW(reinterpret_cast<const wchar_t *>(QDir::toNativeSeparators(path).utf16()), 0,
                                    FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, nullptr, OPEN_EXISTING,
                                    FILE_ATTRIBUTE_NORMAL, nullptr);
    if (file == INVALID_HANDLE_VALUE)
        return {};
    BY_HANDLE_FILE_INFORMATION found;
    const bool known = GetFileInformationByHandle(file, &found) != 0;
    CloseHandle(file);
    return known ? QByteArray::number(qulonglong(found.dwVolumeSerialNumber)) + ' ' +
                       QByteArray::number((qulonglong(found.nFileIndexHigh) << 32U) | found.nFileIndexLow)
                 : QByteArray();
#else
    struct stat found = {};
    if (::stat(QFile::encodeName(path).constData(), &found) != 0)
        return {};
    return QByteArray::number(qulonglong(found.st_dev)) + ' ' + QByteArray::number(qulonglong(found.st_ino));
#endif
}

base::Result<QByteArray> FileOperations::read(const QString &path) const
{
    return base::readFile(path, maximumFile);
}

base::Result<void> FileOperations::write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate))
        return unwritable(path, file.errorString());
    errno = 0;
    if (file.write(bytes) != bytes.size() || !file.flush() || !syncFile(file))
        return errno == ENOSPC ? base::diskFull(path, bytes.size()) : unwritable(path, file.errorString());
    return {};
}

base::Result<void> FileOperations::rename(const QString &from, const QString &to)
{
    std::error_code error;
    std::filesystem::rename(native(from), native(to), error);
    if (error)
        return unwritable(to, QString::fromStdString(error.message()));
    return {};
}

void FileOperations::remove(const QString &path)
{
    QFile::remove(path);
}

void FileOperations::syncFolder(const QString &folder)
{
#ifdef Q_OS_WIN
    Q_UNUSED(folder)
#else
    const int descriptor = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return;
    ::fsync(descriptor);
    ::close(descriptor);
#endif
}

base::Result<void> FileOperations::makeFolder(const QString &path)
{
    if (QFileInfo(path).isDir())
        return {};
    const QString parent = QFileInfo(path).absolutePath();
    if (auto made = parent == path ? base::Result<void>() : makeFolder(parent); !made)
        return made;
    if (!QDir().mkdir(path) && !QFileInfo(path).isDir())
        return unwritable(path, {});
    syncFolder(parent);
    return {};
}

bool FileOperations::isWritable(const QString &path) const
{
    const QFileInfo file(path);
    return QFileInfo(file.absolutePath()).isWritable() && (!file.exists() || file.isWritable());
}

qint64 FileOperations::freeSpace(const QString &path) const
{
    const QStorageInfo storage(QFileInfo(path).absolutePath());
    return storage.isValid() ? storage.bytesAvailable() : -1;
}

base::Result<void> replaceFile(FileOperations &files, const QString &path, const QByteArray &bytes)
{
    const QString temporary = path + u'.' + QUuid::createUuid().toString(QUuid::Id128).left(8) + u".tmp"_s;
    auto written = files.write(temporary, bytes);
    if (written)
        written = files.rename(temporary, path);
    if (!written)
        files.remove(temporary);
    else
        files.syncFolder(QFileInfo(path).absolutePath());
    return written;
}

bool isTrash(const QString &folderName)
{
    return folderName.startsWith(trashPrefix);
}

void removeFolder(FileOperations &files, const QString &path)
{
    if (!files.exists(path))
        return;
    const QString parent = QFileInfo(path).absolutePath();
    const QString trash = parent + u'/' + trashPrefix + QUuid::createUuid().toString(QUuid::Id128).left(8);
    if (!files.rename(path, trash))
        return;
    files.syncFolder(parent);
    QDir(trash).removeRecursively();
}

void emptyTrash(const QString &parent)
{
    for (const QString &name : QDir(parent).entryList(QDir::Dirs | QDir::NoDotAndDotDot | QDir::Hidden))
        if (isTrash(name))
            QDir(parent + u'/' + name).removeRecursively();
}

} // namespace store
