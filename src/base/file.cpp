#include "base/file.h"

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
                u"Le dossier « %1 » n’existe pas ou n’est plus accessible. Choisissez un autre emplacement."_s.arg(
                    folder.absoluteFilePath()),
                file.errorString()};
    if (storage.isValid() && storage.bytesAvailable() >= 0 && storage.bytesAvailable() < wanted)
        return {
            ErrorCode::DiskFull,
            u"Il n’y a plus assez de place sur « %1 » pour écrire « %2 ». Libérez de l’espace ou choisissez un autre emplacement."_s
                .arg(storage.displayName(), name(path)),
            file.errorString()};
    return {
        ErrorCode::Unwritable,
        u"« %1 » n’a pas pu être écrit. S’il est ouvert dans un autre logiciel (Word, lecteur PDF…), fermez-le ; sinon, choisissez un autre emplacement."_s
            .arg(name(path)),
        file.errorString()};
}

} // namespace

Result<void> writeFile(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return writeError(path, bytes.size(), file);
    return {};
}

Result<QByteArray> readFile(const QString &path, qint64 maximumBytes)
{
    QFile file(path);
    if (!QFileInfo(path).isFile())
        return Error{ErrorCode::NotFound,
                     u"Le fichier « %1 » est introuvable. Vérifiez son nom et son emplacement."_s.arg(name(path)),
                     path};
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::Unreadable,
                     u"Le fichier « %1 » ne peut pas être lu. Vérifiez que vous y avez accès."_s.arg(name(path)),
                     file.errorString()};
    if (file.size() > maximumBytes)
        return Error{ErrorCode::Hostile,
                     u"Le fichier « %1 » est trop volumineux (plus de %2 Mo). Il n’a pas été ouvert."_s.arg(name(path))
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
