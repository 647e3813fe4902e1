// Takes the edits to the working copy on a thread of its own: the interface never waits for a disk.
#pragma once

#include "base/errand.h"
#include "store/working_copy.h"

#include <deque>

namespace dossier
{

// Steps are written in order, several at once when they come faster than the disk. After a failure they are kept and
// tried again, every second and at each new step.
class Writer
{
public:
    explicit Writer(std::unique_ptr<store::WorkingCopy> copy);
    // Never waits: a thread that hangs is left behind with what it works on.
    ~Writer();
    Writer(const Writer &) = delete;
    Writer &operator=(const Writer &) = delete;

    // `told` is called on the writer's thread when writing starts to fail (the error) or works again; at once when it
    // already fails. Not after this object is gone.
    void listen(std::function<void(const base::Result<void> &)> told);
    void add(store::Step step);
    // Waits until everything added so far is on the disk, an attempt failed, or that long (Silent).
    [[nodiscard]] base::Result<void> flush(base::milliseconds atMost = longest);
    // Nothing more being added: tries once more what waits, stops and gives the working copy back. Null when the disk
    // does not let it after that long: `kept` then goes with the thread.
    [[nodiscard]] std::unique_ptr<store::WorkingCopy> stop(base::milliseconds atMost = longest,
                                                           std::shared_ptr<void> kept = {});

    static constexpr base::milliseconds longest = std::chrono::minutes(10);

private:
    struct Work {
        explicit Work(std::unique_ptr<store::WorkingCopy> given) : copy(std::move(given)) {}
        void run();
        void attempt(std::unique_lock<std::mutex> &lock);

        std::unique_ptr<store::WorkingCopy> copy;
        std::shared_ptr<void> kept;
        std::function<void(const base::Result<void> &)> told;
        std::mutex mutex;
        std::condition_variable wake;
        std::condition_variable done;
        std::deque<store::Step> queue;
        std::vector<store::Step> batch; // being written, or to be tried again
        base::Result<void> last;
        quint64 attempts = 0;
        bool stop = false;
        bool stopped = false;
    };

    std::shared_ptr<Work> m_work;
};

} // namespace dossier
