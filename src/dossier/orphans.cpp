#include "base/paths.h"
#include "dossier/private.h"

#include <QDir>
#include <QFileInfo>
#include <set>

namespace dossier
{

using base::Result;
using store::WorkingCopy;
using namespace Qt::Literals::StringLiterals;

namespace
{

QString dataFolder(const Options &options)
{
    return options.dataFolder.isEmpty() ? base::localDataFolder() : options.dataFolder;
}

std::shared_ptr<store::FileOperations> filesOf(const Options &options)
{
    return options.files ? options.files : std::make_shared<store::FileOperations>();
}

// Nothing for a copy that is in use, empty, or unreadable.
std::optional<store::Contents> contentsOf(const QString &folder)
{
    auto copy = WorkingCopy::resume(folder);
    auto contents = copy ? copy.value()->read() : Result<store::Contents>(copy.error());
    return contents ? std::optional(std::move(contents.value())) : std::nullopt;
}

// Steps of the copy that its file, as last published, did not hold.
int stepsSincePublication(const QString &folder, const store::Contents &work)
{
    store::FileOperations files;
    std::set<QString> published;
    if (const auto base = store::fromBytes(store::notes::base(folder, files)))
        for (const store::JournalRow &row : base.value().contents.journal)
            if (!row.undone)
                published.insert(row.uid);
    std::set<qint64> steps;
    for (const store::JournalRow &row : work.journal)
        if (!row.undone && !published.contains(row.uid))
            steps.insert(row.group);
    return static_cast<int>(steps.size());
}

struct Candidate {
    QString project; // its folder
    QString folder;
    QString userFile;
};

// The working copies that no window has open.
std::vector<Candidate> candidates(const QString &data)
{
    std::vector<Candidate> found;
    const QDir copies(data + u"/copies"_s);
    for (const QString &name : copies.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        const QString project = copies.filePath(name);
        if (!store::ProjectLock::take(project).lock)
            continue;
        for (const QString &folder : store::workingCopies(project, {}))
            if (const QString userFile = store::notes::userFile(folder); !userFile.isEmpty())
                found.push_back({project, folder, userFile});
    }
    return found;
}

// A file whose place does not answer is not gone.
bool isGone(const QString &userFile, const std::shared_ptr<store::FileOperations> &files, base::milliseconds patience)
{
    base::Errand<bool> readable([userFile, files] {
        const auto bytes = files->read(userFile);
        return bytes && store::fromBytes(bytes.value());
    });
    return readable.wait(patience) && !readable.take();
}

base::Errand<std::vector<Orphan>> search(const Options &options)
{
    return base::Errand<std::vector<Orphan>>(
        [data = dataFolder(options), files = filesOf(options), patience = options.patience] {
            std::vector<Orphan> found;
            for (const Candidate &each : candidates(data)) {
                // No lock while the user's place is read: it may hang.
                if (!isGone(each.userFile, files, patience))
                    continue;
                const auto attempt = store::ProjectLock::take(each.project);
                const auto contents = attempt.lock ? contentsOf(each.folder) : std::nullopt;
                if (contents)
                    found.push_back({each.folder, each.userFile, contents->projet.identite.nom,
                                     contents->journal.empty() ? contents->publishedAt : contents->journal.back().at,
                                     stepsSincePublication(each.folder, *contents)});
            }
            return found;
        });
}

// Found work on its way to a new file; the project stays ours meanwhile.
struct Rescued {
    std::unique_ptr<store::ProjectLock> lock;
    PublishJob job;
    LeaseHolder holder;
};

Result<std::shared_ptr<Rescued>> taken(const Orphan &orphan, const QString &newPath, const base::Clock &clock)
{
    auto rescued = std::make_shared<Rescued>();
    rescued->lock = store::ProjectLock::take(QFileInfo(orphan.folder).path()).lock;
    const auto contents = rescued->lock ? contentsOf(orphan.folder) : std::nullopt;
    if (!contents)
        return base::Error{
            base::ErrorCode::NotFound,
            u"Ce travail n’est plus disponible, ou il est ouvert dans une autre fenêtre. Rien n’a été modifié."_s,
            orphan.folder};
    rescued->job.contents = *contents;
    rescued->job.contents.publishedBy = store::ourselves();
    rescued->job.contents.publishedAt = clock.now();
    rescued->job.target = QFileInfo(newPath).absoluteFilePath();
    rescued->job.expected.type = store::Expected::Type::Absent;
    rescued->job.now = clock.now();
    return rescued;
}

base::Errand<Result<void>> written(const Rescued &rescued, const Options &options)
{
    return base::Errand<Result<void>>([job = rescued.job, files = filesOf(options),
                                       folder = dataFolder(options) + u"/sauvegardes"_s, lease = rescued.holder.lease] {
        store::Backups backups(folder, *files);
        return runPublication(job, *files, backups, *lease).result;
    });
}

Result<void> released(const Orphan &orphan, const Result<void> &done, store::FileOperations &files)
{
    if (done)
        store::removeFolder(files, orphan.folder);
    return done;
}

} // namespace

std::vector<Orphan> Dossier::orphans(const Options &options)
{
    auto errand = search(options);
    return errand.wait(options.patience) ? errand.take() : std::vector<Orphan>();
}

base::Waiting Dossier::orphans(const Options &options, std::function<void(std::vector<Orphan>)> then)
{
    return base::whenDone<std::vector<Orphan>>(search(options), options.prompt, std::move(then));
}

Result<void> Dossier::recoverOrphan(const Orphan &orphan, const QString &newPath, const base::Clock &clock,
                                    const Options &options)
{
    const auto rescued = taken(orphan, newPath, clock);
    if (!rescued)
        return rescued.error();
    auto errand = written(*rescued.value(), options);
    if (!errand.wait(options.patience))
        return silenceWhileOpening(rescued.value()->job.target);
    return released(orphan, errand.take(), *filesOf(options));
}

base::Waiting Dossier::recoverOrphan(const Orphan &orphan, const QString &newPath, const base::Clock &clock,
                                     const Options &options, Then then)
{
    const auto rescued = taken(orphan, newPath, clock);
    if (!rescued) {
        then(rescued.error());
        return nullptr;
    }
    // Free when it is told: the new file is of the same project, and is going to be opened.
    return base::whenDone<Result<void>>(
        written(*rescued.value(), options), options.prompt,
        [orphan, files = filesOf(options), kept = rescued.value(), then = std::move(then)](const Result<void> &done) {
            const Result<void> result = released(orphan, done, *files);
            kept->lock.reset();
            then(result);
        });
}

} // namespace dossier
