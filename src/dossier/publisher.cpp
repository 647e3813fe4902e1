#include "dossier/publisher.h"

#include "store/working_copy.h"

#include <QFileInfo>

namespace dossier
{

using base::Error;
using base::ErrorCode;
using base::Result;
using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr std::chrono::seconds leasePatience(1);

QString realTarget(const QString &path)
{
    const QString real = QFileInfo(path).canonicalFilePath();
    return real.isEmpty() ? path : real;
}

Result<void> checked(const PublishJob &job, store::FileOperations &files)
{
    const auto bytes = files.read(realTarget(job.target));
    if (!bytes)
        return bytes.error();
    if (store::hashOf(bytes.value()) == job.expected.bytesHash)
        return {};
    const auto opened = store::fromBytes(bytes.value());
    if (opened && store::logicalHash(opened.value().contents) == job.expected.logicalHash)
        return {};
    return Error{ErrorCode::Conflict,
                 u"« %1 » a été modifié ailleurs. Votre version n’a rien perdu ; réunissez les deux versions."_s.arg(
                     QFileInfo(job.target).fileName()),
                 job.target};
}

void publish(const PublishJob &job, store::FileOperations &files, store::Backups &backups, Lease &lease,
             PublishOutcome &outcome)
{
    const auto bytes = store::toBytes(job.contents);
    if (!bytes) {
        outcome.result = bytes.error();
        return;
    }
    outcome.bytes = bytes.value();
    outcome.bytesHash = store::hashOf(bytes.value());
    outcome.logicalHash = store::logicalHash(job.contents);
    outcome.backedUp = job.backup && job.expected.type == store::Expected::Type::Known;
    store::Publication publication;
    publication.target = realTarget(job.target);
    publication.bytes = bytes.value();
    publication.logicalHash = outcome.logicalHash;
    publication.expected = job.expected;
    publication.backup = job.backup;
    publication.reason = job.reason;
    publication.now = job.now;
    publication.stillWanted = [&lease] { return lease.holds(); };
    // The local notes only serve after a crash: a full local disk must not keep the work from a good stick.
    bool noted = false;
    if (!job.notesFolder.isEmpty())
        publication.beforeReplacing = [&] {
            return lease.use([&] { noted = store::notes::setNext(job.notesFolder, bytes.value(), files).ok(); });
        };
    outcome.result = store::publish(publication, files, backups);
    if (!outcome.result)
        return;
    outcome.identity = files.identity(publication.target);
    if (!job.notesFolder.isEmpty())
        lease.use([&] {
            static_cast<void>(store::notes::setIdentity(job.notesFolder, outcome.identity, files));
            if (!noted || !store::notes::confirmNext(job.notesFolder, files))
                static_cast<void>(store::notes::setBase(job.notesFolder, bytes.value(), files));
        });
}

} // namespace

bool Lease::use(const std::function<void()> &action)
{
    const std::lock_guard lock(m_mutex);
    if (m_ended)
        return false;
    action();
    return true;
}

void Lease::end()
{
    m_ended = true;
    if (m_mutex.try_lock_for(leasePatience))
        m_mutex.unlock();
}

PublishOutcome runPublication(const PublishJob &job, store::FileOperations &files, store::Backups &backups,
                              Lease &lease)
{
    PublishOutcome outcome;
    outcome.type = job.type;
    outcome.revision = job.revision;
    outcome.at = job.now;
    outcome.movedTo = job.movedTo;
    if (job.type == PublishJob::Type::Publish) {
        publish(job, files, backups, lease, outcome);
    } else if (job.type == PublishJob::Type::Check) {
        outcome.result = checked(job, files);
    } else {
        auto bytes = files.read(job.target);
        outcome.result = bytes ? Result<void>() : bytes.error();
        outcome.bytes = bytes ? std::move(bytes.value()) : QByteArray();
    }
    return outcome;
}

void Publisher::start(PublishJob job, std::function<void()> told)
{
    m_lease = std::make_shared<Lease>();
    m_errand.emplace([job = std::move(job), files = m_files, folder = m_backupsFolder, lease = m_lease] {
        store::Backups backups(folder, *files);
        return runPublication(job, *files, backups, *lease);
    });
    m_errand->listen(std::move(told));
}

std::optional<PublishOutcome> Publisher::take()
{
    if (!m_errand || !m_errand->wait({}))
        return std::nullopt;
    PublishOutcome outcome = m_errand->take();
    m_errand.reset();
    return outcome;
}

void Publisher::abandon()
{
    if (m_lease)
        m_lease->end();
    m_errand.reset();
}

} // namespace dossier
