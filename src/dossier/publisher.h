// Writes the user's file on a thread of its own: a slow share or a stick delays neither the typing nor its safety, and
// one that hangs for ever is left behind with its thread.
#pragma once

#include "base/errand.h"
#include "store/publication.h"

#include <atomic>

namespace dossier
{

// Everything one job at the place of the user's file needs, copied from the dossier at one instant.
struct PublishJob {
    enum class Type {
        Publish,
        Check, // is the file still the expected one? Conflict if not
        Read,  // its bytes
    };
    Type type = Type::Publish;
    store::Contents contents;
    quint64 revision = 0;
    QString target; // a link is followed: replacing must not turn it into a file
    store::Expected expected;
    bool backup = false;
    QString reason = QStringLiteral("session");
    QDateTime now;
    QString notesFolder; // of the working copy; empty for a copy of the project
    QString movedTo;     // the project is to live at this path from now on
};

struct PublishOutcome {
    PublishJob::Type type = PublishJob::Type::Publish;
    base::Result<void> result;
    quint64 revision = 0;
    bool backedUp = false;
    QDateTime at;
    QByteArray bytes; // written, or read
    QByteArray bytesHash;
    QByteArray logicalHash;
    QByteArray identity; // of the file written
    QString movedTo;
};

// Between a job and whoever started it. Once ended, the job replaces nothing any more and leaves the notes alone: they
// may be those of another session by then.
class Lease
{
public:
    [[nodiscard]] bool holds() const { return !m_ended; }
    // Runs unless ended; false then.
    bool use(const std::function<void()> &action);
    // Waits for a use under way, a second at most.
    void end();

private:
    std::timed_mutex m_mutex;
    std::atomic<bool> m_ended = false;
};

// Ends a lease with whatever waits for the job.
struct LeaseHolder {
    LeaseHolder() = default;
    LeaseHolder(const LeaseHolder &) = delete;
    LeaseHolder &operator=(const LeaseHolder &) = delete;
    ~LeaseHolder() { lease->end(); }
    const std::shared_ptr<Lease> lease = std::make_shared<Lease>();
};

// At the caller's own pace.
[[nodiscard]] PublishOutcome runPublication(const PublishJob &job, store::FileOperations &files,
                                            store::Backups &backups, Lease &lease);

// One job at a time.
class Publisher
{
public:
    Publisher(std::shared_ptr<store::FileOperations> files, QString backupsFolder)
        : m_files(std::move(files)), m_backupsFolder(std::move(backupsFolder))
    {
    }
    ~Publisher() { abandon(); }
    Publisher(const Publisher &) = delete;
    Publisher &operator=(const Publisher &) = delete;

    // Not while busy. `told` is called on the job's thread when the outcome is ready to be taken.
    void start(PublishJob job, std::function<void()> told);
    // A job is running, or its outcome was not taken.
    [[nodiscard]] bool isBusy() const { return m_errand.has_value(); }
    // False: still at work after that long.
    [[nodiscard]] bool wait(base::milliseconds atMost) const { return !m_errand || m_errand->wait(atMost); }
    // The outcome of the job that ended, once.
    [[nodiscard]] std::optional<PublishOutcome> take();
    // Leaves the running job behind: it replaces nothing any more, and its outcome is never told.
    void abandon();

private:
    std::shared_ptr<store::FileOperations> m_files;
    QString m_backupsFolder;
    std::shared_ptr<Lease> m_lease;
    std::optional<base::Errand<PublishOutcome>> m_errand;
};

} // namespace dossier
