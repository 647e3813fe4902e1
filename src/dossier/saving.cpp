#include "dossier/private.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFileInfo>

namespace dossier
{

using base::Error;
using base::ErrorCode;
using base::Result;
using store::Expected;
using namespace Qt::Literals::StringLiterals;

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
    contents.copy = copyId;
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
    job.target = path;
    job.expected = expected;
    job.backup = due || reason != u"session";
    job.reason = reason;
    job.now = now;
    job.notesFolder = copyFolder;
    return job;
}

void DossierPrivate::startPublication()
{
    if (readOnly)
        return;
    collect();
    if (isPublished())
        return;
    if (publisher.isBusy())
        idle.start();
    else
        launch(job(u"session"_s));
}

void DossierPrivate::finish(const PublishOutcome &outcome)
{
    if (!outcome.movedTo.isEmpty()) {
        finishMove(outcome);
        if (!outcome.result)
            return;
    }
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

void DossierPrivate::finishMove(const PublishOutcome &outcome)
{
    if (!outcome.result) {
        // Nothing changed for the former place; a job there may have been left behind.
        if (!isPublished())
            idle.start();
        return;
    }
    path = outcome.movedTo;
    leavePresence(silent ? base::milliseconds(0) : options.prompt);
    announce();
    static_cast<void>(store::notes::setUserFile(copyFolder, path, *files));
}

void DossierPrivate::publish(Pace pace, const QString &reason, const Dossier::Then &then)
{
    Request request;
    request.reason = reason;
    request.then = [then](const PublishOutcome &outcome) { then(outcome.result); };
    ask(pace, std::move(request));
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
    for (QTimer *timer : {&idle, &longest, &retry, &watch, &presenceTimer})
        timer->stop();
    requests.clear();
    waits.clear();
    // A place that did not answer is not waited for again.
    const QDeadlineTimer end(silent ? 0 : patience().count());
    const auto waited = [&] {
        if (!publisher.wait(base::milliseconds(std::max<qint64>(0, end.remainingTime())))) {
            publisher.abandon();
            silent = true;
        }
        collect();
    };
    waited();
    if (!isPublished() && !silent) {
        launch(job(u"session"_s));
        waited();
    }
    leavePresence(silent ? base::milliseconds(0) : options.prompt);
    auto copy = writer->stop(options.patience, lock);
    if (!copy || !isPublished())
        return;
    // What is being left, verified, on this computer too: sticks get lost.
    if (revision > 0)
        static_cast<void>(backups.keep(store::notes::base(copyFolder, *files), path, u"fermeture"_s, clock.now()));
    copy->purge(*files);
    lock.reset();
    QDir().rmdir(projectFolder());
}

void DossierPrivate::saveCopy(Pace pace, const QString &target, bool replace, const Dossier::Then &then)
{
    PublishJob copy = job(u"copie"_s);
    copy.contents.project = base::Id::create();
    copy.target = target;
    copy.expected = {replace ? Expected::Type::Whatever : Expected::Type::Absent, {}, {}};
    copy.notesFolder.clear();
    const auto lease = std::make_shared<Lease>();
    base::Errand<PublishOutcome> errand([copy = std::move(copy), own = files, folder = backupsFolder(), lease] {
        store::Backups kept(folder, *own);
        return runPublication(copy, *own, kept, *lease);
    });
    aside<PublishOutcome>(
        pace, std::move(errand), [then](const PublishOutcome &outcome) { then(outcome.result); },
        [then, lease, target] {
            lease->end();
            then(silenceWhileOpening(target));
        });
}

void DossierPrivate::moveTo(Pace pace, const QString &target, bool replace, const Dossier::Then &then)
{
    const auto move = [this, pace, target, then](Expected::Type type) {
        Request request;
        request.reason = u"remplacement"_s;
        request.path = target;
        request.expected.type = type;
        request.then = [then](const PublishOutcome &outcome) { then(outcome.result); };
        ask(pace, std::move(request));
    };
    if (target != path) {
        // Work that hangs at the former place must not keep the project from leaving it.
        if (!publisher.wait(silent ? base::milliseconds(0) : options.prompt)) {
            giveUp();
            publisher.abandon();
        }
        move(replace ? Expected::Type::Whatever : Expected::Type::Absent);
        return;
    }
    // The same place is only new when the file is gone.
    publish(pace, u"session"_s, [move, then](const Result<void> &done) {
        if (!done && done.error().code == ErrorCode::NotFound)
            move(Expected::Type::Absent);
        else
            then(done);
    });
}

void Dossier::publishSoon()
{
    d->startPublication();
}

void Dossier::publish(const Then &then)
{
    if (auto refused = d->refuseIfReadOnly(); !refused)
        return then(refused);
    d->history.closeStep();
    d->publish(Pace::Prompt, u"session"_s, then);
}

Result<void> Dossier::publishNow()
{
    if (auto refused = d->refuseIfReadOnly(); !refused)
        return refused;
    d->history.closeStep();
    Result<void> result;
    d->publish(Pace::Patient, u"session"_s, [&result](const Result<void> &done) { result = done; });
    return result;
}

Result<void> DossierPrivate::refuseCopy(const QString &target) const
{
    if (target == path)
        return Error{ErrorCode::Invalid,
                     u"Une copie doit porter un autre nom que le projet ouvert. Choisissez un autre nom."_s, target};
    if (newer)
        return Error{
            ErrorCode::Newer,
            u"Ce projet vient d’une version plus récente d’Atelier CPTS : une copie en perdrait une partie. Mettez le programme à jour, ou copiez le fichier lui-même."_s,
            target};
    return {};
}

void Dossier::saveCopy(const QString &copyPath, bool replace, const Then &then)
{
    const QString target = QFileInfo(copyPath).absoluteFilePath();
    if (auto refused = d->refuseCopy(target); !refused)
        return then(refused);
    d->saveCopy(Pace::Prompt, target, replace, then);
}

Result<void> Dossier::saveCopy(const QString &copyPath, bool replace)
{
    const QString target = QFileInfo(copyPath).absoluteFilePath();
    if (auto refused = d->refuseCopy(target); !refused)
        return refused;
    Result<void> result;
    d->saveCopy(Pace::Patient, target, replace, [&result](const Result<void> &done) { result = done; });
    return result;
}

void Dossier::moveTo(const QString &newPath, bool replace, const Then &then)
{
    if (auto refused = d->refuseIfReadOnly(); !refused)
        return then(refused);
    d->moveTo(Pace::Prompt, QFileInfo(newPath).absoluteFilePath(), replace, then);
}

Result<void> Dossier::moveTo(const QString &newPath, bool replace)
{
    if (auto refused = d->refuseIfReadOnly(); !refused)
        return refused;
    Result<void> result;
    d->moveTo(Pace::Patient, QFileInfo(newPath).absoluteFilePath(), replace,
              [&result](const Result<void> &done) { result = done; });
    return result;
}

} // namespace dossier
