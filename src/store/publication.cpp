#include "store/publication.h"

#include "base/file.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QUuid>

namespace store
{

using base::Error;
using base::ErrorCode;
using base::Result;
using namespace Qt::Literals::StringLiterals;

namespace
{

QString nameOf(const QString &path)
{
    return QFileInfo(path).fileName();
}

Error changedElsewhere(const QString &target)
{
    return {
        ErrorCode::Conflict,
        u"« %1 » a été modifié ailleurs depuis son ouverture. Il n’a pas été remplacé et votre travail est conservé ; réunissez les deux versions."_s
            .arg(nameOf(target)),
        target};
}

Error missing(const QString &target)
{
    if (!QFileInfo(QFileInfo(target).absolutePath()).isDir())
        return {
            ErrorCode::NotFound,
            u"Le dossier de « %1 » n’est plus accessible. Votre travail est conservé sur cet ordinateur ; rebranchez la clé ou le disque, rétablissez la connexion, ou enregistrez ailleurs."_s
                .arg(nameOf(target)),
            target};
    return {
        ErrorCode::NotFound,
        u"« %1 » a été déplacé, renommé ou supprimé. Votre travail est conservé sur cet ordinateur ; remettez le fichier à sa place ou enregistrez ailleurs."_s
            .arg(nameOf(target)),
        target};
}

Error notReadBack(const QString &target)
{
    return {
        ErrorCode::Unwritable,
        u"Ce qui a été écrit pour « %1 » ne se relit pas correctement. La version précédente n’a pas été touchée et votre travail est conservé ; enregistrez ailleurs, ce disque est peut-être défectueux."_s
            .arg(nameOf(target)),
        target};
}

Error leftAlone(const QString &target)
{
    return {ErrorCode::Cancelled,
            u"« %1 » n’a pas été remplacé : l’enregistrement avait été abandonné."_s.arg(nameOf(target)), target};
}

bool isWanted(const Publication &publication)
{
    return !publication.stillWanted || publication.stillWanted();
}

Error tooFull(const Publication &publication)
{
    return base::diskFull(publication.target, publication.bytes.size(),
                          u"La version précédente est intacte et votre travail est conservé."_s);
}

Result<void> verifyTemporary(const Publication &publication, const QString &temporary, FileOperations &files)
{
    const auto again = files.read(temporary);
    if (!again || again.value() != publication.bytes)
        return notReadBack(publication.target);
    const auto opened = fromBytes(again.value());
    if (!opened || logicalHash(opened.value().contents) != publication.logicalHash)
        return notReadBack(publication.target);
    return {};
}

// The bytes about to be replaced, after checking that they are the ones we know; empty when there is no file.
Result<QByteArray> previous(const Publication &publication, FileOperations &files)
{
    const Expected &expected = publication.expected;
    if (!files.exists(publication.target))
        return expected.type == Expected::Type::Known ? Result<QByteArray>(missing(publication.target)) : QByteArray();
    if (expected.type == Expected::Type::Absent)
        return Error{
            ErrorCode::Conflict,
            u"« %1 » existe déjà et n’a pas été remplacé. Choisissez un autre nom."_s.arg(nameOf(publication.target)),
            publication.target};
    auto bytes = files.read(publication.target);
    if (!bytes || expected.type == Expected::Type::Whatever || hashOf(bytes.value()) == expected.bytesHash)
        return bytes;
    const auto opened = fromBytes(bytes.value());
    if (!opened || logicalHash(opened.value().contents) != expected.logicalHash)
        return changedElsewhere(publication.target);
    return bytes;
}

// For places that refuse renaming (some network and cloud folders).
Result<void> overwrite(const Publication &publication, const QByteArray &old, FileOperations &files, Backups &backups)
{
    if (!old.isEmpty())
        if (const auto kept = backups.keep(old, publication.target, u"remplacement"_s, publication.now); !kept)
            return kept.error();
    auto written = files.write(publication.target, publication.bytes);
    const auto again = files.read(publication.target);
    if (written && again && again.value() == publication.bytes)
        return {};
    // Half a file where there was none would be taken for a damaged project.
    if (old.isEmpty())
        files.remove(publication.target);
    else
        static_cast<void>(files.write(publication.target, old));
    return written ? notReadBack(publication.target) : written;
}

Result<void> replaceTarget(const Publication &publication, const QString &temporary, FileOperations &files,
                           Backups &backups)
{
    const auto old = previous(publication, files);
    if (!old)
        return old.error();
    if (publication.backup && !old.value().isEmpty()) {
        // What is not a project of ours (the user chose to replace it) has no backup to be opened.
        const auto kept = backups.keep(old.value(), publication.target, publication.reason, publication.now);
        if (!kept && publication.expected.type == Expected::Type::Known)
            return kept.error();
    }
    if (!isWanted(publication) || (publication.beforeReplacing && !publication.beforeReplacing()))
        return leftAlone(publication.target);
    if (files.rename(temporary, publication.target))
        return {};
    if (!isWanted(publication))
        return leftAlone(publication.target);
    return overwrite(publication, old.value(), files, backups);
}

// The temporary is no file of the user's: what is told is theirs, and where the work is meanwhile.
Error refused(const Publication &publication, const Error &cause)
{
    const QFileInfo target(publication.target);
    return {cause.code,
            u"« %1 » n’a pas pu être écrit dans « %2 », qui refuse l’écriture. Votre travail est conservé sur cet "
            u"ordinateur : réessayez quand ce dossier n’est plus en lecture seule, ou enregistrez ailleurs."_s.arg(
                target.fileName(), target.absoluteDir().dirName()),
            cause.detail};
}

} // namespace

QByteArray hashOf(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

Result<void> publish(const Publication &publication, FileOperations &files, Backups &backups)
{
    const QFileInfo target(publication.target);
    if (publication.expected.type == Expected::Type::Known && !files.exists(publication.target))
        return missing(publication.target);
    const qint64 room = files.freeSpace(publication.target);
    if (room >= 0 && room < publication.bytes.size() + 64 * 1024)
        return tooFull(publication);
    const QString temporary = target.absolutePath() + u"/.~"_s + target.fileName() + u'.' +
                              QUuid::createUuid().toString(QUuid::Id128).left(8) + u".tmp"_s;
    auto done = files.write(temporary, publication.bytes);
    if (!done && done.error().code == ErrorCode::DiskFull)
        done = tooFull(publication);
    else if (!done && done.error().code == ErrorCode::Unwritable)
        done = refused(publication, done.error());
    if (done)
        done = verifyTemporary(publication, temporary, files);
    if (done)
        done = replaceTarget(publication, temporary, files, backups);
    files.remove(temporary);
    if (done)
        files.syncFolder(target.absolutePath());
    return done;
}

} // namespace store
