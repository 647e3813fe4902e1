// Takes the edits to the working copy on a thread of its own: the interface never waits for a disk.
#pragma once

#include "store/working_copy.h"

#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace dossier
{

// Steps are written in order, several at once when they come faster than the disk. After a failure they are kept and
// tried again, every second and at each new step.
class Writer
{
public:
    explicit Writer(std::unique_ptr<store::WorkingCopy> copy);
    ~Writer();
    Writer(const Writer &) = delete;
    Writer &operator=(const Writer &) = delete;

    // `told` is called on the writer's thread when writing starts to fail (the error) or works again; at once when it
    // already fails.
    void listen(std::function<void(const base::Result<void> &)> told);
    void add(store::Step step);
    // Waits until everything added so far is on the disk, or an attempt failed.
    [[nodiscard]] base::Result<void> flush();
    // After flush(), nothing more being added: stops and gives the working copy back.
    [[nodiscard]] std::unique_ptr<store::WorkingCopy> stop();

private:
    void run();
    void attempt(std::unique_lock<std::mutex> &lock);

    std::unique_ptr<store::WorkingCopy> m_copy;
    std::function<void(const base::Result<void> &)> m_told;
    std::mutex m_mutex;
    std::condition_variable m_work;
    std::condition_variable m_done;
    std::deque<store::Step> m_queue;
    std::vector<store::Step> m_batch; // being written, or to be tried again
    base::Result<void> m_last;
    quint64 m_attempts = 0;
    bool m_stop = false;
    std::thread m_thread;
};

} // namespace dossier
