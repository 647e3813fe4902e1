#include "base/file.h"

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>
#include <QStorageInfo>

namespace base
{

using namespace Qt::Literals::StringLiterals;

namespace
{

QString name(const QString &path)
{
    return QFileInfo(path).fileName();
}

Error writeError(const QString &path, qint64 wanted, const QFileDevice &file)
{
    const QFileInfo folder(QFileInfo(path).absolutePath());
    const QStorageInfo storage(folder.absoluteFilePath());
    if (!folder.exists())
        return {ErrorCode::NotFound,
                u"Le dossier « %1 » n’existe pas ou n’est plus accessible. Choisissez un autre endroit."_s.arg(
                    folder.absoluteFilePath()),
                file.errorString()};
    const bool holdsFiles = storage.isValid() && storage.bytesTotal() > 0; // /proc and its like do not
    const bool tooSmall = holdsFiles && storage.bytesAvailable() >= 0 && storage.bytesAvailable() < wanted;
    if (tooSmall || file.error() == QFileDevice::ResourceError)
        return diskFull(path, wanted, u"« %1 » n’a pas été modifié."_s.arg(name(path)));
    return {
        ErrorCode::Unwritable,
        u"« %1 » n’a pas pu être écrit. S’il est ouvert dans un autre logiciel (Word, lecteur PDF…), fermez-le ; sinon, choisissez un autre endroit."_s
            .arg(name(path)),
        file.errorString()};
}

} // namespace

QString diskName(const QString &path)
{
    const QStorageInfo storage(QFileInfo(path).absolutePath());
    const QString home = QStorageInfo(QDir::homePath()).rootPath();
    if (!storage.isValid() || storage.isRoot() || storage.rootPath() == home)
        return u"le disque de cet ordinateur"_s;
    const QString label = storage.name().isEmpty() ? QDir(storage.rootPath()).dirName() : storage.name();
    return u"« %1 »"_s.arg(label.isEmpty() ? storage.rootPath() : label);
}

Error diskFull(const QString &path, qint64 needed, const QString &whatIsSafe)
{
    constexpr qint64 megabyte = 1024 * 1024;
    return {
        ErrorCode::DiskFull,
        u"Il n’y a plus assez de place sur %1 : il faut %2 Mo. %3Libérez de l’espace ou choisissez un autre endroit."_s
            .arg(diskName(path))
            .arg(needed / megabyte + 1)
            .arg(whatIsSafe.isEmpty() ? QString() : whatIsSafe + u' '),
        path};
}

Result<void> writeFile(const QString &path, const QByteArray &bytes)
{
    // A renaming would take the place of a device, for everybody on the computer.
    if (const QFileInfo target(path); target.exists() && !target.isFile() && !target.isDir())
        return Error{ErrorCode::Unwritable,
                     u"« %1 » n’est pas un fichier : il est resté tel quel. Choisissez un autre nom."_s.arg(name(path)),
                     path};
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return writeError(path, bytes.size(), file);
    return {};
}

Result<QByteArray> readFile(const QString &path, qint64 maximumBytes)
{
    QFile file(path);
    if (!QFileInfo(path).isFile())
        return Error{
            ErrorCode::NotFound,
            u"Le fichier « %1 » est introuvable dans « %2 ». Vérifiez son nom et l’endroit où il est rangé."_s.arg(
                name(path), QDir::toNativeSeparators(QFileInfo(path).absolutePath())),
            path};
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::Unreadable,
                     u"Le fichier « %1 » ne peut pas être lu. Vérifiez que vous y avez accès."_s.arg(name(path)),
                     file.errorString()};
    if (file.size() > maximumBytes)
        return Error{
            ErrorCode::Hostile,
            u"Le fichier « %1 » est trop volumineux (plus de %2 Mo). Il n’a pas été ouvert ; vérifiez que c’est le bon."_s
                .arg(name(path))
                .arg(maximumBytes / (1024 * 1024)),
            path};
    QByteArray bytes = file.read(maximumBytes + 1);
    if (file.error() != QFileDevice::NoError)
        return Error{
            ErrorCode::Unreadable,
            u"La lecture de « %1 » s’est interrompue. Copiez le fichier sur votre ordinateur puis réessayez."_s.arg(
                name(path)),
            file.errorString()};
    return bytes;
}

} // namespace base
