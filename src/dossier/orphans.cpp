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

bool isReadable(const QString &userFile)
{
    const auto bytes = store::FileOperations().read(userFile);
    return bytes && store::fromBytes(bytes.value());
}

} // namespace

std::vector<Orphan> Dossier::orphans(const Options &options)
{
    std::vector<Orphan> found;
    const QDir copies(dataFolder(options) + u"/copies"_s);
    for (const QString &project : copies.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        const auto attempt = store::ProjectLock::take(copies.filePath(project));
        if (!attempt.lock)
            continue;
        for (const QString &folder : store::workingCopies(copies.filePath(project), {})) {
            const QString userFile = store::notes::userFile(folder);
            if (userFile.isEmpty() || isReadable(userFile))
                continue;
            if (const auto contents = contentsOf(folder))
                found.push_back({folder, userFile, contents->projet.identite.nom,
                                 contents->journal.empty() ? contents->publishedAt : contents->journal.back().at,
                                 stepsSincePublication(folder, *contents)});
        }
    }
    return found;
}

Result<void> Dossier::recoverOrphan(const Orphan &orphan, const QString &newPath, const base::Clock &clock,
                                    const Options &options)
{
    const auto attempt = store::ProjectLock::take(QFileInfo(orphan.folder).path());
    const auto contents = attempt.lock ? contentsOf(orphan.folder) : std::nullopt;
    if (!contents)
        return base::Error{
            base::ErrorCode::NotFound,
            u"Ce travail n’est plus disponible, ou il est ouvert dans une autre fenêtre. Rien n’a été modifié."_s,
            orphan.folder};
    const auto files = options.files ? options.files : std::make_shared<store::FileOperations>();
    store::Backups backups(dataFolder(options) + u"/sauvegardes"_s, *files);
    PublishJob job;
    job.contents = *contents;
    job.contents.publishedBy = store::ourselves();
    job.contents.publishedAt = clock.now();
    job.target = QFileInfo(newPath).absoluteFilePath();
    job.expected.type = store::Expected::Type::Absent;
    job.now = clock.now();
    const auto outcome = runPublication(job, *files, backups);
    if (outcome.result)
        QDir(orphan.folder).removeRecursively();
    return outcome.result;
}

} // namespace dossier
