// The place of the user's file: whatever is done there is done on another thread, in order, and may never come back.
#include "dossier/private.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFileInfo>

namespace dossier
{

using base::Error;
using base::ErrorCode;
using base::Result;
using namespace Qt::Literals::StringLiterals;

namespace
{

QString silentFolder(const QString &path)
{
    const QString folder = QFileInfo(path).absolutePath();
    const QString name = QDir(folder).dirName();
    return u"Le dossier « %1 » ne répond pas"_s.arg(name.isEmpty() ? folder : name);
}

base::milliseconds left(const QDeadlineTimer &end)
{
    return base::milliseconds(std::max<qint64>(0, end.remainingTime()));
}

} // namespace

Error silenceWhileOpening(const QString &path)
{
    return {ErrorCode::Silent,
            silentFolder(path) +
                u". Rien n’a été modifié ; vérifiez la connexion, la clé ou le disque, puis réessayez."_s,
            path};
}

Error silenceWhileWriting(const QString &path)
{
    return {
        ErrorCode::Silent,
        silentFolder(path) +
            u". Votre travail est en sécurité sur cet ordinateur ; il sera enregistré dès que ce dossier répondra."_s,
        path};
}

Error DossierPrivate::silenceAtClosing()
{
    if (!writer->flush(options.prompt))
        return {
            ErrorCode::Unwritable,
            silentFolder(path) +
                u", et vos dernières modifications ne sont pas encore en sécurité sur cet ordinateur. Gardez la fenêtre ouverte, ou enregistrez ailleurs."_s,
            path};
    return {ErrorCode::Silent,
            silentFolder(path) +
                u". Votre travail est en sécurité sur cet ordinateur ; il sera enregistré à la prochaine ouverture."_s,
            path};
}

void DossierPrivate::ask(Pace pace, Request request)
{
    requests.push_back(std::move(request));
    collect();
    pump();
    settle(pace == Pace::Prompt ? options.prompt : patience());
    if (pace == Pace::Patient && !requests.empty())
        tellSilence();
}

// A heavy file takes its time on a slow share: half a second more for each megabyte of attachments.
base::milliseconds DossierPrivate::patience() const
{
    return options.patience + base::milliseconds(projet.contenus.bytes() / 2048);
}

// Waits here, without the event loop, until everything asked is done.
void DossierPrivate::settle(base::milliseconds atMost)
{
    const QDeadlineTimer end(atMost.count());
    while (!requests.empty() && publisher.wait(left(end)) && publisher.isBusy())
        collect();
}

void DossierPrivate::pump()
{
    if (requests.empty() || publisher.isBusy())
        return;
    Request &next = requests.front();
    next.started = true;
    PublishJob made;
    if (next.type == PublishJob::Type::Read) {
        made.type = next.type;
        made.target = next.path;
    } else if (next.moves()) {
        made = job(next.reason);
        made.target = made.movedTo = next.path;
        made.expected = next.expected;
    } else if (isPublished() && next.reason == u"session") {
        made.type = PublishJob::Type::Check;
        made.target = path;
        made.expected = expected;
    } else {
        made = job(next.reason);
    }
    launch(std::move(made));
}

void DossierPrivate::launch(PublishJob made)
{
    watch.start(static_cast<int>(patience().count()));
    publisher.start(std::move(made), [this] {
        QMetaObject::invokeMethod(
            q, [this] { collect(); }, Qt::QueuedConnection);
    });
}

void DossierPrivate::collect()
{
    while (const auto outcome = publisher.take()) {
        watch.stop();
        silent = false;
        if (outcome->type == PublishJob::Type::Publish)
            finish(*outcome);
        if (!requests.empty() && requests.front().started) {
            const auto then = std::move(requests.front().then);
            requests.pop_front();
            then(*outcome);
        }
        pump();
    }
}

// The running job has lasted too long. It stays: it may end some day, and its outcome is then taken as any other. But
// for a move, which must not happen later, behind the user's back.
void DossierPrivate::tellSilence()
{
    collect();
    if (!publisher.isBusy())
        return;
    const bool moving = !requests.empty() && requests.front().started && requests.front().moves();
    if (moving) {
        publisher.abandon();
        idle.start();
    } else {
        silent = true;
        if (publishedRevision != revision || failure)
            failure = silenceWhileWriting(path);
    }
    giveUp();
    refreshState();
}

// Everything asked is told that the place does not answer.
void DossierPrivate::giveUp()
{
    for (const Request &each : std::exchange(requests, {})) {
        PublishOutcome outcome;
        outcome.type = each.type;
        outcome.result = each.path.isEmpty() ? silenceAtClosing() : silenceWhileOpening(each.path);
        each.then(outcome);
    }
}

void DossierPrivate::announce()
{
    presence = std::make_shared<store::Presence>(path, files);
    presenceErrand.reset();
    refreshPresence();
    static_cast<void>(presenceErrand->wait(options.prompt));
}

void DossierPrivate::refreshPresence()
{
    if (presenceErrand && !presenceErrand->wait({}))
        return;
    presenceErrand.emplace([note = presence, now = clock.now()] {
        note->refresh(now);
        return true;
    });
}

void DossierPrivate::leavePresence(base::milliseconds atMost)
{
    presenceErrand.reset();
    if (!presence)
        return;
    const base::Errand<bool> leaving([note = std::exchange(presence, nullptr)] {
        note->leave();
        return true;
    });
    static_cast<void>(leaving.wait(atMost));
}

bool Dossier::placeAnswers() const
{
    return !d->silent;
}

} // namespace dossier
