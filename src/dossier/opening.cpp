#include "base/paths.h"
#include "base/text.h"
#include "dossier/ancestor.h"
#include "dossier/private.h"

#include <QDir>
#include <QFileInfo>
#include <utility>

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
               ? u"Ce projet est déjà ouvert dans une autre fenêtre de cet ordinateur, %1. Il s’ouvre ici en lecture seule : travaillez dans l’autre fenêtre, ou enregistrez une copie à fusionner ensuite."_s
                     .arg(since)
               : u"Ce projet est déjà ouvert par %1, %2. Il s’ouvre en lecture seule : attendez que la place se libère, ou enregistrez une copie à fusionner ensuite."_s
                     .arg(other.who, since);
}

Result<void> refuseExisting(const QString &path, store::FileOperations &files)
{
    if (!files.exists(path))
        return {};
    return Error{
        ErrorCode::Conflict,
        u"« %1 » existe déjà et n’a pas été remplacé. Choisissez un autre nom."_s.arg(QFileInfo(path).fileName()),
        path};
}

// The same facts and the same place in the same history.
bool sameWork(const Contents &a, const Contents &b)
{
    return store::logicalHash(a) == store::logicalHash(b);
}

} // namespace

bool DossierPrivate::takeProject(const base::Id &id)
{
    project = id;
    auto attempt = store::ProjectLock::take(projectFolder());
    lock = std::move(attempt.lock);
    const auto holder = lock ? store::Presence::other(path, clock.now(), *files) : attempt.holder;
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
    presence = std::make_unique<store::Presence>(path, *files);
    presence->refresh(clock.now());
}

