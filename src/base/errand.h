// Work that may never come back (a share that stops answering inside a system call), on a thread of its own that can be
// left behind: whoever waits decides for how long.
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <QObject>

namespace base
{

using std::chrono::milliseconds;

namespace errands
{
// Starts a thread that nobody joins; it is counted until everything `work` holds is gone.
void launch(std::function<void()> work);
[[nodiscard]] int running();
// False: some are still at work after that long.
bool waitForAll(milliseconds atMost);
// What a program's main returns. With a thread left behind, the process ends here and now: ordinary endings destroy
// what that thread may touch when it wakes up, and nothing of the program is left to be written.
[[nodiscard]] int leave(int code);
} // namespace errands

// One piece of work and, some day, its result. `work` owns everything it touches: it may outlive all the rest.
template <class T>
class Errand
{
public:
    explicit Errand(std::function<T()> work) : m_state(std::make_shared<State>())
    {
        errands::launch([state = m_state, work = std::move(work)] {
            T result = work();
            const std::lock_guard lock(state->mutex);
            state->result.emplace(std::move(result));
            state->done.notify_all();
            if (state->told)
                state->told();
        });
    }
    Errand(Errand &&) = default;
    Errand &operator=(Errand &&other) noexcept
    {
        forget();
        m_state = std::move(other.m_state);
        return *this;
    }
    // Never waits.
    ~Errand() { forget(); }

    // False: not back after that long.
    [[nodiscard]] bool wait(milliseconds atMost) const
    {
        std::unique_lock lock(m_state->mutex);
        return m_state->done.wait_for(lock, atMost, [this] { return m_state->result.has_value(); });
    }
    // After wait() said true, once.
    [[nodiscard]] T take()
    {
        const std::lock_guard lock(m_state->mutex);
        return std::move(*m_state->result);
    }
    // `told` is called on the errand's thread when the result is there (at once when it is already), and never after
    // this object is gone. It must not block.
    void listen(std::function<void()> told)
    {
        const std::lock_guard lock(m_state->mutex);
        m_state->told = std::move(told);
        if (m_state->result && m_state->told)
            m_state->told();
    }

private:
    struct State {
        std::mutex mutex;
        std::condition_variable done;
        std::optional<T> result;
        std::function<void()> told;
    };
    void forget()
    {
        if (m_state)
            listen(nullptr);
    }

    std::shared_ptr<State> m_state;
};

// Something that is waited for without stopping the window; destroying it forgets the result.
using Waiting = std::unique_ptr<QObject>;

// `then` gets the result in this thread: before returning (null) when it comes within `prompt`, else from the event
// loop.
template <class T>
[[nodiscard]] Waiting whenDone(Errand<T> errand, milliseconds prompt, std::function<void(T)> then)
{
    if (errand.wait(prompt)) {
        then(errand.take());
        return nullptr;
    }
    struct Kept final : QObject {
        explicit Kept(Errand<T> kept) : errand(std::move(kept)) {}
        Errand<T> errand;
    };
    auto kept = std::make_unique<Kept>(std::move(errand));
    Kept *here = kept.get();
    here->errand.listen([here, then = std::move(then)] {
        QMetaObject::invokeMethod(
            here,
            [here, then] {
                T result = here->errand.take();
                then(std::move(result)); // may destroy what is waited for
            },
            Qt::QueuedConnection);
    });
    return kept;
}

} // namespace base
