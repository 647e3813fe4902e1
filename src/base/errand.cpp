#include "base/errand.h"

#include <cstdio>
#include <cstdlib>
#include <thread>

namespace base::errands
{

namespace
{

// How long an ending program waits for what is only slow.
constexpr milliseconds lastPatience(300);

// Never destroyed: a thread left behind uses it to its very end.
struct Count {
    std::mutex mutex;
    std::condition_variable changed;
    int running = 0;
};
Count &count()
{
    static auto *one = new Count;
    return *one;
}

void add(int difference)
{
    const std::lock_guard lock(count().mutex);
    count().running += difference;
    count().changed.notify_all();
}

} // namespace

void launch(std::function<void()> work)
{
    add(1);
    std::thread([work = std::move(work)]() mutable {
        work();
        work = nullptr;
        add(-1);
    }).detach();
}

int running()
{
    const std::lock_guard lock(count().mutex);
    return count().running;
}

bool waitForAll(milliseconds atMost)
{
    std::unique_lock lock(count().mutex);
    return count().changed.wait_for(lock, atMost, [] { return count().running == 0; });
}

int leave(int code)
{
    if (waitForAll(lastPatience))
        return code;
    std::fflush(nullptr);
    std::_Exit(code);
}

} // namespace base::errands
