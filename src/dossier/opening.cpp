#include "base/paths.h"
#include "base/text.h"
#include "dossier/private.h"

#include <QDir>
#include <QFileInfo>

namespace dossier
{

using base::Error;
using base::ErrorCode;
using base::Result;
using store::Contents;
using store::Expected;
using store::WorkingCopy;
using namespace Qt::Literals::StringLiterals;

namespace
{

Options completed(Options options)
{
    if (options.dataFolder.isEmpty())
        options.dataFolder = base::localDataFolder();
    return options;
}

QString heldSentence(const OtherHolder &other)
{
    const QString since =
        u"depuis le %1 à %2"_s.arg(base::frenchLongDate(other.since.date()), base::frenchTime(other.since.time()));
    return other.sameComputer && other.who == store::ourselves()
               ? u"Ce projet est déjà ouvert dans une autre fenêtre de cet ordinateur, %1. Il s’ouvre ici en lecture seule : travaillez dans l’autre fenêtre, ou enregistrez une copie à réunir ensuite."_s
                     .arg(since)
               : u"Ce projet est déjà ouvert par %1, %2. Il s’ouvre en lecture seule : attendez que la place se libère, ou enregistrez une copie à réunir ensuite."_s
                     .arg(other.who, since);
}

Reading readPlace(const QString &path, const QDateTime &now, store::FileOperations &files)
{
    Reading reading;
    reading.bytes = files.read(path);
    if (!reading.bytes)
        return reading;
    reading.identity = files.identity(path);
    reading.writable = files.isWritable(path);
    if (reading.writable)
        reading.holder = store::Presence::other(path, now, files);
    return reading;
}

std::shared_ptr<store::FileOperations> filesOf(const Options &options)
{
    return options.files ? options.files : std::make_shared<store::FileOperations>();
}

base::Errand<Reading> reading(const QString &path, const base::Clock &clock, const Options &options)
{
    return base::Errand<Reading>(
        [path, now = clock.now(), files = filesOf(options)] { return readPlace(path, now, *files); });
}

// At `job.target`, unless somebody else has a file of that name open.
base::Errand<Creation> creation(const Draft &draft)
{
    return base::Errand<Creation>(
        [job = draft.job, files = draft.d->files, folder = draft.d->backupsFolder(), lease = draft.holder.lease] {
            Creation made;
            made.holder = store::Presence::other(job.target, job.now, *files);
            if (made.holder)
                return made;
            store::Backups backups(folder, *files);
            made.outcome = runPublication(job, *files, backups, *lease);
            return made;
        });
}

// Read, salvaged and written to the new file; what is read there again.
base::Errand<Result<Reading>> salvaging(const QString &damaged, const QString &newPath, const base::Clock &clock,
                                        const Options &options, const std::shared_ptr<Lease> &lease)
{
    PublishJob job;
    job.target = newPath;
    job.expected.type = Expected::Type::Absent;
    job.now = clock.now();
    return base::Errand<Result<Reading>>([job, damaged, files = filesOf(options),
                                          folder = options.dataFolder + u"/sauvegardes"_s,
                                          lease]() mutable -> Result<Reading> {
        if (files->exists(job.target))
            return Error{ErrorCode::Conflict,
                         u"« %1 » existe déjà et n’a pas été remplacé. Choisissez un autre nom."_s.arg(
                             QFileInfo(job.target).fileName()),
                         job.target};
        const auto bytes = files->read(damaged);
        if (!bytes)
            return bytes.error();
        auto salvaged = store::salvage(bytes.value());
        if (!salvaged)
            return salvaged.error();
        job.contents = std::move(salvaged.value().contents);
        job.contents.publishedBy = store::ourselves();
        job.contents.publishedAt = job.now;
        job.contents.salvaged = true;
        store::Backups backups(folder, *files);
        const PublishOutcome outcome = runPublication(job, *files, backups, *lease);
        if (!outcome.result)
            return outcome.result.error();
        return readPlace(job.target, job.now, *files);
    });
}

} // namespace

bool DossierPrivate::takeProject(const base::Id &id, const std::optional<store::Holder> &note)
{
    project = id;
    auto attempt = store::ProjectLock::take(projectFolder());
    lock = std::move(attempt.lock);
    const auto holder = lock ? note : attempt.holder;
    if (!holder)
        return true;
    lock.reset();
    opening.other = OtherHolder{holder->who, holder->since, holder->sameComputer};
    return false;
}

void DossierPrivate::becomeReadOnly(const QString &sentence)
{
    readOnly = true;
    opening.readOnly = true;
    opening.sentence = sentence;
    lock.reset();
}

void DossierPrivate::startWriter(std::unique_ptr<WorkingCopy> copy)
{
    copyFolder = copy->folder();
    writer = std::make_unique<Writer>(std::move(copy));
    announce();
}

void DossierPrivate::begin(Dossier *dossier)
{
    q = dossier;
    const std::tuple<QTimer *, int, bool> timers[] = {{&idle, options.idleMilliseconds, true},
                                                      {&longest, options.longestMilliseconds, true},
                                                      {&retry, 30'000, true},
                                                      {&watch, static_cast<int>(options.patience.count()), true},
                                                      {&presenceTimer, store::presenceRefreshSeconds * 1000, false}};
    for (const auto &[timer, milliseconds, once] : timers) {
        timer->setInterval(milliseconds);
        timer->setSingleShot(once);
    }
    for (QTimer *timer : {&idle, &longest, &retry})
        QObject::connect(timer, &QTimer::timeout, q, [this] { startPublication(); });
    QObject::connect(&watch, &QTimer::timeout, q, [this] { tellSilence(); });
    QObject::connect(&presenceTimer, &QTimer::timeout, q, [this] { refreshPresence(); });
    if (!readOnly) {
        writer->listen([this](const Result<void> &result) {
            QMetaObject::invokeMethod(
                q, [this, result] { writerTold(result); }, Qt::QueuedConnection);
        });
        presenceTimer.start();
        if (!isPublished())
            idle.start();
    }
    refreshState();
}

Dossier::Made DossierPrivate::made(std::unique_ptr<DossierPrivate> d)
{
    return std::unique_ptr<Dossier>(new Dossier(std::move(d)));
}

Dossier::Made DossierPrivate::opened(const QString &path, Dossier::Mode mode, const base::Clock &clock,
                                     const Options &options, const Reading &reading)
{
    if (!reading.bytes)
        return reading.bytes.error();
    auto d = std::make_unique<DossierPrivate>(path, clock, options);
    auto opened = store::fromBytes(reading.bytes.value());
    if (!opened)
        return opened.error();
    Contents &contents = opened.value().contents;
    d->identity = reading.identity;
    d->project = contents.project;
    d->projet = contents.projet;
    d->history = History(contents.journal);
    d->complete = contents.complete;
    d->salvaged = contents.salvaged;
    d->newer = opened.value().newer;
    d->lastSuccess = contents.publishedAt;
    d->opening.migrated = opened.value().migrated;
    if (mode == Dossier::Mode::ReadOnly)
        d->becomeReadOnly({});
    else if (d->newer)
        d->becomeReadOnly(
            u"Ce projet a été enregistré avec une version plus récente d’Atelier CPTS. Il s’ouvre en lecture seule ; mettez le programme à jour pour le modifier."_s);
    else if (!reading.writable)
        d->becomeReadOnly(
            u"Ce projet se trouve à un endroit protégé. Il s’ouvre en lecture seule ; enregistrez une copie ailleurs pour travailler dessus."_s);
    else if (!d->takeProject(contents.project, reading.holder))
        d->becomeReadOnly(heldSentence(*d->opening.other));
    else if (auto ready = d->openForEdit(std::move(opened.value()), reading.bytes.value()); !ready)
        return ready.error();
    return made(std::move(d));
}

Dossier::Made DossierPrivate::created(Draft &draft, const Creation &creation)
{
    const std::unique_ptr<DossierPrivate> &d = draft.d;
    if (creation.holder || !creation.outcome.result) { // the place kept for its working copies goes with it
        d->lock.reset();
        QDir().rmdir(d->projectFolder());
    }
    if (creation.holder)
        return Error{ErrorCode::Conflict,
                     heldSentence({creation.holder->who, creation.holder->since, creation.holder->sameComputer}),
                     d->path};
    if (!creation.outcome.result)
        return creation.outcome.result.error();
    auto copy = WorkingCopy::create(store::workingCopyFolder(d->projectFolder(), d->path), draft.job.contents, d->path,
                                    creation.outcome.bytes, *d->files, d->options.vfs);
    if (!copy)
        return copy.error();
    static_cast<void>(store::notes::setIdentity(copy.value()->folder(), creation.outcome.identity, *d->files));
    d->finish(creation.outcome);
    d->startWriter(std::move(copy.value()));
    return made(std::move(draft.d));
}

Result<std::shared_ptr<Draft>> DossierPrivate::drafted(const QString &path, const domain::Projet &projet,
                                                       const base::Clock &clock, bool replace, const Options &options)
{
    auto draft = std::make_shared<Draft>();
    draft->d = std::make_unique<DossierPrivate>(path, clock, options);
    DossierPrivate &d = *draft->d;
    // Through the same gate as every edit: what is written can be read again.
    if (auto fits = store::applyChecked(d.projet, store::cleaned(domain::diff({}, projet))); !fits)
        return fits.error();
    d.projet.contenus = projet.contenus;
    if (!d.takeProject(base::Id::create(), std::nullopt))
        return Error{ErrorCode::Conflict, heldSentence(*d.opening.other), d.path};
    d.expected.type = replace ? Expected::Type::Whatever : Expected::Type::Absent;
    draft->job = d.job(u"remplacement"_s);
    return draft;
}

Dossier::Made DossierPrivate::brought(const QString &newPath, const base::Clock &clock, const Options &options,
                                      const Result<Reading> &reading)
{
    auto dossier = reading ? opened(newPath, Dossier::Mode::Edit, clock, options, reading.value())
                           : Dossier::Made(reading.error());
    if (dossier) {
        dossier.value()->d->opening.salvaged = true;
        dossier.value()->d->opening.sentence =
            u"Voici ce qui a pu être récupéré du fichier abîmé, dans un nouveau fichier. Relisez chaque page : des éléments peuvent manquer. Le fichier abîmé n’a pas été touché."_s;
    }
    return dossier;
}

Dossier::Made Dossier::create(const QString &path, const domain::Projet &projet, const base::Clock &clock, bool replace,
                              const Options &options)
{
    const auto draft = DossierPrivate::drafted(path, projet, clock, replace, completed(options));
    if (!draft)
        return draft.error();
    auto errand = creation(*draft.value());
    if (!errand.wait(options.patience))
        return silenceWhileOpening(draft.value()->job.target);
    return DossierPrivate::created(*draft.value(), errand.take());
}

base::Waiting Dossier::create(const QString &path, const domain::Projet &projet, const base::Clock &clock, bool replace,
                              const Options &options, ThenMade then)
{
    const auto draft = DossierPrivate::drafted(path, projet, clock, replace, completed(options));
    if (!draft) {
        then(draft.error());
        return nullptr;
    }
    return base::whenDone<Creation>(creation(*draft.value()), options.prompt,
                                    [kept = draft.value(), then = std::move(then)](const Creation &made) {
                                        then(DossierPrivate::created(*kept, made));
                                    });
}

Dossier::Made Dossier::open(const QString &path, Mode mode, const base::Clock &clock, const Options &options)
{
    const QString absolute = QFileInfo(path).absoluteFilePath();
    auto errand = reading(absolute, clock, options);
    if (!errand.wait(options.patience))
        return silenceWhileOpening(absolute);
    return DossierPrivate::opened(absolute, mode, clock, completed(options), errand.take());
}

base::Waiting Dossier::open(const QString &path, Mode mode, const base::Clock &clock, const Options &options,
                            ThenMade then)
{
    const QString absolute = QFileInfo(path).absoluteFilePath();
    return base::whenDone<Reading>(
        reading(absolute, clock, options), options.prompt,
        [absolute, mode, &clock, chosen = completed(options), then = std::move(then)](const Reading &read) {
            then(DossierPrivate::opened(absolute, mode, clock, chosen, read));
        });
}

Dossier::Made Dossier::salvage(const QString &damagedPath, const QString &newPath, const base::Clock &clock,
                               const Options &options)
{
    const QString target = QFileInfo(newPath).absoluteFilePath();
    const LeaseHolder holder;
    auto errand = salvaging(QFileInfo(damagedPath).absoluteFilePath(), target, clock, completed(options), holder.lease);
    if (!errand.wait(options.patience))
        return silenceWhileOpening(target);
    return DossierPrivate::brought(target, clock, completed(options), errand.take());
}

base::Waiting Dossier::salvage(const QString &damagedPath, const QString &newPath, const base::Clock &clock,
                               const Options &options, ThenMade then)
{
    const QString target = QFileInfo(newPath).absoluteFilePath();
    const auto holder = std::make_shared<LeaseHolder>();
    return base::whenDone<Result<Reading>>(
        salvaging(QFileInfo(damagedPath).absoluteFilePath(), target, clock, completed(options), holder->lease),
        options.prompt,
        [holder, target, &clock, chosen = completed(options), then = std::move(then)](const Result<Reading> &read) {
            then(DossierPrivate::brought(target, clock, chosen, read));
        });
}

} // namespace dossier
