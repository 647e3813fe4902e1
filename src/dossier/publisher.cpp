#include "dossier/publisher.h"

#include "store/working_copy.h"

namespace dossier
{

PublishOutcome runPublication(const PublishJob &job, store::FileOperations &files, store::Backups &backups)
{
    PublishOutcome outcome;
    outcome.revision = job.revision;
    outcome.at = job.now;
    outcome.backedUp = job.backup && job.expected.type == store::Expected::Type::Known;
    const auto bytes = store::toBytes(job.contents);
    if (!bytes) {
        outcome.result = bytes.error();
        return outcome;
    }
    outcome.bytesHash = store::hashOf(bytes.value());
    outcome.logicalHash = store::logicalHash(job.contents);
    store::Publication publication;
    publication.target = job.target;
    publication.bytes = bytes.value();
    publication.logicalHash = outcome.logicalHash;
    publication.expected = job.expected;
    publication.backup = job.backup;
    publication.reason = job.reason;
    publication.now = job.now;
    // The local notes only serve after a crash: a full local disk must not keep the work from a good stick.
    if (!job.notesFolder.isEmpty())
        publication.beforeReplacing = [&] {
            static_cast<void>(store::notes::setNext(job.notesFolder, bytes.value(), files));
        };
    outcome.result = store::publish(publication, files, backups);
    if (outcome.result && !job.notesFolder.isEmpty() && !store::notes::confirmNext(job.notesFolder, files))
        static_cast<void>(store::notes::setBase(job.notesFolder, bytes.value(), files));
    return outcome;
}

Publisher::~Publisher()
{
    if (m_thread.joinable())
        m_thread.join();
}

void Publisher::start(PublishJob job, std::function<void()> told)
{
    begin([this, job = std::move(job), told = std::move(told)] {
        PublishOutcome outcome = runPublication(job, m_files, m_backups);
        {
            const std::lock_guard lock(m_mutex);
            m_outcome = std::move(outcome);
            m_busy = false;
            m_done.notify_all();
        }
        told();
    });
}

void Publisher::runAside(std::function<void()> task)
{
    if (isBusy())
        return;
    begin([this, task = std::move(task)] {
        task();
        const std::lock_guard lock(m_mutex);
        m_busy = false;
        m_done.notify_all();
    });
}

void Publisher::begin(std::function<void()> work)
{
    wait();
    if (m_thread.joinable())
        m_thread.join();
    m_busy = true;
    m_thread = std::thread(std::move(work));
}

bool Publisher::isBusy()
{
    const std::lock_guard lock(m_mutex);
    return m_busy;
}

void Publisher::wait()
{
    std::unique_lock lock(m_mutex);
    m_done.wait(lock, [this] { return !m_busy; });
}

std::optional<PublishOutcome> Publisher::take()
{
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_outcome, std::nullopt);
}

} // namespace dossier
