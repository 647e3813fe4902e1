#include "dossier/private.h"

#include <QDir>
#include <QFileInfo>

namespace dossier
{

using base::Error;
using base::ErrorCode;
using base::Result;
using store::Expected;
using namespace Qt::Literals::StringLiterals;

namespace
{

// The file a link leads to: replacing must not turn the link into a file.
QString realTarget(const QString &path)
{
    const QString real = QFileInfo(path).canonicalFilePath();
    return real.isEmpty() ? path : real;
}

} // namespace

store::Contents DossierPrivate::snapshot() const
{
    store::Contents contents;
    contents.project = project;
    contents.projet = projet;
    contents.journal = history.rows();
    contents.publishedBy = store::ourselves();
    contents.publishedAt = clock.now();
    contents.complete = complete;
    contents.salvaged = salvaged;
    return contents;
}

PublishJob DossierPrivate::job(const QString &reason)
{
    // Before a merge the version met is always kept; otherwise the first of the session, then every half hour.
    const QDateTime now = clock.now();
    const bool due = !lastBackup.isValid() || qAbs(lastBackup.secsTo(now)) >= options.backupMinutes * 60;
    history.seal();
    PublishJob job;
    job.contents = snapshot();
    job.revision = revision;
    job.target = realTarget(path);
    job.expected = expected;
    job.backup = due || reason != u"session";
    job.reason = reason;
    job.now = now;
    job.notesFolder = copyFolder;
    return job;
}

void DossierPrivate::startPublication()
{
    if (readOnly || isPublished())
        return;
    if (publisher.isBusy()) {
        idle.start();
        return;
    }
    collect();
    publisher.start(job(u"session"_s), [this] {
        QMetaObject::invokeMethod(
            q, [this] { collect(); }, Qt::QueuedConnection);
    });
}

void DossierPrivate::collect()
{
    if (const auto outcome = publisher.take())
        finish(*outcome);
}

void DossierPrivate::finish(const PublishOutcome &outcome)
{
    if (outcome.result) {
        publishedRevision = outcome.revision;
        expected = {Expected::Type::Known, outcome.bytesHash, outcome.logicalHash};
        lastSuccess = outcome.at;
        lastBackup = outcome.backedUp ? outcome.at : lastBackup;
        failure.reset();
        retry.stop();
        if (publishedRevision == revision) {
            idle.stop();
            longest.stop();
        } else if (!idle.isActive()) {
            idle.start();
        }
        refreshState();
        return;
    }
    const bool toldBefore = failure && failure->code == ErrorCode::Conflict;
    failure = outcome.result.error();
    // A stick comes back, a share too; a file that somebody else changed waits for the merge.
    if (failure->code != ErrorCode::Conflict)
        retry.start();
    refreshState();
    if (failure->code == ErrorCode::Conflict && !toldBefore && q)
        Q_EMIT q->fileChangedElsewhere(failure->message);
}

Result<void> DossierPrivate::checkTarget()
{
    const auto bytes = files->read(realTarget(path));
    if (!bytes)
        return bytes.error();
    if (store::hashOf(bytes.value()) == expected.bytesHash)
        return {};
    const auto opened = store::fromBytes(bytes.value());
    if (opened && store::logicalHash(opened.value().contents) == expected.logicalHash)
        return {};
    return Error{ErrorCode::Conflict,
                 u"« %1 » a été modifié ailleurs. Votre version n’a rien perdu ; fusionnez les deux versions."_s.arg(
                     QFileInfo(path).fileName()),
                 path};
}

Result<void> DossierPrivate::publishAndWait(const QString &reason)
{
    publisher.wait();
    collect();
    if (isPublished() && reason == u"session")
        return checkTarget();
    publisher.start(job(reason), [] {});
    publisher.wait();
    collect();
    return failure ? Result<void>(*failure) : Result<void>();
}

void DossierPrivate::writerTold(const Result<void> &result)
{
    writerFailure.reset();
    if (!result)
        writerFailure = result.error();
    refreshState();
}

void DossierPrivate::refreshState()
{
    SaveState next;
    next.at = lastSuccess;
    if (readOnly) {
        next.type = SaveState::Type::ReadOnly;
    } else if (writerFailure && !isPublished()) {
        next.type = SaveState::Type::WorkUnsafe;
        next.sentence =
            u"Vos dernières modifications ne peuvent pas être mises en sécurité sur cet ordinateur : %1"_s.arg(
                writerFailure->message);
    } else if (failure) {
        next.type = SaveState::Type::Failed;
        next.sentence = failure->message;
    } else {
        next.type = isPublished() ? SaveState::Type::Saved : SaveState::Type::Pending;
    }
    const bool same = next.type == state.type && next.at == state.at && next.sentence == state.sentence;
    state = next;
    if (!same && q)
        Q_EMIT q->saveStateChanged();
}

void DossierPrivate::close()
{
    if (readOnly)
        return;
    for (QTimer *timer : {&idle, &longest, &retry, &presenceTimer})
        timer->stop();
    publisher.wait();
    collect();
    if (!isPublished())
        static_cast<void>(publishAndWait(u"session"_s));
    auto copy = writer->stop();
    if (!isPublished())
        return;
    // What is being left, verified, on this computer too: sticks get lost.
    if (revision > 0)
        static_cast<void>(backups.keep(store::notes::base(copyFolder, *files), path, u"fermeture"_s, clock.now()));
    copy->purge();
    lock.reset();
    QDir().rmdir(projectFolder());
}

void Dossier::publishSoon()
{
    d->startPublication();
}

Result<void> Dossier::publishNow()
{
    if (auto refused = d->refuseIfReadOnly(); !refused)
        return refused;
    d->history.closeStep();
    return d->publishAndWait(u"session"_s);
}

Result<void> Dossier::saveCopy(const QString &copyPath, bool replace)
{
    const QString target = QFileInfo(copyPath).absoluteFilePath();
    if (target == d->path)
        return Error{ErrorCode::Invalid,
                     u"Une copie doit porter un autre nom que le projet ouvert. Choisissez un autre nom."_s, target};
    if (d->newer)
        return Error{
            ErrorCode::Newer,
            u"Ce projet vient d’une version plus récente d’Atelier CPTS : une copie en perdrait une partie. Mettez le logiciel à jour, ou copiez le fichier lui-même."_s,
            target};
    PublishJob job = d->job(u"copie"_s);
    job.contents.project = base::Id::create();
    job.target = realTarget(target);
    job.expected = {replace ? Expected::Type::Whatever : Expected::Type::Absent, {}, {}};
    job.notesFolder.clear();
    return runPublication(job, *d->files, d->backups).result;
}

Result<void> Dossier::moveTo(const QString &newPath, bool replace)
{
    if (auto refused = d->refuseIfReadOnly(); !refused)
        return refused;
    d->publisher.wait();
    d->collect();
    const QString target = QFileInfo(newPath).absoluteFilePath();
    if (target == d->path && d->files->exists(target))
        return publishNow();
    PublishJob job = d->job(u"remplacement"_s);
    job.target = realTarget(target);
    job.expected = {replace ? Expected::Type::Whatever : Expected::Type::Absent, {}, {}};
    const PublishOutcome outcome = runPublication(job, *d->files, d->backups);
    if (!outcome.result)
        return outcome.result;
    d->path = target;
    d->presence = std::make_unique<store::Presence>(target, *d->files);
    d->presence->refresh(d->clock.now());
    static_cast<void>(store::notes::setUserFile(d->copyFolder, target, *d->files));
    d->finish(outcome);
    return {};
}

} // namespace dossier