void DossierPrivate::begin(Dossier *dossier)
{
    q = dossier;
    const std::tuple<QTimer *, int, bool> timers[] = {{&idle, options.idleMilliseconds, true},
                                                      {&longest, options.longestMilliseconds, true},
                                                      {&retry, 30'000, true},
                                                      {&presenceTimer, store::presenceRefreshSeconds * 1000, false}};
    for (const auto &[timer, milliseconds, once] : timers) {
        timer->setInterval(milliseconds);
        timer->setSingleShot(once);
    }
    for (QTimer *timer : {&idle, &longest, &retry})
        QObject::connect(timer, &QTimer::timeout, q, [this] { startPublication(); });
    QObject::connect(&presenceTimer, &QTimer::timeout, q,
                     [this] { publisher.runAside([this, now = clock.now()] { presence->refresh(now); }); });
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

Result<void> DossierPrivate::openForEdit(store::Opened opened, const QByteArray &bytes)
{
    expected = {Expected::Type::Known, store::hashOf(bytes), store::logicalHash(opened.contents)};
    const QString own = store::workingCopyFolder(projectFolder(), path);
    for (const QString &folder : store::workingCopies(projectFolder(), path)) {
        // Work on another file of the same project stays for that file; when that file is gone, it was this one.
        const QString user = store::notes::userFile(folder);
        const bool ours = folder == own || user == path;
        const bool moved = !ours && !files->exists(user) &&
                           (store::hashOf(store::notes::base(folder, *files)) == expected.bytesHash ||
                            store::hashOf(store::notes::next(folder, *files)) == expected.bytesHash);
        if (ours || moved)
            if (auto recovered = recover(folder, opened.contents, bytes); recovered)
                return recovered;
    }
    auto copy = WorkingCopy::create(own, opened.contents, path, bytes, *files, options.vfs);
    if (!copy)
        return copy.error();
    startWriter(std::move(copy.value()));
    return {};
}

Result<void> DossierPrivate::recover(const QString &folder, const Contents &file, const QByteArray &fileBytes)
{
    auto copy = WorkingCopy::resume(folder, options.vfs);
    auto work = copy ? copy.value()->read() : Result<Contents>(copy.error());
    if (!work) {
        // Not to be read, but not to be lost either: set aside, and never in the way.
        if (copy)
            copy.value().reset();
        if (work.error().code != ErrorCode::NotFound)
            setAside(folder);
        return work.error();
    }
    const QByteArray next = store::notes::next(folder, *files);
    const bool nextWasPublished = !next.isEmpty() && store::hashOf(next) == expected.bytesHash;
    const QByteArray base = nextWasPublished ? next : store::notes::base(folder, *files);
    const auto published = store::fromBytes(base);
    if (published && sameWork(published.value().contents, work.value())) {
        copy.value()->purge();
        return Error{ErrorCode::NotFound, u"Aucun travail en attente."_s, folder};
    }
    projet = work.value().projet;
    history = History(std::move(work.value().journal));
    opening.recovered = true;
    opening.sentence = u"Le travail de la dernière session, interrompue, a été retrouvé : rien n’est perdu."_s;
    ++revision;
    static_cast<void>(store::notes::setUserFile(folder, path, *files));
    startWriter(std::move(copy.value()));
    if (!published || store::hashOf(base) != expected.bytesHash)
        uniteWith(file, published ? published.value().contents.projet : ancestorOf(file), store::hashOf(base));
    if (writer->flush())
        static_cast<void>(store::notes::setBase(folder, fileBytes, *files));
    return {};
}

void DossierPrivate::setAside(const QString &folder)
{
    const QString place = data + u"/illisibles/"_s;
    QDir().mkpath(place);
    QDir().rename(folder, place + clock.now().toString(u"yyyy-MM-ddTHH-mm-ss-"_s) + project.toString());
}

domain::Projet DossierPrivate::ancestorOf(const Contents &file) const
{
    return commonAncestor(snapshot(), file).value_or(domain::Projet());
}

// Work found again meets a file that changed meanwhile.
void DossierPrivate::uniteWith(const Contents &file, const domain::Projet &ancestor, const QByteArray &baseHash)
{
    opening.merge = domain::merge(ancestor, projet, file.projet);
    if (!store::applyChecked(projet, opening.merge.fromTheirs)) {
        // The file is then somebody else's: the next publication finds it and proposes the merge.
        opening.merge = {};
        expected = {Expected::Type::Known, baseHash, {}};
        return;
    }
    ++revision;
    takeContenus(file.projet.contenus);
    if (!opening.merge.fromTheirs.empty()) {
        auto step =
            history.push(u"Fusionner avec le fichier modifié ailleurs"_s, opening.merge.fromTheirs, {}, clock.now());
        step.contenus = std::exchange(held, {});
        writer->add(std::move(step));
    }
    opening.sentence =
        u"Le travail de la dernière session, interrompue, a été retrouvé et réuni avec les modifications faites ailleurs dans le fichier."_s;
}

Result<std::unique_ptr<Dossier>> Dossier::create(const QString &path, const domain::Projet &projet,
                                                 const base::Clock &clock, bool replace, const Options &options)
{
    auto d = std::make_unique<DossierPrivate>(path, clock, completed(options));
    if (!replace)
        if (auto free = refuseExisting(d->path, *d->files); !free)
            return free.error();
    // Through the same gate as every edit: what is written can be read again.
    if (auto fits = store::applyChecked(d->projet, store::cleaned(domain::diff({}, projet))); !fits)
        return fits.error();
    d->projet.contenus = projet.contenus;
    if (!d->takeProject(base::Id::create()))
        return Error{ErrorCode::Conflict, heldSentence(*d->opening.other), d->path};
    d->expected.type = replace ? Expected::Type::Whatever : Expected::Type::Absent;
    PublishJob job = d->job(u"remplacement"_s);
    const PublishOutcome outcome = runPublication(job, *d->files, d->backups);
    if (!outcome.result)
        return outcome.result.error();
    const auto bytes = d->files->read(job.target);
    auto copy = WorkingCopy::create(store::workingCopyFolder(d->projectFolder(), d->path), job.contents, d->path,
                                    bytes ? bytes.value() : QByteArray(), *d->files, d->options.vfs);
    if (!copy)
        return copy.error();
    d->finish(outcome);
    d->startWriter(std::move(copy.value()));
    return std::unique_ptr<Dossier>(new Dossier(std::move(d)));
}

Result<std::unique_ptr<Dossier>> Dossier::open(const QString &path, Mode mode, const base::Clock &clock,
                                               const Options &options)
{
    auto d = std::make_unique<DossierPrivate>(path, clock, completed(options));
    const auto bytes = d->files->read(d->path);
    if (!bytes)
        return bytes.error();
    auto opened = store::fromBytes(bytes.value());
    if (!opened)
        return opened.error();
    Contents &contents = opened.value().contents;
    d->project = contents.project;
    d->projet = contents.projet;
    d->history = History(contents.journal);
    d->complete = contents.complete;
    d->salvaged = contents.salvaged;
    d->newer = opened.value().newer;
    d->lastSuccess = contents.publishedAt;
    d->opening.migrated = opened.value().migrated;
    if (mode == Mode::ReadOnly)
        d->becomeReadOnly({});
    else if (d->newer)
        d->becomeReadOnly(
            u"Ce projet a été enregistré avec une version plus récente d’Atelier CPTS. Il s’ouvre en lecture seule ; mettez le logiciel à jour pour le modifier."_s);
    else if (!d->files->isWritable(d->path))
        d->becomeReadOnly(
            u"Ce projet se trouve à un emplacement protégé. Il s’ouvre en lecture seule ; enregistrez une copie ailleurs pour travailler dessus."_s);
    else if (!d->takeProject(contents.project))
        d->becomeReadOnly(heldSentence(*d->opening.other));
    else if (auto ready = d->openForEdit(std::move(opened.value()), bytes.value()); !ready)
        return ready.error();
    return std::unique_ptr<Dossier>(new Dossier(std::move(d)));
}

Result<std::unique_ptr<Dossier>> Dossier::salvage(const QString &damagedPath, const QString &newPath,
                                                  const base::Clock &clock, const Options &options)
{
    auto d = std::make_unique<DossierPrivate>(newPath, clock, completed(options));
    if (auto free = refuseExisting(d->path, *d->files); !free)
        return free.error();
    const auto bytes = d->files->read(QFileInfo(damagedPath).absoluteFilePath());
    if (!bytes)
        return bytes.error();
    auto salvaged = store::salvage(bytes.value());
    if (!salvaged)
        return salvaged.error();
    d->project = salvaged.value().contents.project;
    d->projet = salvaged.value().contents.projet;
    d->salvaged = true;
    d->expected.type = Expected::Type::Absent;
    const PublishOutcome outcome = runPublication(d->job(u"session"_s), *d->files, d->backups);
    if (!outcome.result)
        return outcome.result.error();
    d.reset();
    auto dossier = open(newPath, Mode::Edit, clock, options);
    if (dossier) {
        dossier.value()->d->opening.salvaged = true;
        dossier.value()->d->opening.sentence =
            u"Voici ce qui a pu être récupéré du fichier abîmé, dans un nouveau fichier. Relisez chaque page : des éléments peuvent manquer. Le fichier abîmé n’a pas été touché."_s;
    }
    return dossier;
}

} // namespace dossier
