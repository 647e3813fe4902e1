// Writes the user's file on a thread of its own: a slow share or a stick delays neither the typing nor its safety.
#pragma once

#include "store/publication.h"

#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>

namespace dossier
{

// Everything one publication needs, copied from the dossier at one instant.
struct PublishJob {
    store::Contents contents;
    quint64 revision = 0;
    QString target;
    store::Expected expected;
    bool backup = false;
    QString reason = QStringLiteral("session");
    QDateTime now;
    QString notesFolder; // of the working copy; empty for a copy of the project
};

struct PublishOutcome {
    base::Result<void> result;
    quint64 revision = 0;
    bool backedUp = false;
    QDateTime at;
    QByteArray bytesHash;
    QByteArray logicalHash;
};

// At the caller's own pace.
[[nodiscard]] PublishOutcome runPublication(const PublishJob &job, store::FileOperations &files,
                                            store::Backups &backups);

// One job at a time.
class Publisher
{
public:
    Publisher(store::FileOperations &files, store::Backups &backups) : m_files(files), m_backups(backups) {}
    ~Publisher();
    Publisher(const Publisher &) = delete;
    Publisher &operator=(const Publisher &) = delete;

    // `told` is called on the publisher's thread when the outcome is ready to be taken.
    void start(PublishJob job, std::function<void()> told);
    // Something else that touches the place of the user's file; skipped when a job is running.
    void runAside(std::function<void()> task);
    [[nodiscard]] bool isBusy();
    // Waits for the running job.
    void wait();
    // The outcome of the last job, once.
    [[nodiscard]] std::optional<PublishOutcome> take();

private:
    void begin(std::function<void()> work);

    store::FileOperations &m_files;
    store::Backups &m_backups;
    std::mutex m_mutex;
    std::condition_variable m_done;
    bool m_busy = false;
    std::optional<PublishOutcome> m_outcome;
    std::thread m_thread;
};

} // namespace dossier
