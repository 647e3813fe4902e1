#include "base/errand.h"
#include "support/catch.h"

#include <atomic>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <thread>

using namespace base;
using namespace std::chrono_literals;

namespace
{

// Shut until it is opened: what waits behind it hangs.
struct Gate {
    std::mutex mutex;
    std::condition_variable changed;
    bool isOpen = false;

    void pass()
    {
        std::unique_lock lock(mutex);
        changed.wait(lock, [this] { return isOpen; });
    }
    void open()
    {
        const std::lock_guard lock(mutex);
        isOpen = true;
        changed.notify_all();
    }
};

bool eventually(const std::function<bool()> &true_)
{
    QElapsedTimer timer;
    timer.start();
    while (!true_() && timer.elapsed() < 30'000) {
        QCoreApplication::processEvents();
        std::this_thread::sleep_for(1ms);
    }
    return true_();
}

} // namespace

TEST_CASE("an errand gives its result once it is back, and whoever waits decides for how long")
{
    const auto gate = std::make_shared<Gate>();
    Errand<int> errand([gate] {
        gate->pass();
        return 7;
    });
    QElapsedTimer timer;
    timer.start();
    CHECK_FALSE(errand.wait(20ms));
    CHECK(timer.elapsed() < 10'000);
    CHECK(errands::running() == 1);
    std::atomic<int> told = 0;
    errand.listen([&told] { ++told; });
    CHECK(told == 0);
    gate->open();
    REQUIRE(errand.wait(30s));
    CHECK(errand.take() == 7);
    REQUIRE(errands::waitForAll(30s));
    CHECK(told == 1);
    errand.listen([&told] { ++told; }); // it is back already
    CHECK(told == 2);
}

TEST_CASE("an errand that is forgotten tells nobody, and keeps what it works on until its end")
{
    const auto gate = std::make_shared<Gate>();
    std::weak_ptr<int> watched;
    std::atomic<bool> told = false;
    {
        const auto own = std::make_shared<int>(3);
        watched = own;
        Errand<int> errand([gate, own] {
            gate->pass();
            return *own;
        });
        errand.listen([&told] { told = true; });
        Errand<int> other([] { return 1; });
        other = std::move(errand); // the first one of `other` is forgotten, not waited for
    }
    CHECK_FALSE(watched.expired());
    gate->open();
    REQUIRE(errands::waitForAll(30s));
    CHECK(watched.expired());
    CHECK_FALSE(told);
}

TEST_CASE("what is prompt is told at once, what is slow by the event loop, what is given up never")
{
    int got = 0;
    CHECK(whenDone<int>(Errand<int>([] { return 1; }), 30s, [&got](int value) { got = value; }) == nullptr);
    CHECK(got == 1);

    const auto gate = std::make_shared<Gate>();
    const auto slow = [gate](int value) {
        return Errand<std::unique_ptr<int>>([gate, value] {
            gate->pass();
            return std::make_unique<int>(value);
        });
    };
    Waiting waiting =
        whenDone<std::unique_ptr<int>>(slow(2), 10ms, [&got](const std::unique_ptr<int> &value) { got = *value; });
    Waiting givenUp =
        whenDone<std::unique_ptr<int>>(slow(3), 10ms, [&got](const std::unique_ptr<int> &) { got = 100; });
    REQUIRE(waiting);
    REQUIRE(givenUp);
    CHECK(got == 1);
    givenUp.reset();
    gate->open();
    CHECK(eventually([&got] { return got != 1; }));
    CHECK(got == 2);
    REQUIRE(errands::waitForAll(30s));
    QCoreApplication::processEvents();
    CHECK(got == 2);
}

TEST_CASE("what waits may be given up by what it tells")
{
    const auto gate = std::make_shared<Gate>();
    Waiting waiting;
    bool told = false;
    waiting = whenDone<int>(Errand<int>([gate] {
                                gate->pass();
                                return 1;
                            }),
                            10ms, [&](int) {
                                told = true;
                                waiting.reset();
                            });
    gate->open();
    CHECK(eventually([&told] { return told; }));
    CHECK(waiting == nullptr);
    REQUIRE(errands::waitForAll(30s));
}

TEST_CASE("a program whose threads are all back ends as usual")
{
    REQUIRE(errands::waitForAll(30s));
    CHECK(errands::leave(3) == 3);
}
